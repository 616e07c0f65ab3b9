import { useQuery } from '@apollo/client/react';
import { CATEGORY_TITLES, type ImpedimentCategory } from '@chapterhouse/domain/impediments/impediment-fields';
import { RECURRING_TIMES } from '@chapterhouse/domain/impediments/recurrence';
import { Repeat2 } from 'lucide-react';
import { plural } from '../plural';
import { EARLIER_OF_SAME_KIND } from '../similar-impediments.operations';
import type { ChosenSource } from '../source-field';
import { EarlierOne } from './earlier-one';

export type EarlierOfSameKindProps = {
  source: ChosenSource | null;
  category: ImpedimentCategory;
  onOpen: () => void;
};

/** How often the same source and category came up in two quarters, and how the latest ended; nothing for the first time. */
export function EarlierOfSameKind({ source, category, onOpen }: EarlierOfSameKindProps) {
  const { data } = useQuery(EARLIER_OF_SAME_KIND, {
    variables: { sourceId: source?.id ?? '', category },
    skip: !source?.id,
    fetchPolicy: 'cache-and-network',
  });
  const earlier = source?.id ? data?.earlierOfSameKind : undefined;
  return (
    <div className="similar" aria-live="polite">
      {source && earlier && earlier.times > 0 && (
        <>
          <p className="similar__head" data-recurring={earlier.recurring || undefined}>
            {earlier.recurring && <Repeat2 aria-hidden />}
            <span>
              <strong>
                {source.name}, {CATEGORY_TITLES[category]}: raised {timesWords(earlier.times)}
              </strong>{' '}
              in this quarter and the one before, {plural(earlier.blockedTeamDays, 'blocked team-day')}.{' '}
              {recurringWords(earlier)}
            </span>
          </p>
          <ul className="similar__list">
            {earlier.latest.map((one) => (
              <EarlierOne key={one.id} impediment={one} onOpen={onOpen} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function recurringWords({ times, recurring }: { times: number; recurring: boolean }): string {
  if (!recurring) return '';
  const is = times >= RECURRING_TIMES ? 'It is recurring' : 'This makes it recurring';
  return `${is}: say what would end it for good.`;
}

function timesWords(times: number): string {
  return times === 1 ? 'once before' : `${times.toLocaleString('en')} times before`;
}
