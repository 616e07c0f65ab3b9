import { Injectable } from '@nestjs/common';
import { newId } from '../database/new-id.js';
import type { Tx, TxScope } from '../database/tx.js';

/** What a job works on; plain JSON, ids and no contents. */
export interface JobPayload {
  organizationId: string;
  [name: string]: unknown;
}

export interface RunningJob {
  /** Starts at 1. */
  attempt: number;
  /** The scope of the handler's transactions. */
  scope: TxScope;
  /** Aborted when the process is about to end. */
  signal: AbortSignal;
}

/**
 * Runs at least once: a worker may be killed after the effect and before it could say so. So a handler looks, in the
 * transaction of its effect, whether the effect is there already. Throwing tries again later, up to ten times.
 */
export type JobHandler = (payload: JobPayload, job: RunningJob) => Promise<void>;

export interface RegisteredJob {
  name: string;
  handler: JobHandler;
  cron: string | undefined;
}

/** The jobs that features have registered, and the way to order one. `JobRunner` runs them, here or in another process. */
@Injectable()
export class Jobs {
  private readonly registered = new Map<string, RegisteredJob>();

  /**
   * Features register in `onModuleInit`.
   * @param name `feature.what-it-does`
   * @param options.cron five fields, UTC; at each time the job runs once for every organization
   */
  register(name: string, handler: JobHandler, options: { cron?: string } = {}): void {
    if (this.registered.has(name)) throw new Error(`Two jobs are called ${name}.`);
    this.registered.set(name, { name, handler, cron: options.cron });
  }

  all(): RegisteredJob[] {
    return [...this.registered.values()];
  }

  /**
   * Orders a job in the transaction of the change that needs it: no commit, no job.
   * @param options.jobKey two orders with one key are one job, as long as it has not begun
   * @param options.runAt not before; at once when absent
   */
  async enqueue(
    tx: Tx,
    name: string,
    payload: Record<string, unknown>,
    options: { jobKey?: string; runAt?: Date } = {},
  ): Promise<void> {
    if (!this.registered.has(name)) throw new Error(`Nobody has registered the job ${name}.`);
    await tx.run('select chapterhouse_enqueue($1, $2::jsonb, $3, $4)', [
      name,
      JSON.stringify({ ...payload, organizationId: tx.organizationId }),
      options.jobKey === undefined ? newId() : `${name}:${options.jobKey}`,
      options.runAt ?? null,
    ]);
  }
}
