import {
  IMPEDIMENT_CATEGORIES,
  IMPEDIMENT_SEVERITIES,
  type ImpedimentCategory,
  type ImpedimentSeverity,
} from '../impediments/impediment-fields.js';
import { MappingReader } from './mapping-reader.js';

/** PROJECT: one team per project. SPRINT_SUFFIX: "2014 Sprint 14 Alloy" is a sprint of the team Alloy. */
export const TEAMS_FROM = ['PROJECT', 'SPRINT_SUFFIX'] as const;
export type TeamsFrom = (typeof TEAMS_FROM)[number];

/** OUTWARD: the issue with the outward wording ("blocks") is in the way; INWARD: the one with the inward wording. */
export const LINK_DIRECTIONS = ['OUTWARD', 'INWARD'] as const;
export type LinkDirection = (typeof LINK_DIRECTIONS)[number];

export interface LinkChoice {
  name: string;
  direction: LinkDirection;
}

export interface JiraMapping {
  productName: string;
  areaName: string;
  teamsFrom: TeamsFrom;
  rules: ImpedimentRules;
  /** By the priority's name; null: none. What is not named has none. */
  severityOf: Map<string, ImpedimentSeverity | null>;
  categoryDefault: ImpedimentCategory;
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
    },
    problems: reader.problems,
  };
}

/** The mapping as plain JSON, as it is stored and shown. */
export function writeJiraMapping(mapping: JiraMapping): object {
  return { ...mapping, severityOf: Object.fromEntries(mapping.severityOf) };
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
