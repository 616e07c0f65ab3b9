import { orderAfter, tried } from '@chapterhouse/domain/priorities/scenario-order';
import type { ScenarioEvent, ScenarioPayload } from '@chapterhouse/domain/priorities/scenario-events';
import type { ScenarioMove } from '@chapterhouse/domain/priorities/scenario-order';
import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { ProductOrderRead } from '../order/product-order.read.js';
import { ScenariosRepository } from './scenarios.repository.js';

/** A scenario that somebody shared, as a demo tells it. Ids are the database's, moments ISO text. */
export interface HistoricScenario {
  productId: string;
  name: string;
  note: string;
  ownerId: string;
  at: string;
  /** Which items to which position, one after the other. */
  moves: readonly { ids: readonly string[]; position: number }[];
  comments: readonly { byId: string; at: string; text: string }[];
}

/** Scenarios of the order as it is, shared by somebody of the past. Who may is not asked: the demo says so itself. */
@Injectable()
export class ScenarioHistory {
  constructor(
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(ProductOrderRead) private readonly orders: ProductOrderRead,
    @Inject(ScenariosRepository) private readonly scenarios: ScenariosRepository,
  ) {}

  async record(tx: Tx, told: HistoricScenario): Promise<void> {
    const { productId, name, note, ownerId, at } = told;
    const { number, order } = await this.orders.whole(tx, productId);
    const moves: ScenarioMove[] = [];
    for (const { ids, position } of told.moves) {
      const move = tried(orderAfter(order, moves), ids, { kind: 'POSITION', position });
      if (move) moves.push(move);
    }
    const id = newId();
    const baseItemIds = order.map((item) => item.id);
    await this.scenarios.insert(tx, { id, productId, name, note, ownerId, baseNumber: number, baseItemIds, at });
    await this.scenarios.update(tx, { id, version: 1 }, { moves, state: 'SHARED' }, at);
    for (const { byId, text, at: saidAt } of told.comments)
      await this.scenarios.addComment(tx, { id: newId(), scenario_id: id, by_id: byId, at: saidAt, text });
    const event = (what: ScenarioEvent, version: number, isPrivate: boolean) => ({
      name: what,
      subjectType: 'Scenario',
      subjectId: id,
      subjectVersion: version,
      at,
      actorId: ownerId,
      payload: { changes: [], ownerId, isPrivate } satisfies ScenarioPayload,
    });
    await this.events.append(tx, event('scenario.created', 1, true), event('scenario.shared', 2, false));
  }
}
