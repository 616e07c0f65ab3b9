import { CATEGORY_TITLES } from '@chapterhouse/domain/impediments/impediment-fields';
import { Button } from '@chapterhouse/ui/button';
import { Repeat2 } from 'lucide-react';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { plural } from '../plural';
import type { ShownRecurrence } from './bottleneck-words';
import { bottleneckListAddress } from './bottlenecks-view';

/** As many as one looks at. */
const FIRST = 8;

/** What recurs, the most often first; each opens its times. */
export function Recurrences({ recurrences, quarter }: { recurrences: readonly ShownRecurrence[]; quarter: string }) {
  const [all, setAll] = useState(false);
  const heading = useId();
  return (
    <section className="bottlenecks__again" aria-labelledby={heading}>
      <h2 id={heading}>What recurs</h2>
      {recurrences.length === 0 ? (
        <p className="bottlenecks__quiet">
          Nothing was raised three times or more of the same source and category in these two quarters.
        </p>
      ) : (
        <ul>
          {recurrences.slice(0, all ? recurrences.length : FIRST).map((one) => (
            <li key={`${one.source.id} ${one.category}`}>
              <Link to={bottleneckListAddress({ quarter, source: one.source.id, category: one.category })}>
                <Repeat2 aria-hidden />
                <span className="bottlenecks__what">
                  <strong>{one.source.name}</strong> {CATEGORY_TITLES[one.category]}
                </span>
                <span className="bottlenecks__often">
                  {plural(one.times, 'time')}
                  <span>{plural(one.blockedTeamDays, 'team-day')}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {recurrences.length > FIRST && (
        <Button size="sm" variant="ghost" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? `Show the first ${FIRST}` : `Show all ${recurrences.length}`}
        </Button>
      )}
    </section>
  );
}
