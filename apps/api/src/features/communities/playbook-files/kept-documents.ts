import { Injectable } from '@nestjs/common';

const MOST_KEPT = 5;
/** Larger ones are made again when somebody asks again. */
const MOST_BYTES = 32 * 1024 * 1024;

/**
 * Versions as one document, one made at a time: a long one takes seconds of everybody's processor. What is published never changes,
 * so that the last few are kept, and all who ask for one that is being made get the same.
 */
@Injectable()
export class KeptDocuments {
  private readonly kept = new Map<string, Promise<Buffer>>();
  private last: Promise<unknown> = Promise.resolve();

  /** @param name of the version and kind, of all organizations' */
  get(name: string, make: () => Promise<Buffer>): Promise<Buffer> {
    const known = this.kept.get(name);
    if (known !== undefined) return known;
    const made = this.last.then(make);
    this.last = made.catch(() => undefined);
    this.kept.set(name, made);
    void this.judge(name, made);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MOST_KEPT) break;
      this.kept.delete(oldest);
    }
    return made;
  }

  /** What failed, or is large, is not kept. */
  private async judge(name: string, made: Promise<Buffer>): Promise<void> {
    try {
      if ((await made).length > MOST_BYTES) this.kept.delete(name);
    } catch {
      this.kept.delete(name);
    }
  }
}
