import { Table } from '@chapterhouse/ui/table';
import { Link, useLocation } from 'react-router';
import type { ImpedimentNumber, ImpedimentsCountedQuery } from '../../../generated/graphql';
import { useViewer } from '../../../platform/session/session-provider';
import { ImpedimentStateBadge } from '../impediment-state-badge';
import { dayOf } from '../impediment-times';
import { hoursWords, type NumberWords } from './number-words';

export type CountedImpediment = ImpedimentsCountedQuery['impedimentsCounted']['edges'][number]['node'];
export type CountedTableProps = { words: NumberWords; counted: readonly CountedImpediment[] };

/** What the moment is by which a number counts. */
const AT: Record<ImpedimentNumber, string> = {
  TIME_TO_TRIAGE: 'Triaged',
  TIME_TO_RESOLVE: 'Resolved',
  OVERDUE: 'Raised',
  REOPENED: 'Ended',
  RESOLVED_WITHOUT_ESCALATION: 'Resolved',
};

/** The longest first, or the latest. A table on a desk, one block each on a phone. */
export function CountedTable({ words, counted }: CountedTableProps) {
  const { timeZone } = useViewer().organization;
  const { pathname, search } = useLocation();
  const times = words.kind === 'time';
  return (
    <div className="counted">
      <Table caption={`${words.title}: ${times ? 'the longest first' : 'the latest first'}`}>
        <thead>
          <tr>
            <th scope="col">Key</th>
            <th scope="col">Title</th>
            <th scope="col">State</th>
            <th scope="col">Team</th>
            <th scope="col">Source</th>
            <th scope="col">Owner</th>
            <th scope="col" className="ch-number">
              {AT[words.number]}
            </th>
            <th scope="col" className="ch-number">
              {times ? 'Working hours' : words.counted}
            </th>
          </tr>
        </thead>
        <tbody>
          {counted.map(({ impediment: one, at, hours, counts }) => (
            <tr key={one.id}>
              <td className="counted__key">{one.key}</td>
              <th scope="row" className="counted__title">
                <Link to={`/impediments/${one.key}`} state={{ from: pathname + search }}>
                  {one.title}
                </Link>
              </th>
              <td>
                <ImpedimentStateBadge state={one.state} />
              </td>
              <td className="counted__minor">{one.raisingTeam.name}</td>
              <td className="counted__minor">{one.source?.name}</td>
              <td className="counted__minor">{one.owner?.name}</td>
              <td className="ch-number" data-label={AT[words.number]}>
                <time dateTime={at}>{dayOf(at, timeZone)}</time>
              </td>
              <td className="ch-number counted__value" data-label={times ? '' : words.counted}>
                {hours === null ? (counts ? 'yes' : 'no') : hoursWords(hours)}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
