import { type KeyboardEvent, type ReactNode, useState } from 'react';
import './bar-chart.css';

export type ChartBar = {
  id: string;
  /** Under the bar, in few letters. */
  name: string;
  /** All that the bar says, for screen readers. */
  words: string;
  /** Null: nobody knows. */
  value: number | null;
  /** Drawn behind the value: what was planned. */
  behind?: number | null;
  /** Stands back: it does not count. */
  quiet?: boolean;
  /** What the line below tells of it. */
  told: ReactNode;
};

export type BarChartProps = {
  /** What is drawn, of how many, in which order. */
  label: string;
  bars: readonly ChartBar[];
  /** A value that others are measured by, drawn from the bar of this index to the end. */
  mean?: { value: number; from: number } | null;
  /** The axis reaches this at least, so that little looks like little. */
  least?: number | undefined;
};

/** Parts of a hundred of the width that a bar leaves free at each side of its place. */
const GAP = 0.16;
const AXIS = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/**
 * Values in their order. One tab stop: arrows move from bar to bar, and the line below tells of it; at first of the last
 * one. A table that says the same stands beside it, or a press away.
 */
export function BarChart({ label, bars, mean = null, least = 1 }: BarChartProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const found = bars.findIndex(({ id }) => id === chosen);
  const at = found === -1 ? bars.length - 1 : found;
  const top = topOf(bars, least);
  const place = 100 / bars.length;
  const move = (event: KeyboardEvent<SVGSVGElement>) => {
    const to = stepOf(event.key, at, bars.length);
    const next = bars[to ?? -1];
    if (to === null || !next) return;
    event.preventDefault();
    setChosen(next.id);
    event.currentTarget.querySelectorAll<SVGGElement>('.ch-bars__bar')[to]?.focus();
  };
  return (
    <figure className="ch-bars">
      <div className="ch-bars__axis" aria-hidden>
        <span>{AXIS.format(top)}</span>
        <span>{AXIS.format(top / 2)}</span>
        <span>0</span>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/prefer-tag-over-role -- a drawing of parts, each of which arrows lead to */}
      <svg className="ch-bars__plot" role="group" aria-label={label} onKeyDown={move}>
        {[0, 50, 100].map((y) => (
          <line key={y} className="ch-bars__line" x1="0%" x2="100%" y1={`${y}%`} y2={`${y}%`} />
        ))}
        {bars.map((bar, index) => (
          <BarMark
            key={bar.id}
            bar={bar}
            left={place * (index + GAP)}
            width={place * (1 - 2 * GAP)}
            top={top}
            current={index === at}
            onChoose={() => setChosen(bar.id)}
          />
        ))}
        {mean !== null && (
          <line
            className="ch-bars__mean"
            x1={`${place * mean.from}%`}
            x2="100%"
            y1={`${100 - (mean.value / top) * 100}%`}
            y2={`${100 - (mean.value / top) * 100}%`}
          />
        )}
      </svg>
      <div className="ch-bars__names" aria-hidden>
        {bars.map(({ id, name }, index) => (
          <span key={id} data-current={index === at || undefined}>
            {name}
          </span>
        ))}
      </div>
      {bars[at] && <figcaption className="ch-bars__told">{bars[at].told}</figcaption>}
    </figure>
  );
}

type BarMarkProps = {
  bar: ChartBar;
  /** Parts of a hundred of the width. */
  left: number;
  width: number;
  top: number;
  current: boolean;
  onChoose: () => void;
};

function BarMark({ bar, left, width, top, current, onChoose }: BarMarkProps) {
  const { words, value, behind = null, quiet = false } = bar;
  const rect = (of: number) => {
    const height = (of / top) * 100;
    return { x: `${left}%`, width: `${width}%`, y: `${100 - height}%`, height: `${height}%` };
  };
  return (
    <g
      className="ch-bars__bar"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- part of a drawing
      role="img"
      aria-label={words}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- one stop, so that arrows can read bar by bar
      tabIndex={current ? 0 : -1}
      data-quiet={quiet || undefined}
      data-current={current || undefined}
      onPointerEnter={onChoose}
      onFocus={onChoose}
    >
      <rect className="ch-bars__room" x={`${left}%`} width={`${width}%`} y="0%" height="100%" />
      {behind !== null && <rect className="ch-bars__behind" {...rect(behind)} />}
      {value !== null && <rect className="ch-bars__value" {...rect(value)} />}
      {/* Nothing, and known to be. */}
      {value === 0 && <line className="ch-bars__nothing" x1={`${left}%`} x2={`${left + width}%`} y1="100%" y2="100%" />}
    </g>
  );
}

/** A round number that no bar is higher than, and that halves well. */
function topOf(bars: readonly ChartBar[], least: number): number {
  const highest = Math.max(least, ...bars.flatMap(({ value, behind }) => [value ?? 0, behind ?? 0]));
  const step = 10 ** Math.floor(Math.log10(highest));
  return [1, 2, 4, 6, 8, 10].map((times) => times * step).find((top) => top >= highest) ?? highest;
}

function stepOf(key: string, at: number, count: number): number | null {
  if (key === 'ArrowLeft') return Math.max(0, at - 1);
  if (key === 'ArrowRight') return Math.min(count - 1, at + 1);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}
