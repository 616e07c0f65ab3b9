import { isHeldByOthers } from '../../platform/database/constraint.js';
import type { Database } from '../../platform/database/database.js';
import { withFreshPlans } from '../../platform/database/fresh-plans.js';
import type { Tx, TxScope } from '../../platform/database/tx.js';

/** How often a step is tried again when somebody else holds what it needs: each waits as long as `lock_timeout`. */
const TRIES = 4;

export interface StepsOptions {
  scope: TxScope;
  /** Holds the import: no other one of the organization runs until it ends. */
  holder: Tx;
  /** How much is in already, of a run that ended early, and how much there is in all. */
  done: number;
  total: number;
  /** In the step's own transaction: stored exactly when the step is. */
  reached?: ((tx: Tx, done: number, total: number) => Promise<void>) | undefined;
  /** After a step is committed. */
  progress?: ((done: number) => void) | undefined;
  /** At most so many records to a step. */
  most?: number | undefined;
}

/**
 * An import as many short transactions. The event log is read below the oldest transaction that writes, in whatever
 * organization: one that took minutes would keep everybody's screens still. So each step leaves something whole behind,
 * with its events and with what a run that comes after it knows it by.
 */
export class ImportSteps {
  private done: number;

  constructor(
    private readonly database: Database,
    private readonly options: StepsOptions,
  ) {
    this.done = options.done;
  }

  /** Records of one step: what is written with so many takes a fraction of a second. */
  sizeOf(usual: number): number {
    return Math.min(usual, this.options.most ?? usual);
  }

  get reached(): number {
    return this.done;
  }

  /**
   * One transaction. It may run more than once: what it changes in memory must not depend on it.
   * @param count how many records it brings, of those that people see counted
   */
  async take<T>(work: (tx: Tx) => Promise<T>, count = 0): Promise<T> {
    // Whoever no longer holds the import must not go on: another worker may have it by now.
    await this.options.holder.run('select 1');
    for (let tries = 1; ; tries += 1) {
      try {
        const result = await this.once(work, this.done + count);
        this.done += count;
        if (count > 0) this.options.progress?.(this.done);
        return result;
      } catch (error) {
        if (tries === TRIES || !isHeldByOthers(error)) throw error;
      }
    }
  }

  /** A step for each piece of the rows. @param most rows of a step, usually */
  async inSteps<T>(
    rows: readonly T[],
    most: number,
    work: (tx: Tx, batch: T[]) => Promise<void>,
    isCounted = false,
  ): Promise<void> {
    const size = this.sizeOf(most);
    for (let start = 0; start < rows.length; start += size) {
      const batch = rows.slice(start, start + size);
      await this.take((tx) => work(tx, batch), isCounted ? batch.length : 0);
    }
  }

  private once<T>(work: (tx: Tx) => Promise<T>, done: number): Promise<T> {
    const { scope, total, reached } = this.options;
    return this.database.transaction(scope, async (tx) => {
      await withFreshPlans(tx);
      // First, since the last step ends the import: from then on nothing is reached any more.
      await reached?.(tx, done, total);
      return work(tx);
    });
  }
}

/** An import that ended with an error after some of it was in. */
export class PartlyApplied extends Error {
  constructor(
    readonly done: number,
    readonly total: number,
    cause: unknown,
  ) {
    super(`${partlyWords(done, total)} ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** For people. */
export function partlyWords(done: number, total: number): string {
  const words = (count: number): string => count.toLocaleString('en');
  return `${words(done)} of ${words(total)} records are in and stay, each of them whole. The same files sent again take the rest, and change nothing of what is in.`;
}
