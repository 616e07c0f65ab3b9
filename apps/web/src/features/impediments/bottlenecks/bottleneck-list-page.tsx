import { useQuery } from '@apollo/client/react';
import { CATEGORY_TITLES } from '@chapterhouse/domain/impediments/impediment-fields';
import { Button, buttonLook } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { ChartScatter } from 'lucide-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useToday } from '../../../platform/dates/use-today';
import { Page } from '../../../platform/page/page';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useTeams } from '../use-teams';
import { BottleneckListTable } from './bottleneck-list-table';
import { costWords } from './bottleneck-words';
import { BOTTLENECK_IMPEDIMENTS, BOTTLENECK_SOURCE } from './bottlenecks.operations';
import { type BottleneckList, bottlenecksAddress, NO_SOURCE, readBottleneckList } from './bottlenecks-view';
import { quarterOf, quartersWords } from './quarters';
import './bottleneck-list.css';

/** Rows at a time. */
const PAGE = 50;

/** `/impediments/bottlenecks/list?source=…&area=…`: what a mark of the map counts, or the times of what recurs. */
export function BottleneckListPage() {
  const [params] = useSearchParams();
  const today = useToday();
  const list = readBottleneckList(params, today);
  const quarter = list.quarter ?? quarterOf(today);
  const { data, previousData, error, fetchMore, refetch } = useQuery(BOTTLENECK_IMPEDIMENTS, {
    variables: {
      quarter,
      sourceId: list.source === NO_SOURCE ? null : list.source || null,
      withoutSource: list.source === NO_SOURCE,
      areaId: list.area || null,
      category: list.category,
      first: PAGE,
    },
    fetchPolicy: 'cache-and-network',
  });
  const [pending, setPending] = useState(false);
  const { title, source } = useTitle(list);
  const found = (error ? data : (data ?? previousData))?.bottleneckImpediments;
  const shown = found?.impediments.edges.length ?? 0;
  const more = async () => {
    setPending(true);
    // A refusal shows as the query's own error.
    await fetchMore({
      variables: { after: found?.impediments.pageInfo.endCursor ?? null },
      updateQuery: (before, { fetchMoreResult: { bottleneckImpediments: next } }) => ({
        ...before,
        bottleneckImpediments: {
          ...next,
          impediments: {
            ...next.impediments,
            edges: [...before.bottleneckImpediments.impediments.edges, ...next.impediments.edges],
          },
        },
      }),
    }).catch(() => {});
    setPending(false);
  };
  return (
    <Page
      title={title}
      subtitle={
        found && `${costWords({ ...found, impedimentCount: found.impediments.totalCount })} · ${quartersWords(quarter)}`
      }
    >
      <p className="bottleneck-list__sentence">
        {list.category === null
          ? 'Blocked team-days of these two quarters only, the most first: working days that began with a team blocked.'
          : `Raised in these two quarters in the category ${CATEGORY_TITLES[list.category]}, those that cost most first.`}{' '}
        {source && (
          <>
            <Link to={`/sources/${source.id}`}>About {source.name}</Link> ·{' '}
          </>
        )}
        <Link to={bottlenecksAddress({ quarter: list.quarter, look: 'map' })}>All bottlenecks</Link>
      </p>
      {error && (
        <RefusalNote
          refusal={shownRefusal(error)}
          action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
        />
      )}
      {!found && !error && <Skeleton shape="card" lines={8} label="Loading what it counts" />}
      {found && shown === 0 && (
        <EmptyState
          icon={<ChartScatter />}
          title="It counts none now"
          action={
            <Link className={buttonLook()} to="/impediments/bottlenecks">
              Go to the bottlenecks
            </Link>
          }
        >
          What was counted here waits for something else meanwhile, or was found to be a duplicate.
        </EmptyState>
      )}
      {found && shown > 0 && (
        <>
          <BottleneckListTable
            counted={found.impediments.edges.map(({ node }) => node)}
            ofOneSource={list.source !== ''}
          />
          {found.impediments.pageInfo.hasNextPage && (
            <div className="bottleneck-list__more">
              <span>
                {shown.toLocaleString('en')} of {found.impediments.totalCount.toLocaleString('en')}
              </span>
              <Button pending={pending} onClick={() => void more()}>
                Show more
              </Button>
            </div>
          )}
        </>
      )}
    </Page>
  );
}

/** "Payment gateway · Checkout". */
function useTitle({ source, area, category }: BottleneckList) {
  const { areas } = useTeams();
  const { data } = useQuery(BOTTLENECK_SOURCE, {
    variables: { id: source },
    skip: source === '' || source === NO_SOURCE,
  });
  const words = [
    source === NO_SOURCE ? 'No source named' : data?.source.name,
    areas.find(({ value }) => value === area)?.label,
    category && CATEGORY_TITLES[category],
  ].filter(Boolean);
  return { title: words.length === 0 ? 'Bottlenecks' : words.join(' · '), source: data?.source };
}
