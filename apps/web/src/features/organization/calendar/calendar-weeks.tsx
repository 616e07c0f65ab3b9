import { classNames } from '@chapterhouse/ui/class-names';
import { VisuallyHidden } from '@chapterhouse/ui/visually-hidden';
import { addDays } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import type { Calendar } from './calendar-facts';
import { weekdayName, weekdayOf } from './calendar-words';

const WEEKS = 6;
const WEEK = [1, 2, 3, 4, 5, 6, 7];
const monthOf = (day: string) =>
  new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }).format(new Date(day));

/** The weeks from this one on: which of their days count. */
export function CalendarWeeks({ calendar }: { calendar: Calendar }) {
  const today = useToday();
  const monday = addDays(today, 1 - weekdayOf(today));
  const nameOf = new Map(calendar.holidays.map(({ date, name }) => [date, name]));
  const weeks = Array.from({ length: WEEKS }, (_, week) => WEEK.map((day) => addDays(monday, week * 7 + day - 1)));
  return (
    <table className="weeks">
      <caption>This week and the five after it</caption>
      <thead>
        <tr>
          {WEEK.map((day) => (
            <th key={day} scope="col" abbr={weekdayName(day)}>
              {weekdayName(day, 'short')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((days) => (
          <tr key={days[0]}>
            {days.map((day) => {
              const holiday = nameOf.get(day);
              const works = calendar.workingDays.includes(weekdayOf(day));
              const date = Number(day.slice(8));
              return (
                <td
                  key={day}
                  title={holiday}
                  aria-current={day === today ? 'date' : undefined}
                  className={classNames(
                    'weeks__day',
                    works && holiday === undefined && 'weeks__day--works',
                    holiday !== undefined && 'weeks__day--holiday',
                  )}
                >
                  {date}
                  {(date === 1 || day === monday) && <span className="weeks__month"> {monthOf(day)}</span>}
                  {holiday !== undefined && <VisuallyHidden> {holiday}, holiday</VisuallyHidden>}
                  {holiday === undefined && !works && <VisuallyHidden> no working day</VisuallyHidden>}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
