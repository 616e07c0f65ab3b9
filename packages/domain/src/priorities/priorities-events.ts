import type { EventPayload } from '../event-payload.js';

/** What a change of many says; `changes` is what was asked for. */
export interface BulkItemPayload extends EventPayload {
  /** Ids of the items, as in the database; the subject is the first of them. */
  itemIds: string[];
}

/** Event name -> payload; the subject is the item. */
export interface ItemEvents {
  'item.created': EventPayload;
  /** An import brought it. */
  'item.imported': EventPayload;
  'item.edited': EventPayload;
  'item.scored': EventPayload;
  /** It is a draft again. */
  'item.drafted': EventPayload;
  'item.made-ready': EventPayload;
  'item.started': EventPayload;
  'item.finished': EventPayload;
  /** The note is the reason. */
  'item.dropped': EventPayload;
  'item.reopened': EventPayload;
  'item.placed': EventPayload;
  /** The note is the reason, where one was given. */
  'item.bulk-edited': BulkItemPayload;
  'item.bulk-undone': BulkItemPayload;
}
export type ItemEvent = keyof ItemEvents;

/** "Ana Roth ...", for activity and live announcements. */
export const ITEM_EVENT_WORDS: Record<ItemEvent, string> = {
  'item.created': 'wrote it',
  'item.imported': 'imported it',
  'item.edited': 'edited it',
  'item.scored': 'scored it',
  'item.drafted': 'made it a draft again',
  'item.made-ready': 'made it ready',
  'item.started': 'started it',
  'item.finished': 'finished it',
  'item.dropped': 'dropped it',
  'item.reopened': 'reopened it',
  'item.placed': 'placed it among its siblings',
  'item.bulk-edited': 'changed it together with others',
  'item.bulk-undone': 'took a change of many back',
};

/** Event name -> payload; the subject is the goal. */
export interface GoalEvents {
  'goal.created': EventPayload;
  'goal.edited': EventPayload;
  'goal.activated': EventPayload;
  /** The note is what came of it. */
  'goal.achieved': EventPayload;
  /** The note is why. */
  'goal.abandoned': EventPayload;
}
export type GoalEvent = keyof GoalEvents;

export const GOAL_EVENT_WORDS: Record<GoalEvent, string> = {
  'goal.created': 'set the goal',
  'goal.edited': 'edited the goal',
  'goal.activated': 'made it the Product Goal',
  'goal.achieved': 'achieved the goal',
  'goal.abandoned': 'abandoned the goal',
};
