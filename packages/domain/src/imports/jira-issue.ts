/** `new`, `indeterminate`, `done`: what Jira calls a status category. */
export type StatusCategory = 'new' | 'indeterminate' | 'done';

/** What is kept of an issue while a plan is made: small, however long its texts are. Moments are ISO text in UTC. */
export interface JiraIssue {
  /** Whose name the key is: `jira:<host>`, or `jira:<project>` when the file does not tell its host. */
  source: string;
  key: string;
  project: { key: string; name: string };
  title: string;
  type: string;
  /** As the file says; null: it does not say. */
  isSubtask: boolean | null;
  status: string;
  statusCategory: StatusCategory;
  priority: string | null;
  /** Keys of people. */
  assignee: string | null;
  reporter: string | null;
  /** Null: the file has no such dates. */
  created: string | null;
  /** Empty when the file has no dates at all. */
  updated: string;
  resolved: string | null;
  resolution: string | null;
  /** The epic counts where there is no nearer one. */
  parentKey: string | null;
  points: number | null;
  flagged: boolean;
  /** The first one. */
  component: string | null;
  /** Of Jira's own field of that name. */
  team: string | null;
  /** Sorts issues as their board does; null: the file does not say. */
  rank: string | null;
  /** Fingerprint of its description, which itself is read when it is written; empty: it has none. */
  descriptionHash: string;
  sprints: JiraSprint[];
  links: JiraLink[];
}

export interface JiraSprint {
  /** Empty where the file names sprints by their names only. */
  id: string;
  name: string;
  /** Absent when the file names none. */
  goal?: string;
  state: 'FUTURE' | 'ACTIVE' | 'CLOSED';
  startsAt: string | null;
  endsAt: string | null;
  completedAt: string | null;
}

/** One direction of a link, as it stands in one issue: `from` is the issue with the outward wording. */
export interface JiraLink {
  name: string;
  outward: string;
  inward: string;
  from: string;
  to: string;
  /** What the file says of the other end. */
  other: LinkedIssue;
}

export interface LinkedIssue {
  key: string;
  title: string;
  statusCategory: StatusCategory | null;
  priority: string | null;
}

export interface JiraPerson {
  key: string;
  name: string;
  email: string | null;
}

/** The long parts, read only for issues that become impediments. */
export interface JiraDetails {
  description: string;
  comments: JiraComment[];
  /** As the file counts them; more than `comments` when the export left some out. */
  commentTotal: number;
  /** How many of these texts were longer than we keep, and cut. */
  shortened: number;
}

export interface JiraComment {
  id: string;
  author: JiraPerson | null;
  at: string;
  body: string;
}

/** Everything that the files of one import say. */
export interface JiraFile {
  issues: JiraIssue[];
  people: Map<string, JiraPerson>;
}

/** `ABC-12` -> `ABC`. */
export function projectOf(issueKey: string): string {
  const dash = issueKey.lastIndexOf('-');
  return dash > 0 ? issueKey.slice(0, dash) : issueKey;
}
