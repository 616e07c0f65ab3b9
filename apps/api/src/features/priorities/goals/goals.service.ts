import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import { productHere } from '../items/product-here.js';
import { goalOf, type ProductGoal } from './goals.graphql.js';
import { type GoalCounts, GoalsRepository } from './goals.repository.js';

/** Looking at Product Goals: everybody of the organization may. */
@Injectable()
export class GoalsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(GoalsRepository) private readonly goals: GoalsRepository,
  ) {}

  byIds(viewer: Viewer, ids: readonly string[]): Promise<ProductGoal[]> {
    return this.database.transaction(scopeOf(viewer), async (tx) => (await this.goals.byIds(tx, ids)).map(goalOf));
  }

  /** @throws NOT_FOUND for a product of nobody here */
  ofProduct(viewer: Viewer, productId: string): Promise<ProductGoal[]> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      await productHere(tx, productId);
      return (await this.goals.ofProduct(tx, productId)).map(goalOf);
    });
  }

  counts(viewer: Viewer, ids: readonly string[]): Promise<Map<string, GoalCounts>> {
    return this.database.transaction(scopeOf(viewer), (tx) => this.goals.counts(tx, ids));
  }
}
