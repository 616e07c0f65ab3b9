import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useChange } from '../dialogs/use-change';
import { PersonFields } from './person-fields';
import { ADD_PERSON } from './people.operations';

/** Somebody new. They need no account to hold a role; the invitation comes after. */
export function AddPersonDialog({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const { act, pending, refusal, key } = useChange(ADD_PERSON);
  const add = async () => {
    const done = await act({ name: name.trim(), email: email.trim() || null, idempotencyKey: key() });
    if (done === null) return;
    notify({ title: `${name.trim()} is added.`, detail: 'Next: give them a role, and invite them.' });
    onClose();
    await navigate(`/people/${done.addPerson.id}`);
  };
  return (
    <FormDialog
      title="Add person"
      description="They can hold roles at once; an invitation, if they need one, is the next step."
      submit="Add person"
      pending={pending}
      refusal={refusal}
      fieldsShown={['name', 'email']}
      onSubmit={add}
      onClose={onClose}
    >
      <PersonFields name={name} onName={setName} email={email} onEmail={setEmail} refusal={refusal} />
    </FormDialog>
  );
}
