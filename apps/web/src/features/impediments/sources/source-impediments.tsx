import { Button } from '@chapterhouse/ui/button';
import { Table } from '@chapterhouse/ui/table';
import { useState } from 'react';
import type { SourceImpedimentFragment } from '../../../generated/graphql';
import { useViewer } from '../../../platform/session/session-provider';
import { ImpedimentStateBadge } from '../impediment-state-badge';
import { dayOf } from '../impediment-times';
import { ImpedimentLink } from './impediment-link';

export type SourceImpedimentsProps = {
  impediments: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean };
    edges: readonly { node: SourceImpedimentFragment }[];
  };
  /** They wait still; otherwise it is told when they ended. */
  open: boolean;
  onMore: () => Promise<void>;
};

/** A table on a desk, one block each on a phone; page by page. */
export function SourceImpediments({ impediments, open, onMore }: SourceImpedimentsProps) {
  const [pending, setPending] = useState(false);
  const { timeZone } = useViewer().organization;
  // What moved to the front since is there and, from before, further behind.
  const rows = [...new Map(impediments.edges.map(({ node }) => [node.id, node])).values()];
  if (rows.length === 0)
    return (
      <p className="source__nothing">
        {open ? 'No open impediment waits for it.' : 'Nothing that waited for it has ended yet.'}
      </p>
    );
  const more = async () => {
    setPending(true);
    await onMore();
    setPending(false);
  };
  return (
    <div className="source-impediments">
      <Table caption={`${open ? 'Open' : 'Past'} impediments, last changed first`}>
        <thead>
          <tr>
            <th scope="col">Impediment</th>
            <th scope="col">State</th>
            <th scope="col">Team</th>
            <th scope="col">{open ? 'Owner' : 'Raised'}</th>
            <th scope="col">{open ? 'Raised' : 'Ended'}</th>
            <th scope="col" className="ch-number">
              Team-days
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.id}>
              <th scope="row" className="source-impediments__title">
                <ImpedimentLink impediment={one} />
              </th>
              <td>
                <ImpedimentStateBadge state={one.state} />
              </td>
              <td className="source-impediments__minor">{one.raisingTeam.name}</td>
              {open && (
                <td className="source-impediments__owner" data-nobody={one.owner === null || undefined}>
                  {one.owner?.name ?? 'nobody yet'}
                </td>
              )}
              <td className="source-impediments__day" data-label="raised">
                {dayOf(one.raisedAt, timeZone)}
              </td>
              {!open && (
                <td className="source-impediments__day" data-label="ended">
                  {dayOf(endOf(one), timeZone)}
                </td>
              )}
              <td className="ch-number" data-label="team-days">
                {one.blockedTeamDays.toLocaleString('en')}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {impediments.pageInfo.hasNextPage && (
        <div className="sources__more">
          <span>
            {rows.length} of {impediments.totalCount}
          </span>
          <Button size="sm" pending={pending} onClick={() => void more()}>
            Show more
          </Button>
        </div>
      )}
    </div>
  );
}

/** When it was removed or, where it never was, when it was declined or found to be a duplicate. */
function endOf({ resolvedAt, closedAt, updatedAt }: SourceImpedimentFragment): string {
  return resolvedAt ?? closedAt ?? updatedAt;
}
