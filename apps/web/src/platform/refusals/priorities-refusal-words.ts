import type { DependencyRefusals } from '@chapterhouse/domain/priorities/dependency-refusals';
import { DEPENDENCY_STATE_TITLES } from '@chapterhouse/domain/priorities/dependency-state';
import { GOAL_STATE_TITLES } from '@chapterhouse/domain/priorities/goal-fields';
import { ITEM_STATE_TITLES } from '@chapterhouse/domain/priorities/item-state';
import type { OrderRefusals } from '@chapterhouse/domain/priorities/order-refusals';
import type { ItemRefusals } from '@chapterhouse/domain/priorities/priorities-refusals';
import type { ScenarioRefusals } from '@chapterhouse/domain/priorities/scenario-refusals';
import { SCENARIO_STATE_TITLES } from '@chapterhouse/domain/priorities/scenario-state';
import type { RefusalWords } from './refusal-words';

/** Refusals of backlog items, goals, the one order, dependencies and scenarios. */
export interface PrioritiesRefusals extends ItemRefusals, OrderRefusals, DependencyRefusals, ScenarioRefusals {}

const andList = (words: readonly string[]): string => new Intl.ListFormat('en', { type: 'conjunction' }).format(words);
const orList = (words: readonly string[]): string => new Intl.ListFormat('en', { type: 'disjunction' }).format(words);

/** Exhaustive: a code without words does not compile. */
export const PRIORITIES_REFUSAL_WORDS: {
  [C in keyof PrioritiesRefusals]: (details: PrioritiesRefusals[C]) => RefusalWords;
} = {
  ITEM_IN_OTHER_STATE: ({ state, legal }) => ({
    title: `It is ${ITEM_STATE_TITLES[state].toLowerCase()} now.`,
    next: `From there it can become ${orList(legal.map((to) => ITEM_STATE_TITLES[to].toLowerCase()))}.`,
  }),
  ITEM_NOT_READY: ({ missing }) => ({
    title: `It is not ready: it needs ${andList(missing)}.`,
    next: 'Add what is missing, then try again.',
  }),
  GOAL_IN_OTHER_STATE: ({ state }) => ({
    title: `The goal is ${GOAL_STATE_TITLES[state].toLowerCase()} now.`,
    next: 'Look at it as it is now; somebody may have changed it a moment ago.',
  }),
  NOT_IN_ORDER: ({ keys }) => ({
    title: `${andList(keys)} ${keys.length === 1 ? 'is' : 'are'} not in the order.`,
    next: 'Only open epics and features are. Reload to see what was finished or dropped meanwhile.',
  }),
  ONE_AREA_AT_A_TIME: () => ({
    title: 'These are of several areas.',
    next: 'In the slots of an area only its own items move: choose those of one area.',
  }),
  MOVED_SINCE: ({ keys }) => ({
    title: `${andList(keys)} moved again since.`,
    next: 'Look at the history of moves, and move by hand what should stand elsewhere.',
  }),
  GOAL_ACTIVE_ALREADY: ({ title }) => ({
    title: `“${title}” is the Product Goal.`,
    next: 'A product follows one goal at a time. End that one first.',
  }),
  DEPENDENCY_IN_OTHER_STATE: ({ state }) => ({
    title: `It is ${DEPENDENCY_STATE_TITLES[state].toLowerCase()} now.`,
    next: 'The other side may have answered a moment ago. Look at it as it is now.',
  }),
  DEPENDENCY_CYCLE: ({ keys }) => ({
    title: 'Each would wait for the next.',
    next: `${keys.join(' needs ')}. Ask for less, or of another item, so that one of them can begin.`,
  }),
  DEPENDENCY_ASKED_ALREADY: ({ key }) => ({
    title: `The same is asked for already: ${key}.`,
    next: `Open ${key} to change what it asks for.`,
  }),
  DEPENDENCY_STILL_IN_TIME: ({ answerDueAt }) => ({
    title: 'There is still time to answer.',
    next: `It can be made an impediment once that is over, on ${answerDueAt.slice(0, 10)}.`,
  }),
  DEPENDENCY_ITEM_ENDED: ({ key, state }) => ({
    title: `${key} is ${ITEM_STATE_TITLES[state].toLowerCase()}.`,
    next: 'Nothing is promised or asked for it any more: name another item, or end the dependency.',
  }),
  DEPENDENCY_RAISED_ALREADY: ({ key }) => ({
    title: `It is an impediment already: ${key}.`,
    next: `Open ${key} to see who removes it.`,
  }),
  SCENARIO_IN_OTHER_STATE: ({ state }) => ({
    title: `The scenario is ${SCENARIO_STATE_TITLES[state].toLowerCase()} now.`,
    next: 'To try another order, begin a new one.',
  }),
  ORDER_MOVED: ({ behindBy }) => ({
    title: `The order made ${behindBy === 1 ? 'one move' : `${behindBy} moves`} since this scenario was copied from it.`,
    next: 'Look at them, catch up, and see whether it is still what you want. Nothing was published.',
  }),
  SCENARIO_MOVES_NOTHING: () => ({
    title: 'The order is like this already.',
    next: 'Move something in the scenario first, or discard it.',
  }),
};
