import { nextSprint } from '@chapterhouse/domain/sprints/next-sprint';
import { SPRINT_STATES, type SprintState } from '@chapterhouse/domain/sprints/sprint-fields';
import type {
  EditSprintInput,
  RecordSprintInput,
  SprintFactsFragment,
  ThroughputFactsFragment,
} from '../../../generated/graphql';
import { addDays } from '../../../platform/dates/day-words';

/** A sprint as its form holds it: text as it was typed; `lastDay` is part of the sprint. */
export type SprintForm = {
  name: string;
  goal: string;
  state: SprintState;
  startsOn: string;
  lastDay: string;
  plannedItems: string;
  plannedPoints: string;
  doneItems: string;
  donePoints: string;
};

export const isState = (text: string): text is SprintState => SPRINT_STATES.some((state) => state === text);

/** The next sprint of a team, as it most often is: after the last one, with what the team usually gets done. */
export function proposedForm(
  last: SprintFactsFragment | null,
  { items, points }: Pick<ThroughputFactsFragment, 'items' | 'points'>,
  today: string,
): SprintForm {
  const { name, state, startsOn, endsBefore } = nextSprint(last, today);
  const usual = (mean: number | null): string => (mean === null ? '' : String(Math.round(mean)));
  return {
    name,
    goal: '',
    state,
    startsOn,
    lastDay: addDays(endsBefore, -1),
    plannedItems: usual(items.mean),
    plannedPoints: usual(points.mean),
    doneItems: '',
    donePoints: '',
  };
}

export function formOf(sprint: SprintFactsFragment): SprintForm {
  const text = (value: number | null): string => (value === null ? '' : String(value));
  return {
    name: sprint.name,
    goal: sprint.goal,
    state: sprint.state,
    startsOn: sprint.startsOn ?? '',
    lastDay: sprint.endsBefore === null ? '' : addDays(sprint.endsBefore, -1),
    plannedItems: text(sprint.plannedItems),
    plannedPoints: text(sprint.plannedPoints),
    doneItems: text(sprint.doneItems),
    donePoints: text(sprint.donePoints),
  };
}

export function recordInput(form: SprintForm): RecordSprintInput {
  const { name, goal, state, startsOn, lastDay, plannedItems, plannedPoints } = form;
  return {
    name,
    goal,
    state,
    startsOn: startsOn || null,
    endsBefore: dayAfter(lastDay),
    plannedItems: numberOf(plannedItems),
    plannedPoints: numberOf(plannedPoints),
    // What a sprint that has not begun got done was typed before its state was changed.
    doneItems: state === 'FUTURE' ? null : numberOf(form.doneItems),
    donePoints: state === 'FUTURE' ? null : numberOf(form.donePoints),
  };
}

/** Only what differs: of an imported sprint everything that is sent is no longer the import's. */
export function editInput(form: SprintForm, before: SprintForm): EditSprintInput {
  const [now, then] = [recordInput(form), recordInput(before)];
  const changed = Object.entries(now).filter(([field, value]) => value !== Reflect.get(then, field));
  return Object.fromEntries(changed);
}

/** Null for an empty or half typed field. */
export function numberOf(text: string): number | null {
  const value = text.trim() === '' ? Number.NaN : Number(text.replace(',', '.'));
  return Number.isFinite(value) ? value : null;
}

export function dayAfter(day: string): string | null {
  return day === '' ? null : addDays(day, 1);
}
