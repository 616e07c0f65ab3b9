import { Button } from '@chapterhouse/ui/button';
import { Kbd } from '@chapterhouse/ui/kbd';
import { TextArea } from '@chapterhouse/ui/text-area';
import { useRef, useState } from 'react';
import type { ImpedimentFactsFragment } from '../../../generated/graphql';
import { useDraft } from '../../../platform/drafts/use-draft';
import { useIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import type { ShownRefusal } from '../../../platform/refusals/shown-refusal';
import { useImpedimentAct } from '../use-impediment-act';
import { COMMENT_ON_IMPEDIMENT } from './detail.operations';

/** A comment; what is not sent yet stays, whatever happens to the panel. */
export function CommentForm({ impediment }: { impediment: ImpedimentFactsFragment }) {
  const [body, setBody, clearDraft] = useDraft(`comment:${impediment.key}`);
  const act = useImpedimentAct();
  const { key, renew } = useIdempotencyKey();
  const [refusal, setRefusal] = useState<ShownRefusal | null>(null);
  const [pending, setPending] = useState(false);
  const underWay = useRef(false);
  const send = async () => {
    if (body.trim() === '' || underWay.current) return;
    underWay.current = true;
    setPending(true);
    setRefusal(null);
    const outcome = await act(impediment, COMMENT_ON_IMPEDIMENT, { id: impediment.id, body, idempotencyKey: key() });
    underWay.current = false;
    setPending(false);
    if (outcome.done) clearDraft();
    else setRefusal(outcome.refusal);
    if (outcome.done || outcome.refusal.code !== 'NETWORK') renew();
  };
  return (
    <form
      className="comment-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextArea
        label="Comment"
        labelHidden
        placeholder="Write a comment. Markdown works."
        rows={2}
        value={body}
        error={refusal?.fields['body']}
        onChange={(event) => setBody(event.target.value)}
      />
      <RefusalNote refusal={refusal} fieldsShown={['body']} />
      {body !== '' && (
        <div>
          <Button type="submit" size="sm" variant="primary" pending={pending}>
            Comment <Kbd>Ctrl ↵</Kbd>
          </Button>
        </div>
      )}
    </form>
  );
}
