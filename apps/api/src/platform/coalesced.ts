/**
 * One run at a time. Whoever asks while one runs shares the next one with all others who wait: every answer is of a run that
 * began after it was asked for, and so knows everything that was known then.
 */
export class Coalesced<T> {
  private running: Promise<unknown> = Promise.resolve();
  private next: Promise<T> | undefined;

  constructor(private readonly run: () => Promise<T>) {}

  ask(): Promise<T> {
    this.next ??= this.running.then(() => {
      this.next = undefined;
      const run = this.run();
      this.running = run.catch(() => undefined);
      return run;
    });
    return this.next;
  }
}
