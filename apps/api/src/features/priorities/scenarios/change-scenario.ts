import type { OrderPlace } from '@chapterhouse/domain/priorities/one-order';
import { refuseOrder } from '@chapterhouse/domain/priorities/order-refusals';
import { MOST_SCENARIO_MOVES, scenarioProblems } from '@chapterhouse/domain/priorities/scenario-fields';
import { madeAnew, orderAfter, tried } from '@chapterhouse/domain/priorities/scenario-order';
import { SCENARIO_STATE_TITLES } from '@chapterhouse/domain/priorities/scenario-state';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { excerpt, typedText, typedTextIfGiven } from '../../../platform/graphql/typed-text.js';
import { ProductOrderRead } from '../order/product-order.read.js';
import { type ScenarioCall, ScenarioTransaction } from './scenario-transaction.js';
import type { Scenario } from './scenarios.graphql.js';
import { ScenariosRepository } from './scenarios.repository.js';

/** What its owner does with a scenario, and what others say about it. Ids are the database's. */
@Injectable()
export class ChangeScenario {
  constructor(
    @Inject(ScenarioTransaction) private readonly transaction: ScenarioTransaction,
    @Inject(ScenariosRepository) private readonly scenarios: ScenariosRepository,
    @Inject(ProductOrderRead) private readonly orders: ProductOrderRead,
  ) {}

  /** @throws as `ScenarioTransaction` */
  rename(call: ScenarioCall, given: { name: string; note: string | null }): Promise<Scenario> {
    return this.transaction.with(
      call,
      'scenario:edit',
      async ({ row, save }) => {
        const name = typedText(given.name);
        const note = typedTextIfGiven(given.note) ?? row.note;
        refuseProblems({ name, note });
        if (name === row.name && note === row.note) return undefined;
        const version = await save({ name, note });
        const changes = [
          { field: 'name', from: row.name, to: name },
          { field: 'note', from: excerpt(row.note), to: excerpt(note) },
        ];
        return { event: 'scenario.renamed', version, changes };
      },
      (_, scenario) => scenario,
      'scenario:rename',
    );
  }

  /** As the Chief Product Owner would move. @throws as `ScenarioTransaction`, NOT_IN_ORDER, ONE_AREA_AT_A_TIME */
  move(call: ScenarioCall, ids: readonly string[], place: OrderPlace): Promise<Scenario> {
    return this.transaction.change(call, 'scenario:edit', async ({ tx, row, save }) => {
      if (row.moves.length >= MOST_SCENARIO_MOVES)
        throw refuseField('ids', `A scenario has at most ${MOST_SCENARIO_MOVES} moves; publish this one first.`);
      const base = await this.scenarios.base(tx, row.id);
      const there = new Set(base.map(({ id }) => id));
      await refuseStrangers(
        tx,
        [...ids, ...('id' in place ? [place.id] : [])].filter((id) => !there.has(id)),
      );
      const move = tried(orderAfter(base, row.moves), ids, place);
      if (move === undefined) throw refuseOrder('ONE_AREA_AT_A_TIME', {});
      if (move === null) return undefined;
      const version = await save({ moves: [...row.moves, move] });
      const [only] = move.ids;
      const moved = move.ids.length === 1 && only ? await keyOf(tx, only) : `${move.ids.length} items`;
      return {
        event: 'scenario.moved',
        version,
        changes: [{ field: 'position', from: null, to: `${moved} to ${move.position}` }],
      };
    });
  }

  /** @throws as `ScenarioTransaction`, INVALID_INPUT where nothing was moved */
  undoMove(call: ScenarioCall): Promise<Scenario> {
    return this.transaction.with(
      call,
      'scenario:edit',
      async ({ row, save }) => {
        if (row.moves.length === 0) throw refuseField('id', 'Nothing was moved in it yet.');
        const version = await save({ moves: row.moves.slice(0, -1) });
        return { event: 'scenario.move-undone', version, changes: [] };
      },
      (_, scenario) => scenario,
      'scenario:undo-move',
    );
  }

  /** @throws as `ScenarioTransaction` */
  share(call: ScenarioCall, shared: boolean): Promise<Scenario> {
    return this.transaction.change(call, 'scenario:share', async ({ row, save }) => {
      const state = shared ? 'SHARED' : 'DRAFT';
      if (state === row.state) return undefined;
      const version = await save({ state });
      const titles = SCENARIO_STATE_TITLES;
      return {
        event: shared ? 'scenario.shared' : 'scenario.unshared',
        version,
        changes: [{ field: 'state', from: titles[row.state], to: titles[state] }],
      };
    });
  }

  /** @throws as `ScenarioTransaction` */
  comment(call: ScenarioCall, given: { text: string }): Promise<Scenario> {
    return this.transaction.change(call, 'scenario:comment', async ({ tx, row, viewer, at }) => {
      const text = typedText(given.text);
      refuseProblems({ text });
      await this.scenarios.addComment(tx, { id: newId(), scenario_id: row.id, by_id: viewer.personId, at, text });
      return { event: 'scenario.commented', version: row.version, changes: [], note: excerpt(text) ?? '' };
    });
  }

  /** Its moves, made anew on the order as it is now. @throws as `ScenarioTransaction` */
  catchUp(call: ScenarioCall): Promise<Scenario> {
    return this.transaction.change(call, 'scenario:catch-up', async ({ tx, row, save }) => {
      const { number, order } = await this.orders.whole(tx, row.product_id);
      if (number === row.base_number) return undefined;
      const moves = madeAnew(order, row.moves);
      const version = await save({ base_number: number, base_item_ids: order.map(({ id }) => id), moves });
      return {
        event: 'scenario.caught-up',
        version,
        changes: [{ field: 'moves', from: String(row.moves.length), to: String(moves.length) }],
      };
    });
  }

  /** @throws as `ScenarioTransaction` */
  discard(call: ScenarioCall): Promise<Scenario> {
    return this.transaction.change(call, 'scenario:discard', async ({ row, save }) => {
      const version = await save({ state: 'DISCARDED' });
      const titles = SCENARIO_STATE_TITLES;
      const changes = [{ field: 'state', from: titles[row.state], to: titles.DISCARDED }];
      return { event: 'scenario.discarded', version, changes };
    });
  }
}

/** @throws INVALID_INPUT */
export function refuseProblems(input: Parameters<typeof scenarioProblems>[0]): void {
  const fields = scenarioProblems(input);
  if (fields.length > 0) throw refusePlatform('INVALID_INPUT', { fields });
}

/** @throws NOT_FOUND for items of nobody here, NOT_IN_ORDER for those that the copied order does not have */
async function refuseStrangers(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx.query<{ key: string }>(
    'select external_key as key from backlog_items where organization_id = $1 and id = any($2::uuid[]) order by external_key',
    [tx.organizationId, ids],
  );
  if (rows.length < new Set(ids).size) throw refusePlatform('NOT_FOUND', {});
  throw refuseOrder('NOT_IN_ORDER', { keys: rows.map(({ key }) => key) });
}

async function keyOf(tx: Tx, id: string): Promise<string> {
  const row = await tx.one<{ key: string }>(
    'select external_key as key from backlog_items where organization_id = $1 and id = $2',
    [tx.organizationId, id],
  );
  return row?.key ?? '';
}

function refuseField(field: string, problem: string): Error {
  return refusePlatform('INVALID_INPUT', { fields: [{ field, problem }] });
}
