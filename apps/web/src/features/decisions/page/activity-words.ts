import { DECISION_EVENT_WORDS, type DecisionEvent } from '@chapterhouse/domain/decisions/decision-events';
import { dayWords, isDay } from '../../../platform/dates/day-words';
import { FIELD_WORDS } from '../field-words';

type Change = { field: string; from: string | null; to: string | null };
export type ActivityFacts = { event: string; changes: unknown; note: string | null };

const andList = new Intl.ListFormat('en', { type: 'conjunction' });
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const isEvent = (event: string): event is DecisionEvent => Object.hasOwn(DECISION_EVENT_WORDS, event);

/** The JSON of an event, as far as it says what it should. */
function readChanges(changes: unknown): Change[] {
  if (!Array.isArray(changes)) return [];
  return changes.flatMap((change: unknown) =>
    isRecord(change) && typeof change['field'] === 'string'
      ? [{ field: change['field'], from: textOrNull(change['from']), to: textOrNull(change['to']) }]
      : [],
  );
}

export type ActivityWords = {
  words: string;
  /** The key of a decision that the sentence ends with. */
  key: string | null;
  /** What somebody wrote. */
  quote: string | null;
};

/**
 * "Hazel Gale" + `words` + `key` reads as a sentence.
 * @param today YYYY-MM-DD
 * @param successor the key of what replaced it: history that came from elsewhere does not say so itself
 */
export function activityWords(
  { event, changes, note }: ActivityFacts,
  today: string,
  successor: string | null = null,
): ActivityWords {
  const all = readChanges(changes);
  const to = (field: string) => all.find((change) => change.field === field)?.to ?? null;
  const from = (field: string) => all.find((change) => change.field === field)?.from ?? null;
  const key = event === 'decision.superseded' ? (to('supersededBy') ?? successor) : null;
  return { words: wordsOf(event, all, to, from, today, key), key, quote: textOrNull(note) };
}

/** What Chapterhouse does by itself; anything else that nobody is named for was done by somebody. */
const BY_ITSELF = new Set(['decision.answer-overdue', 'decision.veto-ended', 'decision.revisit-due']);

/** Who did it, as the sentence begins. Of what a file brought nobody is known. @param file where it came from, or '' */
export function activityActor({ event, actor }: { event: string; actor: { name: string } | null }, file: string) {
  if (actor !== null) return { name: actor.name, source: '' };
  if (BY_ITSELF.has(event)) return { name: 'Chapterhouse', source: '' };
  return { name: 'Somebody', source: file === '' ? '' : `, as ${file} says` };
}

type Look = (field: string) => string | null;

function wordsOf(
  event: string,
  all: readonly Change[],
  to: Look,
  from: Look,
  today: string,
  key: string | null,
): string {
  switch (event) {
    case 'decision.edited': {
      const fields = all.map(({ field }) => FIELD_WORDS[field] ?? field);
      return fields.length === 0 ? 'edited it' : `edited ${andList.format(new Set(fields))}`;
    }
    case 'decision.superseded':
      return key === null ? 'replaced it by another decision' : 'replaced it by';
    case 'decision.revisit-set': {
      const day = to('revisitOn');
      return day === null
        ? 'took back when to look at it again'
        : `set to look at it again on ${isDay(day) ? dayWords(day, today) : day}`;
    }
    case 'decision.linked':
      return `linked it to ${to('links') ?? 'something'}`;
    case 'decision.unlinked':
      return `took the link to ${from('links') ?? 'something'} away`;
    case 'decision.answered': {
      const answer = to('answer');
      return answer === null ? DECISION_EVENT_WORDS['decision.answered'] : `answered: ${answer.toLowerCase()}`;
    }
    default:
      return isEvent(event) ? DECISION_EVENT_WORDS[event] : 'changed it';
  }
}
