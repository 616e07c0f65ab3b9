import { deadlineOf } from '@chapterhouse/domain/impediments/impediment-deadline';
import { Button } from '@chapterhouse/ui/button';
import { classNames } from '@chapterhouse/ui/class-names';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Leaf, SearchX } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Link, Outlet, useLocation, useNavigate, useParams } from 'react-router';
import { OPEN_STATES } from '@chapterhouse/domain/impediments/impediment-state';
import { Page } from '../../../platform/page/page';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useViewer } from '../../../platform/session/session-provider';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { cardLink, focusCard } from '../focus-card';
import { MovesProvider } from '../impediment-moves/moves';

import { selection } from '../impediment-selection/selection';
import { plural } from '../plural';
import { RaiseImpedimentButton } from '../raise-impediment/raise-impediment-button';
import { Board } from './board';
import { isFiltered, passes } from './board-filter';
import { columnsOf } from './board-columns';
import { lanesOf } from './board-lanes';
import { BoardSkeleton } from './board-skeleton';
import { CardSurroundingsProvider, useCardSurroundings } from './card-surroundings';
import { FilterBar } from './filter-bar';
import { sorted } from './board-sort';
import { useBoardView } from './board-view';
import { focusedCard, revealCard, walkFrom } from './board-walk';
import { activeCard, openMoveMenu } from './single-choice';
import { useImpedimentLevels } from '../use-impediment-levels';
import { useBoardFilter } from './use-board-filter';
import { type LoadedBoard, useLiveBoard } from '../live-board/use-live-board';
import { useStoredChoice } from './use-stored-choice';
import { ViewMenu } from './view-menu';
import './board-page.css';

/** `/impediments`: everything that stands in the way of any team; `/impediments/:key` opens one beside it. */
export function BoardPage() {
  const { board, error, loading, reload } = useLiveBoard();
  const { key } = useParams();
  useFocusAfterPanel(key);
  useEffect(() => forgetCards, []);
  const open = useMemo(() => (board?.impediments ?? []).filter(({ state }) => OPEN_STATES.includes(state)), [board]);
  return (
    <MovesProvider>
      {/* Above the board, so that both load at once. */}
      <CardSurroundingsProvider>
        <div className={classNames('board-page', key !== undefined && 'board-page--beside')}>
          <Page
            title="Impediments"
            width="full"
            subtitle={board && <Summary open={open} closed={board.closedLast30Days} />}
          >
            {board && <ShownBoard board={board} open={open} openKey={key} />}
            {!board && loading && <BoardSkeleton />}
            {!board && !loading && error && <BoardProblem error={error} onRetry={reload} />}
          </Page>
        </div>
      </CardSurroundingsProvider>
      <Outlet context={open} />
    </MovesProvider>
  );
}

/** Another visit of the board begins at its first card. */
function forgetCards(): void {
  activeCard.choose(null);
  openMoveMenu.choose(null);
}

/** The card stays in sight beside its panel, and has the focus when that is gone. */
function useFocusAfterPanel(key: string | undefined): void {
  const before = useRef(key);
  useEffect(() => {
    if (key !== undefined) revealCard(key);
    else if (before.current !== undefined) focusCard(before.current);
    before.current = key;
  }, [key]);
}

function Summary({ open, closed }: { open: LoadedBoard['impediments']; closed: number }) {
  const { today, now } = useCardSurroundings();
  const overdue = open.filter((one) => deadlineOf(one, today, now)?.overdue).length;
  const teams = new Set(
    open.flatMap(({ raisingTeam, affectedTeams }) => [raisingTeam, ...affectedTeams].map(({ id }) => id)),
  );
  const days = open.reduce((sum, { blockedTeamDays }) => sum + blockedTeamDays, 0);
  return (
    <>
      {open.length.toLocaleString('en')} open · {overdue.toLocaleString('en')} overdue · {plural(teams.size, 'team')}{' '}
      hit · {plural(days, 'blocked team-day')} ·{' '}
      <Link className="board-page__closed" to="/impediments/history?state=CLOSED">
        {closed} closed in the last 30 days
      </Link>
    </>
  );
}

