import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Kbd } from '@chapterhouse/ui/kbd';
import { Segments } from '@chapterhouse/ui/segments';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Kanban, List, ListTree, Plus } from 'lucide-react';
import { useState } from 'react';
import { Outlet, useParams } from 'react-router';
import { useCommand } from '../../../platform/commands/use-command';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { plural } from '../../impediments/public';
import { BacklogBoard } from '../backlog-board/backlog-board';
import { ItemBulkBar } from '../bulk/item-bulk-bar';
import { setCreating } from '../item-form/create-state';
import { useFocusAfterPanel } from '../item-page/use-focus-after-panel';
import { PlanningPage } from '../planning-page/planning-page';
import { useBacklogChanges } from '../use-backlog-changes';
import { type PlannedProduct, useProduct } from '../use-product';
import { useMayCreate } from '../use-may-create';
import { BACKLOG } from './backlog.operations';
import { filterInput, isNarrowed, isTree, sortedBy, WHOLE_BACKLOG } from './backlog-filter';
import { BacklogFilters } from './backlog-filters';
import { BacklogTable } from './backlog-table';
import { ItemRow } from './item-row';
import { NoItems } from './no-items';
import { rememberFocusedItem } from './shown-items';
import { TreeRows } from './tree-rows';
import { useBacklogKeys } from './use-backlog-keys';
import { useBacklogView } from './use-backlog-view';
import { useExpanded } from './use-expanded';
import './backlog-page.css';

/** Items at a time; of a tree, the ones at its root. */
const PAGE = 50;

const SCREENS = [
  { value: 'tree', label: 'Tree', icon: <ListTree aria-hidden /> },
  { value: 'list', label: 'List', icon: <List aria-hidden /> },
  { value: 'board', label: 'Board', icon: <Kanban aria-hidden /> },
] as const;

/** `/backlog`: every item of the product, as a tree, a list or a board. */
export function BacklogPage() {
  const choice = useProduct();
  const backlog = useBacklogView();
  const productId = choice.product?.id ?? null;
  const create = useMayCreate(productId);
  const [area] = backlog.view.filter.areas;
  return (
    <div className="backlog-page">
      <PlanningPage
        choice={choice}
        title="Backlog"
        width="full"
        areaId={backlog.view.filter.areas.length === 1 && area !== 'none' ? (area ?? null) : null}
        actions={
          <>
            <Segments
              label="Show as"
              value={backlog.view.screen}
              options={SCREENS}
              onChange={(screen) => backlog.change({ screen })}
            />
            {create.item && productId !== null && (
              <Button icon={<Plus aria-hidden />} onClick={() => setCreating({ productId })}>
                New item <Kbd>n</Kbd>
              </Button>
            )}
          </>
        }
      >
        {(product) => <Backlog key={product.id} product={product} backlog={backlog} />}
      </PlanningPage>
    </div>
  );
}

type BacklogProps = { product: PlannedProduct; backlog: ReturnType<typeof useBacklogView> };

function Backlog({ product, backlog: { view, change, narrow } }: BacklogProps) {
  const client = useApolloClient();
  const { key: openKey } = useParams();
  const tree = isTree(view);
  const board = view.screen === 'board';
  const filter = filterInput(view.filter);
  const { data, previousData, error, loading, fetchMore, refetch } = useQuery(BACKLOG, {
    variables: {
      productId: product.id,
      filter: tree ? { ...filter, roots: true } : filter,
      sort: view.sort,
      descending: view.descending,
      // A board asks for each of its columns; here only how many there are.
      first: board ? 1 : PAGE,
    },
    fetchPolicy: 'cache-and-network',
  });
  useBacklogChanges(data === undefined ? null : product.id, () => client.refetchQueries({ include: [BACKLOG] }));
  useFocusAfterPanel(openKey);
  const { expanded, toggle, set, openAll, closeAll } = useExpanded();
  const [more, setMore] = useState(false);
  const found = (data ?? previousData)?.backlog;
  const items = found?.edges.map(({ node }) => node) ?? [];
  const alone = openKey === undefined;
  useBacklogKeys(alone && found !== undefined);
  const treeKeys = () => items.map(({ key }) => key);
  useCommand({
    id: 'tree:open',
    label: 'Open the whole first tier',
    group: 'here',
    when: tree,
    run: () => openAll(treeKeys()),
  });
  useCommand({ id: 'tree:close', label: 'Close everything', group: 'here', when: tree, run: closeAll });
  const showMore = async () => {
    setMore(true);
    // A refusal shows as the query's own error.
    await fetchMore({ variables: { after: found?.pageInfo.endCursor ?? null } }).catch(() => {});
    setMore(false);
  };
  const empty = found !== undefined && items.length === 0;
  return (
    <div className="backlog-body" onFocus={rememberFocusedItem}>
      <BacklogFilters product={product} filter={view.filter} found={data?.backlog.totalCount} onFilter={narrow} />
      {found && !tree && !board && (
        <p className="backlog-body__count">
          {plural(found.totalCount, isNarrowed(view.filter) ? 'item' : 'open item')}
        </p>
      )}
      {error && !found && (
        <div className="backlog-body__note">
          <RefusalNote
            refusal={shownRefusal(error)}
            action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
          />
        </div>
      )}
      {!found && loading && (
        <div className="backlog-body__note">
          <Skeleton shape="card" lines={12} label="Loading the backlog" />
        </div>
      )}
      {empty && !board && (
        <NoItems
          product={product}
          narrowed={isNarrowed(view.filter)}
          onClear={() => change({ filter: WHOLE_BACKLOG })}
        />
      )}
      {board && found && <BacklogBoard productId={product.id} filter={view.filter} openKey={openKey} />}
      {!board && found && !empty && (
        <BacklogTable
          view={view}
          tree={tree}
          stale={!data}
          onSort={(sort) => change(sortedBy(view, sort))}
          onExpand={set}
        >
          {tree ? (
            <TreeRows
              items={items}
              level={1}
              states={view.filter.states}
              expanded={expanded}
              onToggle={toggle}
              openKey={openKey}
            />
          ) : (
            items.map((item) => (
              <ItemRow
                key={item.id}
                item={item}
                level={null}
                expanded={null}
                onToggle={toggle}
                open={item.key === openKey}
              />
            ))
          )}
          {found.pageInfo.hasNextPage && (
            <MoreRow shown={items.length} total={found.totalCount} pending={more} onMore={() => void showMore()} />
          )}
        </BacklogTable>
      )}
      <ItemBulkBar productId={product.id} filter={filter} found={found?.totalCount ?? 0} />
      <Outlet />
    </div>
  );
}

type MoreRowProps = { shown: number; total: number; pending: boolean; onMore: () => void };

function MoreRow({ shown, total, pending, onMore }: MoreRowProps) {
  return (
    <tr>
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- it holds words and a button */}
      <td colSpan={3}>
        <div className="backlog__more">
          <span>
            {shown.toLocaleString('en')} of {total.toLocaleString('en')}
          </span>
          <Button size="sm" pending={pending} onClick={onMore}>
            Show more
          </Button>
        </div>
      </td>
    </tr>
  );
}
