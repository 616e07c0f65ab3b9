import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Kbd } from '@chapterhouse/ui/kbd';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { Page } from '../../../platform/page/page';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { plural } from '../../impediments/public';
import { DECISIONS } from '../decisions.operations';
import { ExportMenu } from '../export/export-menu';
import { setProposing } from '../propose/propose-state';
import { useDecisionChanges } from '../use-decision-changes';
import { DecisionHits } from './decision-hits';
import { filterInput, isNarrowed, orderOf, WHOLE_LOG, writeFilter } from './log-filter';
import { LogFilters } from './log-filters';
import { NothingFound } from './nothing-found';
import { useLogView } from './use-log-view';
import './log-page.css';

/** Decisions at a time. */
const PAGE = 30;

/** `/decisions`: every decision there ever was, found by its words, where it holds, whom and what it touches. */
export function LogPage() {
  const { view, change, narrow } = useLogView();
  const { filter } = view;
  const order = orderOf(view);
  const { data, previousData, error, loading, fetchMore, refetch } = useQuery(DECISIONS, {
    variables: { first: PAGE, filter: filterInput(filter), order },
    fetchPolicy: 'cache-and-network',
  });
  const [more, setMore] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const found = (data ?? previousData)?.decisions;
  useDecisionChanges(data !== undefined, refetch);
  const showMore = async () => {
    setMore(true);
    // A refusal shows as the query's own error.
    await fetchMore({ variables: { after: found?.pageInfo.endCursor ?? null } }).catch(() => {});
    setMore(false);
  };
  const narrowed = isNarrowed(filter);
  return (
    <Page
      title="Decisions"
      subtitle={
        found && (narrowed ? `${plural(found.totalCount, 'decision')} found` : plural(found.totalCount, 'decision'))
      }
      actions={
        <>
          <ExportMenu params={writeFilter(filter)} count={data?.decisions.totalCount} scopeId={filter.scopeId} />
          <Button icon={<Plus aria-hidden />} onClick={() => setProposing({})}>
            Propose a decision <Kbd>d</Kbd>
          </Button>
        </>
      }
    >
      <div className="log">
        <LogFilters
          filter={filter}
          order={order}
          found={data?.decisions.totalCount}
          onFilter={narrow}
          onOrder={(next) => change({ order: next })}
          onClear={() => change({ filter: WHOLE_LOG, order: null })}
          onDown={() => list.current?.querySelector('a')?.focus()}
        />
        {error && (
          <RefusalNote
            refusal={shownRefusal(error)}
            action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
          />
        )}
        {!found && loading && <Skeleton shape="card" lines={10} label="Loading the decisions" />}
        {found && found.edges.length === 0 && <NothingFound narrowed={narrowed} />}
        {found && found.edges.length > 0 && (
          <>
            <DecisionHits hits={found.edges.map(({ node }) => node)} stale={!data} ref={list} />
            {found.pageInfo.hasNextPage && (
              <div className="log__more">
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
      </div>
    </Page>
  );
}
