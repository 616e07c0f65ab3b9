import {
  IMPEDIMENT_CATEGORIES,
  IMPEDIMENT_SEVERITIES,
  type ImpedimentCategory,
  type ImpedimentSeverity,
} from '../impediments/impediment-fields.js';
import { ITEM_KINDS, ITEM_TIERS, type ItemKind, type ItemTier } from '../priorities/item-fields.js';
import { CSV_FIELDS, type CsvField } from './jira-csv-columns.js';
import { DATE_FORMATS, type DateFormat } from './jira-dates.js';
import { MappingReader } from './mapping-reader.js';

/**
 * PROJECT: one team per project. SPRINT_SUFFIX: "2014 Sprint 14 Alloy" is a sprint of the team Alloy. COMPONENT: by the
 * first component. TEAM_FIELD: by Jira's field Team. Where an issue says nothing, its project's team.
 */
export const TEAMS_FROM = ['PROJECT', 'SPRINT_SUFFIX', 'COMPONENT', 'TEAM_FIELD'] as const;
export type TeamsFrom = (typeof TEAMS_FROM)[number];

/** OUTWARD: the issue with the outward wording ("blocks") is in the way; INWARD: the one with the inward wording. */
export const LINK_DIRECTIONS = ['OUTWARD', 'INWARD'] as const;
export type LinkDirection = (typeof LINK_DIRECTIONS)[number];

export interface LinkChoice {
  name: string;
  direction: LinkDirection;
}

/** What a status means here. Nothing comes as ready: Jira does not say what that takes. */
export const STATUS_STATES = ['DRAFT', 'IN_PROGRESS', 'DONE', 'DROPPED'] as const;
export type StatusState = (typeof STATUS_STATES)[number];

/** Who a person of the files is here, unless somebody said so. NEW: nobody, until an import brings them. */
export const PEOPLE_RULES = ['NEW', 'SAME_EMAIL', 'SAME_NAME'] as const;
export type PeopleRule = (typeof PEOPLE_RULES)[number];

/** Who they are of whom the files say a name and no id, where the rule does not know: whoever alone has the name here, or nobody. */
export const NAMES_ONLY_RULES = ['SAME_NAME', 'NEW'] as const;
export type NamesOnlyRule = (typeof NAMES_ONLY_RULES)[number];

export interface PeopleMatching {
  rule: PeopleRule;
  namesOnly: NamesOnlyRule;
  /** Key of the file -> id of a person here, as screens know it or as the database does; null: nobody of those who are here. */
  byHand: Map<string, string | null>;
}

export interface JiraMapping {
  productName: string;
  areaName: string;
  teamsFrom: TeamsFrom;
  rules: ImpedimentRules;
  /** By the priority's name; null: none. What is not named has none. */
  severityOf: Map<string, ImpedimentSeverity | null>;
  categoryDefault: ImpedimentCategory;
  /** By the type's name; what is not named is what it most likely is. */
  tierOf: Map<string, ItemTier>;
  kindOf: Map<string, ItemKind>;
  /** By the status's name; what is not named follows its category. */
  stateOf: Map<string, StatusState>;
  /** Whoever is done with one of these was dropped. */
  droppedResolutions: string[];
  people: PeopleMatching;
  /** Of CSV files. Null: as detected; the organization's time zone. */
  dates: { format: DateFormat | null; timeZone: string | null };
  /** Of CSV files: what a column is, by its header, where that is not what its name says; null: nothing. */
  columns: Map<string, CsvField | null>;
}

/** Which items become impediments; any rule that holds is enough. */
export interface ImpedimentRules {
  /** An item of the file that blocks an item of another team, or one outside of the file. */
  blocksAcross: boolean;
  /** An item outside of the file that blocks one in it. */
  blockedFromOutside: boolean;
  /** What "blocks" means. */
  links: LinkChoice[];
  flagged: boolean;
  issueTypes: string[];
}

const USUAL_LINKS: LinkChoice[] = [
  { name: 'Blocks', direction: 'OUTWARD' },
  { name: 'Blocker', direction: 'OUTWARD' },
];

const USUAL_SEVERITIES: Record<string, ImpedimentSeverity> = {
  Blocker: 'CRITICAL',
  Highest: 'CRITICAL',
  Critical: 'CRITICAL',
  High: 'HIGH',
  Major: 'HIGH',
  Medium: 'MEDIUM',
  Low: 'LOW',
  Minor: 'LOW',
  Lowest: 'LOW',
  Trivial: 'LOW',
};

