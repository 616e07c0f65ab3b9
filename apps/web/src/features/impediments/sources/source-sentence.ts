import { SOURCE_EVENT_WORDS, type SourceEvent } from '@chapterhouse/domain/impediments/source-events';
import { type ActivityFacts, type ActivitySentence, readChanges } from '../impediment-detail/activity-sentence';

const andList = new Intl.ListFormat('en', { type: 'conjunction' });
const isEvent = (event: string): event is SourceEvent => Object.hasOwn(SOURCE_EVENT_WORDS, event);

/** One change of an edit as a clause. */
const CLAUSES: Record<string, (from: string | null, to: string | null) => string> = {
  name: (from, to) => `renamed it from “${from ?? ''}” to “${to ?? ''}”`,
  kind: (from, to) => `made it a ${(to ?? '').toLowerCase()} instead of a ${(from ?? '').toLowerCase()}`,
  contact: (_, to) => (to === null ? 'removed the words on whom to talk to' : 'said whom to talk to'),
  contactPerson: (from, to) =>
    to === null ? `took ${from ?? 'somebody'} off as the one to talk to` : `named ${to} as the one to talk to`,
  team: (from, to) => (to === null ? `took back that it is the team ${from ?? ''}` : `said that it is the team ${to}`),
};

/** "Hazel Gale" + what this returns reads as a sentence. */
export function sourceSentence({ event, changes, note }: ActivityFacts): ActivitySentence {
  const all = readChanges(changes);
  switch (event) {
    case 'source.named':
      return { words: 'was the first to name it', quote: null };
    case 'source.merged': {
      const earlier = all.flatMap(({ field, to }) =>
        field === 'aliases' && to !== null && to !== note ? [`“${to}”`] : [],
      );
      const known = earlier.length === 0 ? '' : `, known as ${andList.format(earlier)} before`;
      return { words: `merged ${note === null ? 'another source' : `“${note}”`} into it${known}`, quote: null };
    }
    case 'source.edited': {
      const clauses = all.flatMap(({ field, from, to }) => CLAUSES[field]?.(from, to) ?? []);
      const contact = all.find(({ field }) => field === 'contact')?.to ?? null;
      if (clauses.length > 0) return { words: andList.format(clauses), quote: contact };
    }
  }
  return { words: isEvent(event) ? SOURCE_EVENT_WORDS[event] : 'changed it', quote: null };
}
