import { useState } from 'react';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { CommentForm } from './comment-form';
import { COMMENT_ON_LINE } from './review.operations';

export type CommentOnLineProps = {
  reviewId: string;
  pagePath: string;
  line: number;
  /** What the line says: it is found by that where somebody writes above it meanwhile. */
  quote: string | null;
  onClose: () => void;
};

/** A few words on a line of the draft. */
export function CommentOnLine({ reviewId, pagePath, line, quote: shown, onClose }: CommentOnLineProps) {
  // As it was when somebody began to write about it.
  const [quote] = useState(shown);
  const { act, pending, refusal, key } = useShownAct(COMMENT_ON_LINE);
  return (
    <CommentForm
      place={`review-line:${reviewId}:${pagePath}:${line}`}
      label={`Comment on line ${line}`}
      submit="Comment"
      pending={pending}
      refusal={refusal}
      onSend={async (body) => (await act({ reviewId, pagePath, line, quote, body, idempotencyKey: key() })) !== null}
      onClose={onClose}
    />
  );
}
