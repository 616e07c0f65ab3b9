import type { OrderMovedPayload, OrderMoveScope } from '@chapterhouse/domain/priorities/order-events';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { StoredEvent } from '../../../platform/events/event-reader.js';
import { globalId } from '../../../platform/graphql/global-id.js';
import { eachEvent, LiveEvents } from '../../../platform/realtime/live-events.js';
import { productHere } from '../items/product-here.js';
import type { OrderChange } from './order-changes.resolver.js';

/** What moves in the order of one product, from a cursor on: each move is one small change, whatever the order's length. */
@Injectable()
export class OrderChanges {
  /** An event of the tail is the same object for every listener: so is its change, which is then executed once for all. */
  private readonly told = new WeakMap<StoredEvent, OrderChange>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(LiveEvents) private readonly live: LiveEvents,
  ) {}

  /**
   * @param after a cursor of the order or of an earlier change; without one only what is new is told
   * @throws NOT_FOUND for a product of nobody here
   */
  async follow(
    viewer: Viewer,
    productId: string,
    after: string | null | undefined,
  ): Promise<AsyncIterableIterator<OrderChange>> {
    await this.database.transaction(scopeOf(viewer), (tx) => productHere(tx, productId));
    return this.live.follow<OrderChange>(
      viewer.organizationId,
      after,
      eachEvent({
        wanted: ({ name, subjectId }) => name === 'order.moved' && subjectId === productId,
        tell: (event, cursor) => this.changeOf(event, cursor),
        resync: (cursor) => ({ cursor, resync: true, number: null, scope: null, areaId: null, moved: [] }),
      }),
    );
  }

  private changeOf(event: StoredEvent, cursor: string): OrderChange {
    const known = this.told.get(event) ?? changeOf(event, cursor);
    this.told.set(event, known);
    return known;
  }
}

function changeOf({ subjectVersion: number, payload }: StoredEvent, cursor: string): OrderChange {
  const told: Partial<OrderMovedPayload> = payload;
  const scope: OrderMoveScope | null = told.scope ?? null;
  const { shifts = null, areaId = null } = told;
  return {
    cursor,
    // More moved than is told one by one.
    resync: shifts === null,
    number,
    scope,
    areaId: areaId === null ? null : globalId('Area', areaId),
    moved: (shifts ?? []).map((shift) => ({ ...shift, itemId: globalId('BacklogItem', shift.itemId) })),
  };
}
