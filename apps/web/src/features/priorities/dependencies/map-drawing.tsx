import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useToday } from '../../../platform/dates/use-today';
import { dependencyAddress } from './dependency-lines';
import { curve, type DrawnMap, layoutOf, type PlacedLine, xOf } from './map-layout';
import { isWithin, monthsIn, monthWords, spanWords } from './map-time';

/** Pixels: of the axis above the lanes, and at least for the time; a narrower place scrolls. */
const AXIS = 28;
const LEAST = 520;
const MARK = 5;

export type MapDrawingProps = {
  map: DrawnMap;
  /** The dependency that somebody points at, here or in the table. */
  held: string | null;
  onHold: (id: string | null) => void;
};

/** Lines between areas over time. Whoever hears or steers by keys has the table beside it, which says the same. */
export function MapDrawing({ map, held, onHold }: MapDrawingProps) {
  const place = useRef<HTMLElement>(null);
  const width = useWidth(place);
  const today = useToday();
  const { lanes, lines, height } = layoutOf(map, width);
  return (
    <figure
      className="dependency-map"
      aria-label={`Dependencies between areas, ${spanWords(map)}; the table says the same.`}
    >
      <ul className="dependency-map__lanes" aria-hidden style={{ paddingTop: AXIS }}>
        {lanes.map(({ id, name, height: laneHeight }) => (
          <li key={id ?? 'none'} style={{ height: laneHeight }} title={name}>
            <span>{name}</span>
          </li>
        ))}
      </ul>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard */}
      <section className="dependency-map__scroll" ref={place} tabIndex={0} aria-label="Map">
        <svg width={width} height={height + AXIS} aria-hidden onPointerLeave={() => onHold(null)}>
          <defs>
            <marker
              id="dependency-arrow"
              viewBox="0 0 8 8"
              refX="8"
              refY="4"
              markerWidth="7"
              markerHeight="7"
              orient="auto"
            >
              <path d="M0 0 8 4 0 8z" fill="context-stroke" />
            </marker>
          </defs>
          {monthsIn(map).map((month) => {
            const x = xOf(month, map, width);
            return (
              <g key={month} className="dependency-map__month">
                <line x1={x} x2={x} y1={AXIS} y2={height + AXIS} />
                <text x={x + 4} y={AXIS - 10}>
                  {monthWords(month)}
                </text>
              </g>
            );
          })}
          {lanes.map(({ id, top }) => (
            <line
              key={id ?? 'none'}
              className="dependency-map__lane"
              x1={0}
              x2={width}
              y1={top + AXIS}
              y2={top + AXIS}
            />
          ))}
          {isWithin(today, map) && (
            <g className="dependency-map__today">
              <line x1={xOf(today, map, width)} x2={xOf(today, map, width)} y1={AXIS - 6} y2={height + AXIS} />
              <text x={xOf(today, map, width) + 4} y={AXIS - 10} dy="-10">
                today
              </text>
            </g>
          )}
          <g transform={`translate(0 ${AXIS})`}>
            {heldLast(lines, held).map((placed) => (
              <Line
                key={placed.line.dependency.id}
                placed={placed}
                held={placed.line.dependency.id === held}
                onHold={onHold}
              />
            ))}
          </g>
        </svg>
      </section>
    </figure>
  );
}

/** What is pointed at lies over the others. */
function heldLast(lines: readonly PlacedLine[], held: string | null): PlacedLine[] {
  return lines.toSorted((a, b) => Number(a.line.dependency.id === held) - Number(b.line.dependency.id === held));
}

type LineProps = { placed: PlacedLine; held: boolean; onHold: (id: string) => void };

function Line({ placed: { line, provider, consumer }, held, onHold }: LineProps) {
  const { dependency, conflicts, promisedFor } = line;
  const navigate = useNavigate();
  const path = curve(provider, consumer);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the table has a link to each
    <g
      className="dependency-map__line"
      data-state={dependency.state}
      data-conflict={conflicts.length > 0 || undefined}
      data-held={held || undefined}
      onPointerEnter={() => onHold(dependency.id)}
      onClick={() => void navigate(dependencyAddress(dependency.key))}
    >
      <title>{dependency.key}</title>
      <path className="dependency-map__reach" d={path} />
      <path className="dependency-map__path" d={path} markerEnd="url(#dependency-arrow)" />
      <rect
        className="dependency-map__provider"
        data-promised={promisedFor !== null || undefined}
        x={provider.x - MARK}
        y={provider.y - MARK}
        width={2 * MARK}
        height={2 * MARK}
        rx={1.5}
      />
      <circle className="dependency-map__consumer" cx={consumer.x} cy={consumer.y} r={MARK} />
    </g>
  );
}

/** As wide as there is room, but never too narrow to read. */
function useWidth(place: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(LEAST);
  useEffect(() => {
    const element = place.current;
    if (!element || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(LEAST, Math.floor(entry.contentRect.width)));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return width;
}
