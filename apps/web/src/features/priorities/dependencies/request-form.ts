import type { FoundItem } from './item-field';

/** Who is asked: an item, or a team that will say which one it is. */
export type Asked = { kind: 'item'; item: FoundItem } | { kind: 'team'; team: { id: string; name: string } };

/** What is asked for, while it is written. */
export type RequestForm = { consumer: FoundItem | null; asked: Asked | null; neededBy: string; words: string };

export const EMPTY_REQUEST: RequestForm = { consumer: null, asked: null, neededBy: '', words: '' };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function readItem(value: unknown): FoundItem | null {
  if (!isRecord(value) || typeof value['id'] !== 'string') return null;
  return { id: value['id'], key: text(value['key']), title: text(value['title']) };
}

function readAsked(value: unknown): Asked | null {
  if (!isRecord(value)) return null;
  const item = readItem(value['item']);
  if (item) return { kind: 'item', item };
  const team = value['team'];
  if (!isRecord(team) || typeof team['id'] !== 'string') return null;
  return { kind: 'team', team: { id: team['id'], name: text(team['name']) } };
}

/** A draft; what another release does not know is empty. */
export function readRequest(stored: string): RequestForm {
  let value: unknown;
  try {
    value = JSON.parse(stored);
  } catch {
    return EMPTY_REQUEST;
  }
  if (!isRecord(value)) return EMPTY_REQUEST;
  return {
    consumer: readItem(value['consumer']),
    asked: readAsked(value['asked']),
    neededBy: text(value['neededBy']),
    words: text(value['words']),
  };
}

/** What is still missing, by field, as a sentence each. */
export function requestProblems({ consumer, asked, neededBy, words }: RequestForm): Record<string, string> {
  return {
    ...(consumer === null && { consumerId: 'Choose the item that needs it.' }),
    ...(asked === null && { providerId: 'Choose who is to deliver it: an item or a team.' }),
    ...(neededBy === '' && { neededBy: 'Say by when.' }),
    ...(words.trim() === '' && { words: 'Say what is needed, in a sentence or two.' }),
  };
}
