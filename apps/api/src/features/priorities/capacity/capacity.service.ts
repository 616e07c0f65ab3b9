import {
  type CapacityMeasure,
  capacityOf,
  capacityProblems,
  type CapacityTarget,
  capacityTargetWords,
  changedTargets,
} from '@chapterhouse/domain/priorities/capacity';
import type { OrderEvent } from '@chapterhouse/domain/priorities/order-events';
import { canOnOrder, type OrderAction } from '@chapterhouse/domain/priorities/priorities-policy';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { idempotently } from '../../../platform/graphql/idempotency.js';
import { productHere } from '../items/product-here.js';
import { permitOnOrder } from '../order/move-in-order.js';
import { OrderRepository } from '../order/order.repository.js';
import type { ProductCapacity } from './capacity.graphql.js';
import { CapacityRepository } from './capacity.repository.js';

/** Ids are the database's. */
export interface CapacityCall {
  productId: string;
  version: number;
  targets: readonly CapacityTarget[];
  idempotencyKey: string | null | undefined;
}

/** What each area and each kind of work is to get, against what the order really holds. */
@Injectable()
export class CapacityService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(OrderRepository) private readonly orders: OrderRepository,
    @Inject(CapacityRepository) private readonly capacities: CapacityRepository,
  ) {}

  /** @throws NOT_FOUND for a product of nobody here, INVALID_INPUT */
  ofProduct(
    viewer: Viewer,
    productId: string,
    measure: CapacityMeasure,
    first: number | null,
  ): Promise<ProductCapacity> {
    if (first !== null && first < 1) throw invalid('first', 'Ask for 1 or more.');
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      await productHere(tx, productId);
      return this.show(tx, viewer, productId, { measure, first });
    });
  }

  /**
   * All targets as they are to be. Whoever may set those of some areas only leaves out the others, or gives them as they are.
   * @throws NOT_FOUND, FORBIDDEN, CONFLICT, INVALID_INPUT
   */
  set(viewer: Viewer, { idempotencyKey, ...call }: CapacityCall): Promise<ProductCapacity> {
    const { productId, version, targets } = call;
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, idempotencyKey, 'capacity:set', call, async () => {
        await productHere(tx, productId);
        await this.orders.hold(tx, productId);
        const names = new Map((await this.capacities.areas(tx, productId)).map(({ id, name }) => [id, name]));
        if (targets.some(({ areaId }) => areaId !== null && !names.has(areaId))) throw refusePlatform('NOT_FOUND', {});
        permitSomewhere(viewer, productId, [...names.keys()]);
        const present = await this.capacities.targets(tx, productId);
        const { set, gone } = changedTargets(present, targets);
        for (const target of set) permitOnOrder(viewer, ...askedOf(productId, target));
        const dropped = gone.filter((target) => canOnOrder(viewer.actor, ...askedOf(productId, target)).allowed);
        const current = await this.capacities.version(tx, productId);
        if (current !== version) throw await this.conflict(tx, viewer, productId, current);
        const kept = gone.filter((target) => !dropped.includes(target));
        const problems = capacityProblems([...targets, ...kept]);
        if (problems.length > 0) throw refusePlatform('INVALID_INPUT', { fields: problems });
        if (set.length + dropped.length > 0) {
          await this.capacities.write(tx, productId, { set, gone: dropped }, version + 1);
          await this.tell(tx, productId, version + 1, { present, set, gone: dropped, names });
        }
        return this.show(tx, viewer, productId, { measure: 'POINTS', first: null });
      }),
    );
  }

  private async show(
    tx: Tx,
    viewer: Viewer,
    productId: string,
    { measure, first }: { measure: CapacityMeasure; first: number | null },
  ): Promise<ProductCapacity> {
    const held = await this.capacities.held(tx, productId, first);
    const targets = await this.capacities.targets(tx, productId);
    const areaIds = (await this.capacities.areas(tx, productId)).map(({ id }) => id);
    return {
      measure,
      first,
      ...capacityOf(held, targets, areaIds, measure),
      version: await this.capacities.version(tx, productId),
      viewerCan: rightsOf(viewer, productId, areaIds),
    };
  }

  private async conflict(tx: Tx, viewer: Viewer, productId: string, currentVersion: number): Promise<Error> {
    const current = await this.show(tx, viewer, productId, { measure: 'POINTS', first: null });
    return refusePlatform('CONFLICT', { currentVersion, current });
  }

  private async tell(
    tx: Tx,
    productId: string,
    version: number,
    { present, set, gone, names }: ToldTargets,
  ): Promise<void> {
    const name: OrderEvent = 'capacity.targets-set';
    const shareOf = (targets: readonly CapacityTarget[], { areaId, kind }: CapacityTarget): string | null => {
      const found = targets.find((target) => target.areaId === areaId && target.kind === kind);
      return found ? `${found.share} %` : null;
    };
    const changes = [...set, ...gone].map((target) => ({
      field: capacityTargetWords(target, target.areaId === null ? null : (names.get(target.areaId) ?? null)),
      from: shareOf(present, target),
      to: shareOf(set, target),
    }));
    await this.events.append(tx, {
      name,
      subjectType: 'ProductCapacity',
      subjectId: productId,
      subjectVersion: version,
      payload: { changes },
    });
  }
}

interface ToldTargets {
  present: readonly CapacityTarget[];
  set: readonly CapacityTarget[];
  gone: readonly CapacityTarget[];
  /** Of areas. */
  names: ReadonlyMap<string, string>;
}

/** The kinds within an area are its owner's to share out; all else is the product's. */
function askedOf(
  productId: string,
  { areaId, kind }: CapacityTarget,
): [OrderAction, { productId: string; areaId?: string | null }] {
  return areaId !== null && kind !== null
    ? ['capacity:set-area', { productId, areaId }]
    : ['capacity:set', { productId }];
}

function rightsOf({ actor }: Viewer, productId: string, areaIds: readonly string[]): OrderAction[] {
  const mayAll = canOnOrder(actor, 'capacity:set', { productId }).allowed;
  const maySome = areaIds.some((areaId) => canOnOrder(actor, 'capacity:set-area', { productId, areaId }).allowed);
  return [...(mayAll ? (['capacity:set'] as const) : []), ...(maySome ? (['capacity:set-area'] as const) : [])];
}

/** @throws FORBIDDEN for whoever could set no share at all, also when they change none */
function permitSomewhere(viewer: Viewer, productId: string, areaIds: readonly string[]): void {
  if (rightsOf(viewer, productId, areaIds).length === 0) permitOnOrder(viewer, 'capacity:set', { productId });
}

function invalid(field: string, problem: string): Error {
  return refusePlatform('INVALID_INPUT', { fields: [{ field, problem }] });
}
