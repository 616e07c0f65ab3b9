import type { MeetingPlace } from '../use-meeting-places';
import type { Template } from './cadence-form';

/** Kinds that only a chapter has. */
const OF_CHAPTERS = ['CHAPTER_TRIAGE'];

/** Whether a place has meetings of this kind. */
export function fitsTemplate(
  { kind, scopeKinds }: Pick<Template, 'kind' | 'scopeKinds'>,
  { kind: scopeKind, chapterId, communityId = null }: Pick<MeetingPlace, 'kind' | 'chapterId' | 'communityId'>,
): boolean {
  if (OF_CHAPTERS.includes(kind)) return chapterId !== null;
  if (chapterId !== null) return kind === 'OWN' || kind === 'SYNC';
  if (communityId !== null) return kind === 'COP_MEETING' || kind === 'OWN';
  return scopeKinds.includes(scopeKind);
}
