import { SPRINT_STATE_TITLES, SPRINT_STATES } from '@chapterhouse/domain/sprints/sprint-fields';
import { Select } from '@chapterhouse/ui/select';
import { TextArea } from '@chapterhouse/ui/text-area';
import { TextField } from '@chapterhouse/ui/text-field';
import type { SprintFactsFragment } from '../../../generated/graphql';
import type { ShownRefusal } from '../../../platform/refusals/shown-refusal';
import { numberWords } from '../sprint-words';
import { isState, type SprintForm } from './sprint-form';

export type SprintFieldsProps = {
  form: SprintForm;
  onChange: (part: Partial<SprintForm>) => void;
  refusal: ShownRefusal | null;
  /** What is edited; nothing while it is new. */
  sprint?: SprintFactsFragment | undefined;
};

const STATES = SPRINT_STATES.map((value) => ({ value, label: SPRINT_STATE_TITLES[value] }));
/** Input fields of the form, as the api names them. */
export const SPRINT_FIELDS = [
  'name',
  'goal',
  'state',
  'startsOn',
  'endsBefore',
  'plannedItems',
  'plannedPoints',
  'doneItems',
  'donePoints',
];

/** All that is to say of a sprint; what was done only once it has begun. */
export function SprintFields({ form, onChange, refusal, sprint }: SprintFieldsProps) {
  const error = (field: string) => refusal?.fields[field];
  const needsDays = form.state === 'CLOSED';
  const number = (field: NumberField, label: string, step: number) => (
    <TextField
      label={label}
      optional
      type="number"
      inputMode="decimal"
      min={0}
      step={step}
      value={form[field]}
      onChange={(event) => onChange({ [field]: event.target.value })}
      hint={sprint && countedHint(sprint, field)}
      error={error(field)}
    />
  );
  return (
    <>
      <div className="form-dialog__pair">
        <TextField
          label="Name"
          required
          value={form.name}
          onChange={(event) => onChange({ name: event.target.value })}
          error={error('name')}
        />
        <Select
          label="State"
          options={STATES}
          value={form.state}
          onChange={({ target: { value } }) => isState(value) && onChange({ state: value })}
          error={error('state')}
        />
      </div>
      <TextArea
        label="Sprint Goal"
        optional
        rows={2}
        value={form.goal}
        onChange={(event) => onChange({ goal: event.target.value })}
        error={error('goal')}
      />
      <div className="form-dialog__pair">
        <TextField
          label="First day"
          type="date"
          required={needsDays}
          optional={!needsDays}
          value={form.startsOn}
          onChange={(event) => onChange({ startsOn: event.target.value })}
          error={error('startsOn')}
        />
        <TextField
          label="Last day"
          type="date"
          required={needsDays}
          optional={!needsDays}
          min={form.startsOn}
          value={form.lastDay}
          onChange={(event) => onChange({ lastDay: event.target.value })}
          error={error('endsBefore')}
        />
      </div>
      <div className="form-dialog__pair">
        {number('plannedItems', 'Items planned', 1)}
        {number('plannedPoints', 'Points planned', 0.25)}
      </div>
      {form.state !== 'FUTURE' && (
        <div className="form-dialog__pair">
          {number('doneItems', 'Items done', 1)}
          {number('donePoints', 'Points done', 0.25)}
        </div>
      )}
    </>
  );
}

type NumberField = 'plannedItems' | 'plannedPoints' | 'doneItems' | 'donePoints';

/** What the import says where somebody said otherwise, and how to follow it again. */
function countedHint({ counted, editedByHand }: SprintFactsFragment, field: NumberField): string | undefined {
  const value = counted?.[field] ?? null;
  if (!editedByHand.includes(field) || value === null) return undefined;
  return `The import counts ${numberWords(value)}; empty this to follow it.`;
}
