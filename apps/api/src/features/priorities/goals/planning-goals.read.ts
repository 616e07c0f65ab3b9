import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import { PlannedSprintsRead, type Sprint } from '../../sprints/public.js';
import { SERVES_GOAL } from '../items/item-row.js';
import { productHere } from '../items/product-here.js';
import { goalOf, type ProductGoal } from './goals.graphql.js';
import { GoalsRepository } from './goals.repository.js';

export interface GoalsOfPlanning {
  productGoal: ProductGoal | null;
  /** Ids of teams are the database's. */
  sprintGoals: { teamId: string; sprint: Sprint }[];
  withoutGoal: number;
}

/** What stands at the top of every planning screen: a fixed number of statements. */
@Injectable()
export class PlanningGoalsRead {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(GoalsRepository) private readonly goals: GoalsRepository,
    @Inject(PlannedSprintsRead) private readonly sprints: PlannedSprintsRead,
  ) {}

  /** @param areaId only its sprints and items; null: of the whole product @throws NOT_FOUND for what is of nobody here */
  read(viewer: Viewer, productId: string, areaId: string | null): Promise<GoalsOfPlanning> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      await productHere(tx, productId);
      if (areaId !== null) {
        const area = await tx.one('select 1 from areas where organization_id = $1 and id = $2 and product_id = $3', [
          tx.organizationId,
          areaId,
          productId,
        ]);
        if (!area) throw refusePlatform('NOT_FOUND', {});
      }
      const active = await this.goals.active(tx, productId);
      const counted = await tx.one<{ count: number }>(
        `select count(*) as count from backlog_items b
          where b.organization_id = $1 and b.product_id = $2 and b.tier <> 'TASK' and b.state not in ('DONE', 'DROPPED')
            and ($3::uuid is null or b.area_id = $3) and ${SERVES_GOAL} is null`,
        [tx.organizationId, productId, areaId],
      );
      return {
        productGoal: active ? goalOf(active) : null,
        sprintGoals: await this.sprints.running(tx, productId, areaId, viewer.today),
        withoutGoal: counted?.count ?? 0,
      };
    });
  }
}
