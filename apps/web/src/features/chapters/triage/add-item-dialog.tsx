import { notify } from '@chapterhouse/ui/toast';
import { Suspense, useState } from 'react';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { useAct } from '../../../platform/refusals/use-act';
import { ImpedimentField } from '../../impediments/public';
import type { ShownSession } from './triage-items';
import { ADD_TRIAGE_ITEM } from './triage.operations';

/** What somebody wants to speak about that the agenda did not find by itself. */
export function AddItemDialog({ session, onClose }: { session: ShownSession; onClose: () => void }) {
  const [impedimentKey, setImpedimentKey] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const { act, pending, refusal } = useAct(ADD_TRIAGE_ITEM);
  const { key, renew } = useIdempotencyKey();
  const there = session.items.flatMap(({ impediment }) => impediment?.key ?? []);
  const submit = async () => {
    setTried(true);
    if (impedimentKey === null) return;
    const done = await act({ sessionId: session.id, impedimentKey, idempotencyKey: key() });
    if (done === null) return renew();
    onClose();
    notify({ title: `${impedimentKey} is on the agenda.` });
  };
  return (
    <FormDialog
      title="Add to the agenda"
      description="It comes last; who facilitates can move it."
      submit="Add"
      size="md"
      pending={pending}
      refusal={refusal}
      fieldsShown={['impedimentKey']}
      onSubmit={submit}
      onClose={onClose}
    >
      <Suspense>
        <ImpedimentField
          label="Impediment"
          value={impedimentKey}
          onChange={setImpedimentKey}
          without={there}
          error={tried && impedimentKey === null ? 'Choose an impediment.' : refusal?.fields['impedimentKey']}
        />
      </Suspense>
    </FormDialog>
  );
}
