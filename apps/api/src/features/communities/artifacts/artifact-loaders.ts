import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import type { Artifact } from './artifacts.graphql.js';
import type { ArtifactsService } from './artifacts.service.js';

const ARTIFACTS = Symbol('artifacts that things point to');

/** Artifacts that things point to: one load for all of an answer. @param id the database's */
export async function artifactById(
  context: GraphqlContext,
  artifacts: ArtifactsService,
  id: string,
): Promise<Artifact> {
  const loader = loaderOf(context, ARTIFACTS, (ids) => artifacts.byIds(viewerOf(context), ids));
  const found = await loadOnce(loader, id);
  if (!found) throw new Error('What points to an artifact points to one that is there.');
  return found;
}
