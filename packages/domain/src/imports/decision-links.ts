import type { DecisionState } from '../decisions/decision-state.js';
import type { DecisionPlanInput, PlannedDecision } from './decision-plan.js';
import { DECISION_FILES, type OpenReference, ReferencesBeyondFiles } from './earlier-decisions.js';
import type { ImportTally } from './import-outcome.js';

const NEVER_IN_FORCE: ReadonlySet<string> = new Set(['PROPOSED', 'REJECTED', 'WITHDRAWN']);
/** In this order: what a decision says of its own end counts more than what others say of it. */
const SAYINGS = ['SUPERSEDED_BY', 'SUPERSEDES'] as const;
const WORDS = { SUPERSEDED_BY: 'is replaced by', SUPERSEDES: 'replaces' } as const;

/** What the files say about decisions that are here and not among them, and what they say about nothing that is here yet. */
export interface LinkedDecisions {
  /** Of those that ended without saying by what: it has come now. */
  succeeded: { id: string; supersededBy: string }[];
  /** Proposals of here that are to replace what has come now. */
  replacing: { id: string; supersedes: string }[];
  /** Of the decisions of the files. */
  open: OpenReference[];
  /** Of those that are here: they lead somewhere now. */
  found: OpenReference[];
}

export const NO_LINKS: LinkedDecisions = { succeeded: [], replacing: [], open: [], found: [] };

/** What decisions say of each other, as ids. What leads nowhere, and what contradicts itself, is told. */
export function linkDecisions(taken: PlannedDecision[], input: DecisionPlanInput, tally: ImportTally): LinkedDecisions {
  return new DecisionLinker(taken, input, tally).link();
}

/** A decision that a link leads to, of the files or here. */
interface End {
  id: string;
  path: string;
  title: string;
  state: DecisionState;
  supersedes: string[];
  /** As it is here. */
  supersededBy: string | null;
  /** Of the files. */
  planned: PlannedDecision | null;
}

class DecisionLinker {
  private readonly references: ReferencesBeyondFiles;
  private readonly ends: Map<string, End>;
  private readonly byPath: Map<string, End>;
  private readonly byFormerId: Map<string, End>;
  /** What replaces a decision, by its id; those that it names itself come first. */
  private readonly successors = new Map<string, End[]>();
  /** Files that were read and are no decisions here: named, so that their links are not taken for broken. */
  private readonly left: Set<string>;
  private readonly links: LinkedDecisions = { succeeded: [], replacing: [], open: [], found: [] };

  constructor(
    private readonly taken: PlannedDecision[],
    private readonly input: DecisionPlanInput,
    private readonly tally: ImportTally,
  ) {
    const { documents, earlier, present } = input;
    this.references = new ReferencesBeyondFiles(documents, earlier);
    const ends: End[] = taken.map((planned) => {
      const { id, document, state, supersedes } = planned;
      const { path, title } = document;
      return { id, path, title, state, supersedes, supersededBy: present.get(id)?.supersededBy ?? null, planned };
    });
    const others = new Map(earlier.decisions.map((one) => [one.id, one]));
    for (const { id } of taken) others.delete(id);
    const here = [...others.values()].map((one) => ({ ...one, supersedes: [...one.supersedes], planned: null }));
    this.ends = new Map([...here, ...ends].map((end) => [end.id, end]));
    this.byPath = new Map([...here, ...ends].map((end) => [end.path, end]));
    this.byFormerId = new Map(
      ends.flatMap((end) => (end.planned?.document.kept ? [[end.planned.document.kept.id, end]] : [])),
    );
    this.left = new Set(documents.map(({ path }) => path).filter((path) => !this.byPath.has(path)));
  }

  link(): LinkedDecisions {
    for (const says of SAYINGS) {
      for (const { id, document } of this.taken)
        for (const text of says === 'SUPERSEDES' ? document.supersedes : document.supersededBy)
          this.follow(id, says, text);
      for (const { decisionId, says: said, reference } of this.input.earlier.open)
        // A decision of the files says by its file what it says now.
        if (said === says && this.ends.get(decisionId)?.planned === null) this.follow(decisionId, says, reference);
    }
    for (const end of this.ends.values()) {
      if (end.planned === null) this.succeed(end);
      else this.check(end, end.planned);
    }
    for (const decision of this.taken) this.read(decision);
    return this.links;
  }

