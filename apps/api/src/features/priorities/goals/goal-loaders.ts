import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { readId } from '../../../platform/graphql/global-id.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import type { ProductGoal } from './goals.graphql.js';
import type { GoalsService } from './goals.service.js';

/** Goals that items point to: one load for all of an answer. @param id the database's */
export async function goalById(
  context: GraphqlContext,
  goals: GoalsService,
  id: string,
): Promise<ProductGoal | undefined> {
  const loader = loaderOf(context, 'goals that items serve', async (ids) => {
    const found = await goals.byIds(viewerOf(context), ids);
    return new Map(found.map((goal) => [readId('ProductGoal', goal.id), goal]));
  });
  return loadOnce(loader, id);
}
