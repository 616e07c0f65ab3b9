import { type DragEndEvent, type DragMoveEvent, useDndMonitor } from '@dnd-kit/core';
import { type RefObject, useState } from 'react';
import type { KnownOrder } from './known-order';
import { dropAt, gapAt, type MayMove } from './place-of-drop';

/** Between which rows what is in the hand hangs. @param height of a row, in pixels */
export function gapOfDrag(
  { active }: DragMoveEvent | DragEndEvent,
  scroller: HTMLElement | null,
  height: number,
  count: number,
): number | null {
  const rect = active.rect.current.translated;
  const body = scroller?.querySelector('tbody');
  if (!rect || !body) return null;
  return gapAt(rect.top + rect.height / 2 - body.getBoundingClientRect().top, height, count);
}

export type DropLineProps = {
  scroller: RefObject<HTMLElement | null>;
  height: number;
  order: KnownOrder;
  held: readonly string[];
  may: MayMove;
};

/** Where it would go: only this line is drawn anew while something is in the hand. */
export function DropLine({ scroller, height, order, held, may }: DropLineProps) {
  const [gap, setGap] = useState<number | null>(null);
  useDndMonitor({
    onDragMove: (event) => setGap(gapOfDrag(event, scroller.current, height, order.rows.length)),
    onDragEnd: () => setGap(null),
    onDragCancel: () => setGap(null),
  });
  const drop = gap === null ? null : dropAt(order, held, gap, may);
  if (drop === null) return null;
  return (
    <div className="order__drop" aria-hidden style={{ transform: `translateY(${drop.gap * height}px)` }}>
      <span />
    </div>
  );
}
