import { Button } from '@chapterhouse/ui/button';
import { TextField } from '@chapterhouse/ui/text-field';
import { useState } from 'react';
import { RefusalNote } from '../../platform/refusals/refusal-note';
import { useAct } from '../../platform/refusals/use-act';
import { SIGN_IN } from './session.operations';
import './entrance.css';

export type SignInFormProps = {
  /** The short name of one organization, for people who are in several. */
  organization?: string | null;
  email?: string;
  onSignedIn: (viewerId: string) => void | Promise<void>;
};

export function SignInForm({ organization = null, email: knownEmail = '', onSignedIn }: SignInFormProps) {
  const [email, setEmail] = useState(knownEmail);
  const [password, setPassword] = useState('');
  const { act, pending, refusal } = useAct(SIGN_IN);

  const signIn = async () => {
    const input = { email: email.trim(), password, ...(organization ? { organization } : {}) };
    const data = await act({ input });
    if (data) await onSignedIn(data.signIn.viewer.id);
  };

  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void signIn();
      }}
    >
      <TextField
        label="E-mail"
        type="email"
        name="email"
        autoComplete="username"
        size="lg"
        required
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one thing to do on this screen
        autoFocus={knownEmail === ''}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        error={refusal?.fields['email']}
      />
      <TextField
        label="Password"
        type="password"
        name="password"
        autoComplete="current-password"
        size="lg"
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        error={refusal?.fields['password']}
      />
      <RefusalNote refusal={refusal} fieldsShown={['email', 'password']} />
      <Button type="submit" variant="primary" size="lg" wide pending={pending}>
        Sign in
      </Button>
    </form>
  );
}
