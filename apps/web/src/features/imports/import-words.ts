import type { ImportKind, ImportState } from '../../generated/graphql';

export const KIND_TITLES: Record<ImportKind, string> = {
  ORG: 'Organization file',
  SIGS: 'Kubernetes sigs.yaml',
  JIRA_JSON: 'Jira REST JSON',
  JIRA_CSV: 'Jira CSV',
  ADR: 'Decision records',
  KEP: 'Kubernetes enhancements',
  CALENDAR: 'Calendars',
  PLAYBOOK: 'Playbook',
};

/** What the file is and what it becomes. */
export const KIND_MEANINGS: Record<ImportKind, string> = {
  ORG: 'Our own YAML of products, areas, teams, people, dated roles and absences.',
  SIGS: 'The community’s list of groups: they become areas or teams, their leads become dated roles, their meetings cadences.',
  JIRA_JSON:
    'Search results of Jira’s REST interface: teams, people, sprints, items, and impediments by rules that you pick.',
  JIRA_CSV:
    'An export of issues with English, French or Spanish headers: the same as from JSON, with dates as your site writes them.',
  ADR: 'Markdown records as MADR 2, 3, 4 or Nygard write them, one file or a zip of a folder: they become decisions.',
  KEP: 'A zip of kep.yaml files: proposals become decisions, with who wrote, reviewed and approved them.',
  CALENDAR:
    'Meetings of .ics files or of TOML calendars, single or a zip of them: series with their exceptions become cadences.',
  PLAYBOOK:
    'A folder of Markdown with its pictures, or a zip of one: it becomes the draft of a playbook that a community publishes. The same folder again brings what is newer.',
};

export const KINDS: readonly ImportKind[] = [
  'ORG',
  'SIGS',
  'JIRA_JSON',
  'JIRA_CSV',
  'ADR',
  'KEP',
  'CALENDAR',
  'PLAYBOOK',
];

/** What a file's name ends in, for the file picker. */
export const KIND_FILES: Record<ImportKind, string> = {
  ORG: '.yaml,.yml',
  SIGS: '.yaml,.yml',
  JIRA_JSON: '.json',
  JIRA_CSV: '.csv',
  ADR: '.zip,.md,.markdown',
  KEP: '.zip,.yaml,.yml',
  CALENDAR: '.ics,.toml,.zip',
  PLAYBOOK: '.zip',
};

/** Several files make one import only where they complete each other. */
export const TAKES_SEVERAL: Record<ImportKind, boolean> = {
  ORG: false,
  SIGS: false,
  JIRA_JSON: true,
  JIRA_CSV: true,
  ADR: true,
  KEP: true,
  CALENDAR: true,
  PLAYBOOK: false,
};

export const STATE_TITLES: Record<ImportState, string> = {
  UPLOADED: 'Waits for a preview',
  PREVIEWED: 'Waits to be applied',
  APPLYING: 'Being applied',
  APPLIED: 'Applied',
  FAILED: 'Failed',
};

const NOUNS: Record<string, [one: string, many: string]> = {
  product: ['product', 'products'],
  area: ['area', 'areas'],
  team: ['team', 'teams'],
  person: ['person', 'people'],
  project: ['project', 'projects'],
  issue: ['issue', 'issues'],
  date: ['date', 'dates'],
  role: ['role', 'roles'],
  'past-role': ['past role', 'past roles'],
  absence: ['absence', 'absences'],
  sprint: ['sprint', 'sprints'],
  'backlog-item': ['backlog item', 'backlog items'],
  link: ['link', 'links'],
  impediment: ['impediment', 'impediments'],
  comment: ['comment', 'comments'],
  source: ['source', 'sources'],
  decision: ['decision', 'decisions'],
  meeting: ['meeting', 'meetings'],
  community: ['community', 'communities'],
  playbook: ['playbook', 'playbooks'],
  page: ['page', 'pages'],
  address: ['address within', 'addresses within'],
  picture: ['picture', 'pictures'],
  'decision-link': ['link between decisions', 'links between decisions'],
};

/** A kind of thing in words: "team", "people"; an unknown kind as it is. */
export function nounOf(kind: string, count: number): string {
  const [one, many] = NOUNS[kind] ?? [kind, kind];
  return count === 1 ? one : many;
}

/** "3 teams", "1 person", "1,204 backlog items". */
export function countWords(count: number, kind: string): string {
  return `${count.toLocaleString('en')} ${nounOf(kind, count)}`;
}

/** A moment where the organization is: "9 March 2026, 14:05". */
export function momentWords(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(at));
}

/** Bytes for people. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
