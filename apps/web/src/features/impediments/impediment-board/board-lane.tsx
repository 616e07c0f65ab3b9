import { VisuallyHidden } from '@chapterhouse/ui/visually-hidden';
import { ChevronDown } from 'lucide-react';
import { type CSSProperties, memo, useId } from 'react';
import { plural } from '../plural';
import { BoardCell } from './board-cell';
import type { BoardColumn } from './board-columns';
import type { Lane } from './board-lanes';

export type BoardLaneProps = {
  lane: Lane;
  columns: readonly BoardColumn[];
  /** Indexes of the columns that are shown. */
  shown: readonly number[];
  /** Pixels. */
  top: number;
  height: number;
  /** Which rows of cards are in the page. */
  from: number;
  to: number;
  pinned: string;
  /** A board without lanes has one, which shows no head. */
  headed: boolean;
  collapsed: boolean;
  onToggle: (laneId: string) => void;
  openKey: string | undefined;
  firstKey: string | undefined;
};

/** One row of the board: an area, a team, an owner … */
export const BoardLane = memo(function BoardLane(props: BoardLaneProps) {
  const { lane, columns, shown, top, height, from, to, pinned, headed, collapsed, onToggle, openKey, firstKey } = props;
  const id = useId();
  const { sums } = lane;
  const place: CSSProperties & Record<`--${string}`, string> = { top: `${top}px`, height: `${height}px` };
  return (
    <section className="board__lane" style={place} aria-label={headed ? lane.name : 'Impediments'}>
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
            <span className="board__lane-name">{lane.name}</span>
            <span className="board__count">
              {lane.count}
              <VisuallyHidden> {lane.count === 1 ? 'impediment' : 'impediments'}</VisuallyHidden>
            </span>
            {sums.overdue > 0 && <span className="board__overdue">{sums.overdue} overdue</span>}
            <span className="board__count board__count--more">{plural(sums.teams.size, 'team')} hit</span>
            {sums.days > 0 && (
              <span className="board__count board__count--more">{plural(sums.days, 'blocked team-day')}</span>
            )}
          </button>
        </h2>
      )}
      <div className="board__cells" id={id} hidden={collapsed}>
        {!collapsed &&
          shown.map((at) => (
            <BoardCell
              key={columns[at]?.id}
              label={headed ? `${columns[at]?.title}, ${lane.name}` : (columns[at]?.title ?? '')}
              column={at}
              impediments={lane.cells[at] ?? []}
              from={from}
              to={to}
              pinned={pinned}
              openKey={openKey}
              firstKey={firstKey}
            />
          ))}
      </div>
    </section>
  );
});
