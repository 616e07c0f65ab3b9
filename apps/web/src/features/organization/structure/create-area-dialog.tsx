import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import type { Named } from '../dialogs/dialog-request';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useChange } from '../dialogs/use-change';
import { PlaceFields } from './place-fields';
import { CREATE_AREA } from './structure.operations';

export type CreateAreaDialogProps = { product: Named; onClose: () => void };

export function CreateAreaDialog({ product, onClose }: CreateAreaDialogProps) {
  const [name, setName] = useState('');
  const [purpose, setPurpose] = useState('');
  const { act, pending, refusal, key } = useChange(CREATE_AREA);
  const create = async () => {
    const made = await act({
      productId: product.id,
      name: name.trim(),
      purpose: purpose.trim(),
      idempotencyKey: key(),
    });
    if (made === null) return;
    notify({ title: `${name.trim()} is created.` });
    onClose();
  };
  return (
    <FormDialog
      title={`New area in ${product.name}`}
      description="A customer-centred group of teams with its own Area Product Owner."
      submit="Create area"
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
