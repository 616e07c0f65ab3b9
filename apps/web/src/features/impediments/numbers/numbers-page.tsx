import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { useSearchParams } from 'react-router';
import { useToday } from '../../../platform/dates/use-today';
import { Page } from '../../../platform/page/page';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { NothingCounted } from './nothing-counted';
import { NumberCard } from './number-card';
import { NUMBERS_SHOWN, windowWords } from './number-words';
import { IMPEDIMENT_NUMBERS } from './numbers.operations';
import { NumbersFilter } from './numbers-filter';
import { NumbersTable } from './numbers-table';
import { type NumbersView, readNumbersView, windowOf, writeNumbersView } from './numbers-view';
import { countsAny, groupsShown } from './shown-groups';
import './numbers-page.css';

/** `/impediments/numbers`: how long it takes, how much is late, comes back, goes up; by month, area, team, source. */
export function NumbersPage() {
  const [params, setParams] = useSearchParams();
  const view = readNumbersView(params);
  const span = windowOf(useToday(), view.months);
  const change = (part: Partial<NumbersView>) =>
    setParams(writeNumbersView({ ...view, ...part }), { replace: true, preventScrollReset: true });
  const { data, previousData, error, refetch } = useQuery(IMPEDIMENT_NUMBERS, {
    variables: {
      by: view.by,
      ...span,
      areaId: view.area || null,
      teamId: view.team || null,
      sourceId: view.source || null,
    },
    fetchPolicy: 'cache-and-network',
  });
  // While other numbers load, those before stay; what cannot be shown does not.
  const found = error ? data : (data ?? previousData);
  const stale = found !== undefined && data === undefined;
  const groups = found && groupsShown(found.now.groups, view, span);
  const nothing = found && !countsAny(found.now.total) && !countsAny(found.before.total);
  return (
    <Page title="Numbers" subtitle={windowWords(span)}>
      <NumbersFilter view={view} onChange={change} />
      {error && (
        <RefusalNote
          refusal={shownRefusal(error)}
          action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
        />
      )}
      {!found && !error && <Skeleton shape="card" lines={5} label="Working the numbers out" />}
      {nothing && <NothingCounted view={view} onChange={change} />}
      {found && groups && !nothing && (
        <div className="numbers" aria-busy={stale || undefined}>
          {view.look === 'table' ? (
            <NumbersTable view={view} span={span} groups={groups} total={found.now.total} before={found.before.total} />
          ) : (
            NUMBERS_SHOWN.map((words) => (
              <NumberCard
                key={words.number}
                words={words}
                view={view}
                span={span}
                groups={groups}
                total={found.now.total}
                before={found.before.total}
              />
            ))
          )}
          {found.now.moreGroups > 0 && (
            <p className="numbers__more">
              These are the {groups.length} that count the most; {found.now.moreGroups.toLocaleString('en')} more are
              left out. Narrow them down by area or team.
            </p>
          )}
        </div>
      )}
    </Page>
  );
}
