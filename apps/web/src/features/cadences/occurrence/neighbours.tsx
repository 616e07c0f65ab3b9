import { ArrowLeft, ArrowRight } from 'lucide-react';
import { Link, useLocation } from 'react-router';
import { dayWords, todayIn } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { useViewer } from '../../../platform/session/session-provider';
import type { ShownOccurrence } from './use-occurrence';

/** The dates before and after this one, of the same series. */
export function Neighbours({ occurrence: { previous, following } }: { occurrence: ShownOccurrence }) {
  const today = useToday();
  const { pathname, search, state } = useLocation();
  const whole = pathname.endsWith('/page');
  const to = (id: string) => ({ pathname: `/calendar/${encodeURIComponent(id)}${whole ? '/page' : ''}`, search });
  const { timeZone } = useViewer().organization;
  const words = ({ startsAt }: { startsAt: string }) => dayWords(todayIn(timeZone, new Date(startsAt)), today);
  if (!previous && !following) return null;
  return (
    <nav className="occurrence__neighbours" aria-label="Other dates of this meeting">
      {previous && (
        <Link to={to(previous.id)} state={state} preventScrollReset>
          <ArrowLeft aria-hidden />
          {words(previous)}
        </Link>
      )}
      {following && (
        <Link to={to(following.id)} state={state} preventScrollReset>
          {words(following)}
          <ArrowRight aria-hidden />
        </Link>
      )}
    </nav>
  );
}
