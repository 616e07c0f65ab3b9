import { Button } from '@chapterhouse/ui/button';
import { announce } from '@chapterhouse/ui/live-region';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Outlet, useParams } from 'react-router';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { isNarrowed } from '../backlog/backlog-filter';
import { BacklogFilters } from '../backlog/backlog-filters';
import { useFocusAfterPanel } from '../item-page/use-focus-after-panel';
import { itemSelection } from '../selection/item-selection';
import type { PlannedProduct } from '../use-product';
import { GoDialog } from './go-dialog';
import { placeOf, positionAt } from './known-order';
import { MoveDialog } from './move-dialog';
import { EmptyOrder } from './empty-order';
import { PLAIN_COLUMNS, SCORE_COLUMNS } from './order-columns';
import { OrderList } from './order-list';
import { OrderPast } from './order-past';
import type { MayMove } from './place-of-drop';
import { RowMenu } from './row-menu';
import { linkOf } from './row-window';
import { ScoreDialog } from './score-dialog';
import { SelectionBar } from './selection-bar';
import { useOrder } from './use-order';
import { useOrderActs } from './use-order-acts';
import { orderKeyDown, useOrderShortcuts } from './use-order-keys';
import { useOrderMoves } from './use-order-moves';
import { useOrderView } from './use-order-view';

/** The order holds what is open. */
const ENDED = ['Ended'];

/** What is asked about a row, above the list. */
export type Asking = { kind: 'move'; to: 'before' | 'position' | null } | { kind: 'score' } | { kind: 'go' } | null;

/** The one order of a product, row by row, and all that moves it. */
export function OrderScreen({ product }: { product: PlannedProduct }) {
  const { filter, input, view, narrow, change } = useOrderView();
  const loaded = useOrder(product.id, input);
  const { order, items, head, ready, stale, error, retry, onSight, put, pending } = loaded;
  const moves = useOrderMoves(loaded);
  const { key: openKey } = useParams();
  useFocusAfterPanel(openKey);
  const [active, setActive] = useState<string | null>(null);
  const [menuOf, setMenuOf] = useState<string | null>(null);
  const [asking, setAsking] = useState<Asking>(null);
  const reveal = useRef<((place: number) => void) | null>(null);
  const onReveal = useCallback((next: ((place: number) => void) | null) => {
    reveal.current = next;
  }, []);
  useEffect(() => () => itemSelection.clear(), []);
  const may = useMemo<MayMove>(
    () => ({
      all: head?.viewerCan.includes('order:move') ?? false,
      areaIds: new Set(head?.ownAreas.map(({ id }) => id)),
    }),
    [head],
  );
  const acts = useOrderActs({
    loaded,
    moves,
    may,
    active,
    onActive: setActive,
    reveal: (place) => reveal.current?.(place),
    onAsk: setAsking,
    onMenu: setMenuOf,
    onPast: (itemId) => change({ past: { itemId } }),
  });
  const item = items.get(active ?? '');
  useOrderShortcuts(acts, openKey === undefined && order.rows.length > 0, acts.movable.length > 0);
  const busy = useMemo(() => new Set(pending.flatMap(({ move }) => move.ids)), [pending]);
  const shownIds = useRef<string[]>([]);
  useEffect(() => {
    shownIds.current = order.rows.flatMap((row) => row?.id ?? []);
  }, [order]);
  const onSelect = useCallback((id: string, { shiftKey }: { shiftKey: boolean }) => {
    if (shiftKey) itemSelection.extendTo(id, shownIds.current);
    else itemSelection.toggle(id);
  }, []);
  const menuItem = items.get(menuOf ?? '');

  return (
    <>
      <BacklogFilters
        product={product}
        filter={filter}
        found={stale ? undefined : order.rows.length}
        onFilter={narrow}
        without={ENDED}
      />
      <SelectionBar acts={acts} />
      {error !== null && (
        <div className="order-screen__problem">
          <RefusalNote refusal={shownRefusal(error)} action={<Button onClick={retry}>Try again</Button>} />
        </div>
      )}
      {!ready && error === null && <Skeleton shape="card" lines={10} label="Loading the order" />}
      {ready && order.rows.length === 0 && <EmptyOrder narrowed={isNarrowed(filter)} productId={product.id} />}
      {ready && order.rows.length > 0 && (
        <OrderList
          order={order}
          items={items}
          may={may}
          columns={view.scores ? SCORE_COLUMNS : PLAIN_COLUMNS}
          marks={moves.marks}
          busy={busy}
          active={active}
          openKey={openKey}
          asked={loaded.answered ?? ''}
          stale={stale}
          onActive={setActive}
          onSelect={onSelect}
          onSight={onSight}
          onDrop={({ move }) => void moves.move(move)}
          onKeyDown={(event) => orderKeyDown(event, acts)}
          onMenu={(id) => {
            setActive(id);
            setMenuOf(id);
          }}
          onReveal={onReveal}
          menu={
            menuItem
              ? {
                  id: menuItem.id,
                  show: (
                    <RowMenu
                      item={menuItem}
                      acts={acts}
                      movable={acts.movable.length > 0}
                      anywhere={may.all}
                      onClose={() => {
                        setMenuOf(null);
                        linkOf(menuItem.id)?.focus({ preventScroll: true });
                      }}
                    />
                  ),
                }
              : null
          }
        />
      )}
      {asking?.kind === 'move' && acts.movable.length > 0 && (
        <MoveDialog
          productId={product.id}
          items={acts.movable.flatMap((id) => items.get(id) ?? [])}
          ids={acts.movable}
          position={positionAt(order, placeOf(order, acts.movable[0] ?? ''))}
          length={order.length}
          asked={asking.to}
          anywhere={may.all}
          onMove={(move, reason) => {
            setAsking(null);
            void moves.move(move, reason);
          }}
          onClose={() => setAsking(null)}
        />
      )}
      {asking?.kind === 'score' && item && (
        <ScoreDialog
          item={item}
          onScored={(scored) => {
            put(scored);
            announce(`${scored.key} is scored.`);
          }}
          onClose={() => setAsking(null)}
        />
      )}
      {asking?.kind === 'go' && <GoDialog most={order.rows.length} onGo={acts.goTo} onClose={() => setAsking(null)} />}
      {view.past !== null && (
        <OrderPast
          productId={product.id}
          itemId={view.past.itemId}
          itemKey={items.get(view.past.itemId ?? '')?.key}
          number={loaded.known.number}
          onAll={() => change({ past: { itemId: null } })}
          onClose={() => change({ past: null })}
        />
      )}
      <Outlet />
    </>
  );
}
