import { NO_DECISION_WORDS } from '@chapterhouse/domain/decisions/decision-fields';
import { isSame, orderAfter, type ScenarioMove } from '@chapterhouse/domain/priorities/scenario-order';
import { refuseScenario } from '@chapterhouse/domain/priorities/scenario-refusals';
import { SCENARIO_STATE_TITLES } from '@chapterhouse/domain/priorities/scenario-state';
import type { RankedOrder } from '@chapterhouse/domain/priorities/ranked-order';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { readId } from '../../../platform/graphql/global-id.js';
import { typedText } from '../../../platform/graphql/typed-text.js';
import { DecideAtOnce, type Decision, type Proposal } from '../../decisions/public.js';
import { OrderSteps } from '../order/order-steps.js';
import { OrderRepository } from '../order/order.repository.js';
import { refuseProblems } from './change-scenario.js';
import type { ScenarioRow } from './scenario-row.js';
import { type OpenedScenario, type ScenarioCall, ScenarioTransaction } from './scenario-transaction.js';
import type { PublishedScenario, ScenarioDecisionInput } from './scenarios.graphql.js';
import { ScenariosRepository } from './scenarios.repository.js';

/** Links that a decision may have, less the one to the product. */
const MOST_LINKED_ITEMS = 90;

/**
 * The moves of a scenario become moves of the order, together with the decision to do so: one transaction, all of it or
 * nothing.
 */
@Injectable()
export class PublishScenario {
  constructor(
    @Inject(ScenarioTransaction) private readonly transaction: ScenarioTransaction,
    @Inject(ScenariosRepository) private readonly scenarios: ScenariosRepository,
    @Inject(OrderRepository) private readonly orders: OrderRepository,
    @Inject(OrderSteps) private readonly steps: OrderSteps,
    @Inject(DecideAtOnce) private readonly decisions: DecideAtOnce,
  ) {}

  /** @throws as `ScenarioTransaction`, ORDER_MOVED, SCENARIO_MOVES_NOTHING, NOT_DELEGATED, INVALID_INPUT */
  publish(call: ScenarioCall, given: ScenarioDecisionInput): Promise<PublishedScenario> {
    let published: { decision: Decision; number: number } | undefined;
    return this.transaction.with(
      call,
      'scenario:publish',
      async (opened) => {
        const { tx, row, viewer, at, save } = opened;
        // Elsewhere a decision may be proposed without; this one is final.
        refuseProblems({ rationale: typedText(given.rationale) });
        const number = await this.moveOrder(opened, given);
        // Last on purpose: whoever proposes a decision next waits until the commit.
        const decision = await this.decisions.decide(tx, viewer, await proposalOf(tx, row, given));
        published = { decision, number };
        const version = await save({
          state: 'PUBLISHED',
          decision_id: readId('Decision', decision.id),
          published_at: at,
          published_number: number,
        });
        const titles = SCENARIO_STATE_TITLES;
        return {
          event: 'scenario.published',
          version,
          changes: [
            { field: 'state', from: titles[row.state], to: titles.PUBLISHED },
            { field: 'decision', from: null, to: decision.key },
          ],
        };
      },
      (_, scenario) => {
        if (!published) throw new Error('What is published was decided.');
        return { scenario, ...published };
      },
    );
  }

  /** @returns the order's number afterwards */
  private async moveOrder({ tx, row }: OpenedScenario, { title }: ScenarioDecisionInput): Promise<number> {
    // From here on nothing of the order moves.
    const number = await this.orders.hold(tx, row.product_id);
    if (number !== row.base_number) {
      const moves = await this.scenarios.unknownMoves(tx, row);
      throw refuseScenario('ORDER_MOVED', { behindBy: number - row.base_number, moves });
    }
    const base = await this.scenarios.base(tx, row.id);
    if (isSame(base, orderAfter(base, row.moves))) throw refuseScenario('SCENARIO_MOVES_NOTHING', {});
    const moved = chosenIn(row.moves);
    const taken = await this.steps.take(tx, {
      productId: row.product_id,
      itemIds: moved,
      scope: 'SCENARIO',
      reason: typedText(title),
      scenarioId: row.id,
      take: (order) => {
        for (const move of row.moves) make(order, move);
        return moved;
      },
    });
    return taken.number;
  }
}

/** Everything that somebody moved in it, each once. */
export function chosenIn(moves: readonly ScenarioMove[]): string[] {
  return [...new Set(moves.flatMap(({ ids }) => ids))];
}

function make(order: RankedOrder, { ids, position, withinArea }: ScenarioMove): void {
  if (withinArea) order.moveWithinArea(ids, { kind: 'POSITION', position });
  else order.move(ids, { kind: 'POSITION', position });
}

/** The decision to have this order from now on: of the product, about the items that were moved. */
async function proposalOf(tx: Tx, row: ScenarioRow, given: ScenarioDecisionInput): Promise<Proposal> {
  const rows = await tx.query<{ key: string }>(
    `select external_key as key from backlog_items where organization_id = $1 and id = any($2::uuid[])
      order by array_position($2::uuid[], id) limit ${MOST_LINKED_ITEMS}`,
    [tx.organizationId, chosenIn(row.moves)],
  );
  const item = { kind: 'ITEM', thingId: null, url: '', title: '' } as const;
  return {
    title: typedText(given.title),
    kind: 'PRODUCT',
    scope: { kind: 'PRODUCT', id: row.product_id },
    decisionAreaId: null,
    words: {
      ...NO_DECISION_WORDS,
      context: typedText(given.context ?? ''),
      outcome: typedText(given.outcome),
      rationale: typedText(given.rationale),
      gains: given.gains.map(typedText),
      givesUp: given.givesUp.map(typedText),
    },
    people: [],
    supersedes: [],
    revisitOn: null,
    links: rows.map(({ key }) => ({ ...item, key })),
  };
}
