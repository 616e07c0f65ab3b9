import { useRef, useState } from 'react';
import type { EditImpedimentInput, ImpedimentFactsFragment } from '../../../generated/graphql';
import { newIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import type { ShownRefusal } from '../../../platform/refusals/shown-refusal';
import { useImpedimentAct } from '../use-impediment-act';
import { EDIT_IMPEDIMENT } from './detail.operations';

export type FieldEdit = {
  /** Remembers what the person sees when they begin to change it. */
  begin: () => void;
  /** True when it is saved. */
  save: (input: EditImpedimentInput) => Promise<boolean>;
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
  const attempt = async (input: EditImpedimentInput): Promise<boolean> => {
    const variables = { id: impediment.id, version: base.current.version, input, idempotencyKey: newIdempotencyKey() };
    const outcome = await act(impediment, EDIT_IMPEDIMENT, variables);
    if (outcome.done) return true;
    const { refusal, current } = outcome;
    if (refusal.code === 'CONFLICT' && current && current.version !== base.current.version) {
      const untouched = read(current) === base.current.value;
      base.current = { version: current.version, value: read(current) };
      if (untouched) return attempt(input);
      setTheirs(read(current));
    }
    setRefusal(refusal);
    return false;
  };
  const save = async (input: EditImpedimentInput): Promise<boolean> => {
    if (underWay.current) return false;
    underWay.current = true;
    setPending(true);
    reset();
    const saved = await attempt(input);
    underWay.current = false;
    setPending(false);
    return saved;
  };
  return { begin, save, pending, refusal, theirs, reset };
}
