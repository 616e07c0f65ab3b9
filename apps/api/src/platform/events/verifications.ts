import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/tx.js';

/** Looks for something that must never be, and says each case in a sentence. */
export type Verification = (tx: Tx) => Promise<string[]>;

/** What `verify` checks of an organization: features register what must hold of their rows and events. */
@Injectable()
export class Verifications {
  private readonly checks = new Map<string, Verification>();

  register(name: string, check: Verification): void {
    this.checks.set(name, check);
  }

  /** By check, what is wrong; an empty list is well. */
  async run(tx: Tx): Promise<Record<string, string[]>> {
    const found: Record<string, string[]> = {};
    for (const [name, check] of this.checks) found[name] = await check(tx);
    return found;
  }
}
