import type { EventPayload } from '../event-payload.js';
import type { OrderShift } from './one-order.js';

/** What moved by whose right: anything, an area's own items, a published scenario, or by itself (came in, left, changed area). */
export const ORDER_MOVE_SCOPES = ['ORDER', 'AREA', 'SCENARIO', 'RULE'] as const;
export type OrderMoveScope = (typeof ORDER_MOVE_SCOPES)[number];

/** More shifts than this are not told one by one: whoever looks on loads afresh. */
export const MOST_SHIFTS_TOLD = 500;

export interface OrderMovedPayload extends EventPayload {
  moveId: string;
  scope: OrderMoveScope;
  /** Of an AREA move: whose slots; of items that changed their area: the new one. */
  areaId: string | null;
  /** Null: more than are told. */
  shifts: OrderShift[] | null;
}

/** Event name -> payload; the subject is the order of a product, with the product's id, its version the order's number. */
export interface OrderEvents {
  /** The note is the reason, where one was given. */
  'order.moved': OrderMovedPayload;
  /** The subject is the capacity of a product. */
  'capacity.targets-set': EventPayload;
}
export type OrderEvent = keyof OrderEvents;

export const ORDER_EVENT_WORDS: Record<OrderEvent, string> = {
  'order.moved': 'moved it in the order',
  'capacity.targets-set': 'set the capacity targets',
};
