import { DndContext, DragOverlay, MouseSensor, TouchSensor, useSensor, useSensors } from '@dnd-kit/core';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { classNames } from '@chapterhouse/ui/class-names';
import { VisuallyHidden } from '@chapterhouse/ui/visually-hidden';
import { type CSSProperties, Fragment, type ReactNode, useEffect, useRef, useState } from 'react';
import { ItemTierMark } from '../item/item-tier-mark';
import { itemSelection } from '../selection/item-selection';
import { DropLine, gapOfDrag } from './drop-line';
import { type KnownOrder, placeOf, positionAt } from './known-order';
import type { OrderColumn } from './order-columns';
import { OrderRow, UnknownRow } from './order-row';
import { dropAt, type Drop, type MayMove, mayMoveRow } from './place-of-drop';
import { observeWindow, useKeptFocus, useKeptRow, useRowHeight } from './row-window';
import type { Items, Sight } from './use-order';
import type { Mark } from './use-order-moves';
import './order.css';

/** Rows beyond the edges of the window that are in the page already. */
const BEYOND = 8;
/** Pixels that a pointer moves before a press is a drag. */
const DISTANCE = 5;

export type OrderListProps = {
  order: KnownOrder;
  items: Items;
  may: MayMove;
  columns: readonly OrderColumn[];
  marks: ReadonlyMap<string, Mark>;
  /** Their moves are on the way. */
  busy: ReadonlySet<string>;
  active: string | null;
  openKey: string | undefined;
  /** Items open on a screen of their own, and not in a panel beside the list. */
  apart?: boolean;
  /** What the rows answer to: changes when the person asks for something else, not when others change what is shown. */
  asked: string;
  /** Something else was asked for. */
  stale: boolean;
  onActive: (id: string) => void;
  onSelect: (id: string, event: { shiftKey: boolean }) => void;
  onSight: (sight: Sight) => void;
  onDrop: (drop: Drop) => void;
  onKeyDown: (event: React.KeyboardEvent) => void;
  onMenu: (id: string) => void;
  /** The menu of the row whose menu is open. */
  menu: { id: string; show: ReactNode } | null;
  /** Told how to bring a place into sight. */
  onReveal: (reveal: ((place: number) => void) | null) => void;
};