/** The mapping with what is missing filled in; wrong values are named in `problems`. */
export function readJiraMapping(mapping: unknown): { mapping: JiraMapping; problems: MappingReader['problems'] } {
  const reader = new MappingReader(mapping);
  const rules = reader.inside('rules');
  return {
    mapping: {
      productName: reader.text('productName', 'Jira'),
      areaName: reader.text('areaName', 'Teams from Jira'),
      teamsFrom: reader.choice('teamsFrom', TEAMS_FROM, 'PROJECT'),
      rules: {
        blocksAcross: rules.flag('blocksAcross', true),
        blockedFromOutside: rules.flag('blockedFromOutside', true),
        links: readLinks(rules),
        flagged: rules.flag('flagged', true),
        issueTypes: rules.texts('issueTypes', []),
      },
      severityOf: readSeverities(reader),
      categoryDefault: reader.choice('categoryDefault', IMPEDIMENT_CATEGORIES, 'OTHER'),
      tierOf: readNamed(reader.inside('tierOf'), ITEM_TIERS),
      kindOf: readNamed(reader.inside('kindOf'), ITEM_KINDS),
      stateOf: readNamed(reader.inside('stateOf'), STATUS_STATES),
      droppedResolutions: reader.texts('droppedResolutions', []),
      people: readPeople(reader.inside('people')),
      dates: readDates(reader.inside('dates')),
      columns: readColumns(reader.inside('columns')),
    },
    problems: reader.problems,
  };
}

/** The mapping as plain JSON, as it is stored and shown. */
export function writeJiraMapping(mapping: JiraMapping): object {
  const { severityOf, tierOf, kindOf, stateOf, people, columns, ...others } = mapping;
  return {
    ...others,
    severityOf: Object.fromEntries(severityOf),
    tierOf: Object.fromEntries(tierOf),
    kindOf: Object.fromEntries(kindOf),
    stateOf: Object.fromEntries(stateOf),
    people: { rule: people.rule, namesOnly: people.namesOnly, byHand: Object.fromEntries(people.byHand) },
    columns: Object.fromEntries([...columns].map(([header, field]) => [header, field ?? 'NOTHING'])),
  };
}

/** For each name that has a value, one of these. */
function readNamed<T extends string>(reader: MappingReader, known: readonly [T, ...T[]]): Map<string, T> {
  return new Map(reader.names().map((name) => [name, reader.choice(name, known, known[0])]));
}

const PERSON_ID = /^(?:Person_)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function readPeople(reader: MappingReader): PeopleMatching {
  const byHand = reader.inside('byHand');
  return {
    rule: reader.choice('rule', PEOPLE_RULES, 'NEW'),
    namesOnly: reader.choice('namesOnly', NAMES_ONLY_RULES, 'SAME_NAME'),
    byHand: new Map(byHand.names().map((key) => [key, byHand.shape(key, PERSON_ID, 'must be the id of a person.')])),
  };
}

function readDates(reader: MappingReader): JiraMapping['dates'] {
  const format = reader.choice('format', [...DATE_FORMATS, 'DETECTED'] as const, 'DETECTED');
  const timeZone = reader.text('timeZone', '');
  const isKnown = timeZone === '' || isTimeZone(timeZone);
  if (!isKnown) reader.refuse('timeZone', 'must be a time zone like Europe/Berlin.');
  return { format: format === 'DETECTED' ? null : format, timeZone: isKnown && timeZone !== '' ? timeZone : null };
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function readColumns(reader: MappingReader): JiraMapping['columns'] {
  const known = ['NOTHING', ...CSV_FIELDS] as const;
  return new Map(
    reader.names().map((header) => {
      const field = reader.choice(header, known, 'NOTHING');
      return [header, CSV_FIELDS.find((one) => one === field) ?? null] as const;
    }),
  );
}

function readLinks(rules: MappingReader): LinkChoice[] {
  const links = rules.list('links');
  if (links === undefined) return USUAL_LINKS;
  return links.map((_, place) => {
    const link = new MappingReader(links[place], `mapping.rules.links[${place}]`, rules.problems);
    return { name: link.text('name', ''), direction: link.choice('direction', LINK_DIRECTIONS, 'OUTWARD') };
  });
}

function readSeverities(reader: MappingReader): JiraMapping['severityOf'] {
  const severities = new Map<string, ImpedimentSeverity | null>(Object.entries(USUAL_SEVERITIES));
  const own = reader.inside('severityOf');
  for (const priority of own.names()) {
    const severity = own.choice(priority, [...IMPEDIMENT_SEVERITIES, 'NONE'] as const, 'NONE');
    severities.set(priority, severity === 'NONE' ? null : severity);
  }
  return severities;
}
