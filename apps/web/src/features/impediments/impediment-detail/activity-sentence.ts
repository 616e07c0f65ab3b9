import { IMPEDIMENT_EVENT_WORDS, type ImpedimentEvent } from '@chapterhouse/domain/impediments/impediment-events';
import { dayWords } from '../impediment-times';

type Change = { field: string; from: string | null; to: string | null };

export type ActivitySentence = {
  /** "set the owner to Rowan Squall and the severity to High": follows the person's name. */
  words: string;
  /** What somebody wrote: a reason, what removed it. */
  quote: string | null;
};

const andList = new Intl.ListFormat('en', { type: 'conjunction' });
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const isEvent = (event: string): event is ImpedimentEvent => Object.hasOwn(IMPEDIMENT_EVENT_WORDS, event);

/** The JSON of an event, as far as it says what it should. */
export function readChanges(changes: unknown): Change[] {
  if (!Array.isArray(changes)) return [];
  return changes.flatMap((change: unknown) =>
    isRecord(change) && typeof change['field'] === 'string'
      ? [{ field: change['field'], from: textOrNull(change['from']), to: textOrNull(change['to']) }]
      : [],
  );
}

const set = (what: string) => (from: string | null, to: string | null) => {
  if (to === null) return `took back the ${what}`;
  return from === null ? `set the ${what} to ${to}` : `changed the ${what} from ${from} to ${to}`;
};

/** One change as a clause; fields that are said by the event itself, or are quoted, have none. */
const CLAUSES: Record<string, (from: string | null, to: string | null) => string | null> = {
  owner: (from, to) => (from !== null && to !== null ? `handed it from ${from} to ${to}` : set('owner')(from, to)),
  severity: set('severity'),
  level: (from, to) => (from === null ? null : `moved it from ${from} to ${to ?? 'no level'}`),
  category: set('category'),
  nextStep: (_, to) => (to === null ? 'took back the next step' : `set the next step: “${to}”`),
  dueOn: (from, to) => set('due date')(from && dateWords(from), to && dateWords(to)),
  title: (from, to) => `renamed it from “${from ?? ''}” to “${to ?? ''}”`,
  description: () => 'edited the description',
  source: (_, to) => (to === null ? 'took back what it waits for' : `set what it waits for to ${to}`),
  blockedItems: (_, to) => (to === null ? 'removed the blocked items' : `set the blocked items to ${to}`),
  labels: (from, to) => (to === null ? `took the label ${from ?? ''} off` : `put the label ${to} on`),
  links: (from, to) => (to === null ? `took the link to ${from ?? 'something'} away` : `linked it to ${to}`),
  affectedTeams: (from, to) => (to === null ? `took ${from ?? 'a team'} off` : `added ${to} as affected`),
};

/** Only a date becomes words; what another release wrote stays as it is. */
function dateWords(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? dayWords(text) : text;
}

export type ActivityFacts = { event: string; changes: unknown; note: string | null };

/** "Hazel Gale" + what this returns reads as a sentence. */
export function activitySentence({ event, changes, note }: ActivityFacts): ActivitySentence {
  const all = readChanges(changes);
  const to = (field: string) => all.find((change) => change.field === field)?.to ?? null;
  const clauses = all.flatMap(({ field, from, to }) => CLAUSES[field]?.(from, to) ?? []);
  // The note of an undone change says which it was: "Started IMP-4."
  const undone = event === 'impediment.undone' ? textOrNull(note) : null;
  if (undone !== null) return { words: `took a change back: “${undone}”`, quote: null };
  return { words: wordsOf(event, clauses, to), quote: textOrNull(note) ?? to('resolution') };
}

function wordsOf(event: string, clauses: string[], to: (field: string) => string | null): string {
  switch (event) {
    case 'impediment.raised': {
      const team = to('raisingTeam');
      return team === null ? 'raised it' : `raised it for ${team}`;
    }
    // Its owner, or whoever raised it while nobody has it; what was said is quoted.
    case 'impediment.reminded':
      return 'reminded of its clock';
    case 'impediment.brief-answered': {
      const answer = to('answer');
      return `answered its escalation brief${answer === null ? '' : `: ${answer.toLowerCase()}`}`;
    }
    case 'impediment.marked-duplicate':
      return `marked it as a duplicate of ${to('duplicateOf') ?? 'another one'}`;
    case 'impediment.edited':
    case 'impediment.level-set':
    case 'impediment.assigned':
    case 'impediment.labelled':
    case 'impediment.linked':
    case 'impediment.unlinked':
    case 'impediment.team-added':
    case 'impediment.team-removed':
      // These say nothing beyond their changes.
      if (clauses.length > 0) return andList.format(clauses);
      break;
  }
  const said = isEvent(event) ? IMPEDIMENT_EVENT_WORDS[event] : 'changed it';
  return andList.format([said, ...clauses]);
}

/** Comments stand by themselves above; who watches and votes is a number, not news. */
const UNTOLD = new Set(['impediment.commented', 'impediment.watched', 'impediment.voted']);

export function isTold({ event }: { event: string }): boolean {
  return !UNTOLD.has(event);
}
