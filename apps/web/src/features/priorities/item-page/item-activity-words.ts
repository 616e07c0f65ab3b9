import { DEPENDENCY_EVENT_WORDS } from '@chapterhouse/domain/priorities/dependency-events';
import { ORDER_EVENT_WORDS } from '@chapterhouse/domain/priorities/order-events';
import { ITEM_EVENT_WORDS } from '@chapterhouse/domain/priorities/priorities-events';

export type ActivityFacts = { event: string; changes: unknown };

const WORDS: Record<string, string> = { ...DEPENDENCY_EVENT_WORDS, ...ORDER_EVENT_WORDS, ...ITEM_EVENT_WORDS };

const FIELDS: Record<string, string> = {
  title: 'the title',
  description: 'the description',
  acceptanceCriteria: 'the acceptance criteria',
  tier: 'the tier',
  kind: 'the kind',
  area: 'the area',
  areaId: 'the area',
  team: 'the team',
  teamId: 'the team',
  assignee: 'the assignee',
  assigneeId: 'the assignee',
  parent: 'what it is part of',
  parentId: 'what it is part of',
  goal: 'the goal',
  goalId: 'the goal',
  points: 'the size',
  state: 'the state',
};
/** Fields whose values read as words. */
const TOLD = new Set(['title', 'tier', 'kind', 'points', 'area', 'team', 'assignee', 'parent', 'goal', 'position']);

const andList = new Intl.ListFormat('en', { type: 'conjunction' });
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const plain = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).toLowerCase() : '';

/** "Ana Roth" + this reads as a sentence. */
export function itemActivityWords({ event, changes }: ActivityFacts): string {
  const words = Object.hasOwn(WORDS, event) ? (WORDS[event] ?? 'changed it') : 'changed it';
  const fields = Array.isArray(changes) ? changes.filter(isRecord) : [];
  if (event !== 'item.edited' && event !== 'item.bulk-edited') return words;
  const told = [...new Set(fields.flatMap((change) => fieldWords(change)))];
  if (told.length === 0) return words;
  const changed = `changed ${andList.format(told)}`;
  return event === 'item.edited' ? changed : `${changed}, together with others`;
}

function fieldWords({ field, from, to }: Record<string, unknown>): string[] {
  if (typeof field !== 'string' || !Object.hasOwn(FIELDS, field)) return [];
  const name = FIELDS[field] ?? field;
  const [before, after] = field === 'title' ? ['', ''] : [plain(from), plain(to)];
  if (!TOLD.has(field) || (before === '' && after === '')) return [name];
  if (before === '') return [`${name} to ${after}`];
  return after === '' ? [`${name} from ${before} to none`] : [`${name} from ${before} to ${after}`];
}
