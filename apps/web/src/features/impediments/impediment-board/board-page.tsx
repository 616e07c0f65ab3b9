import { deadlineOf } from '@chapterhouse/domain/impediments/impediment-deadline';
import { Button } from '@chapterhouse/ui/button';
import { classNames } from '@chapterhouse/ui/class-names';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Segments } from '@chapterhouse/ui/segments';
import { Leaf, SearchX } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { Link, Outlet, useLocation, useNavigate, useParams } from 'react-router';
import { OPEN_STATES } from '@chapterhouse/domain/impediments/impediment-state';
import { Page } from '../../../platform/page/page';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useViewer } from '../../../platform/session/session-provider';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { cardLink, focusCard } from '../focus-card';
import { MovesProvider } from '../impediment-moves/moves';

import { plural } from '../plural';
import { RaiseImpedimentButton } from '../raise-impediment/raise-impediment-button';
import { Board } from './board';
import { isFiltered, passes } from './board-filter';
import type { LaneKind } from './board-lanes';
import { BoardSkeleton } from './board-skeleton';
import { CardSurroundingsProvider, useCardSurroundings } from './card-surroundings';
import { FilterBar } from './filter-bar';
import { focusedCard, moveFocus } from './move-focus';
import { activeCard, openMoveMenu } from './single-choice';
import { useBoardFilter } from './use-board-filter';
import { type LoadedBoard, useLiveBoard } from './use-live-board';
import { useStoredChoice } from './use-stored-choice';
import './board-page.css';

const LANES: readonly { value: LaneKind; label: string }[] = [
  { value: 'area', label: 'By area' },
  { value: 'none', label: 'No lanes' },
];

/** `/impediments`: everything that stands in the way of any team; `/impediments/:key` opens one beside it. */
export function BoardPage() {
  const { board, error, loading, reload } = useLiveBoard();
  const { key } = useParams();
  const [lanes, setLanes] = useStoredChoice<LaneKind>('board.lanes', (stored) => (stored === 'none' ? 'none' : 'area'));
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
            subtitle={board && <Summary open={open.length} closed={board.closedLast30Days} />}
            actions={open.length > 0 && <Segments label="Lanes" value={lanes} onChange={setLanes} options={LANES} />}
          >
            {board && <ShownBoard board={board} open={open} lanes={lanes} openKey={key} />}
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
    if (key !== undefined) cardLink(key)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    else if (before.current !== undefined) focusCard(before.current);
    before.current = key;
  }, [key]);
}

function Summary({ open, closed }: { open: number; closed: number }) {
  return (
    <>
      {open} open ·{' '}
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
  lanes: LaneKind;
  openKey: string | undefined;
};

function ShownBoard({ board, open, lanes, openKey }: ShownBoardProps) {
  const { person } = useViewer();
  const { now, today, levelName } = useCardSurroundings();
  const [filter, change, clear] = useBoardFilter();
  const shown = useMemo(
    () => open.filter((impediment) => passes(impediment, filter, { viewerId: person.id, today, now })),
    [open, filter, person.id, today, now],
  );
  const overdue = useMemo(() => open.filter((one) => deadlineOf(one, today, now)?.overdue).length, [open, today, now]);
  useCardShortcuts(openKey, shown.length > 0);

  if (open.length === 0) return <NothingOpen closed={board.closedLast30Days} />;
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
        <Board impediments={shown} lanes={lanes} openKey={openKey} />
      )}
    </>
  );
}

/** Keys that act on the card under the keyboard; with a panel open, on the panel's impediment. */
function useCardShortcuts(openKey: string | undefined, when: boolean): void {
  const navigate = useNavigate();
  const { search } = useLocation();
  const step = (direction: 'up' | 'down') => {
    const next = moveFocus(openKey ?? focusedCard() ?? activeCard.chosen(), direction);
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
}

function NothingOpen({ closed }: { closed: number }) {
  return (
    <EmptyState icon={<Leaf />} title="Nothing stands in the way" action={<RaiseImpedimentButton />}>
      This board shows what blocks any team until it is removed, so that everybody sees who has it and what happens
      next.{closed > 0 && ` ${plural(closed, 'impediment was', 'impediments were')} closed in the last 30 days.`}
    </EmptyState>
  );
}
