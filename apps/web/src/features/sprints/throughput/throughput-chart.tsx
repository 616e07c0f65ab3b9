import { type KeyboardEvent, useState } from 'react';
import type { ThroughputFactsFragment } from '../../../generated/graphql';
import { useToday } from '../../../platform/dates/use-today';
import { daysWords, meanWords, ofWords } from '../sprint-words';
import { type Bar, barsOf, type Measure, MEASURE_TITLES, shortName, topOf } from './measure';
import './throughput-chart.css';

export type ThroughputChartProps = { throughput: ThroughputFactsFragment; measure: Measure };

/** Parts of a hundred of the width that a bar leaves free at each side of its place. */
const GAP = 0.16;

/**
 * What was done in each sprint before what was planned, oldest first; those that the mean is taken of stand out. One tab
 * stop: arrows move from sprint to sprint, and the line below tells of it. The table says the same.
 */
export function ThroughputChart({ throughput, measure }: ThroughputChartProps) {
  const today = useToday();
  const bars = barsOf(throughput, measure);
  const { mean } = throughput[measure];
  const [chosen, setChosen] = useState<string | null>(null);
  const found = bars.findIndex(({ id }) => id === chosen);
  const at = found === -1 ? bars.length - 1 : found;
  const top = topOf(bars);
  const place = 100 / bars.length;
  const shown = throughput.sprints[at];
  const move = (event: KeyboardEvent<SVGSVGElement>) => {
    const to = stepOf(event.key, at, bars.length);
    const next = bars[to ?? -1];
    if (!next) return;
    event.preventDefault();
    setChosen(next.id);
    const marks = event.currentTarget.querySelectorAll<SVGGElement>('.throughput__bar');
    marks[to ?? 0]?.focus();
  };
  return (
    <figure className="throughput">
      <div className="throughput__axis" aria-hidden>
        <span>{top}</span>
        <span>{meanWords(top / 2)}</span>
        <span>0</span>
      </div>
      <svg
        className="throughput__plot"
        role="group"
        aria-label={`${MEASURE_TITLES[measure]}: ${measure} done and planned in ${bars.length} sprints, oldest first`}
        onKeyDown={move}
      >
        {[0, 50, 100].map((y) => (
          <line key={y} className="throughput__line" x1="0%" x2="100%" y1={`${y}%`} y2={`${y}%`} />
        ))}
        {bars.map((bar, index) => (
          <BarMark
            key={bar.id}
            bar={bar}
            words={`${bar.name}: ${ofWords(bar.done, bar.planned)} ${measure}`}
            left={place * (index + GAP)}
            width={place * (1 - 2 * GAP)}
            top={top}
            current={index === at}
            onChoose={() => setChosen(bar.id)}
          />
        ))}
        {mean !== null && <MeanLine bars={bars} mean={mean} top={top} />}
      </svg>
      <div className="throughput__names" aria-hidden>
        {bars.map(({ id, name }, index) => (
          <span key={id} data-current={index === at || undefined}>
            {shortName(name)}
          </span>
        ))}
      </div>
      {shown && (
        <figcaption className="throughput__told">
          <strong>{shown.name}</strong>
          <span>{daysWords(shown, today)}</span>
          <span className="ch-number">{ofWords(shown.doneItems, shown.plannedItems)} items</span>
          {(shown.donePoints !== null || shown.plannedPoints !== null) && (
            <span className="ch-number">{ofWords(shown.donePoints, shown.plannedPoints)} points</span>
          )}
        </figcaption>
      )}
    </figure>
  );
}

type BarMarkProps = {
  bar: Bar;
  words: string;
  /** Parts of a hundred of the width. */
  left: number;
  width: number;
  top: number;
  current: boolean;
  onChoose: () => void;
};

function BarMark({ bar, words, left, width, top, current, onChoose }: BarMarkProps) {
  const { planned, done, counts } = bar;
  const rect = (value: number) => {
    const height = (value / top) * 100;
    return { x: `${left}%`, width: `${width}%`, y: `${100 - height}%`, height: `${height}%` };
  };
  return (
    <g
      className="throughput__bar"
      role="img"
      aria-label={words}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- one stop, so that arrows can read bar by bar
      tabIndex={current ? 0 : -1}
      data-counts={counts || undefined}
      data-current={current || undefined}
      onPointerEnter={onChoose}
      onFocus={onChoose}
    >
      <rect className="throughput__room" x={`${left}%`} width={`${width}%`} y="0%" height="100%" />
      {planned !== null && <rect className="throughput__planned" {...rect(planned)} />}
      {done !== null && <rect className="throughput__done" {...rect(done)} />}
    </g>
  );
}

/** Over the sprints that it is taken of. */
function MeanLine({ bars, mean, top }: { bars: readonly Bar[]; mean: number; top: number }) {
  const first = bars.findIndex(({ counts }) => counts);
  if (first === -1) return null;
  const y = `${100 - (mean / top) * 100}%`;
  return <line className="throughput__mean" x1={`${(100 / bars.length) * first}%`} x2="100%" y1={y} y2={y} />;
}

function stepOf(key: string, at: number, count: number): number | null {
  if (key === 'ArrowLeft') return Math.max(0, at - 1);
  if (key === 'ArrowRight') return Math.min(count - 1, at + 1);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}
