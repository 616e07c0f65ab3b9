import { StateBadge } from '@chapterhouse/ui/state-badge';
import { buttonLook } from '@chapterhouse/ui/button';
import { Clock, MapPin, Repeat, UserRound } from 'lucide-react';
import { Link } from 'react-router';
import { useToday } from '../../../platform/dates/use-today';
import { useViewer } from '../../../platform/session/session-provider';
import {
  clockWords,
  elsewhereWords,
  lengthWords,
  longDayWords,
  placedIn,
  ruleWords,
  zoneWords,
} from '../meeting-times';
import { turnWords } from '../meeting-words';
import { PlaceWords } from '../place-words';
import type { ShownOccurrence } from './use-occurrence';
import '../meeting-link.css';

/** When, where, of which series, and who facilitates. */
export function OccurrenceHead({ occurrence }: { occurrence: ShownOccurrence }) {
  const { state, reason, moved, cadence, place, minutes, originalStart, triageSession, localStart } = occurrence;
  const { timeZone } = useViewer().organization;
  const today = useToday();
  const at = placedIn(timeZone, occurrence);
  const elsewhere = elsewhereWords(occurrence, timeZone);
  const there = cadence.timeZone === timeZone ? '' : ` in ${zoneWords(cadence.timeZone)}`;
  const before = `${longDayWords(originalStart.slice(0, 10), today)}, ${originalStart.slice(11, 16)}${there}`;
  return (
    <div className="occurrence__head">
      {state === 'CANCELLED' && <StateBadge label="Cancelled" progress="stopped" tone="attention" />}
      <p className="occurrence__when">
        <Clock aria-hidden />
        <span>
          <time dateTime={localStart}>{longDayWords(at.day, today)}</time>, {clockWords(at)}{' '}
          <span className="occurrence__quiet">
            {lengthWords(minutes)}
            {elsewhere !== null && ` · ${elsewhere}`}
          </span>
        </span>
      </p>
      {moved && (
        <p className="occurrence__changed">
          Moved from {before}.{reason && state === 'PLANNED' && ` ${reason}`}
        </p>
      )}
      {state === 'CANCELLED' && reason && <p className="occurrence__changed">{reason}</p>}
      {place !== '' && (
        <p className="occurrence__fact">
          <MapPin aria-hidden />
          <PlaceWords place={place} />
        </p>
      )}
      <Facilitates occurrence={occurrence} />
      <p className="occurrence__fact">
        <Repeat aria-hidden />
        <span>
          <Link className="meeting-link" to={`/cadences/${encodeURIComponent(cadence.id)}`}>
            {ruleWords(cadence, timeZone)}
          </Link>{' '}
          <span className="occurrence__quiet">{cadence.chapter?.name ?? cadence.scope.name}</span>
        </span>
      </p>
      {triageSession && (
        <Link
          className={buttonLook({ variant: triageSession.state === 'RUNNING' ? 'primary' : 'secondary' })}
          to={`/triage/${encodeURIComponent(triageSession.id)}`}
        >
          {triageSession.state === 'RUNNING' ? 'Join the triage session' : 'Minutes of the triage session'}
        </Link>
      )}
    </div>
  );
}

function Facilitates({ occurrence: { facilitator, turn, cadence } }: { occurrence: ShownOccurrence }) {
  const { person } = useViewer();
  if (cadence.facilitation === 'NONE' && facilitator === null) return null;
  const own = turn?.people.find((one) => one.person.id === facilitator?.id);
  const why = own ? turnWords(own.reason, own.insteadOf?.name ?? null) : null;
  return (
    <p className="occurrence__fact">
      <UserRound aria-hidden />
      <span>
        {facilitator === null && 'Nobody facilitates yet'}
        {facilitator !== null && (facilitator.id === person.id ? 'You facilitate' : `${facilitator.name} facilitates`)}
        {why !== null && <span className="occurrence__quiet"> {why}</span>}
        {cadence.rota && (
          <>
            {' '}
            <Link to={`/rotas/${encodeURIComponent(cadence.rota.id)}`}>Rota</Link>
          </>
        )}
      </span>
    </p>
  );
}