function BoardProblem({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { title, next } = shownRefusal(error);
  return (
    <div className="board-page__problem">
      <ErrorNote title={title} next={next} action={<Button onClick={onRetry}>Try again</Button>} />
    </div>
  );
}

type ShownBoardProps = {
  board: LoadedBoard;
  open: LoadedBoard['impediments'];
  openKey: string | undefined;
};

const texts = (stored: unknown): string[] =>
  Array.isArray(stored) ? stored.filter((one) => typeof one === 'string') : [];

function ShownBoard({ board, open, openKey }: ShownBoardProps) {
  const { person } = useViewer();
  const { now, today, levelName } = useCardSurroundings();
  const { levels } = useImpedimentLevels();
  const [filter, change, clear] = useBoardFilter();
  const [view, changeView] = useBoardView();
  const [collapsed, setCollapsed] = useStoredChoice('board.collapsed', texts);
  // While a card is in the hand or its menu is open the board stands still; what others change meanwhile shows after.
  const [held, setHeld] = useState(false);
  const menuOpen = openMoveMenu.useChosen() !== null;
  const still = useHeld(open, held || menuOpen);
  const shown = useMemo(
    () =>
      sorted(
        still.filter((impediment) => passes(impediment, filter, { viewerId: person.id, today, now })),
        view.sort,
        today,
        now,
      ),
    [still, filter, person.id, today, now, view.sort],
  );
  const columns = useMemo(() => columnsOf(view.columns, levels), [view.columns, levels]);
  const lanes = useMemo(
    () => lanesOf(shown, view.lanes, columns, { levelName, today, now }),
    [shown, view.lanes, columns, levelName, today, now],
  );
  const overdue = useMemo(() => open.filter((one) => deadlineOf(one, today, now)?.overdue).length, [open, today, now]);
  const toggle = useCallback(
    (laneId: string) =>
      setCollapsed(collapsed.includes(laneId) ? collapsed.filter((id) => id !== laneId) : [...collapsed, laneId]),
    [collapsed, setCollapsed],
  );
  useCardShortcuts(openKey, shown.length > 0);
  useEffect(() => selection.keepOnly(new Set(shown.map(({ id }) => id))), [shown]);

  if (open.length === 0) return <NothingOpen closed={board.closedLast30Days} />;
  const laned = view.lanes !== 'none';
  return (
    <>
      <FilterBar
        filter={filter}
        onChange={change}
        onClear={clear}
        impediments={open}
        shown={shown.length}
        overdue={overdue}
        levelName={levelName}
        view={
          <ViewMenu
            view={view}
            onChange={changeView}
            onCollapseAll={laned ? () => setCollapsed(lanes.map(({ id }) => id)) : undefined}
            onExpandAll={laned ? () => setCollapsed([]) : undefined}
          />
        }
      />
      {board.truncated && (
        <div className="board-page__problem">
          <ErrorNote
            tone="attention"
            title={`The board shows the ${plural(open.length, 'oldest open impediment')}.`}
            next={<Link to="/impediments/history">The others are in the list of all impediments.</Link>}
          />
        </div>
      )}
      {shown.length === 0 && isFiltered(filter) ? (
        <EmptyState
          icon={<SearchX />}
          title="No impediment fits this filter"
          action={<Button onClick={clear}>Clear the filter</Button>}
        >
          Take a chip away, or look through the <Link to="/impediments/history">history</Link>.
        </EmptyState>
      ) : (
        columns.length > 0 && (
          <Board
            columns={columns}
            lanes={lanes}
            view={view}
            asked={JSON.stringify([filter, view])}
            collapsed={collapsed}
            onToggle={toggle}
            onHold={setHeld}
            openKey={openKey}
          />
        )
      )}
    </>
  );
}

/** What was there when the holding began, for as long as it lasts. */
function useHeld<T>(present: T, held: boolean): T {
  const [kept, keep] = useState(present);
  if (!held && kept !== present) keep(present);
  return held ? kept : present;
}

/** Keys that act on the card under the keyboard; with a panel open, on the panel's impediment. */
function useCardShortcuts(openKey: string | undefined, when: boolean): void {
  const navigate = useNavigate();
  const { search } = useLocation();
  const step = (direction: 'up' | 'down') => {
    const next = walkFrom(openKey ?? focusedCard() ?? activeCard.chosen(), direction);
    if (next !== null && openKey !== undefined)
      void navigate({ pathname: `/impediments/${next}`, search }, { replace: true });
  };
  useShortcut({ key: 'k', label: 'Previous card (arrows work as well)', when, run: () => step('up') });
  useShortcut({ key: 'j', label: 'Next card', when, run: () => step('down') });
  useShortcut({
    key: 'm',
    label: 'Move the card to …',
    when: when && openKey === undefined,
    run: () => openMoveMenu.choose(focusedCard() ?? activeCard.chosen()),
  });
  useShortcut({
    key: 'x',
    label: 'Select the card',
    when: when && openKey === undefined,
    run: () => {
      const id = idOfFocused();
      if (id !== undefined) selection.toggle(id);
    },
  });
}

function idOfFocused(): string | undefined {
  const key = focusedCard() ?? activeCard.chosen();
  return key === null ? undefined : cardLink(key)?.dataset['cardId'];
}

function NothingOpen({ closed }: { closed: number }) {
  return (
    <EmptyState icon={<Leaf />} title="Nothing stands in the way" action={<RaiseImpedimentButton />}>
      This board shows what blocks any team until it is removed, so that everybody sees who has it and what happens
      next.{closed > 0 && ` ${plural(closed, 'impediment was', 'impediments were')} closed in the last 30 days.`}
    </EmptyState>
  );
}
