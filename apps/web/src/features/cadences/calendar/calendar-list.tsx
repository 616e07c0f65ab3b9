import { useToday } from '../../../platform/dates/use-today';
import { longDayWords } from '../meeting-times';
import type { PlacedMeeting } from './by-day';
import { MeetingCard } from './meeting-card';

/** Day after day, only those on which there is something. */
export function CalendarList({ found }: { found: ReadonlyMap<string, readonly PlacedMeeting[]> }) {
  const today = useToday();
  return (
    <ol className="calendar-list" aria-label="The next weeks">
      {[...found].map(([day, meetings]) => (
        <li key={day} className="calendar-list__day">
          <h3 data-today={day === today || undefined}>{longDayWords(day, today)}</h3>
          <ul className="calendar-list__meetings">
            {meetings.map((one) => (
              <MeetingCard key={one.meeting.id} {...one} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
