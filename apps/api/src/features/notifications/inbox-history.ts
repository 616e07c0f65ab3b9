import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { EventReader } from '../../platform/events/event-reader.js';
import { InboxReactions, TOLD_EVENTS } from './inbox.reactions.js';

/** How long somebody of the story takes to read what they were told. */
const READ_AFTER_HOURS = 3;

/** What people would have been told of the last days, by the same rules: for the demo, all of whose events are history. */
@Injectable()
export class InboxHistory {
  constructor(
    @Inject(EventReader) private readonly events: EventReader,
    @Inject(InboxReactions) private readonly reactions: InboxReactions,
  ) {}

  /** @param readUntil what is older has been read; both are ISO text */
  async tell(tx: Tx, since: string, readUntil: string): Promise<void> {
    // Each on an occasion of its own: they are one transaction, but did not happen at once.
    for (const event of await this.events.sinceIn(tx, since, TOLD_EVENTS))
      await this.reactions.tell(tx, event, `history:${event.cursor.id}`);
    await tx.run(
      `update inbox_entries set read_at = at + make_interval(hours => $3) where organization_id = $1 and at < $2`,
      [tx.organizationId, readUntil, READ_AFTER_HOURS],
    );
  }
}