  /** Links in the words to decisions that are imported as well, or were. */
  private read({ document: { path, targets }, linked }: PlannedDecision): void {
    for (const target of targets) {
      const isFile = !/^(?:[a-z][a-z0-9+.-]*:|#|\/\/)/iu.test(target) && /\.(?:md|markdown)(?:#.*)?$/iu.test(target);
      const found = isFile ? this.references.find(target, path) : 'ELSEWHERE';
      const other = typeof found === 'object' && !found.isByNumber ? this.byPath.get(found.path) : undefined;
      if (other !== undefined) linked.set(target, other.id);
    }
  }

  private follow(id: string, says: OpenReference['says'], reference: string): void {
    const end = this.ends.get(id);
    if (end === undefined) return;
    const isOurs = end.planned === null ? end.path === '' : end.planned.document.kept !== null;
    const other = isOurs ? this.byId(end, says, reference) : this.byReference(end, says, reference);
    if (other === undefined) {
      if (end.planned !== null) this.links.open.push({ decisionId: id, says, reference });
      return;
    }
    if (end.planned === null) this.links.found.push({ decisionId: id, says, reference });
    if (other === end) this.tell(end, `It ${WORDS[says]} itself: left out.`);
    else if (says === 'SUPERSEDES') this.replace(end, other);
    else this.replace(other, end);
  }

  /** As our own files name others: by who they were when they were first written to a file. */
  private byId(end: End, says: OpenReference['says'], former: string): End | undefined {
    const known = this.input.book.find(DECISION_FILES, 'decision', former)?.entityId ?? former;
    const found = this.byFormerId.get(former) ?? this.ends.get(known);
    if (found === undefined)
      this.tell(end, `It ${WORDS[says]} a decision that is neither among the files nor here: left out until it comes.`);
    return found;
  }

  private byReference(end: End, says: OpenReference['says'], text: string): End | undefined {
    const found = this.references.find(text, end.path);
    if (found === 'ELSEWHERE') {
      this.tell(end, `It ${WORDS[says]} ${text}, which is not among the files: kept as a link.`);
      end.planned?.pages.push({ url: text, title: says === 'SUPERSEDES' ? 'Replaces' : 'Replaced by' });
      return undefined;
    }
    if (found === 'MISSING') this.tell(end, `It ${WORDS[says]} ${text}, which leads nowhere: a broken link.`);
    else if (this.left.has(found.path)) this.tell(end, `It ${WORDS[says]} ${found.path}, which is not imported.`);
    else {
      const other = this.byPath.get(found.path);
      if (found.isByNumber && other !== end)
        this.tell(end, `It ${WORDS[says]} ${text}: ${found.path} has that number and is taken.`);
      return other;
    }
    return undefined;
  }

  private replace(successor: End, replaced: End): void {
    const successors = this.successors.get(replaced.id) ?? [];
    if (successors.includes(successor)) return;
    const isKnown = successor.supersedes.includes(replaced.id);
    if (!isKnown && this.leadsTo(replaced, successor.id)) {
      this.tell(successor, `It replaces ${replaced.path}, which replaces it in turn: left out.`);
      return;
    }
    this.successors.set(replaced.id, [...successors, successor]);
    if (isKnown) return;
    successor.supersedes.push(replaced.id);
    if (successor.planned === null && successor.state === 'PROPOSED')
      this.links.replacing.push({ id: successor.id, supersedes: replaced.id });
  }

  /** Whether one replaces another, over others as well. */
  private leadsTo(from: End, id: string, seen = new Set<string>()): boolean {
    if (from.supersedes.includes(id)) return true;
    seen.add(from.id);
    return from.supersedes.some((next) => {
      const end = this.ends.get(next);
      return end !== undefined && !seen.has(next) && this.leadsTo(end, id, seen);
    });
  }

  /** Its state is what its file says; what others say of it has to fit. */
  private check({ id, path, title, supersededBy }: End, decision: PlannedDecision): void {
    const { kept } = decision.document;
    const inForce = this.inForce(id);
    const [successor, ...others] = inForce;
    if (decision.state === 'SUPERSEDED') {
      // What is known here is never said otherwise.
      decision.supersededBy = supersededBy ?? successor?.id ?? null;
      if (decision.supersededBy === null && kept === null)
        this.tally.problem(path, `${title} is superseded; by what, no file says.`);
      if (kept === null)
        for (const other of others)
          this.tally.problem(path, `${title} is replaced by ${nameOf(other)} as well; the first counts.`);
    } else if (kept === null && decision.state === 'ACCEPTED')
      for (const other of inForce)
        this.tally.problem(path, `${title} is accepted by its own file, and replaced according to ${nameOf(other)}.`);
  }

  /** One that is here and not among the files: what replaced it may have come. */
  private succeed(end: End): void {
    const [successor] = this.inForce(end.id);
    if (successor === undefined) return;
    if (end.state === 'ACCEPTED')
      this.tell(successor, `It replaces ${nameOf(end)}, which is in force here: it stays so.`);
    if (end.state !== 'SUPERSEDED' || end.supersededBy !== null) return;
    this.links.succeeded.push({ id: end.id, supersededBy: successor.id });
    this.tally.note({
      effect: 'update',
      kind: 'decision',
      key: nameOf(end),
      title: end.title,
      details: 'superseded, replaced by another',
    });
  }

  private inForce(id: string): End[] {
    return (this.successors.get(id) ?? []).filter(({ state }) => !NEVER_IN_FORCE.has(state));
  }

  /** Of what is not among the files nothing is told: nobody could do anything about it. */
  private tell({ planned, path }: End, what: string): void {
    if (planned !== null) this.tally.problem(path, what);
  }
}

function nameOf({ path, title }: End): string {
  return path === '' ? title : path;
}
