import { Button } from '@chapterhouse/ui/button';
import { useState } from 'react';
import type { ReviewCommentPartsFragment } from '../../../generated/graphql';
import { momentWords } from '../../../platform/dates/day-words';
import { MarkdownText } from '../../../platform/markdown/markdown-text';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { can } from '../../../platform/session/can';
import { useViewer } from '../../../platform/session/session-provider';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { CommentForm } from './comment-form';
import { RemoveLineCommentDialog } from './remove-line-comment-dialog';
import { EDIT_REVIEW_COMMENT, REPLY_TO_REVIEW_COMMENT, RESOLVE_REVIEW_COMMENT } from './review.operations';

export type ShownComment = ReviewCommentPartsFragment;

/** What was said of a line, what was answered, and whether it is settled. */
export function LineComment({ comment, replies = true }: { comment: ShownComment; replies?: boolean }) {
  const { id, line, quote, current, body, by, at, editedAt, resolved, version } = comment;
  const { timeZone } = useViewer().organization;
  const [doing, setDoing] = useState<'reply' | 'edit' | 'remove' | null>(null);
  const done = () => setDoing(null);
  const reply = useShownAct(REPLY_TO_REVIEW_COMMENT);
  const edit = useShownAct(EDIT_REVIEW_COMMENT);
  const resolve = useShownAct(RESOLVE_REVIEW_COMMENT);
  return (
    <article className="line-comment" data-resolved={resolved || undefined} aria-label={`Comment on line ${line}`}>
      <p className="line-comment__who">
        <strong>{by.name}</strong> {momentWords(at, timeZone)}
        {editedAt !== null && <span> · Edited</span>}
        {resolved && <span> · Settled</span>}
      </p>
      {!current && (
        <blockquote className="line-comment__quote">
          The line has changed since. It was: <q>{quote}</q>
        </blockquote>
      )}
      {doing === 'edit' ? (
        <CommentForm
          place={`review-comment:${id}`}
          begun={body}
          label="Your comment"
          submit="Save"
          pending={edit.pending}
          refusal={edit.refusal}
          onSend={async (words) => (await edit.act({ id, version, body: words, idempotencyKey: edit.key() })) !== null}
          onClose={done}
        />
      ) : (
        <MarkdownText text={body} />
      )}
      {comment.replies.map((one) => (
        <div key={one.id} className="line-comment__reply">
          <p className="line-comment__who">
            <strong>{one.by.name}</strong> {momentWords(one.at, timeZone)}
          </p>
          <MarkdownText text={one.body} />
        </div>
      ))}
      {replies && doing !== 'reply' && doing !== 'edit' && (
        <div className="line-comment__ways">
          {can(comment, 'review:comment') && (
            <Button size="sm" variant="ghost" onClick={() => setDoing('reply')}>
              Reply
            </Button>
          )}
          {can(comment, 'review:resolve') && (
            <Button
              size="sm"
              variant="ghost"
              pending={resolve.pending}
              onClick={() => void resolve.act({ id, resolved: !resolved, idempotencyKey: resolve.key() })}
            >
              {resolved ? 'Open again' : 'Settle'}
            </Button>
          )}
          {can(comment, 'review:edit-comment') && (
            <Button size="sm" variant="ghost" onClick={() => setDoing('edit')}>
              Edit
            </Button>
          )}
          {can(comment, 'review:remove-comment') && (
            <Button size="sm" variant="ghost" onClick={() => setDoing('remove')}>
              Remove
            </Button>
          )}
        </div>
      )}
      <RefusalNote refusal={resolve.refusal} />
      {doing === 'reply' && (
        <CommentForm
          place={`review-reply:${id}`}
          label="Reply"
          submit="Reply"
          pending={reply.pending}
          refusal={reply.refusal}
          onSend={async (words) => (await reply.act({ id, body: words, idempotencyKey: reply.key() })) !== null}
          onClose={done}
        />
      )}
      {doing === 'remove' && <RemoveLineCommentDialog comment={comment} onClose={done} />}
    </article>
  );
}
