import type { ImportTally } from './import-outcome.js';
import type { JiraIssue, JiraSprint } from './jira-issue.js';
import type { JiraMapping } from './jira-mapping.js';

export interface JiraTeam {
  /** `project:ABC`, `sprints:alloy`, `component:core`, `team:quay`. */
  key: string;
  name: string;
}

/** Which team each issue and each sprint belongs to. */
export class JiraTeams {
  readonly teams = new Map<string, JiraTeam>();
  private readonly ofIssue = new Map<string, string>();
  /** Sprint and team: a sprint that two teams work in is one sprint for each. */
  readonly sprints = new Map<string, { key: string; teamKey: string; sprint: JiraSprint }>();

  constructor(
    issues: JiraIssue[],
    private readonly mapping: JiraMapping,
    tally: ImportTally,
  ) {
    const odd = new Set<string>();
    for (const issue of issues) {
      this.ofIssue.set(issue.key, this.teamOf(issue));
      for (const sprint of issue.sprints) {
        const teamKey = this.teamOfSprint(issue, sprint);
        const key = this.sprintKey(issue, sprint);
        if (!this.sprints.has(key)) this.sprints.set(key, { key, teamKey, sprint });
        if (mapping.teamsFrom === 'SPRINT_SUFFIX' && sprintSuffix(sprint.name) === undefined) odd.add(sprint.name);
      }
    }
    for (const name of [...odd].sort())
      tally.problem(name, 'This sprint name ends in no team: its items count for the team of their project.');
  }

  teamKeyOf(issueKey: string): string | undefined {
    return this.ofIssue.get(issueKey);
  }

  nameOf(teamKey: string): string {
    return this.teams.get(teamKey)?.name ?? teamKey;
  }

  sprintKey(issue: JiraIssue, sprint: JiraSprint): string {
    return `${sprint.id || `name:${sprint.name.toLowerCase()}`}@${this.teamOfSprint(issue, sprint)}`;
  }

  /** By sprints: the team of the item's latest sprint. */
  private teamOf(issue: JiraIssue): string {
    // Without dates and ids they stand in the order in which the issue came into them.
    const latest = issue.sprints.toReversed().toSorted(laterFirst)[0];
    return latest === undefined ? this.usualTeam(issue) : this.teamOfSprint(issue, latest);
  }

  private teamOfSprint(issue: JiraIssue, sprint: JiraSprint): string {
    const suffix = this.mapping.teamsFrom === 'SPRINT_SUFFIX' ? sprintSuffix(sprint.name) : undefined;
    return suffix === undefined ? this.usualTeam(issue) : this.team(`sprints:${suffix.toLowerCase()}`, suffix);
  }

  private usualTeam(issue: JiraIssue): string {
    const { teamsFrom } = this.mapping;
    if (teamsFrom === 'COMPONENT' && issue.component !== null)
      return this.team(`component:${issue.component.toLowerCase()}`, issue.component);
    if (teamsFrom === 'TEAM_FIELD' && issue.team !== null)
      return this.team(`team:${issue.team.toLowerCase()}`, issue.team);
    return this.projectTeam(issue);
  }

  private projectTeam({ project }: JiraIssue): string {
    return this.team(`project:${project.key}`, project.name);
  }

  private team(key: string, name: string): string {
    if (!this.teams.has(key)) this.teams.set(key, { key, name });
    return key;
  }
}

/** "2014 Sprint 14 Alloy" -> "Alloy"; undefined when nothing that names a team follows the number. */
export function sprintSuffix(name: string): string | undefined {
  const words = name.trim().split(/\s+/);
  const sprint = words.findIndex((word) => word.toLowerCase() === 'sprint');
  if (sprint === -1 || !/^\d/.test(words[sprint + 1] ?? '')) return undefined;
  const suffix = words
    .slice(sprint + 2)
    .join(' ')
    .replace(/^[-–—:]\s*/, '');
  return /\p{L}/u.test(suffix) ? suffix.slice(0, 200) : undefined;
}

function laterFirst(one: JiraSprint, other: JiraSprint): number {
  const days = (other.startsAt ?? '').localeCompare(one.startsAt ?? '');
  return days === 0 ? Number(other.id) - Number(one.id) : days;
}
