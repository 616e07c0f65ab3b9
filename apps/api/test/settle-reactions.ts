import { EventReader } from '../src/platform/events/event-reader.js';
import { ReactionStep } from '../src/platform/events/reaction-step.js';
import { Reactions } from '../src/platform/events/reactions.js';
import type { TestApp } from './test-app.js';

/** The organization's log is followed from here on, as a new organization's is from its first event. */
export function beginReactions(app: TestApp, organizationId: string): Promise<number> {
  return app.database.transaction({ organizationId }, (tx) => app.app.get(Reactions).begin(tx));
}

/** Runs every reaction, as the worker does, until there is nothing more to do. */
export async function settleReactions(app: TestApp, organizationId: string): Promise<void> {
  for (const reaction of app.app.get(Reactions).all()) {
    for (let steps = 0; ; steps += 1) {
      if (steps > 500) throw new Error(`${reaction.name} does not come to rest.`);
      const next = await app.app.get(ReactionStep).run(organizationId, reaction);
      if (next === 'when woken') break;
      if (next !== 'now') await new Promise((resolve) => setTimeout(resolve, next.inMs));
    }
  }
}

/**
 * What was committed so far is behind whoever follows the log from now on. Before, a transaction that began earlier,
 * also one of another test's database, may hold events back, which then come as news.
 */
export async function settleEvents(app: TestApp, organizationId: string): Promise<void> {
  const events = app.app.get(EventReader);
  const heldBack = (): Promise<boolean> =>
    app.database.transaction({ organizationId }, async (tx) => events.hasAfterIn(tx, await events.nowIn(tx)));
  while (await heldBack()) await new Promise((resolve) => setTimeout(resolve, 10));
}
