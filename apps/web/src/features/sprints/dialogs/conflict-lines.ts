import { SPRINT_STATE_TITLES } from '@chapterhouse/domain/sprints/sprint-fields';
import { type Conflict, textOf } from '../../../platform/forms/conflict';
import type { SprintFactsFragment } from '../../../generated/graphql';
import { isState } from './sprint-form';

const LABELS = {
  name: 'Name',
  goal: 'Sprint Goal',
  state: 'State',
  startsOn: 'First day',
  endsBefore: 'Day after the last',
  plannedItems: 'Items planned',
  plannedPoints: 'Points planned',
  doneItems: 'Items done',
  donePoints: 'Points done',
} as const;

/** What somebody else changed meanwhile, in words. */
export function conflictLines(sprint: SprintFactsFragment): (conflict: Conflict) => { label: string; value: string }[] {
  return (conflict) =>
    Object.entries(LABELS).flatMap(([name, label]) => {
      const now = textOf(conflict, name);
      if (now === String(Reflect.get(sprint, name) ?? '')) return [];
      return [{ label, value: isState(now) ? SPRINT_STATE_TITLES[now] : now }];
    });
}
