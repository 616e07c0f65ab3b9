import { Button, buttonLook } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { CalendarX } from 'lucide-react';
import { Link } from 'react-router';
import type { CalendarView } from './calendar-view';

export type NoMeetingsProps = { view: CalendarView; onAll: () => void };

/** What the calendar is for, and the way on. */
export function NoMeetings({ view, onAll }: NoMeetingsProps) {
  const whole = view.all && view.kinds.length === 0 && view.place === null;
  return (
    <EmptyState
      icon={<CalendarX />}
      title={whole ? 'No meetings in these days' : 'None of these meetings in these days'}
      action={
        whole ? (
          <Link className={buttonLook()} to="/cadences/new" state={{ from: '/calendar' }}>
            Plan a meeting
          </Link>
        ) : (
          <Button onClick={onAll}>Show everybody’s meetings</Button>
        )
      }
    >
      Here stand the dates of what teams do again and again: Sprint events, triage of the chapter, reviews with
      stakeholders, and who facilitates them.
    </EmptyState>
  );
}
