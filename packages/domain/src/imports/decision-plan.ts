import type { AdrDocument } from '../decisions/adr-document.js';
import type { DecisionKind } from '../decisions/decision-fields.js';
import type { DecisionState } from '../decisions/decision-state.js';
import { decisionPath, withTargets } from '../decisions/linked-words.js';
import type { DecisionMapping } from './decision-mapping.js';
import type { DecisionPlace, DecisionPlaces } from './decision-places.js';
import { linkDecisions, type LinkedDecisions, NO_LINKS } from './decision-links.js';
import { DECISION_FILES, type EarlierImports } from './earlier-decisions.js';
import type { ImportEffect, ImportTally } from './import-outcome.js';
import type { PlanTools } from './organization-writes.js';
import type { IdentityBook } from './present-organization.js';

/** A decision that is here already. */
export interface PresentDecision {
  id: string;
  number: number;
  state: DecisionState;
  supersededBy: string | null;
  /** Of its title and words, as they are now. */
  contentHash: string;
}

/** A decision of a file, with what it is here. */
export interface PlannedDecision {
  effect: ImportEffect;
  id: string;
  document: AdrDocument;
  state: DecisionState;
  kind: DecisionKind;
  place: DecisionPlace;
  /** Ids of those that it replaces, or is to replace. */
  supersedes: string[];
  supersededBy: string | null;
  /** What it replaces, or is replaced by, outside of the files. */
  pages: { url: string; title: string }[];
  /** Ids of other decisions by the targets of links to them. */
  linked: Map<string, string>;
  identity: string;
}

export interface DecisionPlanInput {
  documents: readonly AdrDocument[];
  mapping: DecisionMapping;
  places: DecisionPlaces;
  book: IdentityBook;
  present: ReadonlyMap<string, PresentDecision>;
  earlier: EarlierImports;
}

export interface DecisionPlan {
  decisions: PlannedDecision[];
  links: LinkedDecisions;
}

/**
 * Which decisions are new, and which have changed in the file since the last import. A proposal follows its file, as long
 * as nobody edited it here; what was decided keeps its words here, and the report says so.
 */
export function planDecisions(input: DecisionPlanInput, tools: PlanTools, tally: ImportTally): DecisionPlan {
  const { documents, mapping, places, book, present } = input;
  const taken: PlannedDecision[] = [];
  const seen = new Set<string>();
  for (const document of [...documents].sort(inOrder)) {
    const state = document.kept?.state ?? mapping.statuses[document.status] ?? 'SKIP';
    if (state === 'SKIP') {
      const status = document.status === '' ? 'no status' : `the status “${document.status}”`;
      tally.problem(document.path, `${document.title} has ${status}: not imported, as the mapping says.`);
      continue;
    }
    const place = places.of(document);
    if (place === undefined) return { decisions: [], links: NO_LINKS };
    const identity = identityOf(document, mapping);
    if (seen.has(identity)) {
      tally.problem(document.path, `${document.title} is in the files twice: the first is taken.`);
      continue;
    }
    seen.add(identity);
    const id = idOf(document, identity, book, present) ?? tools.newId();
    const kind = document.kept?.kind ?? mapping.kind;
    const none = { supersedes: [], supersededBy: null, pages: [], linked: new Map<string, string>() };
    taken.push({ effect: 'create', id, document, state, kind, place, ...none, identity });
  }
  const links = linkDecisions(taken, input, tally);
  for (const decision of taken) {
    compare(decision, input, tools, tally);
    if (decision.effect === 'create') places.ofLinks(decision.document);
  }
  return { decisions: taken, links };
}

/** What a file is, so that another run finds it again: our own by their ids, others by their source and path. */
export function identityOf({ kept, path }: AdrDocument, { source }: DecisionMapping): string {
  return kept === null ? `${source}/${path}` : kept.id;
}

/** A fingerprint of what never changes once it is decided. */
export function contentOf(title: string, words: object): object {
  return { title, words };
}

