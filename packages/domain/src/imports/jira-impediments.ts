import {
  type ImpedimentCategory,
  type ImpedimentSeverity,
  type SourceKind,
  TITLE_LIMIT,
} from '../impediments/impediment-fields.js';
import type { ImportTally } from './import-outcome.js';
import { type JiraIssue, type LinkedIssue, projectOf } from './jira-issue.js';
import type { JiraMapping } from './jira-mapping.js';
import type { JiraTeams } from './jira-teams.js';

export type ImportedState = 'RAISED' | 'IN_PROGRESS' | 'CLOSED';

/** An impediment as the files tell it. People and teams by their keys in the file; moments are ISO text. */
export interface ImpedimentFact {
  /** The key of the item that is in the way. */
  key: string;
  identitySource: string;
  title: string;
  category: ImpedimentCategory;
  severity: ImpedimentSeverity | null;
  state: ImportedState;
  /** Null: the file does not say. */
  raisedBy: string | null;
  raisedAt: string;
  owner: string | null;
  raisingTeam: string;
  /** The raising team among them. */
  affectedTeams: string[];
  blockedItems: string[];
  source: { name: string; kind: SourceKind } | null;
  /** What removed it; empty while it is open. */
  resolution: string;
  resolvedAt: string | null;
  updatedAt: string;
  /** Whether the item itself is in the files, with description and comments. */
  inFile: boolean;
  /** Which rule took it, in words. */
  because: string;
}

/** Applies the rules of the mapping. What an impediment cannot tell as it should becomes a problem row. */
export function jiraImpediments(
  all: JiraIssue[],
  teams: JiraTeams,
  mapping: JiraMapping,
  tally: ImportTally,
): ImpedimentFact[] {
  const issues = all.filter(isDated);
  const desk = { teams, mapping, tally, byKey: new Map(issues.map((issue) => [issue.key, issue])) };
  const blocks = blocksOf(issues, mapping);
  const inside = issues.flatMap((issue) =>
    insideImpediment(desk, issue, [...(blocks.get(issue.key)?.blocked.values() ?? [])]),
  );
  if (!mapping.rules.blockedFromOutside) return inside.sort(earlierFirst);
  const outside = [...blocks.values()].flatMap(({ blocker, blocked }) =>
    desk.byKey.has(blocker.key) ? [] : outsideImpediment(desk, blocker, [...blocked.keys()]),
  );
  return [...inside, ...outside].sort(earlierFirst);
}

/** Without a date of its own there is nothing to tell: since when, for how long. */
type DatedIssue = JiraIssue & { created: string };

function isDated(issue: JiraIssue): issue is DatedIssue {
  return issue.created !== null;
}

interface Desk {
  teams: JiraTeams;
  mapping: JiraMapping;
  tally: ImportTally;
  byKey: Map<string, DatedIssue>;
}

interface Blocks {
  blocker: LinkedIssue;
  /** By key. */
  blocked: Map<string, LinkedIssue>;
}

/** Blocker -> what it blocks; a link counts once, although both of its issues name it. */
function blocksOf(issues: DatedIssue[], { rules }: JiraMapping): Map<string, Blocks> {
  const blocks = new Map<string, Blocks>();
  for (const issue of issues) {
    for (const link of issue.links) {
      const self: LinkedIssue = {
        key: issue.key,
        title: issue.title,
        statusCategory: issue.statusCategory,
        priority: issue.priority,
      };
      for (const choice of rules.links.filter(({ name }) => name.toLowerCase() === link.name.toLowerCase())) {
        const blockerKey = choice.direction === 'OUTWARD' ? link.from : link.to;
        const [blocker, blocked] = blockerKey === issue.key ? [self, link.other] : [link.other, self];
        const entry = blocks.get(blocker.key) ?? { blocker, blocked: new Map<string, LinkedIssue>() };
        entry.blocked.set(blocked.key, blocked);
        blocks.set(blocker.key, entry);
      }
    }
  }
  return blocks;
}

function insideImpediment(desk: Desk, issue: DatedIssue, blocked: LinkedIssue[]): ImpedimentFact[] {
  const { teams, mapping, tally } = desk;
  const ownTeam = teams.teamKeyOf(issue.key) ?? '';
  const reasons = reasonsOf(desk, issue, ownTeam, blocked);
  if (reasons.length === 0) return [];
  const blockedTeams = unique(blocked.flatMap(({ key }) => teams.teamKeyOf(key) ?? []));
  const raisingTeam = blockedTeams.find((team) => team !== ownTeam) ?? blockedTeams[0] ?? ownTeam;
  const severity = severityOf(mapping, issue.priority);
  const state = stateOf(issue, severity, tally);
  if (state === 'CLOSED' && issue.resolved === null)
    tally.problem(issue.key, `Is done without a resolution date: its last change (${issue.updated}) is taken.`);
  return [
    {
      key: issue.key,
      identitySource: issue.source,
      title: shortTitle(issue.title),
      category: mapping.categoryDefault,
      severity,
      state,
      raisedBy: issue.reporter,
      raisedAt: issue.created,
      owner: issue.assignee,
      raisingTeam,
      affectedTeams: unique([raisingTeam, ...blockedTeams]),
      blockedItems: blocked.map(({ key }) => key),
      source: blocked.length === 0 ? null : { name: teams.nameOf(ownTeam), kind: 'TEAM' },
      resolution: state === 'CLOSED' ? (issue.resolution ?? issue.status) : '',
      resolvedAt: state === 'CLOSED' ? (issue.resolved ?? issue.updated) : null,
      updatedAt: issue.resolved ?? issue.updated,
      inFile: true,
      because: reasons.join('; '),
    },
  ];
}

