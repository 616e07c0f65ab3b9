import { Table } from '@chapterhouse/ui/table';
import { Repeat2 } from 'lucide-react';
import { Link } from 'react-router';
import type { ShownMap, ShownRow } from './bottleneck-words';
import { bottleneckListAddress } from './bottlenecks-view';
import './bottlenecks-table.css';

export type BottlenecksTableProps = { map: ShownMap; rows: readonly ShownRow[]; quarter: string };

/** Each mark of the map as a line, the most first. A table on a desk, one block each on a phone. */
export function BottlenecksTable({ map, rows, quarter }: BottlenecksTableProps) {
  const lines = rows
    .flatMap(({ source, bottlenecks }) => bottlenecks.map((mark) => ({ source, mark })))
    .toSorted((one, other) => other.mark.blockedTeamDays - one.mark.blockedTeamDays);
  return (
    <div className="bottlenecks-table">
      <Table caption="Sources by areas, the most blocked team-days first">
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">Area</th>
            <th scope="col">Recurring</th>
            <th scope="col" className="ch-number" aria-sort="descending">
              Blocked team-days
            </th>
            <th scope="col" className="ch-number">
              Impediments
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ source, mark }) => (
            <tr key={`${source.id} ${mark.area.id}`}>
              <th scope="row" className="bottlenecks-table__source">
                <Link to={`/sources/${source.id}`}>{source.name}</Link>
              </th>
              <td className="bottlenecks-table__area">{mark.area.name}</td>
              <td className="bottlenecks-table__again">
                {mark.recurring && (
                  <span>
                    <Repeat2 aria-hidden /> three times or more
                  </span>
                )}
              </td>
              <td className="ch-number bottlenecks-table__days" data-label="blocked team-days">
                <Link
                  to={bottleneckListAddress({ quarter, source: source.id, area: mark.area.id })}
                  aria-label={`${mark.blockedTeamDays}: open what ${source.name} cost ${mark.area.name}`}
                >
                  {mark.blockedTeamDays.toLocaleString('en')}
                </Link>
              </td>
              <td className="ch-number" data-label="impediments">
                {mark.impedimentCount.toLocaleString('en')}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <Sum
            name="No source named"
            cost={map.withoutSource}
            to={bottleneckListAddress({ quarter, source: 'none' })}
          />
          <Sum name="All together" cost={map.total} to={bottleneckListAddress({ quarter })} />
        </tfoot>
      </Table>
    </div>
  );
}

function Sum({ name, cost, to }: { name: string; cost: ShownMap['total']; to: string }) {
  return (
    <tr>
      <th scope="row" colSpan={3} className="bottlenecks-table__source">
        {name}
      </th>
      <td className="ch-number bottlenecks-table__days" data-label="blocked team-days">
        {cost.impedimentCount > 0 ? (
          <Link to={to} aria-label={`${cost.blockedTeamDays}: open ${name.toLowerCase()}`}>
            {cost.blockedTeamDays.toLocaleString('en')}
          </Link>
        ) : (
          0
        )}
      </td>
      <td className="ch-number" data-label="impediments">
        {cost.impedimentCount.toLocaleString('en')}
      </td>
    </tr>
  );
}
