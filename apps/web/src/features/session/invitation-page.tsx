import { useQuery } from '@apollo/client/react';
import { PASSWORD_MINIMUM } from '@chapterhouse/domain/organization/password-rules';
import { Button } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { TextField } from '@chapterhouse/ui/text-field';
import { useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import type { InvitationPreviewQuery } from '../../generated/graphql';
import { RefusalNote } from '../../platform/refusals/refusal-note';
import { shownRefusal } from '../../platform/refusals/shown-refusal';
import { useAct } from '../../platform/refusals/use-act';
import { Entrance } from './entrance';
import { ACCEPT_INVITATION, INVITATION_PREVIEW } from './session.operations';
import { useChangeOfPerson } from './use-change-of-person';

/**
 * `/invitations#<token>`: the part after # never leaves the browser, so no proxy or log keeps the secret.
 * `/invitations/<token>` is understood as well.
 */
export function InvitationPage() {
  const params = useParams();
  const { hash } = useLocation();
  const token = params['token'] ?? decodeFragment(hash);
  const { data, error } = useQuery(INVITATION_PREVIEW, { variables: { token }, fetchPolicy: 'no-cache', skip: !token });
  const unusable = !token || error !== undefined;
  const refusal = error && shownRefusal(error);

  if (unusable) {
    return (
      <Entrance title="Your invitation">
        <ErrorNote
          title={refusal?.title ?? 'This link is not complete.'}
          next={refusal?.next ?? 'Open it again from the message that you got, or ask for a new one.'}
        />
      </Entrance>
    );
  }
  if (!data) {
    return (
      <Entrance title="Your invitation">
        <Skeleton shape="card" lines={2} label="Loading the invitation" />
      </Entrance>
    );
  }
  const { organizationName, personName } = data.invitationPreview;
  return (
    <Entrance
      title={`Welcome, ${personName}`}
      lead={`You are invited to ${organizationName}. Choose a password to come in.`}
    >
      <AcceptForm token={token} preview={data.invitationPreview} />
    </Entrance>
  );
}

function decodeFragment(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return ''; // A broken % sequence: not a token of ours.
  }
}

function AcceptForm({ token, preview }: { token: string; preview: InvitationPreviewQuery['invitationPreview'] }) {
  const [email, setEmail] = useState(preview.email);
  const [password, setPassword] = useState('');
  const navigate = useNavigate();
  const changePerson = useChangeOfPerson();
  const { act, pending, refusal } = useAct(ACCEPT_INVITATION);
  const weak = refusal?.code === 'WEAK_PASSWORD' ? refusal.next : undefined;

  const accept = async () => {
    if ((await act({ input: { token, email: email.trim(), password } })) === null) return;
    await changePerson();
    await navigate('/', { replace: true });
  };

  return (
    <form
      className="form sheet"
      onSubmit={(event) => {
        event.preventDefault();
        void accept();
      }}
    >
      <TextField
        label="E-mail"
        type="email"
        autoComplete="username"
        size="lg"
        required
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        error={refusal?.fields['email']}
      />
      <TextField
        label="New password"
        type="password"
        autoComplete="new-password"
        hint={`At least ${PASSWORD_MINIMUM} characters.`}
        size="lg"
        required
        minLength={PASSWORD_MINIMUM}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one thing to do on this screen
        autoFocus
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        error={refusal?.fields['password'] ?? weak}
      />
      {!weak && <RefusalNote refusal={refusal} fieldsShown={['email', 'password']} />}
      <Button type="submit" variant="primary" size="lg" wide pending={pending}>
        Accept the invitation
      </Button>
    </form>
  );
}
