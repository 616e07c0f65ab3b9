import { type ItemKind, itemProblems, type ItemTier } from '@chapterhouse/domain/priorities/item-fields';
import { isPlaceOfArea, type OrderPlace } from '@chapterhouse/domain/priorities/one-order';
import { canOnOrder, creationOf } from '@chapterhouse/domain/priorities/priorities-policy';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import { newId } from '../../../platform/database/new-id.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { idempotently } from '../../../platform/graphql/idempotency.js';
import { itemsIn } from '../order/move-in-order.js';
import { type EntryPlace, OrderSlots } from '../order/order-slots.js';
import { afterEdit, type EditedItem } from './item-after.js';
import { idsIn, itemChanges } from './item-changes-told.js';
import type { GivenItem } from './item-given.js';
import { ItemNamesRead } from './item-names.read.js';
import { ItemTargetsRead } from './item-targets.read.js';
import { permit } from './item-transaction.js';
import { ItemWrites } from './item-writes.js';
import { type BacklogItem, itemOf } from './items.graphql.js';
import { ItemsRepository } from './items.repository.js';
import { productHere } from './product-here.js';
import { refuseField, refuseProblems } from './refuse-item.js';

/** What somebody writes down: a title, a tier and a kind at least. */
export type WrittenDown = GivenItem & { title: string; tier: ItemTier; kind: ItemKind };

/** Writing an item down: a draft, at the bottom of the order or at the place that is asked for. */
@Injectable()
export class CreateItem {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(ItemsRepository) private readonly items: ItemsRepository,
    @Inject(ItemWrites) private readonly writes: ItemWrites,
    @Inject(ItemTargetsRead) private readonly targets: ItemTargetsRead,
    @Inject(ItemNamesRead) private readonly names: ItemNamesRead,
    @Inject(OrderSlots) private readonly slots: OrderSlots,
  ) {}

  /** @throws NOT_FOUND for what is of nobody here, FORBIDDEN, INVALID_INPUT */
  create(
    viewer: Viewer,
    productId: string,
    given: WrittenDown,
    place: OrderPlace | null,
    idempotencyKey: string | null | undefined,
  ): Promise<BacklogItem> {
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, idempotencyKey, 'item:create', { productId, ...given, place }, async () => {
        await productHere(tx, productId);
        const targets = await this.targets.load(tx, given, viewer.today);
        refuseProblems(itemProblems(given));
        const { columns, problems } = afterEdit(blank(productId, given), given, targets, {
          parent: null,
          childTiers: [],
        });
        const item = { ...blank(productId, given), ...columns };
        const { tier, area_id: areaId, team_id: teamId } = item;
        permit(viewer, creationOf(tier), { tier, productId, areaId, teamId });
        refuseProblems(problems);
        const entry = place && entryOf(viewer, item, place);
        if (place && 'id' in place) await itemsIn(tx, [place.id]);
        const id = newId();
        const at = viewer.now.toISOString();
        await this.writes.insert(tx, {
          ...item,
          id,
          at,
          value: null,
          time_criticality: null,
          risk_reduction: null,
          task_rank: null,
        });
        if (tier !== 'TASK') await this.slots.enter(tx, productId, [{ id, areaId }], entry ?? undefined);
        const names = await this.names.of(tx, idsIn(item));
        await this.events.append(tx, {
          name: 'item.created',
          subjectType: 'BacklogItem',
          subjectId: id,
          subjectVersion: 1,
          payload: { changes: itemChanges(null, item, names) },
        });
        const row = await this.items.byId(tx, id);
        if (!row) throw new Error('An item was written and is not there.');
        return itemOf(row);
      }),
    );
  }
}

function blank(product_id: string, { title, tier, kind }: WrittenDown): EditedItem {
  return {
    title,
    description: '',
    tier,
    kind,
    state: 'DRAFT',
    product_id,
    area_id: null,
    team_id: null,
    assignee_id: null,
    parent_id: null,
    goal_id: null,
    acceptance_criteria: [],
    points: null,
  };
}

/** Whoever may order everything says any place; who orders an area, one among its slots. @throws FORBIDDEN, INVALID_INPUT */
function entryOf(
  viewer: Viewer,
  { tier, product_id: productId, area_id: areaId }: EditedItem,
  place: OrderPlace,
): EntryPlace {
  if (tier === 'TASK') refuseField('place', 'Tasks are not in the order; leave out the place.');
  if (canOnOrder(viewer.actor, 'order:move', { productId }).allowed) return { place, withinArea: isPlaceOfArea(place) };
  const verdict = canOnOrder(viewer.actor, 'order:move-area', { productId, areaId });
  if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action: 'order:move-area', reason: verdict.reason });
  return { place, withinArea: true };
}
