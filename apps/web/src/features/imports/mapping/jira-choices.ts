import type { JiraChoices } from '@chapterhouse/domain/imports/jira-choices';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const count = (value: unknown): number => (typeof value === 'number' ? value : 0);

function listOf<T>(choices: unknown, name: string, read: (entry: Record<string, unknown>) => T): T[] {
  const list: unknown = isRecord(choices) ? choices[name] : null;
  return Array.isArray(list) ? list.filter(isRecord).map(read) : [];
}

/** Reads `choices` of an import of this kind; a part that is missing counts as none. */
export function jiraChoicesOf(choices: unknown): JiraChoices {
  const named = (entry: Record<string, unknown>) => ({ name: text(entry['name']), count: count(entry['count']) });
  return {
    issues: count(isRecord(choices) ? choices['issues'] : 0),
    people: count(isRecord(choices) ? choices['people'] : 0),
    flagged: count(isRecord(choices) ? choices['flagged'] : 0),
    projects: listOf(choices, 'projects', (entry) => ({ ...named(entry), key: text(entry['key']) })),
    issueTypes: listOf(choices, 'issueTypes', named),
    priorities: listOf(choices, 'priorities', named),
    sprintSuffixes: listOf(choices, 'sprintSuffixes', named),
    linkTypes: listOf(choices, 'linkTypes', (entry) => ({
      ...named(entry),
      direction: entry['direction'] === 'INWARD' ? 'INWARD' : 'OUTWARD',
      wording: text(entry['wording']),
      opposite: text(entry['opposite']),
    })),
  };
}
