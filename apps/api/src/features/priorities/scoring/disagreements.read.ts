import { wsjf } from '@chapterhouse/domain/priorities/item-score';
import { scoreDisagreements, type ScoredItem } from '@chapterhouse/domain/priorities/score-disagreements';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { MOST_PER_PAGE } from '../../../platform/graphql/connection.js';
import { itemOf } from '../items/items.graphql.js';
import { ItemsRepository } from '../items/items.repository.js';
import { productHere } from '../items/product-here.js';
import { POSITIONS } from '../order/ordered-sql.js';
import type { ScoreDisagreement } from './disagreements.graphql.js';

const USUAL = 25;

interface ScoredRow extends Record<string, unknown> {
  id: string;
  position: number;
  value: number;
  timeCriticality: number;
  riskReduction: number;
  points: number;
}

/** Where the order and the score disagree most: everybody of the organization may ask. */
@Injectable()
export class DisagreementsRead {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ItemsRepository) private readonly items: ItemsRepository,
  ) {}

  /**
   * @param areaId only items of this area, compared over its own slots: what its Area Product Owner can change
   * @throws NOT_FOUND for a product of nobody here and an area that is not its own, INVALID_INPUT
   */
  ofProduct(
    viewer: Viewer,
    productId: string,
    areaId: string | null,
    first: number | null | undefined,
  ): Promise<ScoreDisagreement[]> {
    const most = first ?? USUAL;
    if (most < 1 || most > MOST_PER_PAGE)
      throw refusePlatform('INVALID_INPUT', {
        fields: [{ field: 'first', problem: `Ask for 1 to ${MOST_PER_PAGE} at a time.` }],
      });
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      await productHere(tx, productId);
      if (areaId !== null) await areaHere(tx, productId, areaId);
      const rows = await tx.query<ScoredRow>(
        `with ${POSITIONS},
         scored as materialized (
           select b.id, b.value, b.time_criticality as "timeCriticality", b.risk_reduction as "riskReduction",
                  b.points::float8 as points
             from backlog_items b
            where b.organization_id = $1 and b.product_id = $2 and ($3::uuid is null or b.area_id = $3)
              and b.value is not null and b.time_criticality is not null and b.risk_reduction is not null and b.points > 0)
         select s.*, o.position from scored s join positions o on o.item_id = s.id`,
        [tx.organizationId, productId, areaId],
      );
      const found = scoreDisagreements(rows.flatMap(scoredOf), most);
      const items = await this.items.byIds(
        tx,
        found.map(({ id }) => id),
      );
      const byId = new Map(items.map((item) => [item.id, itemOf(item)]));
      return found.flatMap(({ id, ...where }) => {
        const item = byId.get(id);
        return item ? [{ item, ...where }] : [];
      });
    });
  }
}

async function areaHere(tx: Tx, productId: string, areaId: string): Promise<void> {
  const values = [tx.organizationId, productId, areaId];
  const row = await tx.one('select 1 from areas where organization_id = $1 and product_id = $2 and id = $3', values);
  if (!row) throw refusePlatform('NOT_FOUND', {});
}

function scoredOf({ id, position, points, ...parts }: ScoredRow): ScoredItem[] {
  const score = wsjf(parts, points);
  return score === null ? [] : [{ id, position, wsjf: score }];
}
