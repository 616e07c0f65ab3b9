import { WEEKDAYS, type Weekday } from '@chapterhouse/domain/cadences/rule-text';
import { Button } from '@chapterhouse/ui/button';
import { FieldError } from '@chapterhouse/ui/field-error';
import { Select } from '@chapterhouse/ui/select';
import { TextField } from '@chapterhouse/ui/text-field';
import { VisuallyHidden } from '@chapterhouse/ui/visually-hidden';
import {
  ENDS,
  type Ends,
  MONTH_BYS,
  type MonthBy,
  NTHS,
  type Repeat,
  REPEATS,
  type RuleForm,
  ruleText,
} from './rule-form';

export type RuleFieldsProps = {
  form: RuleForm;
  error: string | undefined;
  /** Without "once" where something always comes again. */
  always?: boolean;
  onChange: (part: Partial<RuleForm>) => void;
};

const REPEAT_TITLES: Record<Repeat, string> = {
  ONCE: 'Once',
  DAY: 'By days',
  WEEK: 'By weeks',
  MONTH: 'By months',
  RAW: 'By a rule of its own',
};
const UNITS: Partial<Record<Repeat, string>> = { DAY: 'days', WEEK: 'weeks', MONTH: 'months' };
const WEEKDAY_TITLES: Record<Weekday, string> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};
const MONTH_TITLES: Record<MonthBy, string> = { WEEKDAY: 'On a weekday', DAY: 'On a day of the month' };
const NTH_TITLES: Record<string, string> = { '1': 'first', '2': 'second', '3': 'third', '4': 'fourth', '-1': 'last' };
const ENDS_TITLES: Record<Ends, string> = { NEVER: 'Goes on', ON: 'Until a day', AFTER: 'So many times' };

const MONTH_DAYS = [...Array.from({ length: 31 }, (_, index) => String(index + 1)), '-1'];

/** How often it takes place; what the fields cannot say can be written as a rule. */
export function RuleFields({ form, error, always = false, onChange }: RuleFieldsProps) {
  const { repeat } = form;
  const toRepeat = (next: Repeat | undefined) => {
    if (next === undefined) return;
    onChange({ repeat: next, ...(next === 'RAW' && { raw: ruleText(form) ?? 'FREQ=WEEKLY' }) });
  };
  return (
    <div className="rule-fields">
      <div className="rule-fields__line">
        <Select
          label="How often"
          options={REPEATS.filter((one) => !always || one !== 'ONCE').map((value) => ({
            value,
            label: REPEAT_TITLES[value],
          }))}
          value={repeat}
          onChange={(event) => toRepeat(REPEATS.find((one) => one === event.target.value))}
        />
        {UNITS[repeat] !== undefined && (
          <TextField
            label={`Every so many ${UNITS[repeat]}`}
            type="number"
            inputMode="numeric"
            min={1}
            max={1000}
            value={form.every}
            onChange={(event) => onChange({ every: event.target.value })}
          />
        )}
        {repeat === 'MONTH' && <MonthFields form={form} onChange={onChange} />}
      </div>
      {repeat === 'WEEK' && <WeekFields form={form} onChange={onChange} />}
      {repeat === 'RAW' && (
        <TextField
          label="Rule (RFC 5545)"
          spellCheck={false}
          autoComplete="off"
          hint="Such as FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 for the last working day of a month."
          value={form.raw}
          error={error}
          onChange={(event) => onChange({ raw: event.target.value })}
        />
      )}
      {repeat !== 'RAW' && <FieldError>{error}</FieldError>}
      {repeat !== 'ONCE' && repeat !== 'RAW' && <EndFields form={form} onChange={onChange} />}
    </div>
  );
}

type PartProps = Pick<RuleFieldsProps, 'form' | 'onChange'>;

function WeekFields({ form: { days }, onChange }: PartProps) {
  return (
    <fieldset className="rule-fields__days" aria-label="On these days of the week">
      {WEEKDAYS.map((day) => (
        <Button
          key={day}
          size="sm"
          aria-pressed={days.includes(day)}
          onClick={() => onChange({ days: days.includes(day) ? days.filter((one) => one !== day) : [...days, day] })}
        >
          <span aria-hidden>{WEEKDAY_TITLES[day].slice(0, 2)}</span>
          <VisuallyHidden>{WEEKDAY_TITLES[day]}</VisuallyHidden>
        </Button>
      ))}
    </fieldset>
  );
}

function MonthFields({ form: { monthBy, nth, weekday, monthDay }, onChange }: PartProps) {
  return (
    <>
      <Select
        label="In the month"
        options={MONTH_BYS.map((value) => ({ value, label: MONTH_TITLES[value] }))}
        value={monthBy}
        onChange={(event) => onChange({ monthBy: MONTH_BYS.find((one) => one === event.target.value) ?? monthBy })}
      />
      {monthBy === 'DAY' && (
        <Select
          label="Day of the month"
          options={MONTH_DAYS.map((value) => ({ value, label: value === '-1' ? 'the last' : value }))}
          value={monthDay}
          onChange={(event) => onChange({ monthDay: event.target.value })}
        />
      )}
      {monthBy === 'WEEKDAY' && (
        <>
          <Select
            label="Which"
            options={NTHS.map((value) => ({ value, label: NTH_TITLES[value] ?? value }))}
            value={nth}
            onChange={(event) => onChange({ nth: event.target.value })}
          />
          <Select
            label="Weekday"
            options={WEEKDAYS.map((value) => ({ value, label: WEEKDAY_TITLES[value] }))}
            value={weekday}
            onChange={(event) => onChange({ weekday: WEEKDAYS.find((one) => one === event.target.value) ?? weekday })}
          />
        </>
      )}
    </>
  );
}

function EndFields({ form: { ends, until, count }, onChange }: PartProps) {
  return (
    <div className="rule-fields__line">
      <Select
        label="Ends"
        options={ENDS.map((value) => ({ value, label: ENDS_TITLES[value] }))}
        value={ends}
        onChange={(event) => onChange({ ends: ENDS.find((one) => one === event.target.value) ?? ends })}
      />
      {ends === 'ON' && (
        <TextField
          label="Last day"
          type="date"
          value={until}
          onChange={(event) => onChange({ until: event.target.value })}
        />
      )}
      {ends === 'AFTER' && (
        <TextField
          label="Times"
          type="number"
          inputMode="numeric"
          min={1}
          max={5000}
          value={count}
          onChange={(event) => onChange({ count: event.target.value })}
        />
      )}
    </div>
  );
}
