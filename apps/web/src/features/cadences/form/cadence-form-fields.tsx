import { FACILITATION_MODES } from '@chapterhouse/domain/cadences/cadence-kinds';
import { ROLE_TITLES, type Role, ROLES } from '@chapterhouse/domain/organization/role';
import { Button } from '@chapterhouse/ui/button';
import { MultiCombobox } from '@chapterhouse/ui/combobox';
import { Kbd } from '@chapterhouse/ui/kbd';
import { announce } from '@chapterhouse/ui/live-region';
import { Select } from '@chapterhouse/ui/select';
import { TextField } from '@chapterhouse/ui/text-field';
import { type KeyboardEvent, useState } from 'react';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { conflictOf } from '../../../platform/forms/conflict';
import { ConflictNote } from '../../../platform/forms/conflict-note';
import { FormSection } from '../../../platform/forms/form-section';
import { sendByKey } from '../../../platform/forms/send-by-key';
import { MarkdownField } from '../../../platform/markdown/markdown-field';
import { PeopleField } from '../../../platform/people/people-field';
import { PersonField } from '../../../platform/people/person-field';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import type { ShownRefusal } from '../../../platform/refusals/shown-refusal';
import { FACILITATION_TITLES } from '../meeting-words';
import { PlaceField } from '../place-field';
import { RoleHints } from '../role-hints';
import { type CadenceForm, startOf, type Template } from './cadence-form';
import { fitsTemplate } from './fits-template';
import { formProblems } from './form-problems';
import { RecurrenceWords } from './recurrence-words';
import { RuleFields } from './rule-fields';
import { followDay, ruleText } from './rule-form';
import { TurnsField } from './turns-field';
import type { WrittenCadence } from './use-cadence-form';
import { ZoneField } from './zone-field';

/** Fields that show their own problem. */
const FIELDS =
  'name scopeId chapterId communityId startsAt timeZone minutes rule place agenda facilitation facilitatorId rotaPersonIds roles personIds'.split(
    ' ',
  );

export type CadenceFormFieldsProps = {
  written: WrittenCadence;
  /** Of its kind, where it is known. */
  template: Template | undefined;
  mode: 'new' | 'edit';
  pending: boolean;
  refusal: ShownRefusal | null;
  submit: string;
  onSend: (form: CadenceForm) => void;
  onCancel: () => void;
};

