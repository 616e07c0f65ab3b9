import { Avatar } from '@chapterhouse/ui/avatar';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { Pencil, Quote, Trash2 } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ImpedimentCommentFieldsFragment, ImpedimentFactsFragment } from '../../../generated/graphql';
import { useDraftWaits } from '../../../platform/drafts/use-draft-waits';
import { focusBack } from '../../../platform/forms/focus-back';
import { MarkdownText } from '../../../platform/markdown/markdown-text';
import { outbox } from '../../../platform/apollo/client';
import { useWaitingOf, Waiting } from '../../../platform/offline/waiting';
import type { WaitingEdit } from '../../../platform/offline/waiting-edit';
import { can } from '../../../platform/session/can';
import { useViewer } from '../../../platform/session/session-provider';
import { Moment } from '../moment';
import { CommentEditForm } from './comment-edit-form';
import { RemoveCommentDialog } from './remove-comment-dialog';
import { bodyOf } from './waiting-comment';

export type CommentProps = {
  impediment: ImpedimentFactsFragment;
  comment: ImpedimentCommentFieldsFragment;
  /** Who is named most likely in an answer. */
  near: readonly { id: string; name: string }[];
  /** Somebody removed it while it is edited here. */
  gone: boolean;
  /** The address names it. */
  linked: boolean;
  onQuote: (() => void) | undefined;
  onEditing: (editing: boolean) => void;
  /** Into a new comment. */
  onMoveWords: (words: string) => void;
  onRemoved: () => void;
};

const isEdit = ({ operationName }: WaitingEdit): boolean => operationName === 'EditImpedimentComment';

/** What somebody said, and when; its author changes it where it stands. */
export function Comment(props: CommentProps) {
  const { impediment, comment, near, gone, linked, onQuote, onEditing, onMoveWords, onRemoved } = props;
  const { id, author, at, editedAt, body, mentions } = comment;
  const { person } = useViewer();
  const mayEdit = can(comment, 'comment:edit');
  // Words from before are still there: go on with them.
  const waits = useDraftWaits(`comment-edit:${id}`);
  const [editing, setEditing] = useState(mayEdit && waits);
  const [removing, setRemoving] = useState(false);
  const editButton = useRef<HTMLButtonElement>(null);
  const whose = author.id === person.id ? 'your comment' : `${author.name}’s comment`;

  const tell = useEffectEvent((now: boolean) => onEditing(now));
  useEffect(() => tell(editing), [editing]);
  const waiting = useWaitingOf(id).at(-1);
  const takeBack = () => {
    if (!waiting) return;
    outbox.takeBack(waiting);
    setEditing(isEdit(waiting));
  };
  const leave = () => {
    setEditing(false);
    focusBack(editButton);
  };
  return (
    <li className="comment" data-comment={id} data-linked={linked || undefined} tabIndex={-1}>
      <Avatar name={author.name} decorative />
      <div className="comment__said">
        <div className="comment__head">
          <p>
            <strong>{author.name}</strong> <Moment at={at} />
            {editedAt !== null && (
              <span className="comment__edited">
                {' · '}edited <Moment at={editedAt} />
              </span>
            )}
          </p>
          {!editing && (
            <div className="comment__actions">
              {onQuote && (
                <IconButton
                  label={author.id === person.id ? 'Quote yourself' : `Quote ${author.name}`}
                  size="sm"
                  icon={<Quote aria-hidden />}
                  onClick={onQuote}
                />
              )}
              {mayEdit && (
                <IconButton
                  ref={editButton}
                  label={`Edit ${whose}`}
                  size="sm"
                  icon={<Pencil aria-hidden />}
                  onClick={() => (waiting ? takeBack() : setEditing(true))}
                />
              )}
              {can(comment, 'comment:remove') && (
                <IconButton
                  label={`Remove ${whose}`}
                  size="sm"
                  icon={<Trash2 aria-hidden />}
                  onClick={() => setRemoving(true)}
                />
              )}
            </div>
          )}
        </div>
        {editing ? (
          <CommentEditForm
            impediment={impediment}
            comment={comment}
            near={near}
            gone={gone}
            onLeave={leave}
            onReturn={() => setEditing(true)}
            onMoveWords={(words) => {
              setEditing(false);
              onMoveWords(words);
            }}
          />
        ) : (
          <MarkdownText text={body} people={mentions.map((mentioned) => mentioned.id)} />
        )}
        {!editing && waiting && (
          <>
            {isEdit(waiting) && <MarkdownText text={bodyOf(waiting)} />}
            <Waiting edit={waiting} onTakeBack={takeBack} />
          </>
        )}
      </div>
      {removing && (
        <RemoveCommentDialog
          impediment={impediment}
          comment={comment}
          whose={whose}
          onClose={() => setRemoving(false)}
          onRemoved={onRemoved}
        />
      )}
    </li>
  );
}
