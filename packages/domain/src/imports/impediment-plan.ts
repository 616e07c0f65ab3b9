import type { ImportTally } from './import-outcome.js';
import type { ImpedimentFact } from './jira-impediments.js';
import type { JiraComment, JiraDetails } from './jira-issue.js';
import type { PlanTools } from './organization-writes.js';
import type { IdentityBook } from './present-organization.js';

/** An impediment that is new or has changed in the file, with the comments that are not here yet. */
export interface ImpedimentWrite {
  effect: 'create' | 'update';
  id: string;
  fact: ImpedimentFact;
  description: string;
  comments: JiraComment[];
}

const NO_DETAILS: JiraDetails = { description: '', comments: [], commentTotal: 0, shortened: 0 };

/**
 * Which impediments and comments are new or changed since the last import.
 * @param said of comments that are here, what tells each (`commentMark`)
 */
export function planImpediments(
  facts: ImpedimentFact[],
  details: Map<string, JiraDetails>,
  book: IdentityBook,
  tools: PlanTools,
  tally: ImportTally,
  said: ReadonlySet<string> = new Set(),
): ImpedimentWrite[] {
  return facts.flatMap((fact) => {
    const { description, comments, commentTotal, shortened } = details.get(fact.key) ?? NO_DETAILS;
    const contentHash = tools.fingerprint({ ...fact, description });
    const identity = book.find(fact.identitySource, 'impediment', fact.key);
    const id = identity?.entityId ?? tools.newId();
    const fresh = comments.filter((comment) => takeComment(fact, comment, id));
    const isChanged = identity?.contentHash !== contentHash;
    const effect = identity === undefined ? 'create' : isChanged || fresh.length > 0 ? 'update' : 'unchanged';
    if (commentTotal > comments.length)
      tally.problem(fact.key, `${commentTotal - comments.length} of its ${commentTotal} comments are not in the file.`);
    if (shortened > 0) tally.problem(fact.key, `${shortened} of its texts are longer than 20,000 characters: cut.`);
    tally.note({ effect, kind: 'impediment', key: fact.key, title: fact.title, details: wordsOf(fact) });
    book.put({ source: fact.identitySource, kind: 'impediment', key: fact.key, entityId: id, contentHash });
    return effect === 'unchanged' ? [] : [{ effect, id, fact, description, comments: fresh }];
  });

  function takeComment(fact: ImpedimentFact, comment: JiraComment, impedimentId: string): boolean {
    const source = fact.identitySource;
    const contentHash = tools.fingerprint({ body: comment.body });
    const known = book.find(source, 'comment', comment.id);
    // One format gives comments ids that the other does not know: what was said at that minute is the same comment.
    const isHere = known !== undefined || said.has(commentMark({ ...comment, impedimentId }));
    const effect = isHere ? 'unchanged' : 'create';
    // What was said stays as it was said: a comment that was edited later is not written again.
    tally.note({ effect, kind: 'comment', key: comment.id, title: fact.key, details: comment.at });
    if (known === undefined)
      book.put({ source, kind: 'comment', key: comment.id, entityId: impedimentId, contentHash });
    return !isHere;
  }
}

/** Tells a comment without an id: some formats know only the minute, and wrap lines as they like. */
export function commentMark({ impedimentId, at, body }: { impedimentId: string; at: string; body: string }): string {
  return JSON.stringify([impedimentId, new Date(at).toISOString().slice(0, 16), body.replace(/\s+/gu, ' ').trim()]);
}

/** What an impediment blocks elsewhere is no item that was written here, whatever its key. */
export function withoutWrittenHere(
  facts: readonly ImpedimentFact[],
  writtenHere: ReadonlySet<string>,
  tally: ImportTally,
): ImpedimentFact[] {
  return facts.map((fact) => {
    const own = fact.blockedItems.filter((key) => writtenHere.has(key));
    if (own.length === 0) return fact;
    tally.problem(fact.key, `Blocks ${own.join(', ')} there, which here is another item, written here: left out.`);
    return { ...fact, blockedItems: fact.blockedItems.filter((key) => !writtenHere.has(key)) };
  });
}

function wordsOf(fact: ImpedimentFact): string {
  const end = fact.resolvedAt === null ? '' : `, gone on ${fact.resolvedAt.slice(0, 10)} (${fact.resolution})`;
  return `${fact.because}; raised on ${fact.raisedAt.slice(0, 10)}${end}`;
}
