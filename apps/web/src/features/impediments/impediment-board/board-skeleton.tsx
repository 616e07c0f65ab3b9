import { OPEN_STATES } from '@chapterhouse/domain/impediments/impediment-state';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { ImpedimentStateBadge } from '../impediment-state-badge';
import './board.css';

/** The columns stand where they will stand. */
export function BoardSkeleton() {
  return (
    <div className="board board--loading" aria-busy="true">
      <div className="board__cells">
        {OPEN_STATES.map((state, index) => (
          <div key={state}>
            <div className="board__head">
              <ImpedimentStateBadge state={state} />
            </div>
            <div className="board__cell">
              <Skeleton shape="card" lines={5 - index} label={index === 0 ? 'Loading the board' : ''} />
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}
