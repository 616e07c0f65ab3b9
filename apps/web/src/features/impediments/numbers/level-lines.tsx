import type { NumbersFactsFragment } from '../../../generated/graphql';
import { useImpedimentLevels } from '../use-impediment-levels';
import { CountedLink } from './counted-link';
import { FEW, hoursWords } from './number-words';
import type { CountedView } from './numbers-view';

export type LevelLinesProps = {
  facts: NumbersFactsFragment['timeToResolveByLevel'];
  scope: Omit<CountedView, 'counted' | 'level'>;
};

/** The time to resolve by the level at which it was resolved. */
export function LevelLines({ facts, scope }: LevelLinesProps) {
  const { nameOf } = useImpedimentLevels();
  if (facts.length === 0) return null;
  return (
    <dl className="number-levels" aria-label="By the level at which they were resolved">
      {facts.map(({ level, count, medianHours, percentile85Hours }) => (
        <div key={level} data-few={count < FEW || undefined}>
          <dt>
            <CountedLink view={{ ...scope, level, counted: false }}>{nameOf(level)}</CountedLink>
          </dt>
          <dd>
            <strong>{hoursWords(medianHours ?? 0)}</strong>
            <span>85 %: {hoursWords(percentile85Hours ?? 0)}</span>
            <span>of {count.toLocaleString('en')}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
