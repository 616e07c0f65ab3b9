import { TextField } from '@chapterhouse/ui/text-field';
import { useState } from 'react';
import type { InvitePersonMutation } from '../../../generated/graphql';
import type { EditablePerson } from '../dialogs/dialog-request';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useChange } from '../dialogs/use-change';
import { InvitationLinkDialog } from './invitation-link-dialog';
import { INVITE_PERSON } from './people.operations';

export type InviteDialogProps = { person: EditablePerson; onClose: () => void };

/** Makes a link for somebody; what comes back is shown once and kept nowhere. */
export function InviteDialog({ person, onClose }: InviteDialogProps) {
  const [email, setEmail] = useState(person.email ?? '');
  const [sent, setSent] = useState<InvitePersonMutation['invitePerson'] | null>(null);
  const { act, pending, refusal } = useChange(INVITE_PERSON);
  if (sent) return <InvitationLinkDialog name={person.name} sent={sent} onClose={onClose} />;
  const invite = async () => {
    const done = await act({ personId: person.id, email: email.trim() });
    if (done) setSent(done.invitePerson);
  };
  return (
    <FormDialog
      title={`Invite ${person.name}`}
      description="You get a link to pass on. Whoever opens it must enter this e-mail. An earlier link stops working."
      submit="Make the link"
      pending={pending}
      refusal={refusal}
      fieldsShown={['email']}
      onSubmit={invite}
      onClose={onClose}
    >
      <TextField
        label="E-mail"
        type="email"
        required
        autoComplete="off"
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        error={refusal?.fields['email']}
      />
    </FormDialog>
  );
}
