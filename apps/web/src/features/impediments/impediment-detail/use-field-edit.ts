import { useRef, useState } from 'react';
import type { EditImpedimentInput, ImpedimentFactsFragment } from '../../../generated/graphql';
import { newIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import type { Waits } from '../../../platform/offline/outbox-link';
import type { ShownRefusal } from '../../../platform/refusals/shown-refusal';
import { useImpedimentAct } from '../use-impediment-act';
import { EDIT_IMPEDIMENT } from './detail.operations';

/** `waits`: there is no connection; it is sent when there is one. */
export type Saved = 'saved' | 'waits' | 'refused';

type Late = Pick<Waits, 'drafts' | 'claims'> & { onLate?: (saved: boolean) => void };

export type FieldEdit = {
  /** Remembers what the person sees when they begin to change it. */
  begin: () => void;
  /** `onLate`: how it ended after it had to wait; not when it was thrown away meanwhile. */
  save: (input: EditImpedimentInput, late?: Late) => Promise<Saved>;
  pending: boolean;
  refusal: ShownRefusal | null;
  /** After a conflict in this very field: what it says now. */
  theirs: string | null;
  reset: () => void;
};

/**
 * Edits one field. Somebody else's change of another field is no conflict to bother the person with: the edit
 * goes on top of it. A change of the same field is shown, and replaced only by saving again.
 * @param read the field's value, as text to compare
 */
export function useFieldEdit(
  impediment: ImpedimentFactsFragment,
  read: (impediment: ImpedimentFactsFragment) => string,
): FieldEdit {
  const act = useImpedimentAct();
  const base = useRef({ version: impediment.version, value: read(impediment) });
  const underWay = useRef(false);
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<ShownRefusal | null>(null);
  const [theirs, setTheirs] = useState<string | null>(null);

  const reset = () => {
    setRefusal(null);
    setTheirs(null);
  };
  const begin = () => {
    base.current = { version: impediment.version, value: read(impediment) };
    reset();
  };
  const attempt = async (input: EditImpedimentInput, waits: Waits): Promise<Exclude<Saved, 'waits'> | 'gone'> => {
    const variables = { id: impediment.id, version: base.current.version, input, idempotencyKey: newIdempotencyKey() };
    let waited = false;
    const onWait = () => {
      waited = true;
      waits.onWait?.();
    };
    const outcome = await act(impediment, EDIT_IMPEDIMENT, variables, undefined, { ...waits, onWait });
    if (outcome.done) return 'saved';
    const { refusal, current } = outcome;
    if (waited && refusal.code === 'NETWORK') return 'gone';
    if (refusal.code === 'CONFLICT' && current && current.version !== base.current.version) {
      const untouched = read(current) === base.current.value;
      base.current = { version: current.version, value: read(current) };
      if (untouched) return attempt(input, waits);
      setTheirs(read(current));
    }
    setRefusal(refusal);
    return 'refused';
  };
  const save = async (input: EditImpedimentInput, { onLate, ...late }: Late = {}): Promise<Saved> => {
    if (underWay.current) return 'refused';
    underWay.current = true;
    setPending(true);
    reset();
    let leave = () => {};
    const left = new Promise<'waits'>((resolve) => {
      leave = () => resolve('waits');
    });
    const sent = attempt(input, { ...late, onWait: () => leave() });
    const first = await Promise.race([sent, left]);
    underWay.current = false;
    setPending(false);
    if (first === 'waits') void sent.then((how) => how !== 'gone' && onLate?.(how === 'saved'));
    return first === 'gone' ? 'refused' : first;
  };
  return { begin, save, pending, refusal, theirs, reset };
}
