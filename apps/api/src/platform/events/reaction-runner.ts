import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Doorways } from '../auth/doorways.js';
import { EventTail } from './event-tail.js';
import { ReactionStep, type NextLook } from './reaction-step.js';
import { Reactions } from './reactions.js';

/** Organizations of one process that react at the same time. */
const CONCURRENCY = 2;
/** When nothing wakes us (a lost notification, a killed process) we look into every organization after this long. */
const POLL_MS = 10_000;
const AFTER_ERROR_MS = 1000;

/** Follows every organization's log with every reaction. Any number of processes: one at a time per reaction and organization. */
@Injectable()
export class ReactionRunner implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Reactions');
  private readonly due = new Set<string>();
  private readonly running = new Map<string, Promise<void>>();
  private readonly timers = new Map<string, { at: number; timer: NodeJS.Timeout }>();
  private poll: NodeJS.Timeout | undefined;
  private deaf: (() => void) | undefined;
  private stopping = false;

  constructor(
    @Inject(Reactions) private readonly reactions: Reactions,
    @Inject(ReactionStep) private readonly step: ReactionStep,
    @Inject(EventTail) private readonly tail: EventTail,
    @Inject(Doorways) private readonly doorways: Doorways,
  ) {}

  /** Works until the application shuts down. Call it once, after the application is initialised. */
  start(): void {
    this.deaf = this.tail.onWake((organizationId) => this.look(organizationId));
    this.poll = setInterval(() => void this.lookEverywhere(), POLL_MS);
    this.poll.unref();
    void this.lookEverywhere();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.deaf?.();
    clearInterval(this.poll);
    for (const { timer } of this.timers.values()) clearTimeout(timer);
    this.due.clear();
    await Promise.all(this.running.values());
  }

  private async lookEverywhere(): Promise<void> {
    try {
      for (const organizationId of await this.doorways.organizations()) this.look(organizationId);
    } catch {
      // The database is away; the poll comes back.
    }
  }

  /** Soon, and once however often it is asked meanwhile. */
  private look(organizationId: string): void {
    if (this.stopping) return;
    this.due.add(organizationId);
    this.next();
  }

  private next(): void {
    for (const organizationId of this.due) {
      if (this.running.size >= CONCURRENCY) return;
      if (this.running.has(organizationId)) continue;
      this.due.delete(organizationId);
      this.running.set(
        organizationId,
        this.react(organizationId).finally(() => {
          this.running.delete(organizationId);
          this.next();
        }),
      );
    }
  }

  private async react(organizationId: string): Promise<void> {
    for (const reaction of this.reactions.all()) {
      try {
        this.plan(organizationId, await this.step.run(organizationId, reaction));
      } catch (error) {
        this.logger.warn(`Could not react: ${error instanceof Error ? error.message : String(error)}`);
        this.plan(organizationId, { inMs: AFTER_ERROR_MS });
      }
    }
  }

  private plan(organizationId: string, next: NextLook): void {
    if (this.stopping || next === 'when woken') return;
    if (next === 'now') {
      this.due.add(organizationId);
      return;
    }
    const at = Date.now() + next.inMs;
    const known = this.timers.get(organizationId);
    // The sooner look asks every reaction again, and so plans the later one anew.
    if (known && known.at <= at) return;
    clearTimeout(known?.timer);
    const timer = setTimeout(() => {
      this.timers.delete(organizationId);
      this.look(organizationId);
    }, next.inMs);
    timer.unref();
    this.timers.set(organizationId, { at, timer });
  }
}
