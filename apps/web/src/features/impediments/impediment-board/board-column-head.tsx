import { VisuallyHidden } from '@chapterhouse/ui/visually-hidden';
import { Users } from 'lucide-react';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { ImpedimentStateBadge } from '../impediment-state-badge';
import { plural } from '../plural';
import { type BoardColumn, dropOf, whyNotInto } from './board-columns';
import type { Sums } from './board-sums';
import { Fitting } from './card-facts';

export type BoardColumnHeadProps = {
  column: BoardColumn;
  count: number;
  sums: Sums;
  dragged: ImpedimentCardFragment | null;
};

/** Name and sums of a column; while a card is dragged, why it does not accept it. */
export function BoardColumnHead({ column, count, sums, dragged }: BoardColumnHeadProps) {
  const reason = dragged && whyNotInto(dragged, column);
  return (
    <div className="board__head" data-column={column.id} data-drop={dragged ? dropOf(dragged, column) : undefined}>
      {column.state === undefined ? (
        <span className="board__level">{column.title}</span>
      ) : (
        <ImpedimentStateBadge state={column.state} />
      )}
      {reason ? (
        <span className="board__reason">{reason}</span>
      ) : (
        <span className="board__count">
          {count}
          <VisuallyHidden> {count === 1 ? 'impediment' : 'impediments'}</VisuallyHidden>
        </span>
      )}
      {!reason && sums.overdue > 0 && <span className="board__overdue">{sums.overdue} overdue</span>}
      {!reason && sums.teams.size > 0 && <TeamsHit count={sums.teams.size} />}
    </div>
  );
}

function TeamsHit({ count }: { count: number }) {
  const words = `${plural(count, 'team')} hit`;
  const short = (
    <span className="board__teams-short">
      <Users aria-hidden />
      {count}
    </span>
  );
  return (
    <Fitting className="board__count board__teams" short={short} title={words}>
      {words}
    </Fitting>
  );
}
