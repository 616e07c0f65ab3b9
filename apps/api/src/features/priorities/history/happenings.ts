import type { FieldChange } from '@chapterhouse/domain/event-payload';
import { ITEM_STATE_TITLES, type ItemState } from '@chapterhouse/domain/priorities/item-state';
import type { GoalEvent, ItemEvent } from '@chapterhouse/domain/priorities/priorities-events';
import type { NewEvent } from '../../../platform/events/event-log.js';
import type { HistoricGoal, HistoricItem } from './backlog-history.js';

type Happening = NewEvent & { at: string };

/** By which states an item came to the one that it is in. */
const WAY_TO: Record<ItemState, readonly ItemState[]> = {
  DRAFT: ['DRAFT'],
  READY: ['DRAFT', 'READY'],
  IN_PROGRESS: ['DRAFT', 'READY', 'IN_PROGRESS'],
  DONE: ['DRAFT', 'READY', 'IN_PROGRESS', 'DONE'],
  DROPPED: ['DRAFT', 'DROPPED'],
};

const EVENT_OF: Record<ItemState, ItemEvent> = {
  DRAFT: 'item.created',
  READY: 'item.made-ready',
  IN_PROGRESS: 'item.started',
  DONE: 'item.finished',
  DROPPED: 'item.dropped',
};

/** Step by step from the day it was written to its end, or to the day before now. */
export function itemHappenings(item: HistoricItem, now: string): Happening[] {
  const way = WAY_TO[item.state];
  const from = Date.parse(item.createdAt);
  const to = Math.max(from, item.endedAt === null ? Date.parse(now) - 86_400_000 : Date.parse(item.endedAt));
  return way.map((state, index) => {
    const before = way[index - 1];
    const changes: FieldChange[] = [
      before === undefined
        ? { field: 'title', from: null, to: item.title }
        : { field: 'state', from: ITEM_STATE_TITLES[before], to: ITEM_STATE_TITLES[state] },
    ];
    // What is open came to its state half-way; what ended, at its end.
    const steps = item.endedAt === null ? way.length : way.length - 1;
    return {
      name: EVENT_OF[state],
      subjectType: 'BacklogItem',
      subjectId: item.id,
      subjectVersion: index + 1,
      at: new Date(from + ((to - from) * index) / Math.max(1, steps)).toISOString(),
      actorId: item.writtenById,
      payload: { changes, ...(state === 'DROPPED' && { note: item.droppedReason }) },
    };
  });
}

export function goalHappenings(goal: HistoricGoal): Happening[] {
  const steps: [GoalEvent, string | null, string][] = [
    ['goal.created', goal.createdAt, ''],
    ['goal.activated', goal.activeSince, ''],
    [goal.state === 'ACHIEVED' ? 'goal.achieved' : 'goal.abandoned', goal.endedAt, goal.endedWords],
  ];
  const taken = steps.flatMap(([name, at, note]) => (at === null ? [] : [{ name, at, note }]));
  return taken.map(({ name, at, note }, index) => ({
    name,
    subjectType: 'ProductGoal',
    subjectId: goal.id,
    subjectVersion: index + 1,
    at,
    actorId: goal.setById,
    payload: {
      changes: index === 0 ? [{ field: 'title', from: null, to: goal.title }] : [],
      ...(note !== '' && { note }),
    },
  }));
}
