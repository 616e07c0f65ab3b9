import { discussionProblems } from '@chapterhouse/domain/communities/community-fields';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import type { DiscussionPartsFragment } from '../../../generated/graphql';
import { useDraft } from '../../../platform/drafts/use-draft';
import { conflictOf, textOf } from '../../../platform/forms/conflict';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { DiscussionFields } from './discussion-fields';
import { EDIT_DISCUSSION } from './discussions.operations';

export type EditDiscussionDialogProps = { discussion: DiscussionPartsFragment; onClose: () => void };

/** Its title and first words, by whoever began it. */
export function EditDiscussionDialog({ discussion, onClose }: EditDiscussionDialogProps) {
  const [title, setTitle] = useState(discussion.title);
  const [body, setBody, clearDraft, draft] = useDraft(`discussion-edit:${discussion.id}`, discussion.body);
  const [version] = useState(discussion.version);
  const [tried, setTried] = useState(false);
  const { act, pending, refusal, key } = useShownAct(EDIT_DISCUSSION);
  const found = discussionProblems({ title: title.trim(), body });
  const problems: Record<string, string> = tried
    ? Object.fromEntries(found.map(({ field, problem }) => [field, problem]))
    : {};
  const submit = async () => {
    setTried(true);
    if (found.length > 0) return;
    const seen = conflictOf(refusal)?.version ?? version;
    const done = await act({ id: discussion.id, version: seen, title: title.trim(), body, idempotencyKey: key() });
    if (done === null) return;
    clearDraft();
    onClose();
    notify({ title: 'Saved.' });
  };
  return (
    <FormDialog
      title="Edit the discussion"
      submit="Save"
      size="md"
      pending={pending}
      refusal={refusal}
      fieldsShown={['title', 'body']}
      current={(conflict) => [
        { label: 'What it is about', value: textOf(conflict, 'title') },
        { label: 'Words', value: textOf(conflict, 'body') },
      ]}
      onSubmit={submit}
      onClose={onClose}
    >
      <DiscussionFields
        title={title}
        body={body}
        onTitle={setTitle}
        onBody={setBody}
        errors={{ ...refusal?.fields, ...problems }}
        draft={draft}
      />
    </FormDialog>
  );
}
