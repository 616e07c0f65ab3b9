import { Table } from '@chapterhouse/ui/table';
import { DEPENDENCY_CONFLICT_TITLES } from '@chapterhouse/domain/priorities/dependency-conflicts';
import { Link, useLocation } from 'react-router';
import { dependencyAddress } from './dependency-lines';
import { DependencyStateBadge } from './dependency-state-badge';
import { consumerName, providerName } from './dependency-words';
import type { DrawnLine } from './map-layout';
import { useDayWords } from './use-day-words';

export type MapTableProps = {
  lines: readonly DrawnLine[];
  held: string | null;
  onHold: (id: string | null) => void;
};

/** The map in words: by the day that it is needed. */
export function MapTable({ lines, held, onHold }: MapTableProps) {
  const day = useDayWords();
  const { pathname, search } = useLocation();
  return (
    <Table caption="The dependencies of the map, by the day that they are needed">
      <thead>
        <tr>
          <th scope="col">Dependency</th>
          <th scope="col">Delivers</th>
          <th scope="col">Needs it</th>
          <th scope="col">Needed by</th>
          <th scope="col">Committed for</th>
          <th scope="col">In conflict</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ dependency, neededBy, promisedFor, conflicts, providerArea, consumerArea }) => (
          <tr
            key={dependency.id}
            data-held={dependency.id === held || undefined}
            onPointerEnter={() => onHold(dependency.id)}
            onFocus={() => onHold(dependency.id)}
          >
            <th scope="row">
              <span className="dependency-map__key">
                <DependencyStateBadge state={dependency.state} labelHidden />
                <Link to={dependencyAddress(dependency.key)} state={{ from: pathname + search }}>
                  {dependency.key}
                </Link>
              </span>
            </th>
            <td>{withArea(providerName(dependency), providerArea)}</td>
            <td>{withArea(consumerName(dependency), consumerArea)}</td>
            <td>{day(neededBy)}</td>
            <td>{promisedFor === null ? '' : day(promisedFor)}</td>
            <td className={conflicts.length > 0 ? 'dependency-map__conflict' : undefined}>
              {conflicts.map((conflict) => DEPENDENCY_CONFLICT_TITLES[conflict]).join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** "Checkout (Payments)" */
function withArea(name: string, area: { name: string } | null): string {
  return area === null || area.name === name ? name : `${name} (${area.name})`;
}
