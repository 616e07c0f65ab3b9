import type { FieldChange } from '../event-payload.js';
import { type Check, filledLine, problemsOf, wholeNumber } from '../field-checks.js';
import type { FieldProblem } from '../refusal.js';
import { DEFAULT_LEVEL_NAMES, IMPEDIMENT_LEVELS } from './impediment-fields.js';

/** What a level promises. In working hours of the organization. */
export interface ClockTerms {
  /** How long it has before the impediment is overdue. */
  clockWorkingHours: number;
  /** Whether time alone takes the impediment to the next level when the clock has run out. */
  escalatesByItself: boolean;
  /** How long before the end its owner is reminded; null: not at all. */
  remindBeforeHours: number | null;
}

export interface LadderLevel extends ClockTerms {
  /** 1 is the lowest. */
  level: number;
  name: string;
}

export const TOP_LEVEL = IMPEDIMENT_LEVELS.length;
/** Characters. */
export const LEVEL_NAME_LIMIT = 100;
/** A working year. */
export const CLOCK_LIMIT_HOURS = 2_000;

/** Nobody is reminded of one thing more often than once in so many working hours: about a day. */
const REPEAT_AT_LEAST_HOURS = 8;

/** In how many working hours an owner is reminded again of a clock that has run out. */
export function reminderRepeatHours({ clockWorkingHours }: Pick<ClockTerms, 'clockWorkingHours'>): number {
  return Math.max(clockWorkingHours, REPEAT_AT_LEAST_HOURS);
}

/** What an organization begins with: two days, a week, two weeks. Nothing goes up by itself that nobody asked for. */
export const DEFAULT_LADDER: readonly LadderLevel[] = [
  { level: 1, clockWorkingHours: 16, remindBeforeHours: 4 },
  { level: 2, clockWorkingHours: 40, remindBeforeHours: 8 },
  { level: 3, clockWorkingHours: 80, remindBeforeHours: 16 },
].map((level, index) => ({
  ...level,
  name: DEFAULT_LEVEL_NAMES[IMPEDIMENT_LEVELS[index] ?? 1],
  escalatesByItself: false,
}));

/** The level above, null at the top. */
export function levelAbove(level: number): number | null {
  return level < TOP_LEVEL ? level + 1 : null;
}

/**
 * What the clock of an impediment that comes to a level now goes by. A clock keeps these terms for as long as the
 * impediment stays at the level, whatever becomes of the ladder: its hours, whether it goes up by itself, and its
 * reminder. People were told "until Thursday, then it goes up" and planned by it; a shorter clock must not make overdue
 * what was in time, a longer one not hide what was overdue, and switching automatic escalation on must not send all old
 * ones up at once. Whoever wants the new terms for an old impediment sets its level anew. Names are no promise: a new
 * name shows everywhere at once.
 *
 * @throws RangeError for no level of the ladder
 */
export function termsOf(ladder: readonly LadderLevel[], level: number): ClockTerms {
  const found = ladder.find((known) => known.level === level);
  if (!found) throw new RangeError(`The ladder has no level ${level}.`);
  const { clockWorkingHours, escalatesByItself, remindBeforeHours } = found;
  return { clockWorkingHours, escalatesByItself, remindBeforeHours };
}

type LevelField = 'name' | 'clockWorkingHours' | 'escalatesByItself' | 'remindBeforeHours';

/** How a problem names the field of one level: all levels are edited in one form. */
export function ladderField(field: LevelField, level: number): string {
  return `${field}OfLevel${level}`;
}

/**
 * What is wrong with a ladder as somebody wants it to be, each with its remedy; empty when nothing is. A ladder is given
 * whole, lowest level first, for its names must differ. For INVALID_INPUT.
 */
export function ladderProblems(ladder: readonly LadderLevel[]): FieldProblem[] {
  const isWhole = ladder.length === TOP_LEVEL && ladder.every(({ level }, index) => level === index + 1);
  if (!isWhole) return [{ field: 'levels', problem: `Give all ${TOP_LEVEL} levels, the lowest first.` }];
  return ladder.flatMap((level) => {
    const below = ladder.filter((other) => other.level < level.level);
    const field = (name: LevelField): string => ladderField(name, level.level);
    return [
      ...problemsOf(field('name'), level.name, levelName(below)),
      ...problemsOf(field('clockWorkingHours'), level.clockWorkingHours, wholeNumber(1, CLOCK_LIMIT_HOURS)),
      ...problemsOf(field('escalatesByItself'), level.escalatesByItself, escalates(level.level)),
      ...problemsOf(field('remindBeforeHours'), level.remindBeforeHours, remindBefore(level.clockWorkingHours)),
    ];
  });
}

/** What an edit of the ladder changes, in words for people. */
export function ladderChanges(before: readonly LadderLevel[], after: readonly LadderLevel[]): FieldChange[] {
  return after.flatMap((level) => {
    const former = before.find((known) => known.level === level.level);
    const changes: FieldChange[] = FIELDS.map(([field, shown]) => ({
      field: ladderField(field, level.level),
      from: former ? shown(former) : null,
      to: shown(level),
    }));
    return changes.filter(({ from, to }) => from !== to);
  });
}

const hours = (count: number): string => `${count} working ${count === 1 ? 'hour' : 'hours'}`;

const FIELDS: readonly [LevelField, (level: LadderLevel) => string][] = [
  ['name', ({ name }) => name],
  ['clockWorkingHours', ({ clockWorkingHours }) => hours(clockWorkingHours)],
  ['escalatesByItself', ({ escalatesByItself }) => (escalatesByItself ? 'goes up by itself' : 'waits for somebody')],
  [
    'remindBeforeHours',
    ({ remindBeforeHours }) => (remindBeforeHours === null ? 'no reminder' : `${hours(remindBeforeHours)} before`),
  ],
];

function levelName(below: readonly LadderLevel[]): Check<string> {
  const key = (name: string): string => name.trim().toLowerCase();
  return (name) =>
    filledLine('Name the level', LEVEL_NAME_LIMIT)(name) ??
    (below.some((other) => key(other.name) === key(name)) ? 'Choose a name that no level below has.' : null);
}

function escalates(level: number): Check<boolean> {
  return (byItself) => (byItself && level === TOP_LEVEL ? 'Leave this off: there is no level above.' : null);
}

function remindBefore(clockWorkingHours: number): Check<number> {
  return (before) =>
    wholeNumber(1, CLOCK_LIMIT_HOURS)(before) ??
    (before < clockWorkingHours ? null : 'Remind later than the clock begins: give fewer hours than the clock has.');
}
