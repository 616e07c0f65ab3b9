import { CADENCE_KIND_TITLES } from '@chapterhouse/domain/cadences/cadence-kinds';
import { Link } from 'react-router';
import type { CadencesQuery } from '../../../generated/graphql';
import { useToday } from '../../../platform/dates/use-today';
import { useViewer } from '../../../platform/session/session-provider';
import { longDayWords, placedIn, ruleWords } from '../meeting-times';
import '../meeting-link.css';

type Listed = CadencesQuery['cadences']['edges'][number]['node'];
export type CadenceLinesProps = { label: string; cadences: readonly Listed[]; stale?: boolean };

/** Series, each with its rule in words and when it is next. */
export function CadenceLines({ label, cadences, stale = false }: CadenceLinesProps) {
  const today = useToday();
  const { timeZone } = useViewer().organization;
  return (
    <ul className="cadence-lines" aria-label={label} data-stale={stale || undefined}>
      {cadences.map((cadence) => {
        const { id, name, kind, scope, chapter, community, next, facilitator, facilitation } = cadence;
        const [first] = next;
        const at = first && placedIn(timeZone, first);
        const title = CADENCE_KIND_TITLES[kind];
        return (
          <li key={id} className="cadence-lines__one">
            <span className="cadence-lines__head">
              <Link className="meeting-link" to={`/cadences/${encodeURIComponent(id)}`}>
                {name}
              </Link>
              <span className="cadence-lines__facts">
                {[title === name ? null : title, chapter?.name ?? community?.name ?? scope.name]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <span className="cadence-lines__rule">
              {ruleWords(cadence, timeZone)}
              {facilitation === 'ROTA' && <span className="cadence-lines__facts">facilitated in turns</span>}
              {facilitator && <span className="cadence-lines__facts">facilitated by {facilitator.name}</span>}
            </span>
            <span className="cadence-lines__next">
              {first && at ? (
                <Link to={`/calendar/${encodeURIComponent(first.id)}/page`} state={{ from: '/cadences' }}>
                  {longDayWords(at.day, today)}, {at.from}
                  {first.state === 'CANCELLED' && ' (cancelled)'}
                </Link>
              ) : (
                'none to come'
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
