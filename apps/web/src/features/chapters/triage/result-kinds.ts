import { RESULTS_OF, type TriageResultKind } from '@chapterhouse/domain/chapters/triage-state';
import { TOP_LEVEL } from '@chapterhouse/domain/impediments/impediment-ladder';
import { can, type Action } from '../../../platform/session/can';
import { type ShownItem, subjectOf } from './triage-items';

/** What must be possible with an impediment so that it can end like this; parking leaves it as it is. */
const NEEDS: Partial<Record<TriageResultKind, readonly Action[]>> = {
  TRIAGED: ['impediment:triage'],
  DECLINED: ['impediment:decline'],
  MERGED: ['impediment:mark-duplicate'],
  ESCALATED: ['impediment:set-level', 'impediment:send-brief'],
};

/** How the item can end: what is both legal now and permitted to this person, as the server says. */
export function kindsOf(item: ShownItem): TriageResultKind[] {
  const { impediment } = item;
  const kinds = RESULTS_OF[subjectOf(item)];
  if (!impediment) return [...kinds];
  return kinds.filter(
    (kind) =>
      // Nothing is above the top level.
      (kind !== 'ESCALATED' || impediment.level < TOP_LEVEL) &&
      (NEEDS[kind]?.some((action) => can(impediment, action)) ?? true),
  );
}

/** As a button that says it. */
export const RESULT_VERBS: Record<TriageResultKind, string> = {
  TRIAGED: 'Triage',
  DECLINED: 'Decline',
  MERGED: 'Merge',
  ESCALATED: 'Escalate',
  PARKED: 'Park',
  DONE: 'Done',
};

/** What follows from it. */
export const RESULT_HINTS: Record<TriageResultKind, string> = {
  TRIAGED: 'It has an owner, a severity, a level and a next step.',
  DECLINED: 'Nobody will remove it; the team that raised it reads why.',
  MERGED: 'It repeats another one, which takes its teams and votes.',
  ESCALATED: 'It goes to a level that can do more about it.',
  PARKED: 'It stays as it is; the reason is in the minutes.',
  DONE: 'Nothing is left to do about it here.',
};