/** The order as a table, of which only the rows near the window are in the page, and those that somebody is on. */
export function OrderList(props: OrderListProps) {
  const { order, items, may, columns, marks, busy, active, openKey, apart = false, asked, stale, menu } = props;
  const { onActive, onSelect, onSight, onDrop, onKeyDown, onMenu, onReveal } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState<readonly string[]>([]);
  const { height, rem } = useRowHeight();
  const selecting = itemSelection.useAny();
  const count = order.rows.length;
  const pinned = [active, held[0] ?? null].flatMap((id) => {
    const place = id === null ? -1 : placeOf(order, id);
    return place < 0 ? [] : place;
  });
  const reachable = active !== null && pinned.length > 0 ? active : order.rows[0]?.id;
  // oxlint-disable-next-line react/incompatible-library -- only this component uses its functions
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    observeElementRect: observeWindow,
    overscan: BEYOND,
    // Under the heads.
    scrollPaddingStart: height,
    rangeExtractor: (range) =>
      pinned.length === 0
        ? defaultRangeExtractor(range)
        : [...new Set([...defaultRangeExtractor(range), ...pinned])].sort((a, b) => a - b),
  });
  const range = virtualizer.range;
  const [first, last] = [range?.startIndex ?? 0, range?.endIndex ?? 0];
  useEffect(() => onSight({ first, last }), [onSight, first, last]);
  useEffect(() => {
    onReveal((place) => virtualizer.scrollToIndex(place));
    return () => onReveal(null);
  }, [onReveal, virtualizer]);
  useEffect(() => virtualizer.measure(), [virtualizer, height]);
  useKeptRow(scroller, order, height, asked, (id) => busy.has(id) || marks.has(id));
  useKeptFocus(scroller, active);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: DISTANCE } }),
    useSensor(TouchSensor, { activationConstraint: { distance: DISTANCE } }),
  );

  const rows = virtualizer.getVirtualItems();
  const end = rows.at(-1)?.end ?? 0;
  const style: CSSProperties & Record<`--${string}`, string> = { '--order-row': `${rem}rem` };
  const heldItem = items.get(held[0] ?? '');
  return (
    <DndContext
      sensors={sensors}
      accessibility={{ announcements: SILENT }}
      onDragStart={({ active: { id } }) => setHeld(draggedIds(String(id)))}
      onDragCancel={() => setHeld([])}
      onDragEnd={(event) => {
        const gap = gapOfDrag(event, scroller.current, height, count);
        const drop = gap === null ? null : dropAt(order, held, gap, may);
        setHeld([]);
        if (drop) onDrop(drop);
      }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys of the links inside */}
      <div
        ref={scroller}
        className="order"
        style={style}
        data-dragging={heldItem ? '' : undefined}
        data-stale={stale || undefined}
        data-selecting={selecting || undefined}
        onKeyDown={onKeyDown}
      >
        <table className="order__table" aria-rowcount={count + 1}>
          <caption className="ch-visually-hidden">The order</caption>
          <colgroup>
            <col className="order__select" />
            <col className="order__position" />
            <col />
            {columns.map(({ name, width }) => (
              <col key={name} className="order__column" style={{ width: `${width}rem` }} />
            ))}
            <col className="order__menu" />
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col">
                <VisuallyHidden>Select</VisuallyHidden>
              </th>
              <th scope="col" className="order__position">
                <VisuallyHidden>Position</VisuallyHidden>
                <span aria-hidden>#</span>
              </th>
              <th scope="col">Item</th>
              {columns.map(({ name, meaning, number }) => (
                <th
                  key={name}
                  scope="col"
                  className={classNames('order__column', number && 'ch-number')}
                  title={meaning}
                >
                  {name}
                </th>
              ))}
              <th scope="col">
                <VisuallyHidden>Menu</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ index, start }, at) => {
              const row = order.rows[index] ?? null;
              const item = row && items.get(row.id);
              const gap = start - (rows[at - 1]?.end ?? 0);
              const position = positionAt(order, index);
              return (
                <Fragment key={item ? item.id : `place ${index}`}>
                  {gap > 0 && <Gap height={gap} />}
                  {item && row ? (
                    <OrderRow
                      item={item}
                      place={index}
                      position={position ?? 0}
                      columns={columns}
                      reachable={item.id === reachable}
                      open={item.key === openKey}
                      apart={apart}
                      movable={mayMoveRow(may, row)}
                      mark={marks.get(item.id)}
                      busy={busy.has(item.id)}
                      onActive={onActive}
                      onSelect={onSelect}
                      onMenu={onMenu}
                      menu={menu?.id === item.id ? menu.show : null}
                    />
                  ) : (
                    <UnknownRow place={index} position={position} columns={columns.length} />
                  )}
                </Fragment>
              );
            })}
            {virtualizer.getTotalSize() > end && <Gap height={virtualizer.getTotalSize() - end} />}
          </tbody>
        </table>
        <DropLine scroller={scroller} height={height} order={order} held={held} may={may} />
      </div>
      <DragOverlay dropAnimation={null}>
        {heldItem && (
          <div className="order__held">
            <ItemTierMark tier={heldItem.tier} /> <span className="order__key">{heldItem.key}</span> {heldItem.title}
            {held.length > 1 && <strong> and {held.length - 1} more</strong>}
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}

/** Keys and the menu are the ways of those who do not see; the move itself is announced by whoever makes it. */
const nothing = () => undefined;
const SILENT = { onDragStart: nothing, onDragOver: nothing, onDragEnd: nothing, onDragCancel: nothing };

/** One of those that are selected takes the others along. */
function draggedIds(id: string): string[] {
  const selected = itemSelection.ids();
  return selected.has(id) ? [id, ...[...selected].filter((other) => other !== id)] : [id];
}

/** Rows that are not in the page. */
function Gap({ height }: { height: number }) {
  return (
    <tr aria-hidden style={{ height: `${height}px` }}>
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- there is nothing to read */}
      <td />
    </tr>
  );
}
