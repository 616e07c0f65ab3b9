import type { FieldChange } from '@chapterhouse/domain/event-payload';
import { type FieldProblem, refusePlatform } from '@chapterhouse/domain/refusal';
import { SPRINT_STATE_TITLES, sprintProblems, type SprintState } from '@chapterhouse/domain/sprints/sprint-fields';
import { KEPT_FIELDS, type KeptField, shownNumbers, type SprintNumbers, type SprintRow } from './sprint-row.js';
import type { SprintWrite } from './sprints.repository.js';

/** Undefined leaves a field alone; null clears goal, days and numbers, and leaves name and state alone. */
export type SprintEdit = {
  name?: string | null | undefined;
  goal?: string | null | undefined;
  state?: SprintState | null | undefined;
} & { [Field in keyof SprintNumbers]?: SprintNumbers[Field] | undefined };

/** All that is shown of a sprint and may change. */
type Shown = { name: string; goal: string; state: SprintState } & SprintNumbers;

/**
 * The sprint as it will be written. Days of an imported one are changed together: half of them by hand and half by the
 * next import would not fit.
 * @param today YYYY-MM-DD, where the organization is
 * @throws INVALID_INPUT that names each field and its remedy
 */
export function afterEdit(row: SprintRow, given: SprintEdit, today: string): SprintWrite {
  const byHand: SprintNumbers = {
    ...daysAfter(row, given),
    plannedItems: pick(given.plannedItems, row.by_hand.plannedItems),
    plannedPoints: pick(given.plannedPoints, row.by_hand.plannedPoints),
    doneItems: pick(given.doneItems, row.by_hand.doneItems),
    donePoints: pick(given.donePoints, row.by_hand.donePoints),
  };
  const own = {
    name: given.name === undefined || given.name === null ? row.name : oneText(given.name),
    goal: given.goal === undefined ? row.goal : oneText(given.goal ?? ''),
    state: given.state ?? row.state,
  };
  const after = { ...row, ...own, by_hand: byHand };
  refuseSprint(problemsOfEdit(row, after, given, today));
  return {
    id: row.id,
    teamId: row.team_id,
    imported: row.imported,
    ...own,
    byHand,
    editedByHand: row.imported ? editedByHand(row, own, byHand) : [],
  };
}

function daysAfter(
  row: SprintRow,
  { startsOn, endsBefore }: SprintEdit,
): Pick<SprintNumbers, 'startsOn' | 'endsBefore'> {
  const { by_hand: hand } = row;
  if (startsOn === undefined && endsBefore === undefined)
    return { startsOn: hand.startsOn, endsBefore: hand.endsBefore };
  if (!row.imported) return { startsOn: pick(startsOn, hand.startsOn), endsBefore: pick(endsBefore, hand.endsBefore) };
  if (!startsOn && !endsBefore) return { startsOn: null, endsBefore: null };
  const shown = shownNumbers(row);
  return { startsOn: startsOn ?? shown.startsOn, endsBefore: endsBefore ?? shown.endsBefore };
}

/** What is not touched is not checked: imports bring longer sprints and stranger names than people may give. */
function problemsOfEdit(row: SprintRow, after: SprintRow, given: SprintEdit, today: string): FieldProblem[] {
  const { startsOn, endsBefore } = shownNumbers(after);
  const touchesDays = given.startsOn !== undefined || given.endsBefore !== undefined || after.state !== row.state;
  const touched = {
    name: given.name === undefined ? undefined : after.name,
    goal: given.goal === undefined ? undefined : after.goal,
    state: touchesDays || after.state === 'FUTURE' ? after.state : undefined,
    ...(touchesDays && { startsOn, endsBefore }),
    plannedItems: given.plannedItems,
    plannedPoints: given.plannedPoints,
    doneItems: after.state === 'FUTURE' ? after.by_hand.doneItems : given.doneItems,
    donePoints: after.state === 'FUTURE' ? after.by_hand.donePoints : given.donePoints,
  };
  return sprintProblems(touched, today);
}

/** @throws INVALID_INPUT when there are any */
export function refuseSprint(fields: FieldProblem[]): void {
  if (fields.length > 0) throw refusePlatform('INVALID_INPUT', { fields });
}

/** Text as somebody typed it, in a form that PostgreSQL stores: no NUL, no half characters, no spaces around it. */
export function oneText(text: string): string {
  return text
    .replaceAll('\u0000', '')
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .trim();
}

function editedByHand(row: SprintRow, own: Pick<Shown, 'name' | 'goal' | 'state'>, byHand: SprintNumbers): KeptField[] {
  return KEPT_FIELDS.filter((field) =>
    field === 'name' || field === 'goal' || field === 'state'
      ? row.edited_by_hand.includes(field) || own[field] !== row[field]
      : byHand[field] !== null,
  );
}

/** What an event tells: every field that is shown and differs. */
export function changesBetween(before: Shown | null, after: Shown): FieldChange[] {
  return KEPT_FIELDS.map((field) => ({
    field,
    from: before && words(field, before),
    to: words(field, after),
  })).filter(({ from, to }) => from !== to);
}

function words(field: KeptField, of: Shown): string | null {
  if (field === 'state') return SPRINT_STATE_TITLES[of.state];
  const value = of[field];
  return value === null || value === '' ? null : String(value).slice(0, EXCERPT);
}
const EXCERPT = 280;

/** As it is shown, for `changesBetween`. */
export function shownOf(row: SprintRow): Shown {
  return { name: row.name, goal: row.goal, state: row.state, ...shownNumbers(row) };
}

function pick<T>(given: T | null | undefined, before: T | null): T | null {
  return given === undefined ? before : given;
}