/** Everything of a series, in the order in which people think: what and whose, when, who, how. */
export function CadenceFormFields(props: CadenceFormFieldsProps) {
  const { written, template, mode, pending, refusal, submit, onSend, onCancel } = props;
  const { form, set, draft } = written;
  const [tried, setTried] = useState(false);
  // Whoever took turns before goes on.
  const needsTurns = mode === 'new' || written.saved.facilitation !== 'ROTA';
  const problems = formProblems(form, needsTurns);
  const errorOf = (field: string) => (tried ? problems[field] : undefined) ?? refusal?.fields[field];
  const rule = ruleText(form.rule);
  const send = () => {
    setTried(true);
    const [first] = Object.values(problems);
    if (first === undefined) onSend(form);
    else announce(first, { urgent: true });
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter sends from any field
    <form
      className="cadence-form"
      noValidate
      onKeyDown={(event: KeyboardEvent<HTMLFormElement>) => {
        sendByKey(event);
        // Enter alone in one of many fields is no wish to be done.
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="cadence-form__fields">
        {draft.other === null && <DraftNote draft={draft} what="form" />}
        <FormSection title="What and whose">
          <TextField
            size="lg"
            label="Name"
            autoComplete="off"
            value={form.name}
            error={errorOf('name')}
            onChange={(event) => set({ name: event.target.value })}
          />
          {mode === 'new' && (
            <PlaceField
              label="Whose meeting"
              value={form.whose}
              error={errorOf('scopeId') ?? errorOf('chapterId') ?? errorOf('communityId')}
              fits={(place) => template === undefined || fitsTemplate(template, place)}
              onChange={(whose) => set({ whose })}
            />
          )}
          {template && template.hints.length > 0 && <RoleHints hints={template.hints} />}
        </FormSection>
        <FormSection title="When">
          <div className="cadence-form__times">
            <TextField
              label={mode === 'new' ? 'First day' : 'Day'}
              type="date"
              value={form.startsOn}
              error={errorOf('startsAt')}
              onChange={({ target: { value } }) =>
                set({
                  startsOn: value,
                  ...(value !== '' && form.startsOn !== '' && { rule: followDay(form.rule, form.startsOn, value) }),
                })
              }
            />
            <TextField
              label="Begins"
              type="time"
              value={form.startsTime}
              onChange={(event) => set({ startsTime: event.target.value })}
            />
            <TextField
              label="Minutes"
              type="number"
              inputMode="numeric"
              min={1}
              value={form.minutes}
              error={errorOf('minutes')}
              onChange={(event) => set({ minutes: event.target.value })}
            />
            <ZoneField value={form.timeZone} error={errorOf('timeZone')} onChange={(timeZone) => set({ timeZone })} />
          </div>
          <RuleFields
            form={form.rule}
            error={errorOf('rule')}
            onChange={(part) => set({ rule: { ...form.rule, ...part } })}
          />
        </FormSection>
        <FormSection title="Who">
          <MultiCombobox
            label="Everybody who holds one of these roles there"
            optional
            placeholder="Choose roles"
            options={ROLES.map((role) => ({ value: role, label: ROLE_TITLES[role] }))}
            values={form.roles}
            error={errorOf('roles')}
            onChange={(values) => set({ roles: ROLES.filter((role: Role) => values.includes(role)) })}
          />
          <PeopleField
            label="And these people"
            optional
            value={form.people}
            error={errorOf('personIds')}
            onChange={(people) => set({ people })}
          />
          <Select
            label="Who facilitates"
            options={FACILITATION_MODES.map((value) => ({ value, label: FACILITATION_TITLES[value] }))}
            value={form.facilitation}
            error={errorOf('facilitation')}
            onChange={(event) =>
              set({
                facilitation: FACILITATION_MODES.find((one) => one === event.target.value) ?? form.facilitation,
              })
            }
          />
          {form.facilitation === 'FIXED' && (
            <PersonField
              label="Facilitator"
              value={form.facilitator}
              error={errorOf('facilitatorId')}
              onChange={(facilitator) => set({ facilitator })}
            />
          )}
          {form.facilitation === 'ROTA' && (
            <TurnsField
              whose={form.whose}
              roles={form.roles}
              optional={!needsTurns}
              hint={
                needsTurns
                  ? 'In this order at first; who is away is passed over, and turns even out.'
                  : 'Left empty, it stays as it is; name people to change who takes turns.'
              }
              value={form.takesTurns}
              error={errorOf('rotaPersonIds')}
              onChange={(takesTurns) => set({ takesTurns })}
            />
          )}
        </FormSection>
        <FormSection title="Where and how">
          <TextField
            label="Place"
            optional
            hint="A room, or the address of a call."
            value={form.where}
            error={errorOf('place')}
            onChange={(event) => set({ where: event.target.value })}
          />
          <MarkdownField
            label="Agenda"
            optional
            rows={6}
            value={form.agenda}
            error={errorOf('agenda')}
            onChange={(agenda) => set({ agenda })}
          />
        </FormSection>
      </div>
      <aside className="cadence-form__beside">
        <h2>It takes place</h2>
        <RecurrenceWords label="Next dates" rule={rule} startsAt={startOf(form)} timeZone={form.timeZone} />
      </aside>
      <div className="cadence-form__send">
        {draft.other !== null && <DraftNote draft={draft} what="form" />}
        {conflictOf(refusal) ? <ConflictNote lines={[]} /> : <RefusalNote refusal={refusal} fieldsShown={FIELDS} />}
        <div className="cadence-form__buttons">
          <span className="cadence-form__kept">Kept as a draft in this browser.</span>
          <Button variant="ghost" onClick={onCancel}>
            Close
          </Button>
          <Button type="submit" variant="primary" pending={pending}>
            {submit} <Kbd>Ctrl ↵</Kbd>
          </Button>
        </div>
      </div>
    </form>
  );
}
