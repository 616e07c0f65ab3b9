import type { FieldProblem } from '../refusal.js';

export const IMPEDIMENT_CATEGORIES = [
  'TOOLING',
  'ENVIRONMENT',
  'PROCESS',
  'PEOPLE',
  'KNOWLEDGE',
  'EXTERNAL',
  'POLICY',
  'OTHER',
] as const;
export type ImpedimentCategory = (typeof IMPEDIMENT_CATEGORIES)[number];

export const CATEGORY_TITLES: Record<ImpedimentCategory, string> = {
  TOOLING: 'Tooling',
  ENVIRONMENT: 'Environment',
  PROCESS: 'Process',
  PEOPLE: 'People',
  KNOWLEDGE: 'Knowledge',
  EXTERNAL: 'External',
  POLICY: 'Policy',
  OTHER: 'Other',
};

/** Mildest first. */
export const IMPEDIMENT_SEVERITIES = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const;
export type ImpedimentSeverity = (typeof IMPEDIMENT_SEVERITIES)[number];

export const SEVERITY_TITLES: Record<ImpedimentSeverity, string> = {
  LOW: 'Low',
  MEDIUM: 'Medium',
  HIGH: 'High',
  CRITICAL: 'Critical',
};

/** What teams wait for. */
export const SOURCE_KINDS = ['TEAM', 'DEPARTMENT', 'SERVICE', 'VENDOR', 'POLICY'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const SOURCE_KIND_TITLES: Record<SourceKind, string> = {
  TEAM: 'Team',
  DEPARTMENT: 'Department',
  SERVICE: 'Service',
  VENDOR: 'Vendor',
  POLICY: 'Policy',
};

export const IMPEDIMENT_LEVELS = [1, 2, 3] as const;
/** Until the organization names them. */
export const DEFAULT_LEVEL_NAMES: Record<(typeof IMPEDIMENT_LEVELS)[number], string> = {
  1: 'Team',
  2: 'Scrum of Scrums',
  3: 'Executive Action Team',
};

/** Characters. */
export const TITLE_LIMIT = 200;
export const TEXT_LIMIT = 20_000;
const SHORT_TEXT_LIMIT = 2_000;
const SOURCE_NAME_LIMIT = 200;
const ITEM_KEY_LIMIT = 100;
const ITEM_COUNT_LIMIT = 100;
const TEAM_COUNT_LIMIT = 200;

/** Texts that somebody typed; those given are checked, those missing or null are not. */
export interface ImpedimentInput {
  title?: string | null | undefined;
  description?: string | null | undefined;
  category?: string | null | undefined;
  severity?: string | null | undefined;
  level?: number | null | undefined;
  nextStep?: string | null | undefined;
  resolution?: string | null | undefined;
  reason?: string | null | undefined;
  body?: string | null | undefined;
  dueOn?: string | null | undefined;
  newSource?: { name: string; kind: string } | null | undefined;
  blockedItemKeys?: readonly string[] | null | undefined;
  affectedTeamIds?: readonly string[] | null | undefined;
}

type Check<T> = (value: T) => string | null;

const CHECKS: { [F in keyof Required<ImpedimentInput>]: Check<NonNullable<ImpedimentInput[F]>> } = {
  title: text('Say in one line what is in the way', TITLE_LIMIT),
  description: atMost(TEXT_LIMIT),
  category: oneOf(IMPEDIMENT_CATEGORIES),
  severity: oneOf(IMPEDIMENT_SEVERITIES),
  level: (level) => (IMPEDIMENT_LEVELS.some((known) => known === level) ? null : 'Choose level 1, 2 or 3.'),
  nextStep: text('Say what happens next', SHORT_TEXT_LIMIT),
  resolution: text('Say what removed it', SHORT_TEXT_LIMIT),
  reason: text('Give the reason', SHORT_TEXT_LIMIT),
  body: text('Write the comment', TEXT_LIMIT),
  dueOn: (day) => (isDay(day) ? null : 'Give a date as YYYY-MM-DD.'),
  newSource: ({ name, kind }) => text('Name what you wait for', SOURCE_NAME_LIMIT)(name) ?? oneOf(SOURCE_KINDS)(kind),
  blockedItemKeys: (keys) => {
    if (keys.length > ITEM_COUNT_LIMIT) return `Give at most ${ITEM_COUNT_LIMIT} blocked items.`;
    return firstProblem(keys, text('Leave no blocked item empty', ITEM_KEY_LIMIT));
  },
  affectedTeamIds: (ids) => (ids.length > TEAM_COUNT_LIMIT ? `Choose at most ${TEAM_COUNT_LIMIT} teams.` : null),
};

/** What is wrong with the given fields, each with its remedy; empty when nothing is. For INVALID_INPUT. */
export function impedimentProblems(input: ImpedimentInput): FieldProblem[] {
  return [
    ...check('title', input.title, CHECKS.title),
    ...check('description', input.description, CHECKS.description),
    ...check('category', input.category, CHECKS.category),
    ...check('severity', input.severity, CHECKS.severity),
    ...check('level', input.level, CHECKS.level),
    ...check('nextStep', input.nextStep, CHECKS.nextStep),
    ...check('resolution', input.resolution, CHECKS.resolution),
    ...check('reason', input.reason, CHECKS.reason),
    ...check('body', input.body, CHECKS.body),
    ...check('dueOn', input.dueOn, CHECKS.dueOn),
    ...check('newSource', input.newSource, CHECKS.newSource),
    ...check('blockedItemKeys', input.blockedItemKeys, CHECKS.blockedItemKeys),
    ...check('affectedTeamIds', input.affectedTeamIds, CHECKS.affectedTeamIds),
  ];
}

function check<T>(field: string, value: T | null | undefined, find: Check<T>): FieldProblem[] {
  const problem = value === null || value === undefined ? null : find(value);
  return problem === null ? [] : [{ field, problem }];
}

/** Required and bounded once spaces around it are gone. */
function text(remedy: string, limit: number): Check<string> {
  return (value) => {
    if (value.trim() === '') return `${remedy}.`;
    return atMost(limit)(value.trim());
  };
}

function atMost(limit: number): Check<string> {
  return (value) => {
    const length = characters(value);
    return length > limit ? `Shorten this to ${limit} characters; it has ${length}.` : null;
  };
}

/** As PostgreSQL counts: a character outside the basic plane is one. */
function characters(value: string): number {
  return Array.from(value).length;
}

function oneOf(known: readonly string[]): Check<string> {
  return (value) => (known.includes(value) ? null : `Choose one of ${known.join(', ')}.`);
}

function firstProblem(values: readonly string[], find: Check<string>): string | null {
  return values.map(find).find((problem) => problem !== null) ?? null;
}

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}
