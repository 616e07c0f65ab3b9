import { TextField } from '@chapterhouse/ui/text-field';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import { conflictOf, textOf } from '../../../platform/forms/conflict';
import type { Named } from '../dialogs/dialog-request';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useChange } from '../dialogs/use-change';
import { EDIT_PRODUCT } from './structure.operations';

export type EditProductDialogProps = { product: Named & { version: number }; onClose: () => void };

export function EditProductDialog({ product, onClose }: EditProductDialogProps) {
  const [name, setName] = useState(product.name);
  const { act, pending, refusal, key } = useChange(EDIT_PRODUCT);
  const save = async () => {
    const version = conflictOf(refusal)?.version ?? product.version;
    if ((await act({ id: product.id, version, name: name.trim(), idempotencyKey: key() })) === null) return;
    notify({ title: `The product is now called ${name.trim()}.` });
    onClose();
  };
  return (
    <FormDialog
      title={`Rename ${product.name}`}
      submit="Save"
      pending={pending}
      refusal={refusal}
      fieldsShown={['name']}
      current={(conflict) => [{ label: 'Name', value: textOf(conflict, 'name') }]}
      onSubmit={save}
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
