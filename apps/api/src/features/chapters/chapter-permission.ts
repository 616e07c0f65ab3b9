import {
  canOnChapter,
  type ChapterAction,
  type ChapterFacts,
  isMemberOf,
} from '@chapterhouse/domain/chapters/chapter-policy';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import type { Viewer } from '../../platform/auth/viewer.js';
import { type ChapterRow, placeOf, scopeOfChapter } from './chapter-row.js';

/** What the policy looks at, of a chapter and this viewer. */
export function factsFor({ actor }: Viewer, chapter: ChapterRow, about: Partial<ChapterFacts> = {}): ChapterFacts {
  return { place: placeOf(chapter), isMember: isMemberOf(actor, scopeOfChapter(chapter)), ...about };
}

/** @throws FORBIDDEN with who may */
export function permit(
  viewer: Viewer,
  action: ChapterAction,
  chapter: ChapterRow,
  about: Partial<ChapterFacts> = {},
): void {
  const verdict = canOnChapter(viewer.actor, action, factsFor(viewer, chapter, about));
  if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action, reason: verdict.reason });
}

/** @throws INVALID_INPUT about one field */
export function refuseField(field: string, problem: string): never {
  throw refusePlatform('INVALID_INPUT', { fields: [{ field, problem }] });
}
