import { Repeat2 } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Link } from 'react-router';
import { BottleneckMark } from './bottleneck-mark';
import { againWords, costWords, type ShownMap, type ShownRow } from './bottleneck-words';
import { bottleneckListAddress } from './bottlenecks-view';
import { type Place, placeAfter } from './mark-moves';

/** With more areas their names stand upright, and the map takes the whole width. */
export const MOST_ACROSS = 8;

export type BottleneckGridProps = {
  map: ShownMap;
  /** Those that are drawn. */
  rows: readonly ShownRow[];
  quarter: string;
};

/**
 * The map: sources by areas. One tab stop; arrows lead from link to link. It is a table all along, so that whoever hears
 * it hears rows and columns; the same as numbers is one press away.
 */
export function BottleneckGrid({ map, rows, quarter }: BottleneckGridProps) {
  const { areas, recurrences } = map;
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<Place>({ row: 0, column: 0 });
  const most = Math.max(
    ...map.sources.flatMap(({ bottlenecks }) => bottlenecks.map((mark) => mark.blockedTeamDays)),
    1,
  );
  const columnOf = new Map(areas.map(({ area }, column) => [area.id, column]));
  const places = placesOf(rows, areas.length, columnOf);
  const first = places.find(({ row, column }) => row === 0 && column >= 0) ?? null;
  const stop = places.some((place) => isSame(place, at)) ? at : first;
  const isStop = (row: number, column: number) => stop !== null && isSame(stop, { row, column });
  const move = (event: KeyboardEvent<HTMLTableElement>) => {
    const to = stop && placeAfter(places, stop, event.key);
    if (!to || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    setAt(to);
    table.current?.querySelector<HTMLElement>(`[data-row="${to.row}"][data-column="${to.column}"]`)?.focus();
  };
  return (
    <div className="bottlenecks__scroll">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows lead from link to link; each is one */}
      <table
        ref={table}
        className="bottlenecks__grid"
        aria-label="What teams wait for, by area; arrow keys lead from mark to mark"
        data-upright={areas.length > MOST_ACROSS || undefined}
        onKeyDown={move}
        onFocus={({ target: { dataset } }) => {
          if (dataset['row'] !== undefined) setAt({ row: Number(dataset['row']), column: Number(dataset['column']) });
        }}
      >
        <thead>
          <tr>
            <th className="bottlenecks__corner" scope="col">
              <span className="ch-visually-hidden">Source</span>
            </th>
            {areas.map(({ area, ...cost }, column) => (
              <th key={area.id} scope="col">
                <Link
                  className="bottlenecks__area"
                  to={bottleneckListAddress({ quarter, area: area.id })}
                  aria-label={`${area.name}: ${costWords(cost)}`}
                  tabIndex={isStop(-1, column) ? 0 : -1}
                  data-row={-1}
                  data-column={column}
                >
                  <span className="bottlenecks__name">{area.name}</span>
                  <span className="bottlenecks__sum">{cost.blockedTeamDays.toLocaleString('en')}</span>
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((shown, row) => {
            const { source, bottlenecks } = shown;
            const again = againWords(recurrences, source.id);
            const byArea = new Map(bottlenecks.map((mark) => [mark.area.id, mark]));
            return (
              <tr key={source.id}>
                <th scope="row">
                  <Link
                    className="bottlenecks__source"
                    to={bottleneckListAddress({ quarter, source: source.id })}
                    aria-label={`${source.name}: ${costWords(shown)}${again && `; recurring: ${again}`}`}
                    tabIndex={isStop(row, -1) ? 0 : -1}
                    data-row={row}
                    data-column={-1}
                  >
                    <span className="bottlenecks__name" title={source.name}>
                      {source.name}
                    </span>
                    <span className="bottlenecks__sum">
                      {again && <Repeat2 aria-hidden />}
                      {shown.blockedTeamDays.toLocaleString('en')}
                      <span className="bottlenecks__unit">
                        {shown.blockedTeamDays === 1 ? 'team-day' : 'team-days'}
                      </span>
                    </span>
                  </Link>
                </th>
                {areas.map(({ area }, column) => {
                  const mark = byArea.get(area.id);
                  return (
                    <td key={area.id}>
                      {mark && (
                        <BottleneckMark
                          sourceName={source.name}
                          mark={mark}
                          most={most}
                          to={bottleneckListAddress({ quarter, source: source.id, area: area.id })}
                          place={{ row, column }}
                          current={isStop(row, column)}
                        />
                      )}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function isSame(one: Place, other: Place): boolean {
  return one.row === other.row && one.column === other.column;
}

/** Where something is: names of areas and sources, and marks. */
function placesOf(rows: readonly ShownRow[], areas: number, columnOf: ReadonlyMap<string, number>): Place[] {
  return [
    ...Array.from({ length: areas }, (_, column) => ({ row: -1, column })),
    ...rows.flatMap(({ bottlenecks }, row) => [
      { row, column: -1 },
      ...bottlenecks.map(({ area }) => ({ row, column: columnOf.get(area.id) ?? -1 })),
    ]),
  ];
}
