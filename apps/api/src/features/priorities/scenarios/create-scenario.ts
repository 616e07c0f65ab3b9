import { canCreateScenario } from '@chapterhouse/domain/priorities/scenario-policy';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { idempotently } from '../../../platform/graphql/idempotency.js';
import { typedText } from '../../../platform/graphql/typed-text.js';
import { productHere } from '../items/product-here.js';
import { ProductOrderRead } from '../order/product-order.read.js';
import { refuseProblems } from './change-scenario.js';
import { ScenarioTransaction } from './scenario-transaction.js';
import { type Scenario, scenarioOf } from './scenarios.graphql.js';
import { ScenariosRepository } from './scenarios.repository.js';

/** A private copy of the order as it is now. */
@Injectable()
export class CreateScenario {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ScenariosRepository) private readonly scenarios: ScenariosRepository,
    @Inject(ScenarioTransaction) private readonly transaction: ScenarioTransaction,
    @Inject(ProductOrderRead) private readonly orders: ProductOrderRead,
  ) {}

  /** @param given `productId` is the database's @throws NOT_FOUND, FORBIDDEN, INVALID_INPUT */
  create(
    viewer: Viewer,
    given: { productId: string; name: string; note: string | null },
    idempotencyKey: string | null | undefined,
  ): Promise<Scenario> {
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, idempotencyKey, 'scenario:create', given, async () => {
        const { productId } = given;
        await productHere(tx, productId);
        const verdict = canCreateScenario(viewer.actor, { productId, ...(await placesOf(tx, productId)) });
        if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action: 'scenario:create', reason: verdict.reason });
        const name = typedText(given.name);
        const note = typedText(given.note ?? '');
        refuseProblems({ name, note });
        const { number, order } = await this.orders.whole(tx, productId);
        const id = newId();
        await this.scenarios.insert(tx, {
          id,
          productId,
          name,
          note,
          ownerId: viewer.personId,
          baseNumber: number,
          baseItemIds: order.map((item) => item.id),
          at: viewer.now.toISOString(),
        });
        const row = await this.scenarios.byId(tx, id);
        if (!row) throw new Error('A scenario was begun and is not there.');
        const changes = [{ field: 'name', from: null, to: name }];
        await this.transaction.tell(tx, row, { event: 'scenario.created', version: row.version, changes });
        return scenarioOf(row);
      }),
    );
  }
}

async function placesOf(tx: Tx, productId: string): Promise<{ areaIds: string[]; teamIds: string[] }> {
  const rows = await tx.query<{ area_id: string; team_id: string | null }>(
    `select a.id as area_id, t.id as team_id from areas a
       left join teams t on t.organization_id = a.organization_id and t.area_id = a.id
      where a.organization_id = $1 and a.product_id = $2`,
    [tx.organizationId, productId],
  );
  return {
    areaIds: [...new Set(rows.map((row) => row.area_id))],
    teamIds: rows.flatMap((row) => row.team_id ?? []),
  };
}
