import { BarChart } from '@chapterhouse/ui/bar-chart';
import type { ThroughputFactsFragment } from '../../../generated/graphql';
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
      bars={bars.map(({ id, name, planned, done, counts }) => ({
        id,
        name: shortName(name),
        words: `${name}: ${ofWords(done, planned)} ${measure}`,
        value: done,
        behind: planned,
        quiet: !counts,
      }))}
      mean={mean === null || from === -1 ? null : { value: mean, from }}
      told={(at) => {
        const shown = throughput.sprints[at];
        return (
          shown && (
            <>
              <strong>{shown.name}</strong>
              <span>{daysWords(shown, today)}</span>
              <span className="ch-number">{ofWords(shown.doneItems, shown.plannedItems)} items</span>
              {(shown.donePoints !== null || shown.plannedPoints !== null) && (
                <span className="ch-number">{ofWords(shown.donePoints, shown.plannedPoints)} points</span>
              )}
              <Legend mean={mean !== null} />
            </>
          )
        );
      }}
    />
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
