import { VisuallyHidden } from '@chapterhouse/ui/visually-hidden';
import { Link, useLocation } from 'react-router';
import { useViewer } from '../../../platform/session/session-provider';
import { clockWords, elsewhereWords } from '../meeting-times';
import type { PlacedMeeting } from './by-day';

/** One date of a meeting: when, what, whose, who facilitates. */
export function MeetingCard({ meeting, at }: PlacedMeeting) {
  const { search } = useLocation();
  const { organization, person } = useViewer();
  const { id, name, cadence, facilitator, state, moved } = meeting;
  const cancelled = state === 'CANCELLED';
  const elsewhere = elsewhereWords(meeting, organization.timeZone);
  return (
    <li className="meeting-card" data-cancelled={cancelled || undefined}>
      <Link
        className="meeting-card__link"
        to={{ pathname: `/calendar/${encodeURIComponent(id)}`, search }}
        preventScrollReset
        data-line={id}
      >
        <span className="meeting-card__time">
          {clockWords(at)}
          {elsewhere !== null && <span className="meeting-card__elsewhere"> {elsewhere}</span>}
        </span>
        <span className="meeting-card__name">
          {cancelled && <VisuallyHidden>Cancelled: </VisuallyHidden>}
          {name}
        </span>
        <span className="meeting-card__facts">
          {cancelled && <span className="meeting-card__mark">cancelled</span>}
          {moved && !cancelled && <span className="meeting-card__mark">moved</span>}
          <span>{cadence.scope.name}</span>
          {facilitator && !cancelled && (
            <span data-me={facilitator.id === person.id || undefined}>
              {facilitator.id === person.id ? 'you facilitate' : facilitator.name}
            </span>
          )}
        </span>
      </Link>
    </li>
  );
}