function idOf(
  { kept }: AdrDocument,
  identity: string,
  book: IdentityBook,
  present: DecisionPlanInput['present'],
): string | undefined {
  const known = book.find(DECISION_FILES, 'decision', identity)?.entityId;
  // A file of this very organization comes home.
  return known ?? (kept !== null && present.has(kept.id) ? kept.id : undefined);
}

function compare(
  decision: PlannedDecision,
  { book, present }: DecisionPlanInput,
  tools: PlanTools,
  tally: ImportTally,
): void {
  const { id, document, identity, state } = decision;
  const contentHash = tools.fingerprint(contentOf(document.title, document.words));
  const before = book.find(DECISION_FILES, 'decision', identity);
  const here = present.get(id);
  if (here === undefined)
    book.put({ source: DECISION_FILES, kind: 'decision', key: identity, entityId: id, contentHash });
  else decision.effect = effectOn(here, before?.contentHash);
  tally.note({
    effect: decision.effect,
    kind: 'decision',
    key: document.path,
    title: document.title,
    details: detailsOf(decision),
  });

  function effectOn(now: PresentDecision, lastHash: string | undefined): ImportEffect {
    if (lastHash === undefined) return ownAgain(now);
    const isChanged = lastHash !== contentHash;
    if (isChanged && now.state !== 'PROPOSED') {
      tally.problem(
        document.path,
        `${document.title} has other words in the file now; decided words stay as they are here.`,
      );
      return endingOf(now);
    }
    const asWritten = book.find(DECISION_FILES, 'decision-here', identity)?.contentHash ?? lastHash;
    if (now.state === 'PROPOSED' && isChanged && now.contentHash !== asWritten) {
      tally.problem(
        document.path,
        `${document.title} was edited here since it was imported: what the file says now is not taken.`,
      );
      return 'unchanged';
    }
    if (now.state !== 'PROPOSED') return endingOf(now);
    if (!isChanged && state === 'PROPOSED') return 'unchanged';
    book.put({ source: DECISION_FILES, kind: 'decision', key: identity, entityId: id, contentHash });
    return 'update';
  }

  /** One that was never imported came home: it stays as it is, and each difference is told. */
  function ownAgain(now: PresentDecision): ImportEffect {
    // Between files links lead to files, here to decisions.
    const words = withTargets(document.words, (target) => {
      const other = present.get(decision.linked.get(target) ?? '');
      return other && decisionPath(other.number);
    });
    if (tools.fingerprint(contentOf(document.title, words)) !== now.contentHash)
      tally.problem(
        document.path,
        `${document.title} has other words in the file than here: they stay as they are here.`,
      );
    return state === now.state ? 'unchanged' : stays(now);
  }

  /** What was decided can still be replaced or taken back by its file, and nothing else. */
  function endingOf(now: PresentDecision): ImportEffect {
    const isReplaced = state === 'SUPERSEDED' && decision.supersededBy !== null;
    // What replaced it came later than itself.
    if (state === now.state) return isReplaced && now.supersededBy === null ? 'update' : 'unchanged';
    if (now.state === 'ACCEPTED' && (isReplaced || state === 'REVERTED')) return 'update';
    return stays(now);
  }

  function stays(now: PresentDecision): ImportEffect {
    const what = `${document.title} is ${now.state.toLowerCase()} here and ${state.toLowerCase()} in the file: it stays as it is here.`;
    tally.problem(document.path, what);
    return 'unchanged';
  }
}

function detailsOf({ state, document, supersededBy }: PlannedDecision): string {
  const parts = [state.toLowerCase(), document.owner ?? '', supersededBy === null ? '' : 'replaced by another'];
  return parts.filter((part) => part !== '').join(', ');
}

/** Our own by their numbers; the others as they came about, then by their paths. */
function inOrder(one: AdrDocument, other: AdrDocument): number {
  const numbers = (one.kept?.number ?? Infinity) - (other.kept?.number ?? Infinity);
  if (!Number.isNaN(numbers) && numbers !== 0) return numbers;
  const [first, second] = [one.proposedAt ?? '9999', other.proposedAt ?? '9999'];
  if (first !== second) return first < second ? -1 : 1;
  return one.path === other.path ? 0 : one.path < other.path ? -1 : 1;
}
