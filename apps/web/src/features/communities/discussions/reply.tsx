import { Avatar } from '@chapterhouse/ui/avatar';
import { Button } from '@chapterhouse/ui/button';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { Pencil, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { ReplyPartsFragment } from '../../../generated/graphql';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import { useDraftWaits } from '../../../platform/drafts/use-draft-waits';
import { PICTURES } from '../../../platform/files/upload-image';
import { focusBack } from '../../../platform/forms/focus-back';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { MarkdownField } from '../../../platform/markdown/markdown-field';
import { MarkdownText } from '../../../platform/markdown/markdown-text';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { can } from '../../../platform/session/can';
import { useViewer } from '../../../platform/session/session-provider';
import { Moment } from '../../impediments/public';
import type { RepliesProps, ReplyStep } from './replies';

export type ReplyProps = Pick<RepliesProps, 'near' | 'edit' | 'remove'> & { reply: ReplyPartsFragment };

/** What somebody said, and when; who wrote it changes it where it stands. */
export function Reply({ reply, near, edit, remove }: ReplyProps) {
  const { id, by, at, editedAt, body } = reply;
  const { person } = useViewer();
  const mayEdit = can(reply, 'discussion:edit-reply');
  // Words from before are still there: go on with them.
  const waits = useDraftWaits(`reply-edit:${id}`);
  const [editing, setEditing] = useState(mayEdit && waits);
  const [removing, setRemoving] = useState(false);
  const editButton = useRef<HTMLButtonElement>(null);
  const whose = by.id === person.id ? 'your reply' : `${by.name}’s reply`;
  return (
    <li className="reply">
      <Avatar name={by.name} decorative />
      <div className="reply__said">
        <div className="reply__head">
          <p>
            <strong>{by.name}</strong> <Moment at={at} />
            {editedAt !== null && (
              <span className="reply__quiet">
                {' · '}edited <Moment at={editedAt} />
              </span>
            )}
          </p>
          {!editing && (
            <div className="reply__actions">
              {mayEdit && (
                <IconButton
                  ref={editButton}
                  size="sm"
                  label={`Edit ${whose}`}
                  icon={<Pencil aria-hidden />}
                  onClick={() => setEditing(true)}
                />
              )}
              {can(reply, 'discussion:remove-reply') && (
                <IconButton
                  size="sm"
                  label={`Remove ${whose}`}
                  icon={<Trash2 aria-hidden />}
                  onClick={() => setRemoving(true)}
                />
              )}
            </div>
          )}
        </div>
        {editing ? (
          <EditForm
            reply={reply}
            near={near}
            edit={edit}
            onLeave={() => {
              setEditing(false);
              focusBack(editButton);
            }}
          />
        ) : (
          <MarkdownText text={body} />
        )}
      </div>
      {removing && (
        <FormDialog
          title={`Remove ${whose}?`}
          description="Its words are gone for everybody, and cannot be put back."
          submit="Remove"
          tone="danger"
          pending={remove.pending ?? false}
          refusal={remove.refusal}
          onSubmit={async () => {
            if (await remove.run(reply)) setRemoving(false);
          }}
          onClose={() => setRemoving(false)}
        >
          {null}
        </FormDialog>
      )}
    </li>
  );
}

type EditProps = Pick<RepliesProps, 'near'> & {
  reply: ReplyPartsFragment;
  edit: ReplyStep<[text: string]>;
  onLeave: () => void;
};

function EditForm({ reply, near, edit, onLeave }: EditProps) {
  const [body, setBody, clearDraft, draft] = useDraft(`reply-edit:${reply.id}`, reply.body);
  const [pending, setPending] = useState(false);
  const [sent, setSent] = useState(false);
  const save = async () => {
    if (body.trim() === '' || pending) return;
    setSent(true);
    setPending(true);
    const done = await edit.run(reply, body);
    setPending(false);
    if (!done) return;
    clearDraft();
    onLeave();
  };
  return (
    <form
      className="reply-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <MarkdownField
        label="Reply"
        labelHidden
        takesFocus
        value={body}
        onChange={setBody}
        near={near}
        pictures={PICTURES}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onLeave();
        }}
      />
      <DraftNote draft={draft} />
      {sent && <RefusalNote refusal={edit.refusal} />}
      <div className="reply-form__actions">
        <Button
          size="sm"
          variant="ghost"
          onClick={() => {
            draft.discard();
            onLeave();
          }}
        >
          Cancel
        </Button>
        <Button size="sm" variant="primary" type="submit" pending={pending}>
          Save
        </Button>
      </div>
    </form>
  );
}
