import { Button } from '@chapterhouse/ui/button';
import { Chip } from '@chapterhouse/ui/chip';
import { TextField } from '@chapterhouse/ui/text-field';
import { useState } from 'react';
import { dayWords, isDay } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import './settings.css';

export type HolidaysFieldProps = {
  /** YYYY-MM-DD */
  value: readonly string[];
  onChange: (days: string[]) => void;
  error?: string | undefined;
};

/** Days on which nobody works; past ones stay, because they count in old clocks. */
export function HolidaysField({ value, onChange, error }: HolidaysFieldProps) {
  const today = useToday();
  const [day, setDay] = useState('');
  const [all, setAll] = useState(false);
  const past = value.filter((holiday) => holiday < today);
  const shown = all ? value : value.filter((holiday) => holiday >= today);
  const add = () => {
    if (!isDay(day)) return;
    onChange([...new Set([...value, day])].sort());
    setDay('');
  };
  return (
    <div className="settings-holidays">
      <div className="form-dialog__copy">
        <TextField
          label="Holidays"
          type="date"
          value={day}
          onChange={(event) => setDay(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
          error={error}
        />
        <Button onClick={add} disabled={!isDay(day)}>
          Add
        </Button>
      </div>
      <div className="settings-holidays__chips">
        {shown.map((holiday) => (
          <Chip key={holiday} onRemove={() => onChange(value.filter((other) => other !== holiday))}>
            {dayWords(holiday, today)}
          </Chip>
        ))}
        {shown.length === 0 && <p className="form-dialog__words">No holidays ahead.</p>}
        {past.length > 0 && (
          <Button size="sm" variant="ghost" onClick={() => setAll(!all)}>
            {all ? 'Hide past holidays' : `Show ${past.length} past`}
          </Button>
        )}
      </div>
    </div>
  );
}
