/** Somebody who is there; the id as in the database, the moment as ISO text. */
export interface Presence {
  personId: string;
  since: string;
}

/** Tells one subscription who is there: only the latest counts, and only when it is another set of people. */
export class PresenceStream implements AsyncIterableIterator<Presence[]> {
  private told: string | undefined;
  private next_: Presence[] | undefined;
  private wake: (() => void) | undefined;
  private ended = false;

  constructor(private readonly onEnd: () => void) {}

  push(people: Presence[]): void {
    const text = people.map(({ personId }) => personId).join();
    if (this.ended || text === this.told) return;
    this.told = text;
    this.next_ = people;
    this.wake?.();
  }

  async next(): Promise<IteratorResult<Presence[], undefined>> {
    for (;;) {
      if (this.ended) return { done: true, value: undefined };
      const people = this.next_;
      this.next_ = undefined;
      if (people) return { done: false, value: people };
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  return(): Promise<IteratorResult<Presence[], undefined>> {
    if (!this.ended) {
      this.ended = true;
      this.onEnd();
      this.wake?.();
    }
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
