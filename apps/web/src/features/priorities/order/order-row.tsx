import { useDraggable } from '@dnd-kit/core';
import { VisuallyHidden } from '@chapterhouse/ui/visually-hidden';
import { classNames } from '@chapterhouse/ui/class-names';
import { GripVertical, MoreHorizontal } from 'lucide-react';
import { memo, type MouseEvent, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import type { OrderItemFragment } from '../../../generated/graphql';
import { itemAddress } from '../item/item-link';
import { ItemTierMark } from '../item/item-tier-mark';
import { pointsWords } from '../item/item-words';
import { itemSelection } from '../selection/item-selection';
import type { OrderColumn } from './order-columns';
import { OrderMarks } from './order-marks';
import type { Mark } from './use-order-moves';

export type OrderRowProps = {
  item: OrderItemFragment;
  /** From 0 among what is shown. */
  place: number;
  position: number;
  columns: readonly OrderColumn[];
  /** The one row that Tab reaches; arrows move on from it. */
  reachable: boolean;
  /** Its panel is beside the order. */
  open: boolean;
  /** The item has a screen of its own: there is no panel beside this list. */
  apart: boolean;
  movable: boolean;
  mark: Mark | undefined;
  /** A move of it is on its way. */
  busy: boolean;
  onActive: (id: string) => void;
  onSelect: (id: string, event: { shiftKey: boolean }) => void;
  onMenu: (id: string) => void;
  /** Its menu, while it is open; else null. */
  menu: ReactNode;
};

/** One item of the order. A drag is for the mouse and the finger; keys and the menu do the same. */
export const OrderRow = memo(function OrderRow(props: OrderRowProps) {
  const {
    item,
    place,
    position,
    columns,
    reachable,
    open,
    apart,
    movable,
    mark,
    busy,
    onActive,
    onSelect,
    onMenu,
    menu,
  } = props;
  const { id, key, title, tier, area, team, points } = item;
  const { pathname, search } = useLocation();
  const selected = itemSelection.useIsSelected(id);
  const { setNodeRef, listeners, isDragging } = useDraggable({ id, data: { item }, disabled: !movable });
  const tab = reachable ? 0 : -1;
  return (
    <tr
      ref={setNodeRef}
      aria-rowindex={place + 2}
      aria-selected={selected}
      data-place={place}
      data-mark={mark}
      data-busy={busy || undefined}
      className={classNames(
        'order__row',
        open && 'order__row--open',
        selected && 'order__row--selected',
        isDragging && 'order__row--held',
      )}
      onFocus={() => onActive(id)}
    >
      <td className="order__select">
        <label>
          <input
            type="checkbox"
            aria-label={`Select ${key} ${title}`}
            checked={selected}
            tabIndex={tab}
            onChange={({ nativeEvent }) => onSelect(id, { shiftKey: isMouse(nativeEvent) && nativeEvent.shiftKey })}
          />
        </label>
      </td>
      <td className="order__position">
        {movable && (
          <span className="order__grip" aria-hidden {...listeners}>
            <GripVertical />
          </span>
        )}
        <span className="ch-number">{position.toLocaleString('en')}</span>
      </td>
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- it holds a link */}
      <td>
        <div className="order__title">
          <span className="order__line">
            <ItemTierMark tier={tier} />
            <Link
              to={apart ? itemAddress(key) : { pathname: `/order/${encodeURIComponent(key)}`, search }}
              state={apart ? { from: pathname + search } : undefined}
              aria-current={open ? 'true' : undefined}
              data-item-key={key}
              data-item-id={id}
              title={title}
              tabIndex={tab}
              onClick={(event) => selectInstead(event, id, onSelect)}
            >
              <span className="order__key">{key}</span> {title}
            </Link>
          </span>
          <span className="order__facts">
            <span className="order__narrow">
              {[key, area?.name, team?.name, points !== null && pointsWords(points)].filter(Boolean).join(' · ')}
            </span>
            <OrderMarks item={item} />
          </span>
        </div>
      </td>
      {columns.map(({ name, number, show }) => (
        <td key={name} className={classNames('order__column', number && 'ch-number')}>
          {show(item)}
        </td>
      ))}
      <td className="order__menu">
        {menu ?? (
          <button
            type="button"
            className="order__more"
            aria-label={`What can be done with ${key}`}
            aria-haspopup="menu"
            tabIndex={tab}
            onClick={() => onMenu(id)}
          >
            <MoreHorizontal aria-hidden />
          </button>
        )}
      </td>
    </tr>
  );
});

const isMouse = (event: Event): event is globalThis.MouseEvent => event instanceof globalThis.MouseEvent;

/** With Ctrl or Cmd a click selects; with Shift it selects all from the last one on: as on the board. */
function selectInstead(event: MouseEvent, id: string, onSelect: OrderRowProps['onSelect']): void {
  if (!event.ctrlKey && !event.metaKey && !event.shiftKey) return;
  event.preventDefault();
  onSelect(id, event);
}

/** A place of which nothing is known yet, but its number. */
export function UnknownRow({ place, position, columns }: { place: number; position: number | null; columns: number }) {
  return (
    <tr className="order__row" aria-rowindex={place + 2} data-place={place}>
      <td className="order__position" colSpan={2}>
        <span className="ch-number">{position?.toLocaleString('en')}</span>
      </td>
      <td colSpan={columns + 2}>
        <VisuallyHidden>Loading</VisuallyHidden>
        <span className="order__unknown" />
      </td>
    </tr>
  );
}
