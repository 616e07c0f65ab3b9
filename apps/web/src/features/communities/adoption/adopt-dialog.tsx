import { adoptionProblems } from '@chapterhouse/domain/communities/adoption';
import { Select } from '@chapterhouse/ui/select';
import { TextField } from '@chapterhouse/ui/text-field';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import type { AdoptionFeel, AdoptionPartsFragment } from '../../../generated/graphql';
import { useToday } from '../../../platform/dates/use-today';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useViewer } from '../../../platform/session/session-provider';
import type { ShownArtifact } from '../artifacts/shown-artifact';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { ADOPT } from './adoption.operations';
import { FeelFields } from './feel-fields';
import { TeamField } from './team-field';

export type AdoptDialogProps = {
  artifact: ShownArtifact;
  adoptions: readonly AdoptionPartsFragment[];
  onClose: () => void;
};

/** A team follows a version from a day on. */
export function AdoptDialog({ artifact, adoptions, onClose }: AdoptDialogProps) {
  const { teams } = useViewer();
  const today = useToday();
  const following = adoptions.map(({ team }) => team.id);
  const [teamId, setTeamId] = useState(teams.find(({ id }) => !following.includes(id))?.id ?? null);
  const [number, setNumber] = useState(artifact.current?.number ?? 1);
  const [since, setSince] = useState(today);
  const [feel, setFeel] = useState<AdoptionFeel | null>(null);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const { act, pending, refusal, key } = useShownAct(ADOPT);
  const problem = adoptionProblems({ since }, today).find(({ field }) => field === 'since')?.problem;
  const submit = async () => {
    setTried(true);
    if (teamId === null || problem !== undefined) return;
    const given = { artifactId: artifact.id, teamId, number, since, feel, note: note.trim(), idempotencyKey: key() };
    const done = await act(given);
    if (done === null) return;
    onClose();
    notify({ title: `${done.adoption.team.name} follows version ${number}.` });
  };
  return (
    <FormDialog
      title={`Adopt ${artifact.title}`}
      description="Whoever opens it sees that your team follows it, and you hear of newer versions."
      submit="Adopt it"
      size="md"
      pending={pending}
      refusal={refusal}
      fieldsShown={['teamId', 'number', 'since', 'feel', 'note']}
      onSubmit={submit}
      onClose={onClose}
    >
      <TeamField
        label="Which team?"
        value={teamId}
        except={following}
        error={(tried && teamId === null ? 'Choose the team.' : undefined) ?? refusal?.fields['teamId']}
        onChange={setTeamId}
      />
      <div className="form-dialog__pair">
        <VersionField
          latest={artifact.current?.number ?? 1}
          numbers={artifact.versions.map((version) => version.number)}
          value={number}
          error={refusal?.fields['number']}
          onChange={setNumber}
        />
        <TextField
          label="Since"
          type="date"
          max={today}
          value={since}
          error={(tried ? problem : undefined) ?? refusal?.fields['since']}
          onChange={({ target: { value } }) => setSince(value)}
        />
      </div>
      <FeelFields feel={feel} note={note} refusal={refusal} onFeel={setFeel} onNote={setNote} />
    </FormDialog>
  );
}

type VersionFieldProps = {
  numbers: readonly number[];
  latest: number;
  value: number;
  error: string | undefined;
  onChange: (number: number) => void;
};

/** The latest first. */
export function VersionField({ numbers, latest, value, error, onChange }: VersionFieldProps) {
  return (
    <Select
      label="Version"
      options={numbers
        .toSorted((a, b) => b - a)
        .map((number) => ({
          value: String(number),
          label: number === latest ? `${number}, the latest` : String(number),
        }))}
      value={String(value)}
      error={error}
      onChange={(event) => onChange(Number(event.target.value))}
    />
  );
}
