import { moveInOrder, type OneOrder } from '@chapterhouse/domain/priorities/one-order';
import type {
  MoveInScenarioMutationVariables,
  ScenarioComparisonQuery,
  ScenarioFactsFragment,
  ScenarioRecordFragment,
  TriedItemFragment,
} from '../../../../generated/graphql';
import { OrderServer, orderItem } from '../../order/testing/order-server';
import { CATCH_UP_SCENARIO, MOVE_IN_SCENARIO, SHARE_SCENARIO, UNDO_SCENARIO_MOVE } from '../scenario-acts.operations';
import { SCENARIO, SCENARIO_COMPARISON, SCENARIO_ORDER, SCENARIOS } from '../scenarios.operations';

export const ANA = { __typename: 'Person' as const, id: 'person-1', name: 'Ana Lindqvist' };
export const ROWAN = { __typename: 'Person' as const, id: 'person-2', name: 'Rowan Squall' };

export function scenario(facts: Partial<ScenarioRecordFragment> = {}): ScenarioRecordFragment {
  return {
    __typename: 'Scenario',
    id: 'scenario-1',
    name: 'Vault first',
    note: '',
    state: 'DRAFT',
    baseNumber: 7,
    behindBy: 0,
    moveCount: 0,
    publishedAt: null,
    createdAt: '2026-03-09T09:00:00Z',
    updatedAt: '2026-03-09T09:00:00Z',
    version: 1,
    viewerCan: [
      'scenario:view',
      'scenario:edit',
      'scenario:share',
      'scenario:comment',
      'scenario:catch-up',
      'scenario:publish',
      'scenario:discard',
    ],
    product: { __typename: 'Product', id: 'product-1', name: 'Freight' },
    owner: ANA,
    decision: null,
    comments: [],
    ...facts,
  };
}

type Comparison = ScenarioComparisonQuery['scenarioComparison'];
export type Shift = Comparison['rises'][number];

export function tried(number: number): TriedItemFragment {
  const { __typename, id, key, title, tier, kind, state, points, blocked, area, team } = orderItem(number);
  return {
    __typename,
    id,
    key,
    title,
    tier,
    kind,
    state,
    points,
    blocked,
    area,
    team,
    servesGoal: { __typename: 'ProductGoal', id: 'goal-1', title: 'Every port pays' },
  };
}

export const shift = (number: number, from: number, to: number, chosen = false): Shift => ({
  __typename: 'ScenarioShift',
  item: tried(number),
  from,
  to,
  chosen,
});

export function comparison(facts: Partial<Comparison> = {}): Comparison {
  return {
    __typename: 'ScenarioComparison',
    scenario: scenario(),
    rises: [],
    falls: [],
    riseCount: facts.rises?.length ?? 0,
    fallCount: facts.falls?.length ?? 0,
    goals: [],
    areas: [],
    dependencies: [],
    meanwhile: [],
    forecastNote: '',
    ...facts,
  };
}

/** One scenario as the api keeps it, beside an order: its moves by the domain's own model. */
export class ScenarioServer {
  readonly server: OrderServer;
  record: ScenarioRecordFragment;
  compared: Comparison;
  refuse: { code: string; details?: Record<string, unknown> } | null = null;
  private readonly base: OneOrder;
  private readonly made: OneOrder[];

  constructor(count: number, facts: Partial<ScenarioRecordFragment> = {}) {
    this.server = OrderServer.of(count);
    this.record = scenario(facts);
    this.compared = comparison({ scenario: this.record });
    this.base = this.server.order;
    this.made = [this.base];
    this.server
      .on(SCENARIOS, () => ({ scenarios: [this.record] }))
      .on(SCENARIO, () => ({ scenario: this.record }))
      .on(SCENARIO_COMPARISON, () => ({ scenarioComparison: { ...this.compared, scenario: this.record } }))
      .on(SCENARIO_ORDER, ({ from, count: asked }) => this.window(from, asked))
      .on(MOVE_IN_SCENARIO, (sent) => this.move(sent))
      .on(UNDO_SCENARIO_MOVE, () => {
        this.made.pop();
        return { undoScenarioMove: this.become({ moveCount: this.record.moveCount - 1 }) };
      })
      .on(SHARE_SCENARIO, ({ shared }) => ({ shareScenario: this.become({ state: shared ? 'SHARED' : 'DRAFT' }) }))
      .on(CATCH_UP_SCENARIO, () => ({ catchUpScenario: this.become({ behindBy: 0 }) }));
  }

  /** Another version of it. */
  become(facts: Partial<ScenarioFactsFragment>): ScenarioRecordFragment {
    this.record = { ...this.record, ...facts, version: this.record.version + 1 };
    return this.record;
  }

  sent(name: string): Record<string, unknown>[] {
    return this.server.asked.filter((asked) => asked.name === name).map(({ variables }) => variables);
  }

  private window(from: number, count: number) {
    const order = this.made.at(-1) ?? this.base;
    const rows = order.slice(from - 1, from - 1 + count).map(({ id }, index) => ({
      __typename: 'ScenarioRow' as const,
      position: from + index,
      was: this.base.findIndex((one) => one.id === id) + 1,
      item: orderItem(Number(id.replace('item-', ''))),
    }));
    return {
      scenarioOrder: {
        __typename: 'ScenarioOrder' as const,
        scenario: this.record,
        length: order.length,
        total: order.length,
        rows,
      },
    };
  }

  private move({ ids, to, version }: MoveInScenarioMutationVariables) {
    if (this.refuse) {
      const no = this.refuse;
      this.refuse = null;
      return no;
    }
    if (version !== this.record.version) return { code: 'CONFLICT', details: { currentVersion: this.record.version } };
    const place = to.before
      ? { kind: 'BEFORE' as const, id: String(to.before) }
      : to.after
        ? { kind: 'AFTER' as const, id: String(to.after) }
        : { kind: 'POSITION' as const, position: to.position ?? 1 };
    const list = (Array.isArray(ids) ? ids : [ids]).map(String);
    this.made.push(moveInOrder(this.made.at(-1) ?? this.base, list, place));
    return { moveInScenario: this.become({ moveCount: this.record.moveCount + 1 }) };
  }
}
