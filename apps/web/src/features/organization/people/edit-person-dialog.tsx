import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import { conflictOf, textOf } from '../../../platform/forms/conflict';
import type { EditablePerson } from '../dialogs/dialog-request';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useChange } from '../dialogs/use-change';
import { PersonFields } from './person-fields';
import { EDIT_PERSON } from './people.operations';

export type EditPersonDialogProps = { person: EditablePerson; onClose: () => void };

export function EditPersonDialog({ person, onClose }: EditPersonDialogProps) {
  const [name, setName] = useState(person.name);
  const [email, setEmail] = useState(person.email ?? '');
  const { act, pending, refusal, key } = useChange(EDIT_PERSON);
  const save = async () => {
    const version = conflictOf(refusal)?.version ?? person.version;
    const edit = { name: name.trim(), email: email.trim() || null };
    if ((await act({ id: person.id, version, ...edit, idempotencyKey: key() })) === null) return;
    notify({ title: `${name.trim()} is saved.` });
    onClose();
  };
  return (
    <FormDialog
      title={`Edit ${person.name}`}
      submit="Save"
      pending={pending}
      refusal={refusal}
      fieldsShown={['name', 'email']}
      current={(conflict) => [
        { label: 'Name', value: textOf(conflict, 'name') },
        { label: 'E-mail', value: textOf(conflict, 'email') },
      ]}
      onSubmit={save}
      onClose={onClose}
    >
      <PersonFields name={name} onName={setName} email={email} onEmail={setEmail} refusal={refusal} />
    </FormDialog>
  );
}
