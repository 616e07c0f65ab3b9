import type { ItemKind, ItemTier } from '../priorities/item-fields.js';
import type { HeaderLanguage, CsvField } from './jira-csv-columns.js';
import type { DetectedDates } from './jira-dates.js';
import type { JiraFile, JiraIssue, StatusCategory } from './jira-issue.js';
import { sprintSuffix } from './jira-teams.js';
import { usualKind, usualTier } from './jira-types.js';

/** What the files offer to the mapping, most frequent first. */
export interface JiraChoices {
  issues: number;
  people: number;
  /** Who does or reported most first; all but very many (`PEOPLE_OFFERED`), then the web says so. */
  persons: { key: string; name: string; email: string | null; count: number }[];
  projects: { key: string; name: string; count: number }[];
  /** `wording` is how the issue that is in the way reads: "ABC-1 blocks ABC-2". */
  linkTypes: { name: string; direction: 'OUTWARD' | 'INWARD'; wording: string; opposite: string; count: number }[];
  /** With what each most likely is. */
  issueTypes: { name: string; count: number; tier: ItemTier; kind: ItemKind }[];
  statuses: { name: string; count: number; category: StatusCategory }[];
  /** Of what is done. */
  resolutions: { name: string; count: number }[];
  priorities: { name: string; count: number }[];
  sprintSuffixes: { name: string; count: number }[];
  components: { name: string; count: number }[];
  jiraTeams: { name: string; count: number }[];
  flagged: number;
  /** Of CSV files: their columns, how they write dates. Of JSON: fields that have no name. */
  columns: JiraColumn[];
  /** Headers that may be the key, of CSV files that are refused because none is known as it: somebody can say so. */
  keyColumns: string[];
  language: HeaderLanguage | null;
  dates: (DetectedDates & { timeZone: string }) | null;
}

/** Columns of one name are told once. */
export interface JiraColumn {
  header: string;
  field: CsvField | null;
  linkType: string;
  /** How many columns have this name. */
  columns: number;
  /** How many cells hold something. */
  filled: number;
  sample: string;
}

/** What the files say of themselves, before anybody reads issues from them. */
export type JiraFileFacts = Pick<JiraChoices, 'columns' | 'keyColumns' | 'language' | 'dates'>;

/** Choices are sent as one answer: more people than any organization matches by hand. */
export const PEOPLE_OFFERED = 3000;

export function jiraChoices(file: JiraFile, facts: JiraFileFacts): JiraChoices {
  const { issues } = file;
  const names = new Map(issues.map(({ project }) => [project.key, project.name]));
  const sprints = new Map(
    issues.flatMap((issue) => issue.sprints.map((sprint) => [sprint.id || sprint.name, sprint.name] as const)),
  );
  return {
    ...facts,
    issues: issues.length,
    people: file.people.size,
    persons: persons(file),
    projects: count(issues.map((issue) => issue.project.key)).map(({ name, count }) => ({
      key: name,
      name: names.get(name) ?? name,
      count,
    })),
    linkTypes: linkTypes(file),
    issueTypes: issueTypes(issues),
    statuses: statuses(issues),
    resolutions: count(
      issues.flatMap(({ statusCategory, resolution }) => (statusCategory === 'done' ? (resolution ?? []) : [])),
    ),
    components: count(issues.flatMap(({ component }) => component ?? [])),
    jiraTeams: count(issues.flatMap(({ team }) => team ?? [])),
    priorities: count(issues.flatMap((issue) => (issue.priority === null ? [] : [issue.priority]))),
    sprintSuffixes: count([...sprints.values()].flatMap((name) => sprintSuffix(name) ?? [])),
    flagged: issues.filter((issue) => issue.flagged).length,
  };
}

function persons({ issues, people }: JiraFile): JiraChoices['persons'] {
  const keys = issues.flatMap(({ assignee, reporter }) => [assignee ?? [], reporter ?? []].flat());
  return count(keys)
    .slice(0, PEOPLE_OFFERED)
    .map(({ name: key, count }) => ({
      key,
      name: people.get(key)?.name ?? key,
      email: people.get(key)?.email ?? null,
      count,
    }));
}

function issueTypes(issues: JiraIssue[]): JiraChoices['issueTypes'] {
  const subtasks = new Map(issues.map(({ type, isSubtask }) => [type, isSubtask]));
  return count(issues.map(({ type }) => type)).map(({ name, count }) => ({
    name,
    count,
    tier: usualTier(name, subtasks.get(name) ?? null),
    kind: usualKind(name),
  }));
}

function statuses(issues: JiraIssue[]): JiraChoices['statuses'] {
  const categories = new Map(issues.map(({ status, statusCategory }) => [status, statusCategory]));
  return count(issues.map(({ status }) => status)).map(({ name, count }) => ({
    name,
    count,
    category: categories.get(name) ?? 'new',
  }));
}

/** Each link counts once, although both of its issues name it. */
function linkTypes({ issues }: JiraFile): JiraChoices['linkTypes'] {
  const links = new Map(
    issues.flatMap((issue) =>
      issue.links.map((link) => [JSON.stringify([link.name, link.from, link.to]), link] as const),
    ),
  );
  const types = new Map([...links.values()].map((link) => [link.name, link]));
  return count([...links.values()].map((link) => link.name)).flatMap(({ name, count }) => {
    const type = types.get(name);
    if (type === undefined) return [];
    const { outward, inward } = type;
    const forward = { name, direction: 'OUTWARD' as const, wording: outward, opposite: inward, count };
    return outward === inward
      ? [forward]
      : [forward, { name, direction: 'INWARD' as const, wording: inward, opposite: outward, count }];
  });
}

function count(names: string[]): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count })).sort((one, other) => other.count - one.count);
}
