import type { MeetingPlace } from '../use-meeting-places';
import type { Template } from './cadence-form';

/** Kinds that only a chapter has. */
const OF_CHAPTERS = ['CHAPTER_TRIAGE'];

/** Whether a place has meetings of this kind. */
export function fitsTemplate(
  { kind, scopeKinds }: Pick<Template, 'kind' | 'scopeKinds'>,
  { kind: scopeKind, chapterId }: Pick<MeetingPlace, 'kind' | 'chapterId'>,
): boolean {
  if (OF_CHAPTERS.includes(kind)) return chapterId !== null;
  if (chapterId !== null) return kind === 'OWN' || kind === 'SYNC';
  return scopeKinds.includes(scopeKind);
}
