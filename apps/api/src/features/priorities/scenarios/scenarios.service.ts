import {
  canOnScenario,
  isSeen,
  viewerCanOnScenario,
  type ScenarioAction,
} from '@chapterhouse/domain/priorities/scenario-policy';
import { positionsOf } from '@chapterhouse/domain/priorities/one-order';
import { orderAfter } from '@chapterhouse/domain/priorities/scenario-order';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { OrganizationReferences } from '../../organization/public.js';
import { itemConditions } from '../items/item-filter.js';
import type { ItemFilter } from '../items/item-inputs.graphql.js';
import { itemOf } from '../items/items.graphql.js';
import { ItemsRepository } from '../items/items.repository.js';
import { productHere } from '../items/product-here.js';
import { factsOf, type ScenarioRow } from './scenario-row.js';
import { type Scenario, scenarioOf, type ScenarioOrder } from './scenarios.graphql.js';
import { type CommentRow, ScenariosRepository } from './scenarios.repository.js';

const MOST_ROWS = 200;
const USUAL_ROWS = 100;

/** Which rows of a scenario's order; places are among those that pass the filter, from 1. */
export interface ScenarioWindow {
  filter: ItemFilter | null | undefined;
  from: number | null | undefined;
  count: number | null | undefined;
}

/** Looking at scenarios: one's own, and those that are shared. */
@Injectable()
export class ScenariosService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ScenariosRepository) private readonly scenarios: ScenariosRepository,
    @Inject(ItemsRepository) private readonly items: ItemsRepository,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  /** In the order of the ids; those that the viewer may not see are passed over. */
  byIds(viewer: Viewer, ids: readonly string[]): Promise<Scenario[]> {
    return this.read(viewer, async (tx) =>
      (await this.scenarios.byIds(tx, ids)).filter((row) => isSeen(viewer.actor, factsOf(row))).map(scenarioOf),
    );
  }

  /** The latest first. @throws NOT_FOUND for a product of nobody here */
  ofProduct(viewer: Viewer, productId: string): Promise<Scenario[]> {
    return this.read(viewer, async (tx) => {
      await productHere(tx, productId);
      return (await this.scenarios.ofProduct(tx, productId, viewer.personId)).map(scenarioOf);
    });
  }

  /** @throws NOT_FOUND, INVALID_INPUT */
  order(viewer: Viewer, id: string, asked: ScenarioWindow): Promise<ScenarioOrder> {
    const [from, count] = [asked.from ?? 1, asked.count ?? USUAL_ROWS];
    if (from < 1) throw refuseField('from', 'The first place is 1.');
    if (count < 1 || count > MOST_ROWS) throw refuseField('count', `Ask for 1 to ${MOST_ROWS} at a time.`);
    return this.read(viewer, async (tx) => {
      const row = await this.seen(tx, viewer, id);
      const base = await this.scenarios.base(tx, id);
      const after = orderAfter(base, row.moves);
      const [was, is] = [positionsOf(base), positionsOf(after)];
      const ids = after.map((item) => item.id);
      const found = isNarrowed(asked.filter) ? await passing(tx, viewer, asked.filter, ids) : ids;
      const shown = found.slice(from - 1, from - 1 + count);
      const items = new Map((await this.items.byIds(tx, shown)).map((item) => [item.id, itemOf(item)]));
      return {
        scenario: scenarioOf(row),
        length: after.length,
        total: found.length,
        rows: shown.flatMap((itemId) => {
          const item = items.get(itemId);
          return item ? [{ position: is.get(itemId) ?? 0, was: was.get(itemId) ?? null, item }] : [];
        }),
      };
    });
  }

  /** In a transaction that is open already. @throws NOT_FOUND for one that is not there, or that the viewer may not see */
  async seen(tx: Tx, viewer: Viewer, id: string): Promise<ScenarioRow> {
    const row = await this.scenarios.byId(tx, id);
    if (!row || !canOnScenario(viewer.actor, 'scenario:view', factsOf(row)).allowed)
      throw refusePlatform('NOT_FOUND', {});
    return row;
  }

  /** The oldest first. By the database's ids. */
  comments(viewer: Viewer, ids: readonly string[]): Promise<Map<string, CommentRow[]>> {
    return this.read(viewer, async (tx) => {
      const groups = new Map<string, CommentRow[]>(ids.map((id) => [id, []]));
      for (const row of await this.scenarios.comments(tx, ids)) groups.get(row.scenario_id)?.push(row);
      return groups;
    });
  }

  behindBy(viewer: Viewer, ids: readonly string[]): Promise<Map<string, number>> {
    return this.read(viewer, (tx) => this.scenarios.behindBy(tx, ids));
  }

  /** What the viewer may do to each now. */
  viewerCan(viewer: Viewer, ids: readonly string[]): Promise<Map<string, ScenarioAction[]>> {
    return this.read(viewer, async (tx) => {
      const rows = await this.scenarios.byIds(tx, ids);
      const deciders = new Map<string, string | null>();
      for (const productId of new Set(rows.map((row) => row.product_id)))
        deciders.set(
          productId,
          (await this.organization.accountableFor(tx, productId, 'CHIEF_PRODUCT_OWNER', viewer.today)).personId,
        );
      const can = (row: ScenarioRow): ScenarioAction[] =>
        viewerCanOnScenario(viewer.actor, { ...factsOf(row), deciderId: deciders.get(row.product_id) ?? null });
      return new Map(rows.map((row) => [row.id, can(row)]));
    });
  }

  private read<T>(viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.transaction(scopeOf(viewer), work);
  }
}

function isNarrowed(filter: ItemFilter | null | undefined): boolean {
  return Object.values(filter ?? {}).some((asked) => asked !== null && asked !== undefined);
}

/** Those of the items that pass the filter, in their order. */
async function passing(
  tx: Tx,
  viewer: Viewer,
  filter: ItemFilter | null | undefined,
  ids: readonly string[],
): Promise<string[]> {
  const conditions = itemConditions(filter, viewer.today, 3);
  const rows = await tx.query<{ id: string }>(
    `select b.id from unnest($2::uuid[]) with ordinality as o(item_id, place)
       join backlog_items b on b.organization_id = $1 and b.id = o.item_id
      where true${conditions.sql} order by o.place`,
    [tx.organizationId, ids, ...conditions.values],
  );
  return rows.map(({ id }) => id);
}

function refuseField(field: string, problem: string): Error {
  return refusePlatform('INVALID_INPUT', { fields: [{ field, problem }] });
}
