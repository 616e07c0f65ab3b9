import { Select } from '@chapterhouse/ui/select';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useAct } from '../../../platform/refusals/use-act';
import type { ShownSession } from './triage-items';
import { HAND_OVER_TRIAGE } from './triage.operations';
import type { PersonHere } from './use-people-here';

export type HandOverDialogProps = { session: ShownSession; people: readonly PersonHere[]; onClose: () => void };

/** Somebody else leads on; the session stays as it is. */
export function HandOverDialog({ session, people, onClose }: HandOverDialogProps) {
  const others = people.filter(({ facilitates }) => !facilitates);
  const [chosen, setChosen] = useState<string | null>(null);
  const personId = chosen ?? others.find(({ here }) => here)?.id ?? others[0]?.id;
  const { act, pending, refusal } = useAct(HAND_OVER_TRIAGE, { refetchQueries: ['TriageSession'] });
  const submit = async () => {
    if (personId === undefined) return;
    const done = await act({ sessionId: session.id, version: session.version, personId });
    if (done === null) return;
    onClose();
    notify({ title: `${done.session.facilitator.name} facilitates now.` });
  };
  return (
    <FormDialog
      title="Hand over the facilitation"
      description="They take up items, keep the time and end the session from now on."
      submit="Hand over"
      pending={pending}
      refusal={refusal}
      fieldsShown={['personId']}
      onSubmit={submit}
      onClose={onClose}
    >
      {others.length === 0 ? (
        <p>Nobody else has come yet.</p>
      ) : (
        <Select
          label="To whom?"
          value={personId ?? ''}
          error={refusal?.fields['personId']}
          onChange={(event) => setChosen(event.target.value)}
          options={others.map(({ id, name, here }) => ({ value: id, label: here ? name : `${name} (not here now)` }))}
        />
      )}
    </FormDialog>
  );
}
