import type { JiraColumn } from '@chapterhouse/domain/imports/jira-choices';
import type { CsvField } from '@chapterhouse/domain/imports/jira-csv-columns';
import type { JiraMapping } from '@chapterhouse/domain/imports/jira-mapping';
import { ISSUE_KEY } from './issue-words.js';
import { at, isGiven, listOf, recordOf, textOf } from './plain-value.js';

/** What a custom field may be; the answers of Jira's REST interface give them numbers and no names. */
export const CUSTOM_ROLES = [
  'POINTS',
  'SPRINT',
  'EPIC_LINK',
  'FLAGGED',
  'TEAM',
  'RANK',
] as const satisfies readonly CsvField[];
type CustomRole = (typeof CUSTOM_ROLES)[number];

/** Of one issue. */
export interface CustomFacts {
  epic: string | null;
  points: number | null;
  flagged: boolean;
  team: string | null;
  rank: string | null;
  sprints: unknown[];
  isRead(field: string): boolean;
}

const CUSTOM = /^customfield_\d+$/;
/** Jira Cloud gives this number to every site's epic link. */
const EPIC_LINK = 'customfield_10014';
const LEXO_RANK = /^\d\|[0-9a-z]+:[0-9a-z]*$/;
const SAMPLE = 80;
const MOST_FIELDS = 500;

/** Finds what custom fields are: as somebody chose in the mapping, else by their shape, else they are nothing. */
export class CustomFields {
  private readonly seen = new Map<string, JiraColumn>();

  constructor(private readonly mapping: JiraMapping) {}

  read(fields: ReadonlyMap<string, unknown>): CustomFacts {
    const found = new Map<CustomRole, unknown[]>();
    const roles = new Set<string>();
    for (const [field, value] of fields) {
      if (!CUSTOM.test(field) || !isGiven(value)) continue;
      const role = this.roleOf(field, value);
      this.count(field, role, value);
      if (role === null) continue;
      found.set(role, [...(found.get(role) ?? []), value]);
      roles.add(field);
    }
    const first = <T>(role: CustomRole, read: (value: unknown) => T | undefined): T | null =>
      (found.get(role) ?? []).map(read).find((value) => value !== undefined) ?? null;
    return {
      epic: first('EPIC_LINK', (value) => {
        const key = textOf(value) ?? textOf(at(value, 'key'));
        return key !== undefined && ISSUE_KEY.test(key) ? key : undefined;
      }),
      points: first('POINTS', (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined)),
      flagged: found.has('FLAGGED'),
      team: first('TEAM', (value) => nameOf(value)?.slice(0, 200)),
      rank: first('RANK', textOf),
      sprints: (found.get('SPRINT') ?? []).flatMap((value) => (listOf(value) ?? [value]).map(sprintOf)),
      isRead: (field) => roles.has(field),
    };
  }

  told(): JiraColumn[] {
    return [...this.seen.values()].sort((one, other) => other.filled - one.filled);
  }

  private roleOf(field: string, value: unknown): CustomRole | null {
    const chosen = this.mapping.columns.get(field);
    if (chosen !== undefined) return CUSTOM_ROLES.find((role) => role === chosen) ?? null;
    const one = listOf(value)?.[0] ?? value;
    if (sprintOf(one) !== undefined && textOf(at(sprintOf(one), 'state')) !== undefined) return 'SPRINT';
    if (textOf(at(one, 'value')) === 'Impediment') return 'FLAGGED';
    if (typeof value !== 'string') return null;
    if (field === EPIC_LINK && ISSUE_KEY.test(value)) return 'EPIC_LINK';
    return LEXO_RANK.test(value) ? 'RANK' : null;
  }

  private count(field: string, role: CustomRole | null, value: unknown): void {
    const known = this.seen.get(field) ?? {
      header: field,
      field: role,
      linkType: '',
      columns: 1,
      filled: 0,
      sample: '',
    };
    known.field ??= role;
    known.filled += 1;
    if (known.sample === '') known.sample = (nameOf(value) ?? JSON.stringify(value) ?? '').slice(0, SAMPLE);
    if (this.seen.size < MOST_FIELDS) this.seen.set(field, known);
  }
}

function nameOf(value: unknown): string | undefined {
  const one = listOf(value)?.[0] ?? value;
  return (
    textOf(one) ?? ['name', 'title', 'value'].map((name) => textOf(at(one, name))).find((name) => name !== undefined)
  );
}

/** As an object, or as older servers write it: `com.atlassian...Sprint@1f[id=7,state=CLOSED,name=Sprint 7,...]`. */
function sprintOf(value: unknown): unknown {
  if (recordOf(value)?.has('name') === true) return recordOf(value)?.has('id') === true ? value : undefined;
  const inside = typeof value === 'string' ? /greenhopper.*Sprint@[^[]*\[(.*)\]$/s.exec(value)?.[1] : undefined;
  if (inside === undefined) return undefined;
  const pairs = inside.split(/,(?=\w+=)/).map((pair) => {
    const [name = '', ...rest] = pair.split('=');
    const text = rest.join('=');
    return [name, text === '<null>' ? undefined : text] as const;
  });
  return Object.fromEntries(pairs);
}
