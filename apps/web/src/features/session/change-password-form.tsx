import { PASSWORD_MINIMUM } from '@chapterhouse/domain/organization/password-rules';
import { Button } from '@chapterhouse/ui/button';
import { TextField } from '@chapterhouse/ui/text-field';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import { RefusalNote } from '../../platform/refusals/refusal-note';
import { useAct } from '../../platform/refusals/use-act';
import { CHANGE_PASSWORD } from './session.operations';
import './entrance.css';

/** `email` lets a password manager know whose password it is. */
export function ChangePasswordForm({ email }: { email: string }) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const { act, pending, refusal } = useAct(CHANGE_PASSWORD);
  const wrong = refusal?.code === 'WRONG_CREDENTIALS' ? 'This is not your present password.' : undefined;
  const weak = refusal?.code === 'WEAK_PASSWORD' ? refusal.next : undefined;

  const change = async () => {
    if ((await act({ current, next })) === null) return;
    setCurrent('');
    setNext('');
    notify({ title: 'Your password is changed.', detail: 'Your other sessions are ended.' });
  };

  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void change();
      }}
    >
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <TextField
        label="Present password"
        type="password"
        autoComplete="current-password"
        required
        value={current}
        onChange={(event) => setCurrent(event.target.value)}
        error={refusal?.fields['current'] ?? wrong}
      />
      <TextField
        label="New password"
        type="password"
        autoComplete="new-password"
        hint={`At least ${PASSWORD_MINIMUM} characters.`}
        required
        minLength={PASSWORD_MINIMUM}
        value={next}
        onChange={(event) => setNext(event.target.value)}
        error={refusal?.fields['next'] ?? weak}
      />
      {!wrong && !weak && <RefusalNote refusal={refusal} fieldsShown={['current', 'next']} />}
      <div>
        <Button type="submit" variant="primary" pending={pending}>
          Change password
        </Button>
      </div>
    </form>
  );
}
