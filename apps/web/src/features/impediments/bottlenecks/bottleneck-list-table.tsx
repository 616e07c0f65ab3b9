import { CATEGORY_TITLES } from '@chapterhouse/domain/impediments/impediment-fields';
import { Table } from '@chapterhouse/ui/table';
import { Repeat2 } from 'lucide-react';
import { Link, useLocation } from 'react-router';
import type { BottleneckImpedimentsQuery } from '../../../generated/graphql';
import { useViewer } from '../../../platform/session/session-provider';
import { ImpedimentStateBadge } from '../impediment-state-badge';
import { dayOf } from '../impediment-times';

type Counted = BottleneckImpedimentsQuery['bottleneckImpediments']['impediments']['edges'][number]['node'];

export type BottleneckListTableProps = {
  counted: readonly Counted[];
  /** The heading says already what they wait for. */
  ofOneSource: boolean;
};

/** The costliest first. A table on a desk, one block each on a phone. */
export function BottleneckListTable({ counted, ofOneSource }: BottleneckListTableProps) {
  const { timeZone } = useViewer().organization;
  const { pathname, search } = useLocation();
  return (
    <div className="bottleneck-list">
      <Table caption="Impediments, the most blocked team-days first">
        <thead>
          <tr>
            <th scope="col">Key</th>
            <th scope="col">Title</th>
            <th scope="col">State</th>
            <th scope="col">Affected teams</th>
            {!ofOneSource && <th scope="col">Waits for</th>}
            <th scope="col">Category</th>
            <th scope="col">Owner</th>
            <th scope="col" className="ch-number">
              Raised
            </th>
            <th scope="col" className="ch-number">
              Blocked team-days
            </th>
          </tr>
        </thead>
        <tbody>
          {counted.map(({ impediment: one, blockedTeamDays, recurring }) => (
            <tr key={one.id}>
              <td className="bottleneck-list__key">{one.key}</td>
              <th scope="row" className="bottleneck-list__title">
                <Link to={`/impediments/${one.key}`} state={{ from: pathname + search }}>
                  {one.title}
                </Link>
                {recurring && (
                  <span className="bottleneck-list__again">
                    <Repeat2 aria-hidden /> recurring
                  </span>
                )}
              </th>
              <td>
                <ImpedimentStateBadge state={one.state} />
              </td>
              <td className="bottleneck-list__minor">{one.affectedTeams.map(({ name }) => name).join(', ')}</td>
              {!ofOneSource && <td className="bottleneck-list__minor">{one.source?.name}</td>}
              <td className="bottleneck-list__minor">{CATEGORY_TITLES[one.category]}</td>
              <td className="bottleneck-list__minor">{one.owner?.name}</td>
              <td className="ch-number" data-label="raised">
                <time dateTime={one.raisedAt}>{dayOf(one.raisedAt, timeZone)}</time>
              </td>
              <td className="ch-number bottleneck-list__days" data-label="blocked team-days">
                {blockedTeamDays.toLocaleString('en')}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
