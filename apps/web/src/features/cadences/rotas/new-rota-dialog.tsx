import { Select } from '@chapterhouse/ui/select';
import { TextField } from '@chapterhouse/ui/text-field';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Role } from '@chapterhouse/domain/organization/role';
import type { RotaPurpose } from '../../../generated/graphql';
import { useToday } from '../../../platform/dates/use-today';
import { FormDialog } from '../../../platform/forms/form-dialog';
import type { NamedPerson } from '../../../platform/people/use-people-found';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { useViewer } from '../../../platform/session/session-provider';
import { RecurrenceWords } from '../form/recurrence-words';
import { RuleFields } from '../form/rule-fields';
import { type RuleForm, ruleProblem, ruleText, usualRuleForm } from '../form/rule-form';
import { TurnsField } from '../form/turns-field';
import { mondayOf } from '../meeting-times';
import { ROTA_PURPOSE_TITLES } from '../meeting-words';
import { PlaceField } from '../place-field';
import type { MeetingPlace } from '../use-meeting-places';
import { CREATE_ROTA } from './rotas.operations';
import '../form/cadence-form.css';

/** Facilitation is a rota of its meeting, and made with it. */
const PURPOSES: readonly RotaPurpose[] = ['CODE_REVIEW', 'PAIRING', 'MOB'];

/** A turn begins, not a meeting: any time of day does. */
const NOON = 'T12:00';

/** Who reviews, pairs and sits in a mob. */
const REVIEWERS: readonly Role[] = ['DEVELOPER'];

type Place = Pick<MeetingPlace, 'id' | 'name' | 'chapterId'>;
export type NewRotaDialogProps = { onClose: () => void; team?: { id: string; name: string } };

/** Something that a team shares in turns. */
export function NewRotaDialog({ onClose, team: given }: NewRotaDialogProps) {
  const today = useToday();
  const { teams, organization } = useViewer();
  const navigate = useNavigate();
  const [own] = teams;
  const home = given ?? own;
  const [team, setTeam] = useState<Place | null>(home ? { id: home.id, name: home.name, chapterId: null } : null);
  const [purpose, setPurpose] = useState<RotaPurpose>('CODE_REVIEW');
  const [name, setName] = useState('');
  const [startsOn, setStartsOn] = useState(() => mondayOf(today));
  const [rule, setRule] = useState<RuleForm>(() => usualRuleForm(mondayOf(today)));
  const [size, setSize] = useState('1');
  const [people, setPeople] = useState<NamedPerson[]>([]);
  const [tried, setTried] = useState(false);
  const { act, pending, refusal, key } = useShownAct(CREATE_ROTA);
  const start = { startsAt: `${startsOn}${NOON}`, timeZone: organization.timeZone };
  const problems: Partial<Record<string, string | null>> = {
    name: name.trim() === '' ? 'Give it a name.' : null,
    teamId: team === null ? 'Choose the team that shares it.' : null,
    personIds: people.length < 2 ? 'Name at least two people: one alone takes no turns.' : null,
    rule: startsOn === '' ? 'Give the first day.' : ruleProblem(rule, start),
  };
  const errorOf = (field: string) => (tried && problems[field]) || refusal?.fields[field];
  const save = async () => {
    setTried(true);
    const text = ruleText(rule);
    if (Object.values(problems).some((problem) => problem !== null) || team === null || text === null) return;
    const input = {
      purpose,
      name: name.trim(),
      teamId: team.id,
      rule: text,
      startsOn,
      size: purpose === 'CODE_REVIEW' ? Math.max(1, Number(size) || 1) : purpose === 'PAIRING' ? 2 : 1,
      personIds: people.map(({ id }) => id),
    };
    const done = await act({ input, idempotencyKey: key() });
    if (done === null) return;
    onClose();
    notify({ title: `${done.createRota.name} begins.`, detail: done.createRota.sentence });
    void navigate(`/rotas/${encodeURIComponent(done.createRota.id)}`);
  };
  return (
    <FormDialog
      title="New rota"
      description="Who facilitates a meeting in turns is said where the meeting is planned."
      size="md"
      submit="Begin it"
      pending={pending}
      refusal={refusal}
      fieldsShown={['name', 'teamId', 'personIds', 'rule', 'startsOn', 'size', 'purpose']}
      onSubmit={save}
      onClose={onClose}
    >
      <div className="form-dialog__pair">
        <TextField
          label="Name"
          autoComplete="off"
          value={name}
          error={errorOf('name')}
          onChange={(event) => setName(event.target.value)}
        />
        <Select
          label="What for"
          options={PURPOSES.map((value) => ({ value, label: ROTA_PURPOSE_TITLES[value] }))}
          value={purpose}
          onChange={(event) => setPurpose(PURPOSES.find((one) => one === event.target.value) ?? purpose)}
        />
      </div>
      <PlaceField
        label="Team"
        placeholder="A team"
        value={team}
        error={errorOf('teamId')}
        fits={({ kind, chapterId }) => kind === 'TEAM' && chapterId === null}
        onChange={setTeam}
      />
      <TurnsField
        whose={team && { kind: 'TEAM', id: team.id, chapterId: null }}
        roles={REVIEWERS}
        all="All Developers of the team"
        optional={false}
        hint="In this order at first; turns even out by who is there."
        value={people}
        error={errorOf('personIds')}
        onChange={setPeople}
      />
      <div className="form-dialog__pair">
        <TextField
          label="First turn on"
          type="date"
          value={startsOn}
          error={errorOf('startsOn')}
          onChange={(event) => setStartsOn(event.target.value)}
        />
        {purpose === 'CODE_REVIEW' && (
          <TextField
            label="How many at once"
            type="number"
            inputMode="numeric"
            min={1}
            value={size}
            error={errorOf('size')}
            onChange={(event) => setSize(event.target.value)}
          />
        )}
      </div>
      <RuleFields form={rule} always error={errorOf('rule')} onChange={(part) => setRule({ ...rule, ...part })} />
      <RecurrenceWords daysOnly label="Turns begin" rule={ruleText(rule)} {...start} />
    </FormDialog>
  );
}
