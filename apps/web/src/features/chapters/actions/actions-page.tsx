import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { Segments } from '@chapterhouse/ui/segments';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { ListChecks, Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Page } from '../../../platform/page/page';
import { useAddressView } from '../../../platform/page/use-address-view';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { ActionLines, AddActionDialog, useCadenceChanges } from '../../cadences/public';
import { plural } from '../../impediments/public';
import { ACTIONS_PAGE } from './actions-page.operations';
import { type ActionsView, filterOf, readView, writeView } from './actions-view';
import './actions-page.css';

/** Actions at a time. */
const PAGE = 50;

const WHOSE = [
  { value: 'mine', label: 'Mine' },
  { value: 'all', label: 'Everybody’s' },
] as const;
const STATES = [
  { value: 'OPEN', label: 'Open' },
  { value: 'DONE', label: 'Done' },
  { value: 'DROPPED', label: 'Dropped' },
] as const;

/** `/actions`: small promises, one's own at first, with what came of them. */
export function ActionsPage() {
  const { view, change } = useAddressView(readView, writeView);
  const { data, previousData, error, loading, fetchMore, refetch } = useQuery(ACTIONS_PAGE, {
    variables: { first: PAGE, filter: filterOf(view) },
    fetchPolicy: 'cache-and-network',
  });
  const [adding, setAdding] = useState(false);
  const [more, setMore] = useState(false);
  const found = (data ?? previousData)?.actions;
  useCadenceChanges(data !== undefined, refetch);
  useShortcut({ key: 'n', label: 'Add an action', group: 'create', run: () => setAdding(true) });
  const showMore = async () => {
    setMore(true);
    await fetchMore({ variables: { after: found?.pageInfo.endCursor ?? null } }).catch(() => {});
    setMore(false);
  };
  const add = (
    <Button icon={<Plus aria-hidden />} onClick={() => setAdding(true)}>
      Add an action
    </Button>
  );
  return (
    <Page
      title="Actions"
      width="narrow"
      subtitle={found && plural(found.totalCount, 'action')}
      actions={found && found.totalCount > 0 && add}
    >
      <div className="actions">
        <div className="actions__filter">
          <Segments label="Whose" value={view.whose} onChange={(whose) => change({ whose })} options={WHOSE} />
          <Segments
            label="State"
            value={view.state}
            onChange={(state) => change({ state, overdue: false })}
            options={STATES}
          />
          {view.state === 'OPEN' && (
            <Button variant="ghost" aria-pressed={view.overdue} onClick={() => change({ overdue: !view.overdue })}>
              Overdue only
            </Button>
          )}
        </div>
        {error && !found && (
          <RefusalNote
            refusal={shownRefusal(error)}
            action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
          />
        )}
        {!found && loading && <Skeleton lines={8} label="Loading the actions" />}
        {found && found.edges.length === 0 && <Nothing view={view} add={add} />}
        {found && found.edges.length > 0 && (
          <ActionLines actions={found.edges.map(({ node }) => node)} showOwner={view.whose === 'all'} />
        )}
        {found?.pageInfo.hasNextPage && (
          <div className="actions__more">
            <span>
              {found.edges.length.toLocaleString('en')} of {found.totalCount.toLocaleString('en')}
            </span>
            <Button pending={more} onClick={() => void showMore()}>
              Show more
            </Button>
          </div>
        )}
        {adding && <AddActionDialog onClose={() => setAdding(false)} />}
      </div>
    </Page>
  );
}

function Nothing({ view, add }: { view: ActionsView; add: ReactNode }) {
  const title =
    view.state === 'OPEN'
      ? view.overdue
        ? 'Nothing is overdue'
        : view.whose === 'mine'
          ? 'You have promised nothing'
          : 'Nobody has promised anything'
      : view.state === 'DONE'
        ? 'Nothing is done yet'
        : 'Nothing was dropped';
  return (
    <EmptyState icon={<ListChecks />} title={title} action={view.state === 'OPEN' && !view.overdue && add}>
      An action is a small promise with an owner and a date. Meetings and triages note them, and ask after them the next
      time.
    </EmptyState>
  );
}
