import { PASSWORD_MINIMUM } from '@chapterhouse/domain/organization/password-rules';
import { Button } from '@chapterhouse/ui/button';
import { Select } from '@chapterhouse/ui/select';
import { TextField } from '@chapterhouse/ui/text-field';
import { useMemo, useState } from 'react';
import { RefusalNote } from '../../platform/refusals/refusal-note';
import { useAct } from '../../platform/refusals/use-act';
import { SET_UP_ORGANIZATION } from './session.operations';

/** "Harbour & Sons" -> "harbour-sons". */
export function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40);
}

const FIELDS = ['name', 'slug', 'timeZone', 'administratorName', 'administratorEmail', 'password'];

export function SetUpForm({ onSignedIn, onBack }: { onSignedIn: () => void | Promise<void>; onBack: () => void }) {
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
  const [name, setName] = useState('');
  const [slug, setSlug] = useState<string | null>(null);
  const [timeZone, setTimeZone] = useState(here);
  const [administratorName, setAdministratorName] = useState('');
  const [administratorEmail, setAdministratorEmail] = useState('');
  const [password, setPassword] = useState('');
  const { act, pending, refusal } = useAct(SET_UP_ORGANIZATION);
  const zones = useMemo(() => {
    const all = new Set(['UTC', here, ...Intl.supportedValuesOf('timeZone')]);
    return [...all].map((value) => ({ value, label: value.replaceAll('_', ' ') }));
  }, [here]);
  const weak = refusal?.code === 'WEAK_PASSWORD' ? refusal.next : undefined;

  const setUp = async () => {
    const input = {
      name: name.trim(),
      slug: slug ?? slugOf(name),
      timeZone,
      administratorName: administratorName.trim(),
      administratorEmail: administratorEmail.trim(),
      password,
    };
    if (await act({ input })) await onSignedIn();
  };

  return (
    <form
      className="form sheet"
      onSubmit={(event) => {
        event.preventDefault();
        void setUp();
      }}
    >
      <TextField
        label="Organization"
        placeholder="Harbour Logistics"
        required
        maxLength={120}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- asked for by the click before
        autoFocus
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={refusal?.fields['name']}
      />
      <div className="form__pair">
        <TextField
          label="Short name"
          hint="For addresses and the command line."
          required
          maxLength={40}
          pattern="[a-z0-9]+(-[a-z0-9]+)*"
          title="Small letters, digits and hyphens"
          value={slug ?? slugOf(name)}
          onChange={(event) => setSlug(event.target.value)}
          error={refusal?.fields['slug']}
        />
        <Select
          label="Time zone"
          hint="Working hours are counted in it."
          options={zones}
          value={timeZone}
          onChange={(event) => setTimeZone(event.target.value)}
          error={refusal?.fields['timeZone']}
        />
      </div>
      <div className="form__pair">
        <TextField
          label="Your name"
          autoComplete="name"
          required
          maxLength={120}
          value={administratorName}
          onChange={(event) => setAdministratorName(event.target.value)}
          error={refusal?.fields['administratorName']}
        />
        <TextField
          label="Your e-mail"
          type="email"
          autoComplete="username"
          required
          value={administratorEmail}
          onChange={(event) => setAdministratorEmail(event.target.value)}
          error={refusal?.fields['administratorEmail']}
        />
      </div>
      <TextField
        label="Password"
        type="password"
        autoComplete="new-password"
        hint={`At least ${PASSWORD_MINIMUM} characters. Length beats signs and digits.`}
        required
        minLength={PASSWORD_MINIMUM}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        error={refusal?.fields['password'] ?? weak}
      />
      {!weak && <RefusalNote refusal={refusal} fieldsShown={FIELDS} />}
      <div className="form__end">
        <Button type="submit" variant="primary" pending={pending}>
          Create the organization
        </Button>
        <Button variant="ghost" onClick={onBack}>
          Back
        </Button>
      </div>
    </form>
  );
}
