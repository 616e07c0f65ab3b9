import { CSV_FIELDS, HEADER_LANGUAGES } from '@chapterhouse/domain/imports/jira-csv-columns';
import type { JiraChoices } from '@chapterhouse/domain/imports/jira-choices';
import { DATE_FORMATS } from '@chapterhouse/domain/imports/jira-dates';
import { usualKind, usualTier } from '@chapterhouse/domain/imports/jira-types';
import { ITEM_KINDS, ITEM_TIERS } from '@chapterhouse/domain/priorities/item-fields';

type Entry = Record<string, unknown>;

const isRecord = (value: unknown): value is Entry => typeof value === 'object' && value !== null;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const count = (value: unknown): number => (typeof value === 'number' ? value : 0);
const oneOf = <T extends string>(known: readonly T[], value: unknown): T | null =>
  known.find((one) => one === value) ?? null;
const named = (entry: Entry) => ({ name: text(entry['name']), count: count(entry['count']) });

function listOf<T>(choices: unknown, name: string, read: (entry: Entry) => T): T[] {
  const list: unknown = isRecord(choices) ? choices[name] : null;
  return Array.isArray(list) ? list.filter(isRecord).map(read) : [];
}

/** Reads `choices` of an import of this kind; a part that is missing counts as none. */
export function jiraChoicesOf(choices: unknown): JiraChoices {
  const own = isRecord(choices) ? choices : {};
  return {
    issues: count(own['issues']),
    people: count(own['people']),
    flagged: count(own['flagged']),
    persons: listOf(choices, 'persons', (entry) => ({
      key: text(entry['key']),
      name: text(entry['name']),
      email: text(entry['email']) || null,
      count: count(entry['count']),
    })),
    projects: listOf(choices, 'projects', (entry) => ({ ...named(entry), key: text(entry['key']) })),
    issueTypes: listOf(choices, 'issueTypes', (entry) => ({
      ...named(entry),
      tier: oneOf(ITEM_TIERS, entry['tier']) ?? usualTier(text(entry['name']), null),
      kind: oneOf(ITEM_KINDS, entry['kind']) ?? usualKind(text(entry['name'])),
    })),
    statuses: listOf(choices, 'statuses', (entry) => ({
      ...named(entry),
      category: oneOf(['new', 'indeterminate', 'done'], entry['category']) ?? 'new',
    })),
    resolutions: listOf(choices, 'resolutions', named),
    priorities: listOf(choices, 'priorities', named),
    sprintSuffixes: listOf(choices, 'sprintSuffixes', named),
    components: listOf(choices, 'components', named),
    jiraTeams: listOf(choices, 'jiraTeams', named),
    linkTypes: listOf(choices, 'linkTypes', (entry) => ({
      ...named(entry),
      direction: entry['direction'] === 'INWARD' ? 'INWARD' : 'OUTWARD',
      wording: text(entry['wording']),
      opposite: text(entry['opposite']),
    })),
    columns: listOf(choices, 'columns', (entry) => ({
      header: text(entry['header']),
      field: oneOf(CSV_FIELDS, entry['field']),
      linkType: text(entry['linkType']),
      columns: count(entry['columns']),
      filled: count(entry['filled']),
      sample: text(entry['sample']),
    })),
    keyColumns: textsOf(own['keyColumns']),
    language: oneOf(HEADER_LANGUAGES, own['language']),
    dates: datesOf(own['dates']),
  };
}

function textsOf(list: unknown): string[] {
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
}

function datesOf(dates: unknown): JiraChoices['dates'] {
  if (!isRecord(dates)) return null;
  const alsoFits: unknown[] = Array.isArray(dates['alsoFits']) ? dates['alsoFits'] : [];
  return {
    format: oneOf(DATE_FORMATS, dates['format']) ?? 'ISO',
    alsoFits: DATE_FORMATS.filter((format) => alsoFits.includes(format)),
    total: count(dates['total']),
    read: count(dates['read']),
    timeZone: text(dates['timeZone']) || 'UTC',
    samples: listOf(dates, 'samples', (entry) => ({ text: text(entry['text']), at: text(entry['at']) || null })),
  };
}
