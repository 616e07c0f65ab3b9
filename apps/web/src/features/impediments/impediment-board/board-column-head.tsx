import type { ImpedimentState } from '@chapterhouse/domain/impediments/impediment-state';
import { VisuallyHidden } from '@chapterhouse/ui/visually-hidden';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { ImpedimentStateBadge } from '../impediment-state-badge';
import { whyNot } from '../impediment-moves/offered-moves';
import { dropOf } from './board-cell';

export type BoardColumnHeadProps = {
  state: ImpedimentState;
  count: number;
  dragged: ImpedimentCardFragment | null;
};

/** Name and count of a column; while a card is dragged, why it does not accept it. */
export function BoardColumnHead({ state, count, dragged }: BoardColumnHeadProps) {
  const reason = dragged && whyNot(dragged, state);
  return (
    <div className="board__head" data-state={state} data-drop={dragged ? dropOf(dragged, state) : undefined}>
      <ImpedimentStateBadge state={state} />
      {reason ? (
        <span className="board__reason">{reason}</span>
      ) : (
        <span className="board__count">
          {count}
          <VisuallyHidden> {count === 1 ? 'impediment' : 'impediments'}</VisuallyHidden>
        </span>
      )}
    </div>
  );
}
