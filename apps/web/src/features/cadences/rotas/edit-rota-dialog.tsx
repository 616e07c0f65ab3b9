import { TextField } from '@chapterhouse/ui/text-field';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import { conflictOf } from '../../../platform/forms/conflict';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { PeopleField } from '../../../platform/people/people-field';
import type { NamedPerson } from '../../../platform/people/use-people-found';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { useViewer } from '../../../platform/session/session-provider';
import { RecurrenceWords } from '../form/recurrence-words';
import { RuleFields } from '../form/rule-fields';
import { type RuleForm, ruleFormOf, ruleProblem, ruleText } from '../form/rule-form';
import { EDIT_ROTA } from './rotas.operations';
import type { ShownRota } from './turns';
import '../form/cadence-form.css';

/** Who takes turns, how often, and how many at once; turns that were taken stay. */
export function EditRotaDialog({ rota, onClose }: { rota: ShownRota; onClose: () => void }) {
  const { timeZone } = useViewer().organization;
  const start = { startsAt: `${rota.startsOn}T12:00`, timeZone };
  const [name, setName] = useState(rota.name);
  const [people, setPeople] = useState<NamedPerson[]>(() => rota.members.map(({ person }) => person));
  const [rule, setRule] = useState<RuleForm>(() => ruleFormOf(rota.rule, start));
  const [size, setSize] = useState(String(rota.size));
  const [tried, setTried] = useState(false);
  const { act, pending, refusal, key } = useShownAct(EDIT_ROTA);
  const text = ruleText(rule);
  const ofMeeting = rota.cadence !== null;
  const problems: Partial<Record<string, string | null>> = {
    name: name.trim() === '' ? 'Give it a name.' : null,
    personIds: people.length === 0 ? 'Name who takes turns.' : null,
    rule: ofMeeting ? null : ruleProblem(rule, start),
  };
  const errorOf = (field: string) => (tried && problems[field]) || refusal?.fields[field];
  const save = async () => {
    setTried(true);
    if (Object.values(problems).some((problem) => problem !== null)) return;
    const ids = people.map(({ id }) => id);
    const changes = {
      ...(name.trim() !== rota.name && { name: name.trim() }),
      ...(!ofMeeting && text !== rota.rule && { rule: text }),
      ...(rota.purpose === 'CODE_REVIEW' && Number(size) !== rota.size && { size: Math.max(1, Number(size) || 1) }),
      ...(ids.join() !== rota.members.map(({ person }) => person.id).join() && { personIds: ids }),
    };
    if (Object.keys(changes).length === 0) return onClose();
    const version = conflictOf(refusal)?.version ?? rota.version;
    if ((await act({ id: rota.id, version, changes, idempotencyKey: key() })) === null) return;
    onClose();
    notify({ title: `${name.trim()} is saved.`, detail: 'Turns that were taken stay as they were.' });
  };
  return (
    <FormDialog
      title={`Change ${rota.name}`}
      size="md"
      submit="Save"
      pending={pending}
      refusal={refusal}
      fieldsShown={['name', 'personIds', 'rule', 'size']}
      onSubmit={save}
      onClose={onClose}
    >
      <TextField
        label="Name"
        autoComplete="off"
        value={name}
        error={errorOf('name')}
        onChange={(event) => setName(event.target.value)}
      />
      <PeopleField
        label="Who takes turns"
        hint="Whoever is new begins level with the others."
        value={people}
        error={errorOf('personIds')}
        onChange={setPeople}
      />
      {rota.purpose === 'CODE_REVIEW' && (
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
      {!ofMeeting && (
        <>
          <RuleFields form={rule} always error={errorOf('rule')} onChange={(part) => setRule({ ...rule, ...part })} />
          <RecurrenceWords daysOnly label="Turns begin" rule={text} {...start} />
        </>
      )}
    </FormDialog>
  );
}
