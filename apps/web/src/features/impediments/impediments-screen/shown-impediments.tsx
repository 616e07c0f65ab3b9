import { deadlineOf } from '@chapterhouse/domain/impediments/impediment-deadline';
import { Button } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { SearchX } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { ImpedimentCardFragment, SavedViewScreen } from '../../../generated/graphql';
import { useViewer } from '../../../platform/session/session-provider';
import type { BoardVisit } from '../board-visit/use-board-visit';
import { VisitLine } from '../board-visit/visit-line';
import { useCardSurroundings } from '../impediment-board/card-surroundings';
import { useMoveMenuShown } from '../impediment-board/open-move-menu';
import { type BoardFilter, isFiltered, passes } from '../impediment-filter/board-filter';
import { FilterBar } from '../impediment-filter/filter-bar';
import { useBoardFilter } from '../impediment-filter/use-board-filter';
import { BulkBar } from '../impediment-selection/bulk-bar';
import { selection } from '../impediment-selection/selection';
import type { LoadedBoard } from '../live-board/use-live-board';
import { plural } from '../plural';
import { NothingOpen } from './nothing-open';

export type ScreenContent = {
  /** Those that pass the filter, oldest first. */
  passing: readonly ImpedimentCardFragment[];
  filter: BoardFilter;
  openKey: string | undefined;
  /** Somebody has one in the hand: what is shown is to stand still. */
  onHold: (held: boolean) => void;
  /** Puts the controls of how it looks beside the filter. */
  frame: (controls: ReactNode, shown: ReactNode) => ReactNode;
};

export type ShownImpedimentsProps = {
  board: LoadedBoard;
  open: readonly ImpedimentCardFragment[];
  visit: BoardVisit | null;
  screen: SavedViewScreen;
  openKey: string | undefined;
  children: (content: ScreenContent) => ReactNode;
};

/** The filter, what passes it, and what can be done with many of them at once. */
export function ShownImpediments({ board, open, visit, openKey, children }: ShownImpedimentsProps) {
  const { person } = useViewer();
  const { now, today, levelName } = useCardSurroundings();
  const [filter, change, clear] = useBoardFilter();
  // While a card is in the hand or its menu is open all stands still; what others change meanwhile shows after.
  const [held, setHeld] = useState(false);
  const menuOpen = useMoveMenuShown(open);
  const still = useHeld(open, held || menuOpen);
  const changed = useMemo(
    () => (visit === null ? null : new Set(visit.news.map(({ impediment }) => impediment.id))),
    [visit],
  );
  const passing = useMemo(
    () => still.filter((impediment) => passes(impediment, filter, { viewerId: person.id, today, now, changed })),
    [still, filter, person.id, today, now, changed],
  );
  const overdue = useMemo(() => open.filter((one) => deadlineOf(one, today, now)?.overdue).length, [open, today, now]);
  useEffect(() => selection.keepOnly(new Set(passing.map(({ id }) => id))), [passing]);

  if (open.length === 0) return <NothingOpen closed={board.closedLast30Days} />;
  const frame = (controls: ReactNode, shown: ReactNode) => (
    <>
      {visit && <VisitLine visit={visit} filtered={filter.changed} onFilter={(only) => change({ changed: only })} />}
      <FilterBar
        filter={filter}
        onChange={change}
        onClear={clear}
        impediments={open}
        shown={passing.length}
        overdue={overdue}
        levelName={levelName}
        view={controls}
      />
      {board.truncated && (
        <div className="board-page__problem">
          <ErrorNote
            tone="attention"
            title={`Here are the ${plural(open.length, 'oldest open impediment')}.`}
            next={<Link to="/impediments/history">The others are in the list of all impediments.</Link>}
          />
        </div>
      )}
      {passing.length === 0 && isFiltered(filter) ? (
        <EmptyState
          icon={<SearchX />}
          title="No impediment fits this filter"
          action={<Button onClick={clear}>Clear the filter</Button>}
        >
          Take a chip away, or look through the <Link to="/impediments/history">history</Link>.
        </EmptyState>
      ) : (
        shown
      )}
      <BulkBar impediments={passing} />
    </>
  );
  return children({ passing, filter, openKey, onHold: setHeld, frame });
}

/** What was there when the holding began, for as long as it lasts. */
function useHeld<T>(present: T, held: boolean): T {
  const [kept, keep] = useState({ what: present, held });
  const began = held && !kept.held;
  if (began || (!held && (kept.what !== present || kept.held))) keep({ what: present, held });
  return held && !began ? kept.what : present;
}
