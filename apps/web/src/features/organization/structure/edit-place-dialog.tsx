import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import { textOf } from '../../../platform/forms/conflict';
import type { EditablePlace } from '../dialogs/dialog-request';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { PlaceFields } from './place-fields';
import { useEditPlace } from './use-edit-place';

export type EditPlaceDialogProps = { kind: 'AREA' | 'TEAM'; place: EditablePlace; onClose: () => void };

/** Name and purpose of an area or a team. */
export function EditPlaceDialog({ kind, place, onClose }: EditPlaceDialogProps) {
  const [name, setName] = useState(place.name);
  const [purpose, setPurpose] = useState(place.purpose);
  const { save, pending, refusal } = useEditPlace(kind, place);
  const submit = async () => {
    if (!(await save({ name: name.trim(), purpose: purpose.trim() }))) return;
    notify({ title: `${name.trim()} is saved.` });
    onClose();
  };
  return (
    <FormDialog
      title={`Edit ${place.name}`}
      submit="Save"
      pending={pending}
      refusal={refusal}
      fieldsShown={['name', 'purpose']}
      current={(conflict) => [
        { label: 'Name', value: textOf(conflict, 'name') },
        { label: 'Purpose', value: textOf(conflict, 'purpose') },
      ]}
      onSubmit={submit}
      onClose={onClose}
    >
      <PlaceFields name={name} onName={setName} purpose={purpose} onPurpose={setPurpose} refusal={refusal} />
    </FormDialog>
  );
}
