import { type KeyboardEvent, useState } from 'react';
import type { SprintFactsFragment, ThroughputFactsFragment } from '../../../generated/graphql';
import { useToday } from '../../../platform/dates/use-today';
import { daysWords, meanWords, ofWords } from '../sprint-words';
import { type Bar, barsOf, type Measure, MEASURE_TITLES, shortName, topOf } from './measure';
import './throughput-chart.css';

export type ThroughputChartProps = { throughput: ThroughputFactsFragment; measure: Measure };

/** Parts of the width of its place that a bar leaves free at each side. */
const GAP = 0.16;

/**
 * What was done in each sprint before what was planned, oldest first; those that the mean is taken of stand out. One tab
 * stop: arrows move from sprint to sprint, and the line below tells of it. The table says the same.
 */
export function ThroughputChart({ throughput, measure }: ThroughputChartProps) {
  const bars = barsOf(throughput, measure);
  const { mean } = throughput[measure];
  const [chosen, setChosen] = useState<string | null>(null);
  const found = bars.findIndex(({ id }) => id === chosen);
  const at = found === -1 ? bars.length - 1 : found;
  const top = topOf(bars);
  const shown = throughput.sprints[at];
  return (
    <figure className="throughput">
      <div className="throughput__axis" aria-hidden>
        <span>{top}</span>
        <span>{meanWords(top / 2)}</span>
        <span>0</span>
      </div>
      <Plot bars={bars} mean={mean} top={top} />
      <ul
        className="throughput__places"
        aria-label={`${MEASURE_TITLES[measure]}: ${measure} done and planned, the oldest sprint first`}
      >
        {bars.map((bar, index) => (
          <li key={bar.id}>
            <Place bar={bar} measure={measure} current={index === at} onChoose={() => setChosen(bar.id)} />
          </li>
        ))}
      </ul>
      {shown && (
        <figcaption className="throughput__told">
          <Told sprint={shown} />
          <Legend mean={mean !== null} />
        </figcaption>
      )}
    </figure>
  );
}

type PlaceProps = { bar: Bar; measure: Measure; current: boolean; onChoose: () => void };

/** Over a bar, as high as the plot: what the pointer and the keys meet. */
function Place({ bar, measure, current, onChoose }: PlaceProps) {
  const { name, done, planned } = bar;
  return (
    <button
      type="button"
      className="throughput__place"
      aria-label={`${name}: ${ofWords(done, planned)} ${measure}`}
      aria-pressed={current}
      tabIndex={current ? 0 : -1}
      onPointerEnter={onChoose}
      onFocus={onChoose}
      onClick={onChoose}
      onKeyDown={walk}
    >
      {shortName(name)}
    </button>
  );
}

/** Left and Right, Home and End go from bar to bar. */
function walk(event: KeyboardEvent<HTMLButtonElement>): void {
  const all = [...(event.currentTarget.closest('ul')?.querySelectorAll('button') ?? [])];
  const at = all.indexOf(event.currentTarget);
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: all.length - 1 }[event.key];
  const next = all[to ?? -1];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function Plot({ bars, mean, top }: { bars: readonly Bar[]; mean: number | null; top: number }) {
  const place = 100 / bars.length;
  const first = bars.findIndex(({ counts }) => counts);
  const y = (value: number) => `${100 - (value / top) * 100}%`;
  const rect = (index: number, value: number) => ({
    x: `${place * (index + GAP)}%`,
    width: `${place * (1 - 2 * GAP)}%`,
    y: y(value),
    height: `${(value / top) * 100}%`,
  });
  return (
    <svg className="throughput__plot" aria-hidden>
      {[top, top / 2, 0].map((value) => (
        <line key={value} className="throughput__line" x1="0%" x2="100%" y1={y(value)} y2={y(value)} />
      ))}
      {bars.map(({ id, planned, done, counts }, index) => (
        <g key={id}>
          {planned !== null && <rect className="throughput__planned" {...rect(index, planned)} />}
          {done !== null && (
            <rect className="throughput__done" data-counts={counts || undefined} {...rect(index, done)} />
          )}
        </g>
      ))}
      {mean !== null && first !== -1 && (
        <line className="throughput__mean" x1={`${place * first}%`} x2="100%" y1={y(mean)} y2={y(mean)} />
      )}
    </svg>
  );
}

/** The chosen sprint in words. */
function Told({ sprint }: { sprint: SprintFactsFragment }) {
  const today = useToday();
  const { name, doneItems, plannedItems, donePoints, plannedPoints } = sprint;
  return (
    <>
      <strong>{name}</strong>
      <span>{daysWords(sprint, today)}</span>
      <span>{ofWords(doneItems, plannedItems)} items</span>
      {(donePoints !== null || plannedPoints !== null) && <span>{ofWords(donePoints, plannedPoints)} points</span>}
    </>
  );
}

function Legend({ mean }: { mean: boolean }) {
  return (
    <span className="throughput__legend" aria-hidden>
      <span>
        <i /> done
      </span>
      <span>
        <i data-of="planned" /> planned
      </span>
      {mean && (
        <span>
          <i data-of="mean" /> mean of the last three
        </span>
      )}
    </span>
  );
}
