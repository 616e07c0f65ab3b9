import { InMemoryCache } from '@apollo/client';

/** A cache that says when something in it changed. */
export class WatchedCache extends InMemoryCache {
  private readonly listeners = new Set<() => void>();

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Apollo tells the screens of each change by this method: the one place that all changes pass. */
  protected override broadcastWatches(...given: Parameters<InMemoryCache['broadcastWatches']>): void {
    super.broadcastWatches(...given);
    // Apollo's own constructor comes by before the set is there.
    for (const listener of this.listeners ?? []) listener();
  }
}
