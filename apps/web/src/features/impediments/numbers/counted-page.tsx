import { useQuery } from '@apollo/client/react';
import { Button, buttonLook } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { Segments } from '@chapterhouse/ui/segments';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { ChartNoAxesColumn } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation, useSearchParams } from 'react-router';
import { Page } from '../../../platform/page/page';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { CsvLink } from '../csv-file/csv-link';
import { plural } from '../plural';
import { useImpedimentLevels } from '../use-impediment-levels';
import { useTeams } from '../use-teams';
import { useWayBack } from './counted-link';
import { CountedTable } from './counted-table';
import { windowWords, wordsOf } from './number-words';
import { IMPEDIMENTS_COUNTED, SOURCES_TO_COUNT } from './numbers.operations';
import { type CountedView, countedParams, NO_SOURCE, readCountedView } from './numbers-view';
import './counted-page.css';

/** Rows at a time. */
const PAGE = 50;

/** `/impediments/numbers/list?number=…`: what a number counts. */
export function CountedPage() {
  const [params, setParams] = useSearchParams();
  const { state }: { state: unknown } = useLocation();
  const view = readCountedView(params);
  if (!view) return <NoSuchList />;
  return (
    <CountedList
      view={view}
      onCounted={(counted) => setParams(countedParams({ ...view, counted }), { replace: true, state })}
    />
  );
}

function CountedList({ view, onCounted }: { view: CountedView; onCounted: (counted: boolean) => void }) {
  const words = wordsOf(view.number);
  const { data, previousData, error, fetchMore, refetch } = useQuery(IMPEDIMENTS_COUNTED, {
    variables: { first: PAGE, ...variablesOf(view) },
    fetchPolicy: 'cache-and-network',
  });
  const [more, setMore] = useState(false);
  const found = (error ? data : (data ?? previousData))?.impedimentsCounted;
  const of = useScopeWords(view);
  const showMore = async () => {
    setMore(true);
    // A refusal shows as the query's own error.
    await fetchMore({ variables: { after: found?.pageInfo.endCursor ?? null } }).catch(() => {});
    setMore(false);
  };
  return (
    <Page
      title={words.title}
      subtitle={found && `${plural(found.totalCount, 'impediment')} · ${of}`}
      actions={found && found.totalCount > 0 && <CsvLink screen="numbers" params={countedParams(view)} />}
    >
      <p className="counted__sentence">
        {words.sentence} <Link to={useWayBack()}>All numbers</Link>
      </p>
      {words.kind === 'share' && (
        <div className="counted__which">
          <Segments
            label="Which of them"
            value={view.counted ? 'counted' : 'all'}
            onChange={(which) => onCounted(which === 'counted')}
            options={[
              { value: 'all', label: words.all },
              { value: 'counted', label: words.counted },
            ]}
          />
        </div>
      )}
      {error && (
        <RefusalNote
          refusal={shownRefusal(error)}
          action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
        />
      )}
      {!found && !error && <Skeleton shape="card" lines={8} label="Loading what it counts" />}
      {found && found.edges.length === 0 && <NothingHere />}
      {found && found.edges.length > 0 && (
        <>
          <CountedTable words={words} counted={found.edges.map(({ node }) => node)} />
          {found.pageInfo.hasNextPage && (
            <div className="counted__more">
              <span>
                {found.edges.length.toLocaleString('en')} of {found.totalCount.toLocaleString('en')}
              </span>
              <Button pending={more} onClick={() => void showMore()}>
                Show more
              </Button>
            </div>
          )}
        </>
      )}
    </Page>
  );
}

/** As the api takes it. */
function variablesOf({ number, from, endsBefore, level, area, team, source, counted }: CountedView) {
  return {
    number,
    from,
    endsBefore,
    level,
    areaId: area || null,
    teamId: team || null,
    sourceId: source === NO_SOURCE ? null : source || null,
    withoutSource: source === NO_SOURCE,
    onlyCounted: counted,
  };
}

/** "Jun – Nov 2026 · Payments · Scrum of Scrums". */
function useScopeWords(view: CountedView): string {
  const { areas, teams } = useTeams();
  const { nameOf } = useImpedimentLevels();
  const { data } = useQuery(SOURCES_TO_COUNT, { skip: view.source === '' || view.source === NO_SOURCE });
  const source = data?.sources.find(({ id }) => id === view.source)?.name;
  const words = [
    windowWords(view),
    areas.find(({ value }) => value === view.area)?.label,
    teams.find(({ value }) => value === view.team)?.label,
    view.source === NO_SOURCE ? 'no source named' : source,
    view.level === null ? undefined : nameOf(view.level),
  ];
  return words.filter(Boolean).join(' · ');
}

function BackToNumbers() {
  return (
    <Link className={buttonLook()} to={useWayBack()}>
      Go to the numbers
    </Link>
  );
}

function NothingHere() {
  return (
    <EmptyState icon={<ChartNoAxesColumn />} title="None of these" action={<BackToNumbers />}>
      It holds what the number counts at present. What was here may have been reopened, undone or found to be a
      duplicate.
    </EmptyState>
  );
}

function NoSuchList() {
  return (
    <Page title="Numbers">
      <EmptyState icon={<ChartNoAxesColumn />} title="This address names no number" action={<BackToNumbers />}>
        Each number on the page of numbers leads to the impediments that it counts.
      </EmptyState>
    </Page>
  );
}
