import { CATEGORY_TITLES } from '@chapterhouse/domain/impediments/impediment-fields';
import { Repeat2 } from 'lucide-react';
import { Link } from 'react-router';
import { bottleneckListAddress } from '../bottlenecks/bottlenecks-view';
import { ImpedimentStateBadge } from '../impediment-state-badge';
import { plural } from '../plural';
import type { ShownSource } from './source-details';
import { ImpedimentLink } from './impediment-link';

/** Each category in which it was raised again and again, with the impediments that say so. */
export function SourceRecurring({ source: { id, recurring } }: { source: Pick<ShownSource, 'id' | 'recurring'> }) {
  if (recurring.length === 0)
    return (
      <p className="source__nothing">
        Nothing was raised three times in the same category in this quarter and the one before.
      </p>
    );
  return (
    <ul className="source__recurring">
      {recurring.map(({ category, times, blockedTeamDays, impediments }) => (
        <li key={category}>
          <p className="source__again">
            <Repeat2 aria-hidden />
            <span>
              <Link to={bottleneckListAddress({ source: id, category })}>
                {CATEGORY_TITLES[category]}, {plural(times, 'time')}
              </Link>{' '}
              in two quarters: {plural(blockedTeamDays, 'blocked team-day')}
            </span>
          </p>
          <ul className="source__times">
            {impediments.map((impediment) => (
              <li key={impediment.id}>
                <ImpedimentStateBadge state={impediment.state} labelHidden />
                <ImpedimentLink impediment={impediment} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
