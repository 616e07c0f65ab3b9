import { ROLE_KIND_TITLES, ROLE_TITLES } from '@chapterhouse/domain/organization/role';
import { Button } from '@chapterhouse/ui/button';
import { Fragment, useState } from 'react';
import { Link } from 'react-router';
import type { HeldAssignmentFragment } from '../../../generated/graphql';
import { rangeWords } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { Part } from '../layout/part';
import { type HistoryScale, historyScale } from './history-scale';
import { historyGroups } from './history-groups';
import './role-history.css';
import '../layout/links.css';

/** Lines before one has to ask for the rest. */
const SHOWN = 12;

/** Who held which role when, drawn over time; the words beside each bar say the same. */
export function RoleHistory({ assignments }: { assignments: readonly HeldAssignmentFragment[] }) {
  const today = useToday();
  const [all, setAll] = useState(false);
  if (assignments.length === 0) return null;
  const scale = historyScale(assignments, today);
  const groups = historyGroups(assignments, all ? Number.POSITIVE_INFINITY : SHOWN);
  return (
    <div className="role-history">
      <Part title="Over time">
        <div className="role-history__grid">
          <Years scale={scale} />
          {groups.map(({ role, held }) => (
            <Fragment key={role}>
              <h3 className="role-history__role">{ROLE_TITLES[role]}</h3>
              <ul className="role-history__list" aria-label={ROLE_TITLES[role]}>
                {held.map((one) => (
                  <Line key={one.id} held={one} scale={scale} today={today} />
                ))}
              </ul>
            </Fragment>
          ))}
        </div>
        {assignments.length > SHOWN && (
          <Button size="sm" variant="ghost" onClick={() => setAll(!all)}>
            {all ? 'Show less' : `Show all ${assignments.length}`}
          </Button>
        )}
      </Part>
    </div>
  );
}

function Years({ scale }: { scale: HistoryScale }) {
  return (
    <div className="role-history__years" aria-hidden>
      {scale.years.map(({ label, at }) => (
        <span key={label} style={{ left: `${at}%` }}>
          {label}
        </span>
      ))}
    </div>
  );
}

type LineProps = { held: HeldAssignmentFragment; scale: HistoryScale; today: string };

function Line({ held, scale, today }: LineProps) {
  const { person, kind, startsOn = null, endsBefore = null } = held;
  const left = scale.at(startsOn ?? scale.from);
  const right = scale.at(endsBefore ?? scale.until);
  const past = endsBefore !== null && endsBefore <= today;
  return (
    <li className="role-history__line">
      <span className="role-history__words">
        <Link className="quiet-link" to={`/people/${person.id}`}>
          {person.name}
        </Link>
        <span className="role-history__dates">
          {kind !== 'PRIMARY' && `${ROLE_KIND_TITLES[kind]}, `}
          {rangeWords({ startsOn, endsBefore }, today)}
        </span>
      </span>
      <span className="role-history__track" aria-hidden>
        <span className="role-history__today" style={{ left: `${scale.at(today)}%` }} />
        <span
          className="role-history__bar"
          data-kind={kind}
          data-past={past || undefined}
          style={{ left: `${left}%`, width: `${Math.max(right - left, 0.5)}%` }}
        />
      </span>
    </li>
  );
}
