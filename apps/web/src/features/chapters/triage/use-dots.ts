import { useApolloClient } from '@apollo/client/react';
import { notify } from '@chapterhouse/ui/toast';
import { useRef, useState } from 'react';
import { newIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import type { ShownItem, ShownSession } from './triage-items';
import { SET_TRIAGE_DOTS } from './triage.operations';

export type Dots = {
  /** Of this person on the item, as they want it. */
  own: (item: ShownItem) => number;
  /** Of all on the item. */
  all: (item: ShownItem) => number;
  left: number;
  /** Placed on the item from now on; more than there are left are not. */
  set: (item: ShownItem, dots: number) => void;
  /** Not saved yet. */
  waits: (item: ShownItem) => boolean;
};

type Wanted = Readonly<Record<string, number>>;

/**
 * The dots of this person: shown at once, sent one after the other for each item, the last number last. Without a
 * connection they wait for it, since a number sent twice is one vote.
 */
export function useDots({ items, viewerDotsLeft, dotsPerPerson }: ShownSession): Dots {
  const client = useApolloClient();
  const [wanted, setWanted] = useState<Wanted>({});
  const latest = useRef<Wanted>({});
  const sending = useRef(new Set<string>());

  const want = (next: Wanted) => {
    latest.current = next;
    setWanted(next);
  };
  const forget = (id: string) => {
    const { [id]: _, ...others } = latest.current;
    want(others);
  };
  const send = async (id: string): Promise<void> => {
    if (sending.current.has(id)) return;
    sending.current.add(id);
    try {
      for (;;) {
        const dots = latest.current[id];
        if (dots === undefined) return;
        // oxlint-disable-next-line no-await-in-loop -- one after the other, so that the last number wins
        await client.mutate({
          mutation: SET_TRIAGE_DOTS,
          variables: { itemId: id, dots, idempotencyKey: newIdempotencyKey() },
        });
        if (latest.current[id] === dots) return forget(id);
      }
    } catch (error) {
      forget(id);
      const { title, next } = shownRefusal(error);
      notify({ tone: 'problem', subject: 'dots', title, detail: next });
    } finally {
      sending.current.delete(id);
    }
  };

  const own = ({ id, viewerDots }: ShownItem) => wanted[id] ?? viewerDots;
  const moved = items.reduce((sum, item) => sum + own(item) - item.viewerDots, 0);
  const left = Math.max(0, viewerDotsLeft - moved);
  return {
    own,
    all: (item) => item.dots + own(item) - item.viewerDots,
    left,
    set: (item, dots) => {
      const to = Math.max(0, Math.min(dots, own(item) + left, dotsPerPerson));
      if (to === own(item)) return;
      want({ ...latest.current, [item.id]: to });
      void send(item.id);
    },
    waits: ({ id }) => wanted[id] !== undefined,
  };
}
