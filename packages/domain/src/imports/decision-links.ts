import { DecisionReferences } from '../decisions/decision-references.js';
import type { DecisionPlanInput, PlannedDecision } from './decision-plan.js';
import type { ImportTally } from './import-outcome.js';

const NEVER_IN_FORCE: ReadonlySet<string> = new Set(['PROPOSED', 'REJECTED', 'WITHDRAWN']);

/** What decisions say of each other, as ids. What leads nowhere, and what contradicts itself, is told. */
export function linkDecisions(taken: PlannedDecision[], input: DecisionPlanInput, tally: ImportTally): void {
  new DecisionLinker(taken, input, tally).link();
}

class DecisionLinker {
  private readonly references: DecisionReferences;
  private readonly byPath: Map<string, PlannedDecision>;
  private readonly byFormerId: Map<string, PlannedDecision>;
  private readonly byId: Map<string, PlannedDecision>;
  /** What replaces a decision, by its id; those that it names itself come first. */
  private readonly successors = new Map<string, PlannedDecision[]>();
  /** Files that were read and are no decisions here: named, so that their links are not taken for broken. */
  private readonly left: Set<string>;

  constructor(
    private readonly taken: PlannedDecision[],
    { documents }: DecisionPlanInput,
    private readonly tally: ImportTally,
  ) {
    this.references = new DecisionReferences(documents);
    this.byPath = new Map(taken.map((decision) => [decision.document.path, decision]));
    this.byFormerId = new Map(
      taken.flatMap((one) => (one.document.kept === null ? [] : [[one.document.kept.id, one]])),
    );
    this.byId = new Map(taken.map((decision) => [decision.id, decision]));
    this.left = new Set(documents.map(({ path }) => path).filter((path) => !this.byPath.has(path)));
  }

  link(): void {
    // What a decision says of its own end counts more than what others say of it.
    for (const decision of this.taken)
      for (const text of decision.document.supersededBy) {
        const successor = this.find(decision, text, 'is replaced by');
        if (successor !== undefined) this.replace(successor, decision);
      }
    for (const decision of this.taken)
      for (const text of decision.document.supersedes) {
        const replaced = this.find(decision, text, 'replaces');
        if (replaced !== undefined) this.replace(decision, replaced);
      }
    for (const decision of this.taken) {
      this.check(decision);
      this.read(decision);
    }
  }

  /** Links in the words to decisions that are imported as well. */
  private read({ document: { path, targets }, linked }: PlannedDecision): void {
    for (const target of targets) {
      const isFile = !/^(?:[a-z][a-z0-9+.-]*:|#|\/\/)/iu.test(target) && /\.(?:md|markdown)(?:#.*)?$/iu.test(target);
      const found = isFile ? this.references.find(target, path) : 'ELSEWHERE';
      const other = typeof found === 'object' && !found.isByNumber ? this.byPath.get(found.path) : undefined;
      if (other !== undefined) linked.set(target, other.id);
    }
  }

  private find(decision: PlannedDecision, text: string, says: string): PlannedDecision | undefined {
    const { path, kept } = decision.document;
    if (kept !== null) {
      const known = this.byFormerId.get(text);
      if (known === undefined) this.tally.problem(path, `It ${says} a decision that is not among the files: left out.`);
      return known;
    }
    const found = this.references.find(text, path);
    if (found === 'ELSEWHERE') {
      this.tally.problem(path, `It ${says} ${text}, which is not among the files: kept as a link.`);
      decision.pages.push({ url: text, title: says === 'replaces' ? 'Replaces' : 'Replaced by' });
    } else if (found === 'MISSING') this.tally.problem(path, `It ${says} ${text}, which leads nowhere: a broken link.`);
    else if (this.left.has(found.path)) this.tally.problem(path, `It ${says} ${found.path}, which is not imported.`);
    else if (found.path === path) this.tally.problem(path, `It ${says} itself: left out.`);
    else {
      if (found.isByNumber) this.tally.problem(path, `It ${says} ${text}: ${found.path} has that number and is taken.`);
      return this.byPath.get(found.path);
    }
    return undefined;
  }

  private replace(successor: PlannedDecision, replaced: PlannedDecision): void {
    if (successor.supersedes.includes(replaced.id)) return;
    if (this.leadsTo(replaced, successor.id)) {
      const what = `It replaces ${replaced.document.path}, which replaces it in turn: left out.`;
      this.tally.problem(successor.document.path, what);
      return;
    }
    successor.supersedes.push(replaced.id);
    this.successors.set(replaced.id, [...(this.successors.get(replaced.id) ?? []), successor]);
  }

  /** Whether one replaces another, over others as well. */
  private leadsTo(from: PlannedDecision, id: string, seen = new Set<string>()): boolean {
    if (from.supersedes.includes(id)) return true;
    seen.add(from.id);
    return from.supersedes.some((next) => {
      const decision = this.byId.get(next);
      return decision !== undefined && !seen.has(next) && this.leadsTo(decision, id, seen);
    });
  }

  /** Its state is what its file says; what others say of it has to fit. */
  private check(decision: PlannedDecision): void {
    const { path, title, kept } = decision.document;
    const successors = this.successors.get(decision.id) ?? [];
    const inForce = successors.filter(({ state }) => !NEVER_IN_FORCE.has(state));
    const [successor, ...others] = inForce;
    if (decision.state === 'SUPERSEDED') {
      decision.supersededBy = successor?.id ?? null;
      if (successor === undefined && kept === null)
        this.tally.problem(path, `${title} is superseded; by what, no file says.`);
      if (kept === null)
        for (const other of others)
          this.tally.problem(path, `${title} is replaced by ${other.document.path} as well; the first counts.`);
    } else if (kept === null && decision.state === 'ACCEPTED')
      for (const other of inForce)
        this.tally.problem(
          path,
          `${title} is accepted by its own file, and replaced according to ${other.document.path}.`,
        );
  }
}
