import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import { conflictOf } from '../../../platform/forms/conflict';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { PersonField } from '../../../platform/people/person-field';
import type { NamedPerson } from '../../../platform/people/use-people-found';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import type { OccurrenceDialogProps } from './move-dialog';
import { SET_OCCURRENCE_FACILITATOR } from './occurrence.operations';

/** Somebody else for this date alone. */
export function FacilitatorDialog({ occurrence, onClose }: OccurrenceDialogProps) {
  const { id, name, facilitator, cadence, turn } = occurrence;
  const [person, setPerson] = useState<NamedPerson | null>(facilitator);
  const { act, pending, refusal, key } = useShownAct(SET_OCCURRENCE_FACILITATOR);
  const before = facilitator?.id ?? null;
  // Whoever has the turn, or always facilitates, was not named for this date.
  const usual =
    cadence.facilitation === 'ROTA'
      ? turn?.people.every(({ reason }) => reason !== 'CHOSEN')
      : before === (cadence.facilitator?.id ?? null);
  const save = async () => {
    const next = person?.id ?? null;
    if (next === before) return onClose();
    const version = conflictOf(refusal)?.version ?? occurrence.version;
    const done = await act({ id, version, personId: next, idempotencyKey: key() });
    if (done === null) return;
    onClose();
    const now = done.setOccurrenceFacilitator;
    notify({
      title: now.facilitator
        ? `${now.facilitator.name} facilitates ${name} on this date.`
        : `Nobody facilitates it yet.`,
      subject: id,
      action: {
        label: 'Undo',
        onSelect: () => void act({ id, version: now.version, personId: usual ? null : before, idempotencyKey: key() }),
      },
    });
  };
  return (
    <FormDialog
      title={`Who facilitates ${name}?`}
      description={
        cadence.facilitation === 'ROTA'
          ? 'On this date only. Without anybody it is again who has the turn.'
          : 'On this date only. Without anybody it is again as the series says.'
      }
      submit="Save"
      pending={pending}
      refusal={refusal}
      fieldsShown={['personId']}
      onSubmit={save}
      onClose={onClose}
    >
      <PersonField
        label="Facilitates"
        optional
        value={person}
        error={refusal?.fields['personId']}
        onChange={setPerson}
      />
    </FormDialog>
  );
}
