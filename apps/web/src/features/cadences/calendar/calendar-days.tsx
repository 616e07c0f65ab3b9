import { useEffect, useRef } from 'react';
import { dayWords } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { shortWeekdayOf, weekdayOf } from '../meeting-times';
import type { PlacedMeeting } from './by-day';
import { daysOf, type ShownDays } from './calendar-view';
import { MeetingCard } from './meeting-card';

export type CalendarDaysProps = { days: ShownDays; found: ReadonlyMap<string, readonly PlacedMeeting[]> };

/**
 * A week, a column a day; on a phone the days stand below each other, without those on which nothing is, and begin in sight
 * with today.
 */
export function CalendarDays({ days, found }: CalendarDaysProps) {
  const today = useToday();
  const week = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const [first, now] = [week.current?.firstElementChild, week.current?.querySelector('[data-today]')];
    if (!(first instanceof HTMLElement) || !(now instanceof HTMLElement)) return;
    if (now.offsetTop > first.offsetTop) now.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <ol ref={week} className="calendar-week" aria-label="The week">
      {daysOf(days).map((day) => {
        const meetings = found.get(day) ?? [];
        return (
          <li
            key={day}
            className="calendar-week__day"
            data-today={day === today || undefined}
            data-past={day < today || undefined}
            data-empty={meetings.length === 0 || undefined}
            aria-label={`${weekdayOf(day)}, ${dayWords(day, today)}`}
          >
            <h3 className="calendar-week__head">
              <span>{shortWeekdayOf(day)}</span> {dayWords(day, today)}
            </h3>
            <ul className="calendar-week__meetings">
              {meetings.map((one) => (
                <MeetingCard key={one.meeting.id} {...one} />
              ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}
