import type { JiraFile } from './jira-issue.js';
import { sprintSuffix } from './jira-teams.js';

/** What the files offer to the mapping, most frequent first. */
export interface JiraChoices {
  issues: number;
  people: number;
  projects: { key: string; name: string; count: number }[];
  /** `wording` is how the issue that is in the way reads: "ABC-1 blocks ABC-2". */
  linkTypes: { name: string; direction: 'OUTWARD' | 'INWARD'; wording: string; opposite: string; count: number }[];
  issueTypes: { name: string; count: number }[];
  priorities: { name: string; count: number }[];
  sprintSuffixes: { name: string; count: number }[];
  flagged: number;
}

export function jiraChoices(file: JiraFile): JiraChoices {
  const { issues } = file;
  const names = new Map(issues.map(({ project }) => [project.key, project.name]));
  const sprints = new Map(issues.flatMap((issue) => issue.sprints.map((sprint) => [sprint.id, sprint.name] as const)));
  return {
    issues: issues.length,
    people: file.people.size,
    projects: count(issues.map((issue) => issue.project.key)).map(({ name, count }) => ({
      key: name,
      name: names.get(name) ?? name,
      count,
    })),
    linkTypes: linkTypes(file),
    issueTypes: count(issues.map((issue) => issue.type)),
    priorities: count(issues.flatMap((issue) => (issue.priority === null ? [] : [issue.priority]))),
    sprintSuffixes: count([...sprints.values()].flatMap((name) => sprintSuffix(name) ?? [])),
    flagged: issues.filter((issue) => issue.flagged).length,
  };
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
