import { conflictsOf } from '@chapterhouse/domain/priorities/dependency-conflicts';
import { OPEN_DEPENDENCY_STATES } from '@chapterhouse/domain/priorities/dependency-state';
import {
  groupShifts,
  positionsOf,
  type Shift,
  shiftsOf,
  type TwoOrders,
} from '@chapterhouse/domain/priorities/scenario-comparison';
import { orderAfter } from '@chapterhouse/domain/priorities/scenario-order';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { DependenciesRepository } from '../dependencies/dependencies.repository.js';
import { dependencyOf } from '../dependencies/dependencies.graphql.js';
import { factsOf as dependencyFactsOf } from '../dependencies/dependency-row.js';
import { SERVES_GOAL } from '../items/item-row.js';
import { itemOf } from '../items/items.graphql.js';
import { ItemsRepository } from '../items/items.repository.js';
import { orderMoveOf } from '../order/order-moves.graphql.js';
import { chosenIn } from './publish-scenario.js';
import type {
  AreaShift,
  DependencyShift,
  GoalShift,
  ScenarioComparison,
  ScenarioShift,
} from './scenario-comparison.graphql.js';
import { scenarioOf } from './scenarios.graphql.js';
import { ScenariosRepository } from './scenarios.repository.js';
import { ScenariosService } from './scenarios.service.js';

/** Said until teams' throughput is simulated over an order. */
const NO_FORECAST = 'When this order would be done is not forecast yet; compare what comes earlier and what later.';

/** What a scenario does: side by side with the order that it copied. */
@Injectable()
export class ScenarioComparisonRead {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ScenariosService) private readonly service: ScenariosService,
    @Inject(ScenariosRepository) private readonly scenarios: ScenariosRepository,
    @Inject(ItemsRepository) private readonly items: ItemsRepository,
    @Inject(DependenciesRepository) private readonly dependencies: DependenciesRepository,
  ) {}

  /** @param id the database's @throws NOT_FOUND */
  of(viewer: Viewer, id: string): Promise<ScenarioComparison> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const row = await this.service.seen(tx, viewer, id);
      const base = await this.scenarios.base(tx, id);
      const orders = {
        before: base.map((item) => item.id),
        after: orderAfter(base, row.moves).map((item) => item.id),
        chosen: new Set(chosenIn(row.moves)),
      };
      const areaOf = new Map(base.map((item) => [item.id, item.areaId]));
      const { rises, falls, ...counts } = shiftsOf(orders);
      return {
        scenario: scenarioOf(row),
        rises: await this.shown(tx, rises),
        falls: await this.shown(tx, falls),
        ...counts,
        goals: await goalsIn(tx, orders),
        areas: groupShifts(orders, (itemId) => areaOf.get(itemId) ?? null).map(
          ({ id: areaId, ...shift }): AreaShift => ({ ...shift, areaId }),
        ),
        dependencies: await this.dependenciesIn(tx, viewer, orders),
        meanwhile: (await this.scenarios.meanwhile(tx, row)).map(orderMoveOf),
        forecastNote: NO_FORECAST,
      };
    });
  }

  private async shown(tx: Tx, shifts: readonly Shift[]): Promise<ScenarioShift[]> {
    const rows = await this.items.byIds(
      tx,
      shifts.map(({ id }) => id),
    );
    const items = new Map(rows.map((row) => [row.id, itemOf(row)]));
    return shifts.flatMap(({ id, ...shift }) => {
      const item = items.get(id);
      return item ? [{ ...shift, item }] : [];
    });
  }

  /** Those with other conflicts in the one order than in the other. */
  private async dependenciesIn(tx: Tx, viewer: Viewer, orders: TwoOrders): Promise<DependencyShift[]> {
    const found = await tx.query<{ id: string }>(BETWEEN, [tx.organizationId, OPEN_DEPENDENCY_STATES, orders.before]);
    const rows = await this.dependencies.byIds(
      tx,
      found.map(({ id }) => id),
    );
    const [was, is] = [positionsOf(orders.before), positionsOf(orders.after)];
    const now = viewer.now.getTime();
    return rows.flatMap((row): DependencyShift[] => {
      const before = conflictsOf(dependencyFactsOf(row, was), now);
      const after = conflictsOf(dependencyFactsOf(row, is), now);
      return before.join() === after.join() ? [] : [{ dependency: dependencyOf(row), before, after }];
    });
  }
}

async function goalsIn(tx: Tx, orders: TwoOrders): Promise<GoalShift[]> {
  const rows = await tx.query<{ id: string; goal_id: string | null }>(
    `select b.id, ${SERVES_GOAL} as goal_id from backlog_items b where b.organization_id = $1 and b.id = any($2::uuid[])`,
    [tx.organizationId, orders.before],
  );
  const goalOf = new Map(rows.map((row) => [row.id, row.goal_id]));
  const groups = groupShifts(orders, (itemId) => goalOf.get(itemId) ?? null);
  return groups.map(({ id: goalId, items, before, after }) => ({ goalId, items, before, after }));
}

const BETWEEN = `
  select d.id from dependencies d
   where d.organization_id = $1 and d.state = any($2::text[]) and d.consumer_id = any($3::uuid[])
     and d.provider_id = any($3::uuid[])
   order by d.needed_by, d.number`;
