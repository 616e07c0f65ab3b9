import { UNRESOLVED_STATES } from '@chapterhouse/domain/impediments/impediment-state';
import type { ImpedimentFactsFragment } from '../../../generated/graphql';
import { Moment } from '../moment';
import { useImpedimentLevels } from '../use-impediment-levels';
import { useNow } from '../use-now';

/** "Scrum of Scrums · due in 12 hours"; overdue is the one thing in colour. */
export function DetailClock({ impediment }: { impediment: ImpedimentFactsFragment }) {
  const { nameOf } = useImpedimentLevels();
  const now = useNow();
  const { level, clockEndsAt, state } = impediment;
  const runs = clockEndsAt !== null && UNRESOLVED_STATES.includes(state);
  const overdue = runs && Date.parse(clockEndsAt) < now;
  return (
    <span>
      {nameOf(level)}
      {runs && (
        <span className={overdue ? 'detail__overdue' : 'detail__quiet'}>
          {overdue ? ' · overdue, the clock ended ' : ' · due '}
          <Moment at={clockEndsAt} />
        </span>
      )}
    </span>
  );
}
