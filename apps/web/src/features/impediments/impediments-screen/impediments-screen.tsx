import { OPEN_STATES } from '@chapterhouse/domain/impediments/impediment-state';
import { Button } from '@chapterhouse/ui/button';
import { classNames } from '@chapterhouse/ui/class-names';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { type ReactNode, useEffect, useMemo } from 'react';
import { Link, Outlet, useParams } from 'react-router';
import type { SavedViewScreen } from '../../../generated/graphql';
import { Page } from '../../../platform/page/page';
import { PresenceAvatars } from '../../../platform/presence/presence-avatars';
import { usePresence } from '../../../platform/presence/use-presence';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useViewer } from '../../../platform/session/session-provider';
import { type BoardVisit, useBoardVisit } from '../board-visit/use-board-visit';
import { BoardSkeleton } from '../impediment-board/board-skeleton';
import { sumsOf } from '../impediment-board/board-sums';
import { CardSurroundingsProvider, useCardSurroundings } from '../impediment-board/card-surroundings';
import { isFiltered, passes } from '../impediment-filter/board-filter';
import { useBoardFilter } from '../impediment-filter/use-board-filter';
import { MovesProvider } from '../impediment-moves/moves';
import { selection } from '../impediment-selection/selection';
import { type LoadedBoard, useLiveBoard } from '../live-board/use-live-board';
import { plural } from '../plural';
import { SavedViewsMenu } from '../saved-views/saved-views-menu';
import { useDefaultView } from '../saved-views/use-default-view';
import { ScreenSwitch } from './screen-switch';
import { type ScreenContent, ShownImpediments } from './shown-impediments';
import './impediments-screen.css';

export type ImpedimentsScreenProps = { screen: SavedViewScreen; children: (content: ScreenContent) => ReactNode };

/** What the board and the list have in common: what is open, live; the head; filters; the panel beside it. */
export function ImpedimentsScreen({ screen, children }: ImpedimentsScreenProps) {
  const { board, error, loading, reload } = useLiveBoard();
  const { deciding } = useDefaultView();
  const visit = useBoardVisit();
  const others = usePresence('impediments');
  const { key } = useParams();
  useEffect(() => () => selection.clear(), []);
  const open = useMemo(() => (board?.impediments ?? []).filter(({ state }) => OPEN_STATES.includes(state)), [board]);
  const ready = board !== undefined && !deciding;
  return (
    <MovesProvider>
      {/* Above the board, so that both load at once. */}
      <CardSurroundingsProvider>
        <div className={classNames('board-page', key !== undefined && 'board-page--beside')}>
          <Page
            title="Impediments"
            width="full"
            subtitle={ready && open.length > 0 && <Summary open={open} closed={board.closedLast30Days} visit={visit} />}
            actions={
              <>
                <PresenceAvatars people={others} />
                <SavedViewsMenu screen={screen} />
                <ScreenSwitch screen={screen} />
              </>
            }
          >
            {ready && (
              <ShownImpediments board={board} open={open} visit={visit} screen={screen} openKey={key}>
                {children}
              </ShownImpediments>
            )}
            {!ready && (loading || deciding) && <BoardSkeleton />}
            {!board && !loading && error && <Problem error={error} onRetry={reload} />}
          </Page>
        </div>
      </CardSurroundingsProvider>
      <Outlet context={open} />
    </MovesProvider>
  );
}

type SummaryProps = { open: LoadedBoard['impediments']; closed: number; visit: BoardVisit | null };

/** The sums of what the filter shows; without one, of all that is open. */
function Summary({ open, closed, visit }: SummaryProps) {
  const { person } = useViewer();
  const { today, now } = useCardSurroundings();
  const [filter] = useBoardFilter();
  const filtered = isFiltered(filter);
  const shown = useMemo(() => {
    if (!filtered) return open;
    const changed = visit && new Set(visit.news.map(({ impediment }) => impediment.id));
    return open.filter((one) => passes(one, filter, { viewerId: person.id, today, now, changed }));
  }, [open, filter, filtered, visit, person.id, today, now]);
  const { overdue, days, teams } = sumsOf(shown, today, now);
  return (
    <>
      {filtered && `${shown.length.toLocaleString('en')} of `}
      {open.length.toLocaleString('en')} open · {overdue.toLocaleString('en')} overdue
      <span className="board-page__more">
        {' '}
        · {plural(teams.size, 'team')} hit · {plural(days, 'blocked team-day')}
        {!filtered && (
          <>
            {' '}
            ·{' '}
            <Link className="board-page__closed" to="/impediments/history?state=CLOSED">
              {closed} closed in the last 30 days
            </Link>
          </>
        )}
      </span>
    </>
  );
}

function Problem({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { title, next } = shownRefusal(error);
  return (
    <div className="board-page__problem">
      <ErrorNote title={title} next={next} action={<Button onClick={onRetry}>Try again</Button>} />
    </div>
  );
}
