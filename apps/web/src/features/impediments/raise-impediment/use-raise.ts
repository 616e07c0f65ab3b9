import { useApolloClient } from '@apollo/client/react';
import { useRef, useState } from 'react';
import type { ImpedimentCardFragment, RaiseImpedimentInput } from '../../../generated/graphql';
import { useIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { type ShownRefusal, shownRefusal } from '../../../platform/refusals/shown-refusal';
import { expectOwnChange } from '../impediment-changes';
import { appendToBoard } from '../live-board/append-to-board';
import { RAISE_IMPEDIMENT } from './raise.operations';

export type Settled = { raised: ImpedimentCardFragment } | { refusal: ShownRefusal };
/** `later`: there is no connection; it waits with the other edits, and this is how it will end. */
export type Outcome = Settled | { later: Promise<Settled> };

/** Sends one, once; without a connection it is left to wait, so that the form is free for the next. */
export function useRaise() {
  const client = useApolloClient();
  const { key, renew } = useIdempotencyKey();
  const [pending, setPending] = useState(false);
  const underWay = useRef(false);
  const lost = useRef<(() => void) | null>(null);

  const send = async (input: RaiseImpedimentInput, idempotencyKey: string, drafts: string[]): Promise<Settled> => {
    try {
      const { data } = await client.mutate({
        mutation: RAISE_IMPEDIMENT,
        variables: { input, idempotencyKey },
        context: { waits: { drafts, onWait: () => lost.current?.() } },
        update: (cache, result) => {
          if (!result.data) return;
          expectOwnChange(result.data.raiseImpediment.id);
          appendToBoard(cache, result.data.raiseImpediment);
        },
      });
      return data ? { raised: data.raiseImpediment } : { refusal: shownRefusal(null) };
    } catch (error) {
      return { refusal: shownRefusal(error) };
    }
  };

  /** Null while another is under way. */
  const raise = async (input: RaiseImpedimentInput, drafts: string[]): Promise<Outcome | null> => {
    if (underWay.current) return null;
    underWay.current = true;
    setPending(true);
    const left = new Promise<'left'>((resolve) => {
      lost.current = () => resolve('left');
    });
    const sent = send(input, key(), drafts);
    const outcome = await Promise.race([sent, left]);
    lost.current = null;
    underWay.current = false;
    setPending(false);
    if (outcome === 'left') {
      renew();
      return { later: sent };
    }
    // Without a reply it may have been saved: the same key again has one effect.
    if ('raised' in outcome || outcome.refusal.code !== 'NETWORK') renew();
    return outcome;
  };

  return { raise, pending };
}
