import type { JiraIssue, JiraSprint, StatusCategory } from './jira-issue.js';

/** What is known of a sprint that a file only names. */
interface NamedSprint {
  categories: Set<StatusCategory>;
  /** An issue went on from it into another one. */
  isLeft: boolean;
}

/**
 * Files that tell sprints by their names do not say which are over: one is that an issue has left for the next, or where
 * something is done and nothing in work.
 */
export function namedSprintStates(issues: readonly JiraIssue[]): Map<string, JiraSprint['state']> {
  const sprints = new Map<string, NamedSprint>();
  for (const issue of issues)
    for (const [place, { name }] of issue.sprints.entries()) {
      const known = sprints.get(name) ?? { categories: new Set(), isLeft: false };
      known.categories.add(issue.statusCategory);
      known.isLeft ||= place < issue.sprints.length - 1;
      sprints.set(name, known);
    }
  return new Map([...sprints].map(([name, sprint]) => [name, stateOf(sprint)]));
}

function stateOf({ categories, isLeft }: NamedSprint): JiraSprint['state'] {
  if (isLeft) return 'CLOSED';
  if (categories.has('indeterminate')) return 'ACTIVE';
  return categories.has('done') ? 'CLOSED' : 'FUTURE';
}
