import type { PaceFactsFragment, ThroughputFactsFragment } from '../../../generated/graphql';
import { meanWords, numberWords } from '../sprint-words';
import { type Measure, MEASURE_TITLES } from './measure';

/** Throughput and velocity as numbers, each with what it is taken of. */
export function ThroughputFigures({ throughput }: { throughput: ThroughputFactsFragment }) {
  const { items, points } = throughput;
  const estimates = throughput.sprints.some(
    ({ plannedPoints, donePoints }) => plannedPoints !== null || donePoints !== null,
  );
  return (
    <dl className="throughput-figures">
      <Figure measure="items" pace={items} />
      {estimates && <Figure measure="points" pace={points} />}
    </dl>
  );
}

function Figure({ measure, pace: { mean, needed, inputs } }: { measure: Measure; pace: PaceFactsFragment }) {
  return (
    <div className="throughput-figures__one">
      <dt>{MEASURE_TITLES[measure]}</dt>
      <dd>
        {mean === null ? (
          <span className="throughput-figures__lack">Not enough data</span>
        ) : (
          <>
            <span className="throughput-figures__mean">{meanWords(mean)}</span> {measure} per sprint
          </>
        )}
      </dd>
      <dd className="throughput-figures__of">
        {mean === null
          ? `${inputs.length} of ${needed} finished sprints that say how many ${measure} were done`
          : `Mean of ${inputs.map(({ name, done }) => `${name}: ${numberWords(done)}`).join(', ')}`}
      </dd>
    </div>
  );
}
