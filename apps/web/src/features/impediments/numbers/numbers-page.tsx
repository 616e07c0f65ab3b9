import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { useState } from 'react';
import type { ImpedimentNumbersQuery } from '../../../generated/graphql';
import { useToday } from '../../../platform/dates/use-today';
import { Page } from '../../../platform/page/page';
import { useAddressView } from '../../../platform/page/use-address-view';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { NothingCounted } from './nothing-counted';
import { NumberCard } from './number-card';
import { NUMBERS_SHOWN, windowWords } from './number-words';
import { IMPEDIMENT_NUMBERS } from './numbers.operations';
import { NumbersFilter } from './numbers-filter';
import { NumbersTable } from './numbers-table';
import {
  isNarrowed,
  type NumbersView,
  type NumbersWindow,
  OF_ALL,
  readNumbersView,
  windowOf,
  writeNumbersView,
} from './numbers-view';
import { countsAny, groupsShown } from './shown-groups';
import './numbers-page.css';

/** `/impediments/numbers`: how long it takes, how much is late, comes back, goes up; by month, area, team, source. */
export function NumbersPage() {
  const { view, change } = useAddressView(readNumbersView, writeNumbersView);
  const span = windowOf(useToday(), view.months);
  const { data, error, refetch } = useQuery(IMPEDIMENT_NUMBERS, {
    variables: {
      by: view.by,
      ...span,
      areaId: view.area || null,
      teamId: view.team || null,
      sourceId: view.source || null,
    },
    fetchPolicy: 'cache-and-network',
  });
  // While other numbers load those before stay, as they were asked for; what cannot be shown does not.
  const last = useLast(data && { data, view, span, asked: `${writeNumbersView(view).toString()} ${span.from}` });
  const shown = error && !data ? undefined : last;
  const nothing = shown && !countsAny(shown.data.now.total) && !countsAny(shown.data.before.total);
  return (
    <Page title="Numbers" subtitle={windowWords(span)}>
      <NumbersFilter view={view} onChange={change} />
      {error && (
        <RefusalNote
          refusal={shownRefusal(error)}
          action={
            <>
              <Button onClick={() => void refetch().catch(() => {})}>Try again</Button>
              {isNarrowed(view) && <Button onClick={() => change(OF_ALL)}>Show all</Button>}
            </>
          }
        />
      )}
      {!shown && !error && <Skeleton shape="card" lines={5} label="Working the numbers out" />}
      {nothing && <NothingCounted view={view} onChange={change} />}
      {shown && !nothing && <Shown {...shown} look={view.look} stale={data === undefined} />}
    </Page>
  );
}

type Answered = { data: ImpedimentNumbersQuery; view: NumbersView; span: NumbersWindow; asked: string };

type ShownProps = Omit<Answered, 'asked'> & { look: NumbersView['look']; stale: boolean };

function Shown({ data, view, span, look, stale }: ShownProps) {
  const { now, before } = data;
  const groups = groupsShown(now.groups, view, span);
  const props = { view, span, groups, total: now.total, before: before.total };
  return (
    <div className="numbers" aria-busy={stale || undefined}>
      {look === 'table' ? (
        <NumbersTable {...props} />
      ) : (
        NUMBERS_SHOWN.map((words) => <NumberCard key={words.number} words={words} {...props} />)
      )}
      {now.moreGroups > 0 && (
        <p className="numbers__more">
          These are the {groups.length} that count the most; {now.moreGroups.toLocaleString('en')} more are left out.
          Narrow them down by area or team.
        </p>
      )}
    </div>
  );
}

/** The last answer with what was asked for. */
function useLast(answered: Answered | undefined): Answered | undefined {
  const [last, keep] = useState(answered);
  const isNew = answered !== undefined && (answered.data !== last?.data || answered.asked !== last.asked);
  if (isNew) keep(answered);
  return isNew ? answered : last;
}
