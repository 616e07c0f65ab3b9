import { Button } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { can } from '../../../platform/session/can';
import { isNarrowed } from '../backlog/backlog-filter';
import { BacklogFilters } from '../backlog/backlog-filters';
import { EmptyOrder } from '../order/empty-order';
import { GoDialog } from '../order/go-dialog';
import { placeOf, positionAt } from '../order/known-order';
import { MoveDialog } from '../order/move-dialog';
import { OrderList } from '../order/order-list';
import type { Asking } from '../order/order-screen';
import { type MayMove, NOTHING } from '../order/place-of-drop';
import { linkOf } from '../order/row-window';
import { SelectionBar } from '../order/selection-bar';
import { useOrderActs } from '../order/use-order-acts';
import { orderKeyDown } from '../order/use-order-keys';
import { useOrderView } from '../order/use-order-view';
import { itemSelection } from '../selection/item-selection';
import { useProduct } from '../use-product';
import { triedColumns } from './tried-columns';
import { TryMenu } from './try-menu';
import { useScenarioMoves } from './use-scenario-moves';
import { useScenarioOrder } from './use-scenario-order';
import { useShownScenario } from './scenario-page';
import { useTryShortcuts } from './use-try-shortcuts';

/** Anything: it is a trial. */
const ANYTHING: MayMove = { all: true, areaIds: new Set() };

/** `/scenarios/:id`: the order as the scenario has it, moved as on the screen of the order. */
export function ScenarioOrder() {
  const scenario = useShownScenario();
  const { filter, input, narrow } = useOrderView();
  const product = useProduct().products.find(({ id }) => id === scenario.product.id);
  const loaded = useScenarioOrder(scenario.id, scenario.version, input);
  const { order, items, was, ready, stale, error, retry, onSight, pending } = loaded;
  const moves = useScenarioMoves(scenario, loaded);
  const [active, setActive] = useState<string | null>(null);
  const [menuOf, setMenuOf] = useState<string | null>(null);
  const [asking, setAsking] = useState<Asking>(null);
  const reveal = useRef<((place: number) => void) | null>(null);
  const onReveal = useCallback((next: ((place: number) => void) | null) => {
    reveal.current = next;
  }, []);
  useEffect(() => () => itemSelection.clear(), []);
  const may = can(scenario, 'scenario:edit') ? ANYTHING : NOTHING;
  const acts = useOrderActs({
    loaded,
    moves,
    may,
    active,
    onActive: setActive,
    reveal: (place) => reveal.current?.(place),
    onAsk: setAsking,
    onMenu: setMenuOf,
    onPast: () => {},
  });
  useTryShortcuts(acts, order.rows.length > 0, acts.movable.length > 0);
  const busy = useMemo(() => new Set(pending.flatMap(({ move }) => move.ids)), [pending]);
  const shownIds = useRef<string[]>([]);
  useEffect(() => {
    shownIds.current = order.rows.flatMap((row) => row?.id ?? []);
  }, [order]);
  const onSelect = useCallback((id: string, { shiftKey }: { shiftKey: boolean }) => {
    if (shiftKey) itemSelection.extendTo(id, shownIds.current);
    else itemSelection.toggle(id);
  }, []);
  const positions = useMemo(
    () => new Map(order.rows.map((row, place) => [row?.id, positionAt(order, place)])),
    [order],
  );
  const columns = useMemo(() => triedColumns(was, positions, scenario.moveCount), [was, positions, scenario.moveCount]);
  const menuItem = items.get(menuOf ?? '');
  return (
    <div className="scenario__order" data-look={!may.all || undefined}>
      {product && (
        <BacklogFilters
          product={product}
          filter={filter}
          found={stale ? undefined : order.rows.length}
          onFilter={narrow}
        />
      )}
      {may.all && <SelectionBar acts={acts} />}
      {error !== null && (
        <RefusalNote refusal={shownRefusal(error)} action={<Button onClick={retry}>Try again</Button>} />
      )}
      {!ready && error === null && <Skeleton shape="card" lines={10} label="Loading the order" />}
      {ready && order.rows.length === 0 && <EmptyOrder narrowed={isNarrowed(filter)} productId={scenario.product.id} />}
      {ready && order.rows.length > 0 && (
        <OrderList
          order={order}
          items={items}
          may={may}
          columns={columns}
          marks={moves.marks}
          busy={busy}
          active={active}
          openKey={undefined}
          apart
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
                    <TryMenu
                      item={menuItem}
                      acts={acts}
                      movable={acts.movable.length > 0}
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
          productId={scenario.product.id}
          items={acts.movable.flatMap((id) => items.get(id) ?? [])}
          ids={acts.movable}
          position={positionAt(order, placeOf(order, acts.movable[0] ?? ''))}
          length={order.length}
          asked={asking.to}
          anywhere
          trial
          onMove={(move) => {
            setAsking(null);
            void moves.move(move);
          }}
          onClose={() => setAsking(null)}
        />
      )}
      {asking?.kind === 'go' && <GoDialog most={order.rows.length} onGo={acts.goTo} onClose={() => setAsking(null)} />}
    </div>
  );
}
