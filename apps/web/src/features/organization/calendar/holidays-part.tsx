import { type Holiday, HOLIDAY_NAME_LIMIT } from '@chapterhouse/domain/organization/holidays';
import { Button } from '@chapterhouse/ui/button';
import { FieldError } from '@chapterhouse/ui/field-error';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { announce } from '@chapterhouse/ui/live-region';
import { TextField } from '@chapterhouse/ui/text-field';
import { ClipboardPaste, RotateCcw, X } from 'lucide-react';
import { type KeyboardEvent, lazy, Suspense, useRef, useState } from 'react';
import { isDay } from '../../../platform/dates/day-words';
import type { Fact } from '../../../platform/forms/use-edits';
import { Part } from '../layout/part';
import { holidayField } from './calendar-facts';
import { weekdayOf } from './calendar-words';
import { HolidayList } from './holiday-list';

const PasteDialog = lazy(async () => ({ default: (await import('./paste-holidays-dialog')).PasteHolidaysDialog }));

export type HolidaysPartProps = {
  /** As they would be after saving. */
  holidays: readonly Holiday[];
  saved: readonly Holiday[];
  workingDays: readonly number[];
  onChange: (field: string, to: Fact) => void;
  problem: string | undefined;
};

/** Days on which nobody works, each with a name: one by one, or a list at once. */
export function HolidaysPart({ holidays, saved, workingDays, onChange, problem }: HolidaysPartProps) {
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const [pasting, setPasting] = useState(false);
  const dateField = useRef<HTMLInputElement>(null);
  const there = holidays.find((holiday) => holiday.date === date);
  const ready = isDay(date) && name.trim() !== '';
  const add = () => {
    if (!ready) return;
    onChange(holidayField(date), name.trim());
    announce(`${name.trim()} is a holiday, once this is saved.`);
    setDate('');
    setName('');
    dateField.current?.focus();
  };
  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    // Enter adds the day; it does not save the calendar.
    event.preventDefault();
    add();
  };
  const nameWas = new Map(saved.map((one) => [one.date, one.name]));
  const remove = (day: string) => {
    onChange(holidayField(day), null);
    // What was never saved is gone with its button.
    if (!nameWas.has(day)) dateField.current?.focus();
  };
  const removed = saved.filter((one) => holidays.every((other) => other.date !== one.date));
  const isRemoved = ({ date: day }: Holiday) => removed.some((one) => one.date === day);
  const shown = [...holidays, ...removed].toSorted((one, other) => (one.date < other.date ? -1 : 1));
  const beside = (holiday: Holiday) => (
    <>
      <Note
        words={[
          !workingDays.includes(weekdayOf(holiday.date)) && 'nobody works then anyway',
          isRemoved(holiday) && 'removed, not saved yet',
          !isRemoved(holiday) && nameWas.get(holiday.date) !== holiday.name && 'not saved yet',
        ]}
      />
      {isRemoved(holiday) ? (
        <IconButton
          size="sm"
          label={`Keep ${holiday.name}`}
          icon={<RotateCcw aria-hidden />}
          onClick={() => onChange(holidayField(holiday.date), holiday.name)}
        />
      ) : (
        <IconButton
          size="sm"
          label={`Remove ${holiday.name}`}
          icon={<X aria-hidden />}
          onClick={() => remove(holiday.date)}
        />
      )}
    </>
  );
  return (
    <Part
      title="Holidays"
      action={
        <Button size="sm" icon={<ClipboardPaste aria-hidden />} onClick={() => setPasting(true)}>
          Paste a list …
        </Button>
      }
    >
      <div className="holidays__add">
        <TextField
          ref={dateField}
          label="Day"
          type="date"
          value={date}
          onChange={(event) => setDate(event.target.value)}
          onKeyDown={onEnter}
        />
        <TextField
          label="Name"
          value={name}
          maxLength={HOLIDAY_NAME_LIMIT}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={onEnter}
        />
        <Button onClick={add} disabled={!ready}>
          {there ? 'Rename' : 'Add'}
        </Button>
      </div>
      <FieldError>{problem}</FieldError>
      <HolidayList holidays={shown} beside={beside} />
      {pasting && (
        <Suspense>
          <PasteDialog
            known={holidays}
            onAdd={(added) => added.forEach((one) => onChange(holidayField(one.date), one.name))}
            onClose={() => setPasting(false)}
          />
        </Suspense>
      )}
    </Part>
  );
}

function Note({ words }: { words: (string | false)[] }) {
  const said = words.filter((one) => one !== false);
  return said.length > 0 && <span className="holidays__note">{said.join(', ')}</span>;
}
