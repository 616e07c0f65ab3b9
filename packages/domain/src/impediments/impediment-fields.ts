import { atMost, day, each, filled, filledLine, oneOf, problemsOf, wholeNumber } from '../field-checks.js';
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
export const SOURCE_NAME_LIMIT = 200;
const ITEM_KEY_LIMIT = 100;
const ITEM_COUNT_LIMIT = 100;
const TEAM_COUNT_LIMIT = 200;

/** What somebody gave; fields that are missing or null are not checked. Dates are YYYY-MM-DD. */
export interface ImpedimentInput {
  title?: string | null | undefined;
  description?: string | null | undefined;
  category?: string | null | undefined;
  severity?: string | null | undefined;
  level?: number | null | undefined;
  nextStep?: string | null | undefined;
  resolution?: string | null | undefined;
  /** Of declining, reopening, setting the level. */
  reason?: string | null | undefined;
  /** Of a comment. */
  body?: string | null | undefined;
  dueOn?: string | null | undefined;
  newSource?: { name: string; kind: string } | null | undefined;
  blockedItemKeys?: readonly string[] | null | undefined;
  affectedTeamIds?: readonly string[] | null | undefined;
}

/** What is wrong with the given fields, each with its remedy; empty when nothing is. For INVALID_INPUT. */
export function impedimentProblems(input: ImpedimentInput): FieldProblem[] {
  return [
    ...problemsOf('title', input.title, filledLine('Say in one line what is in the way', TITLE_LIMIT)),
    ...problemsOf('description', input.description, atMost(TEXT_LIMIT)),
    ...problemsOf('category', input.category, oneOf(IMPEDIMENT_CATEGORIES)),
    ...problemsOf('severity', input.severity, oneOf(IMPEDIMENT_SEVERITIES)),
    ...problemsOf('level', input.level, wholeNumber(1, IMPEDIMENT_LEVELS.length)),
    ...problemsOf('nextStep', input.nextStep, filled('Say what happens next', SHORT_TEXT_LIMIT)),
    ...problemsOf('resolution', input.resolution, filled('Say what removed it', SHORT_TEXT_LIMIT)),
    ...problemsOf('reason', input.reason, filled('Give the reason', SHORT_TEXT_LIMIT)),
    ...problemsOf('body', input.body, filled('Write the comment', TEXT_LIMIT)),
    ...problemsOf('dueOn', input.dueOn, day),
    ...problemsOf('newSource', input.newSource, newSource),
    ...problemsOf('blockedItemKeys', input.blockedItemKeys, blockedItemKeys),
    ...problemsOf('affectedTeamIds', input.affectedTeamIds, affectedTeamIds),
  ];
}

function newSource({ name, kind }: { name: string; kind: string }): string | null {
  return filledLine('Name what the teams wait for', SOURCE_NAME_LIMIT)(name) ?? oneOf(SOURCE_KINDS)(kind);
}

function blockedItemKeys(keys: readonly string[]): string | null {
  if (keys.length > ITEM_COUNT_LIMIT) return `Give at most ${ITEM_COUNT_LIMIT} blocked items.`;
  return each(filledLine('Leave no blocked item empty', ITEM_KEY_LIMIT))(keys);
}

function affectedTeamIds(ids: readonly string[]): string | null {
  return ids.length > TEAM_COUNT_LIMIT ? `Choose at most ${TEAM_COUNT_LIMIT} teams.` : null;
}
