import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import type { Community } from './communities.graphql.js';
import type { CommunitiesService } from './communities.service.js';

const COMMUNITIES = Symbol('communities that things point to');

/** Communities that things point to: one load for all of an answer. @param id the database's */
export async function communityById(
  context: GraphqlContext,
  communities: CommunitiesService,
  id: string,
): Promise<Community> {
  const loader = loaderOf(context, COMMUNITIES, (ids) => communities.byIds(viewerOf(context), ids));
  const found = await loadOnce(loader, id);
  if (!found) throw new Error('What points to a community points to one that is there.');
  return found;
}