function reasonsOf(
  { teams, mapping: { rules }, byKey }: Desk,
  issue: JiraIssue,
  ownTeam: string,
  blocked: LinkedIssue[],
): string[] {
  const across = blocked.filter(({ key }) => !byKey.has(key) || teams.teamKeyOf(key) !== ownTeam);
  return [
    rules.blocksAcross && across.length > 0 ? `blocks ${across.map(({ key }) => key).join(', ')}` : '',
    rules.flagged && issue.flagged ? 'is flagged' : '',
    rules.issueTypes.includes(issue.type) ? `is of the type ${issue.type}` : '',
  ].filter((reason) => reason !== '');
}

/** Something that is not in the files is in the way of items that are: their dates are all that is known. */
function outsideImpediment(desk: Desk, blocker: LinkedIssue, blockedKeys: string[]): ImpedimentFact[] {
  const { teams, mapping, tally, byKey } = desk;
  const blocked = blockedKeys
    .flatMap((key) => byKey.get(key) ?? [])
    .sort((one, other) => one.created.localeCompare(other.created));
  const [first] = blocked;
  if (first === undefined) return [];
  const gone = blocked.every((issue) => issue.statusCategory === 'done') || blocker.statusCategory === 'done';
  const ends = blocked.map((issue) => issue.resolved ?? issue.updated).sort();
  const affectedTeams = unique(blocked.flatMap(({ key }) => teams.teamKeyOf(key) ?? []));
  tally.problem(
    blocker.key,
    `Is outside of the files: its dates are taken from what it blocks (${blocked.map(({ key }) => key).join(', ')}).`,
  );
  return [
    {
      key: blocker.key,
      identitySource: sourceBeside(first, blocker.key),
      title: shortTitle(blocker.title || blocker.key),
      category: mapping.categoryDefault,
      severity: severityOf(mapping, blocker.priority),
      state: gone ? 'CLOSED' : 'RAISED',
      raisedBy: first.reporter,
      raisedAt: first.created,
      owner: null,
      raisingTeam: affectedTeams[0] ?? '',
      affectedTeams,
      blockedItems: blocked.map(({ key }) => key),
      source: { name: projectOf(blocker.key), kind: 'DEPARTMENT' },
      resolution: gone ? `${blocker.key} no longer blocks (${first.resolution ?? first.status}).` : '',
      resolvedAt: gone ? (ends[0] ?? first.updated) : null,
      updatedAt: ends.at(-1) ?? first.updated,
      inFile: false,
      because: `blocks ${blocked.map(({ key }) => key).join(', ')} from outside of the files`,
    },
  ];
}

/** As the reader would name the source of the blocker, were it in the files: their host, or its own project. */
function sourceBeside(issue: JiraIssue, blockerKey: string): string {
  return issue.source === `jira:${issue.project.key}` ? `jira:${projectOf(blockerKey)}` : issue.source;
}

function stateOf(issue: JiraIssue, severity: ImpedimentSeverity | null, tally: ImportTally): ImportedState {
  if (issue.statusCategory === 'done') return 'CLOSED';
  if (issue.statusCategory === 'new') return 'RAISED';
  const missing = [
    issue.assignee === null ? 'an assignee' : '',
    severity === null ? 'a priority that means a severity' : '',
  ];
  const words = missing.filter((word) => word !== '').join(' and ');
  if (words === '') return 'IN_PROGRESS';
  tally.problem(issue.key, `Is in progress without ${words}: it is only raised here, triage it.`);
  return 'RAISED';
}

/** Items may have longer ones. */
function shortTitle(title: string): string {
  const characters = Array.from(title);
  return characters.length <= TITLE_LIMIT ? title : `${characters.slice(0, TITLE_LIMIT - 1).join('')}…`;
}

function severityOf({ severityOf }: JiraMapping, priority: string | null): ImpedimentSeverity | null {
  return priority === null ? null : (severityOf.get(priority) ?? null);
}

function unique(values: string[]): string[] {
  return [...new Set(values)];
}

function earlierFirst(one: ImpedimentFact, other: ImpedimentFact): number {
  return one.raisedAt.localeCompare(other.raisedAt) || one.key.localeCompare(other.key);
}
