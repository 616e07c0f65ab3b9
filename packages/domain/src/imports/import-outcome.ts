export const IMPORT_EFFECTS = ['create', 'update', 'end', 'unchanged'] as const;
export type ImportEffect = (typeof IMPORT_EFFECTS)[number];

/** One thing that an import does, or found as it should be. `key` is the thing's name in its file. */
export interface PlannedChange {
  effect: ImportEffect;
  /** `team`, `person`, `role`, ...: lower case, as in the counts. */
  kind: string;
  key: string;
  title: string;
  details: string;
}

/** What could not be read or done; `where` is `file:line` or the key of an issue. */
export interface ImportProblem {
  where: string;
  what: string;
}

export interface ImportCount {
  kind: string;
  created: number;
  updated: number;
  ended: number;
  unchanged: number;
}

export interface ImportOutcome {
  counts: ImportCount[];
  /** What is not `unchanged`, at most `CHANGES_SHOWN`; the counts know all. */
  changes: PlannedChange[];
  /** At most `PROBLEMS_KEPT`. */
  problems: ImportProblem[];
  problemCount: number;
  /** Why nothing at all was or would be done. */
  refused?: string;
}

/** What operators and scripts read: `{"created":{"team":1},...}`; kinds without a number are left out. */
export interface ImportReport {
  created: Record<string, number>;
  updated: Record<string, number>;
  ended: Record<string, number>;
  unchanged: Record<string, number>;
  problems: ImportProblem[];
  refused?: string;
}

export const CHANGES_SHOWN = 1000;
export const PROBLEMS_KEPT = 10_000;

const COUNTER = { create: 'created', update: 'updated', end: 'ended', unchanged: 'unchanged' } as const;

/** Collects what a plan does; memory stays bounded however large the file. */
export class ImportTally {
  private readonly counts = new Map<string, ImportCount>();
  private readonly changes: PlannedChange[] = [];
  private readonly problems: ImportProblem[] = [];
  private problemCount = 0;
  /** How many problems refuse all of it: they come first. */
  private refusals = 0;
  private refused: string | undefined;

  note(change: PlannedChange): void {
    const count = this.counts.get(change.kind) ?? { kind: change.kind, created: 0, updated: 0, ended: 0, unchanged: 0 };
    count[COUNTER[change.effect]] += 1;
    this.counts.set(change.kind, count);
    if (change.effect !== 'unchanged' && this.changes.length < CHANGES_SHOWN) this.changes.push(change);
  }

  problem(where: string, what: string): void {
    this.problemCount += 1;
    if (this.problems.length < PROBLEMS_KEPT) this.problems.push({ where, what });
  }

  /** Nothing of the file is taken; the reason stands among the problems too, before all that refuse nothing. */
  refuse(where: string, what: string): void {
    this.refused ??= what;
    this.problemCount += 1;
    this.problems.splice(this.refusals, 0, { where, what });
    this.refusals += 1;
  }

  get isRefused(): boolean {
    return this.refused !== undefined;
  }

  /** True when the plan changes nothing. */
  get isIdle(): boolean {
    return [...this.counts.values()].every(({ created, updated, ended }) => created + updated + ended === 0);
  }

  outcome(): ImportOutcome {
    return {
      counts: [...this.counts.values()],
      changes: this.changes,
      problems: this.problems,
      problemCount: this.problemCount,
      ...(this.refused !== undefined && { refused: this.refused }),
    };
  }
}

export function importReport(outcome: ImportOutcome): ImportReport {
  const of = (field: 'created' | 'updated' | 'ended' | 'unchanged'): Record<string, number> =>
    Object.fromEntries(outcome.counts.filter((count) => count[field] > 0).map((count) => [count.kind, count[field]]));
  return {
    created: of('created'),
    updated: of('updated'),
    ended: of('ended'),
    unchanged: of('unchanged'),
    problems: outcome.problems,
    ...(outcome.refused !== undefined && { refused: outcome.refused }),
  };
}
