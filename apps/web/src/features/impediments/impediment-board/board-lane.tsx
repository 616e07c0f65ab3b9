import { OPEN_STATES } from '@chapterhouse/domain/impediments/impediment-state';
import { VisuallyHidden } from '@chapterhouse/ui/visually-hidden';
import { ChevronDown } from 'lucide-react';
import { memo, useId } from 'react';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { BoardCell } from './board-cell';
import type { Lane } from './board-lanes';

export type BoardLaneProps = {
  lane: Lane;
  /** A board without lanes has one, which shows no head. */
  headed: boolean;
  collapsed: boolean;
  onToggle: (laneId: string) => void;
  dragged: ImpedimentCardFragment | null;
  openKey: string | undefined;
  firstKey: string | undefined;
};

/** An area's row of the board. */
export const BoardLane = memo(function BoardLane(props: BoardLaneProps) {
  const { lane, headed, collapsed, onToggle, dragged, openKey, firstKey } = props;
  const id = useId();
  return (
    <section className="board__lane" aria-label={headed ? lane.name : 'Impediments'}>
      {headed && (
        <h2 className="board__lane-head">
          <button
            type="button"
            className="board__lane-toggle"
            aria-expanded={!collapsed}
            aria-controls={id}
            onClick={() => onToggle(lane.id)}
          >
            <ChevronDown aria-hidden />
            {lane.name}
            <span className="board__count">
              {lane.count}
              <VisuallyHidden> {lane.count === 1 ? 'impediment' : 'impediments'}</VisuallyHidden>
            </span>
          </button>
        </h2>
      )}
      <div className="board__cells" id={id} hidden={collapsed}>
        {!collapsed &&
          OPEN_STATES.map((state) => (
            <BoardCell
              key={state}
              lane={lane}
              state={state}
              impediments={lane.cells.get(state) ?? []}
              dragged={dragged}
              openKey={openKey}
              firstKey={firstKey}
            />
          ))}
      </div>
    </section>
  );
});
