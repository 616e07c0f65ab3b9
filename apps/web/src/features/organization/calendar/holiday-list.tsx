import type { Holiday } from '@chapterhouse/domain/organization/holidays';
import { Button } from '@chapterhouse/ui/button';
import { type ReactNode, useState } from 'react';
import { useToday } from '../../../platform/dates/use-today';
import { weekdayName, weekdayOf } from './calendar-words';

const dayAndMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });

export type HolidayListProps = {
  /** By date. */
  holidays: readonly Holiday[];
  /** What stands behind a name, where something does. */
  beside?: (holiday: Holiday) => ReactNode;
};

/** Holidays by year, those ahead first; past ones are there to be seen, for they count in what is past. */
export function HolidayList({ holidays, beside }: HolidayListProps) {
  const today = useToday();
  const [all, setAll] = useState(false);
  const past = holidays.filter(({ date }) => date < today).length;
  const shown = all ? holidays : holidays.slice(past);
  const years = [...new Set(shown.map(({ date }) => date.slice(0, 4)))];
  return (
    <div className="holidays">
      {shown.length === 0 && (
        <p className="holidays__none">
          {past === 0
            ? 'No holidays yet. Without them, clocks run on days on which nobody works.'
            : 'No holidays ahead.'}
        </p>
      )}
      {years.map((year) => (
        <section key={year} aria-label={year}>
          <h3 className="holidays__year">{year}</h3>
          <ul className="holidays__list">
            {shown
              .filter(({ date }) => date.startsWith(year))
              .map((holiday) => (
                <li key={holiday.date} className="holidays__one">
                  <time dateTime={holiday.date} className="holidays__date">
                    <span className="holidays__weekday">{weekdayName(weekdayOf(holiday.date), 'short')}</span>{' '}
                    {dayAndMonth.format(new Date(holiday.date))}
                  </time>
                  <span className="holidays__name">{holiday.name}</span>
                  {beside?.(holiday)}
                </li>
              ))}
          </ul>
        </section>
      ))}
      {past > 0 && (
        <div>
          <Button size="sm" variant="ghost" onClick={() => setAll(!all)}>
            {all ? 'Hide past holidays' : `Show ${past} past`}
          </Button>
        </div>
      )}
    </div>
  );
}
