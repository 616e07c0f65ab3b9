import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../platform/graphql/loader.js';
import type { Chapter } from './chapters.graphql.js';
import type { ChaptersService } from './chapters.service.js';

const CHAPTERS = Symbol('chapters that things point to');

/** Chapters that things point to: one load for all of an answer. @param id the database's */
export async function chapterById(context: GraphqlContext, chapters: ChaptersService, id: string): Promise<Chapter> {
  const loader = loaderOf(context, CHAPTERS, (ids) => chapters.byIds(viewerOf(context), ids));
  const found = await loadOnce(loader, id);
  if (!found) throw new Error('What points to a chapter points to one that is there.');
  return found;
}
