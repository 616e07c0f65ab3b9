import { deadlineOf } from '@chapterhouse/domain/impediments/impediment-deadline';
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
import { useBoardVisit } from '../board-visit/use-board-visit';
import { BoardSkeleton } from '../impediment-board/board-skeleton';
import { CardSurroundingsProvider, useCardSurroundings } from '../impediment-board/card-surroundings';
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
            subtitle={ready && open.length > 0 && <Summary open={open} closed={board.closedLast30Days} />}
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

function Summary({ open, closed }: { open: LoadedBoard['impediments']; closed: number }) {
  const { today, now } = useCardSurroundings();
  const overdue = open.filter((one) => deadlineOf(one, today, now)?.overdue).length;
  const teams = new Set(
    open.flatMap(({ raisingTeam, affectedTeams }) => [raisingTeam, ...affectedTeams].map(({ id }) => id)),
  );
  const days = open.reduce((sum, { blockedTeamDays }) => sum + blockedTeamDays, 0);
  return (
    <>
      {open.length.toLocaleString('en')} open · {overdue.toLocaleString('en')} overdue
      <span className="board-page__more">
        {' '}
        · {plural(teams.size, 'team')} hit · {plural(days, 'blocked team-day')} ·{' '}
        <Link className="board-page__closed" to="/impediments/history?state=CLOSED">
          {closed} closed in the last 30 days
        </Link>
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
