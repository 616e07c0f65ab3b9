import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import type { Named } from '../dialogs/dialog-request';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useChange } from '../dialogs/use-change';
import { PlaceFields } from './place-fields';
import { CREATE_TEAM } from './structure.operations';

export type CreateTeamDialogProps = { area: Named; onClose: () => void };

export function CreateTeamDialog({ area, onClose }: CreateTeamDialogProps) {
  const [name, setName] = useState('');
  const [purpose, setPurpose] = useState('');
  const { act, pending, refusal, key } = useChange(CREATE_TEAM);
  const create = async () => {
    const made = await act({ areaId: area.id, name: name.trim(), purpose: purpose.trim(), idempotencyKey: key() });
    if (made === null) return;
    notify({ title: `${name.trim()} is created.` });
    onClose();
  };
  return (
    <FormDialog
      title={`New team in ${area.name}`}
      description="It will belong to this area; it can move later."
      submit="Create team"
      pending={pending}
      refusal={refusal}
      fieldsShown={['name', 'purpose']}
      onSubmit={create}
      onClose={onClose}
    >
      <PlaceFields name={name} onName={setName} purpose={purpose} onPurpose={setPurpose} refusal={refusal} />
    </FormDialog>
  );
}
