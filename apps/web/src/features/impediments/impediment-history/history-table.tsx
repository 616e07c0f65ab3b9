import { SEVERITY_TITLES } from '@chapterhouse/domain/impediments/impediment-fields';
import { Table } from '@chapterhouse/ui/table';
import { Link, useLocation } from 'react-router';
import type { ImpedimentHistoryQuery } from '../../../generated/graphql';
import { useViewer } from '../../../platform/session/session-provider';
import { ImpedimentStateBadge } from '../impediment-state-badge';
import { dayOf } from '../impediment-times';

export type PastImpediment = ImpedimentHistoryQuery['impediments']['edges'][number]['node'];

/** A table on a desk, one block each on a phone. */
export function HistoryTable({ impediments }: { impediments: readonly PastImpediment[] }) {
  const { timeZone } = useViewer().organization;
  const { pathname, search } = useLocation();
  return (
    <div className="history">
      <Table caption="Impediments, last changed first">
        <thead>
          <tr>
            <th scope="col">Key</th>
            <th scope="col">Title</th>
            <th scope="col">State</th>
            <th scope="col">Severity</th>
            <th scope="col">Team</th>
            <th scope="col">Owner</th>
            <th scope="col">Raised</th>
            <th scope="col">Removed</th>
          </tr>
        </thead>
        <tbody>
          {impediments.map((one) => {
            const removedAt = one.resolvedAt ?? one.closedAt;
            return (
              <tr key={one.id}>
                <td className="history__key">{one.key}</td>
                <th scope="row" className="history__title">
                  <Link to={`/impediments/${one.key}`} state={{ from: pathname + search }}>
                    {one.title}
                  </Link>
                  <How impediment={one} />
                </th>
                <td>
                  <ImpedimentStateBadge state={one.state} />
                </td>
                <td className="history__minor">{one.severity && SEVERITY_TITLES[one.severity]}</td>
                <td className="history__team">{one.raisingTeam.name}</td>
                <td className="history__minor">{one.owner?.name}</td>
                <td className="ch-number" data-label="Raised">
                  <time dateTime={one.raisedAt}>{dayOf(one.raisedAt, timeZone)}</time>
                </td>
                <td className="ch-number" data-label="Removed">
                  {removedAt !== null && <time dateTime={removedAt}>{dayOf(removedAt, timeZone)}</time>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </div>
  );
}

/** How it ended, in one line. */
function How({ impediment }: { impediment: PastImpediment }) {
  const { duplicateOf, declineReason, resolution } = impediment;
  const words = duplicateOf ? `Duplicate of ${duplicateOf.key}` : declineReason || resolution;
  return words === '' ? null : <p className="history__how">{words}</p>;
}
