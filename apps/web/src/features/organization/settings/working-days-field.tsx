import { Checkbox } from '@chapterhouse/ui/checkbox';
import { FieldError } from '@chapterhouse/ui/field-error';
import './settings.css';

/** 1 January 2024 was a Monday: ISO weekday n is that many days later, less one. */
const nameOf = (weekday: number): string =>
  new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday));

const WEEK = [1, 2, 3, 4, 5, 6, 7];

export type WorkingDaysFieldProps = {
  /** ISO weekdays, 1 Monday to 7 Sunday. */
  value: readonly number[];
  onChange: (days: number[]) => void;
  error?: string | undefined;
};

export function WorkingDaysField({ value, onChange, error }: WorkingDaysFieldProps) {
  return (
    <fieldset className="settings-days">
      <legend>Working days</legend>
      <div className="settings-days__boxes">
        {WEEK.map((day) => (
          <Checkbox
            key={day}
            label={nameOf(day)}
            checked={value.includes(day)}
            onChange={(event) =>
              onChange(WEEK.filter((other) => (other === day ? event.target.checked : value.includes(other))))
            }
          />
        ))}
      </div>
      <FieldError>{error}</FieldError>
    </fieldset>
  );
}
