import { TextField } from '@chapterhouse/ui/text-field';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useChange } from '../dialogs/use-change';
import { CREATE_PRODUCT } from './structure.operations';

export function CreateProductDialog({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const { act, pending, refusal, key } = useChange(CREATE_PRODUCT);
  const create = async () => {
    if ((await act({ name: name.trim(), idempotencyKey: key() })) === null) return;
    notify({ title: `${name.trim()} is created.`, detail: 'Next: its areas, and who is Chief Product Owner.' });
    onClose();
  };
  return (
    <FormDialog
      title="New product"
      description="What several teams build together, with one order and one Chief Product Owner."
      submit="Create product"
      pending={pending}
      refusal={refusal}
      fieldsShown={['name']}
      onSubmit={create}
      onClose={onClose}
    >
      <TextField
        label="Name"
        required
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={refusal?.fields['name']}
      />
    </FormDialog>
  );
}
