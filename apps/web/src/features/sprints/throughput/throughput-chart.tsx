import { BarChart } from '@chapterhouse/ui/bar-chart';
import type { SprintFactsFragment, ThroughputFactsFragment } from '../../../generated/graphql';
import { useToday } from '../../../platform/dates/use-today';
import { daysWords, ofWords } from '../sprint-words';
import { barsOf, type Measure, MEASURE_TITLES, shortName } from './measure';
import './throughput-chart.css';

export type ThroughputChartProps = { throughput: ThroughputFactsFragment; measure: Measure };

/**
 * What was done in each sprint before what was planned, oldest first; those that the mean is taken of stand out. The
 * table says the same.
 */
export function ThroughputChart({ throughput, measure }: ThroughputChartProps) {
  const today = useToday();
  const bars = barsOf(throughput, measure);
  const { mean } = throughput[measure];
  const from = bars.findIndex(({ counts }) => counts);
  return (
    <BarChart
      label={`${MEASURE_TITLES[measure]}: ${measure} done and planned in ${bars.length} sprints, oldest first`}
      bars={bars.map(({ id, name, planned, done, counts }, index) => ({
        id,
        name: shortName(name),
        words: `${name}: ${ofWords(done, planned)} ${measure}`,
        value: done,
        behind: planned,
        quiet: !counts,
        told: <Told sprint={throughput.sprints[index]} today={today} mean={mean !== null} />,
      }))}
      mean={mean === null || from === -1 ? null : { value: mean, from }}
    />
  );
}

type ToldProps = { sprint: SprintFactsFragment | undefined; today: string; mean: boolean };

function Told({ sprint, today, mean }: ToldProps) {
  if (!sprint) return null;
  const { name, doneItems, plannedItems, donePoints, plannedPoints } = sprint;
  return (
    <>
      <strong>{name}</strong>
      <span>{daysWords(sprint, today)}</span>
      <span className="ch-number">{ofWords(doneItems, plannedItems)} items</span>
      {(donePoints !== null || plannedPoints !== null) && (
        <span className="ch-number">{ofWords(donePoints, plannedPoints)} points</span>
      )}
      <Legend mean={mean} />
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
