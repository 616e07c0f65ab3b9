import { inboxExcerpt } from '@chapterhouse/domain/notifications/inbox-excerpt';
import { addedTeamNames, REASONS_OF_EVENT, type Told, toldOf } from '@chapterhouse/domain/notifications/inbox-rules';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { StoredEvent } from '../../platform/events/event-reader.js';
import { Reactions } from '../../platform/events/reactions.js';
import { ImpedimentAudienceRead } from '../impediments/public.js';
import { ReachablePeopleRead } from '../organization/public.js';
import { InboxNews } from './inbox-news.js';
import { InboxWrites, type TouchedEntry } from './inbox-writes.js';

/** Fills inboxes from what happens to impediments. */
@Injectable()
export class InboxReactions implements OnModuleInit {
  constructor(
    @Inject(Reactions) private readonly reactions: Reactions,
    @Inject(ImpedimentAudienceRead) private readonly audiences: ImpedimentAudienceRead,
    @Inject(ReachablePeopleRead) private readonly people: ReachablePeopleRead,
    @Inject(InboxWrites) private readonly writes: InboxWrites,
    @Inject(InboxNews) private readonly news: InboxNews,
  ) {}

  onModuleInit(): void {
    this.reactions.register<TouchedEntry[]>({
      name: 'notifications.inbox',
      events: Object.keys(REASONS_OF_EVENT),
      react: (tx, event) => this.tell(tx, event, event.cursor.xid.toString()),
      conclude: async (tx, effects) => {
        const touched = effects.flat();
        if (touched.length === 0) return;
        const people = [...new Set(touched.map(({ personId }) => personId))];
        await this.news.tell(tx, 'inbox.filled', { people, entries: [...new Set(touched.map(({ id }) => id))] });
      },
    });
  }

  /** @param occasion events of one name and one occasion are one message */
  async tell(tx: Tx, event: StoredEvent, occasion: string): Promise<TouchedEntry[]> {
    const told = await this.toldOf(tx, event);
    return this.writes.tell(tx, { event, occasion, excerpt: inboxExcerpt(event.payload) }, told);
  }

  private async toldOf(tx: Tx, event: StoredEvent): Promise<Told[]> {
    const audience = await this.audiences.of(tx, event.subjectId);
    if (!audience) return [];
    const added = new Set(addedTeamNames(event.payload));
    const teamIds = audience.affectedTeams.filter(({ name }) => added.has(name)).map(({ id }) => id);
    const addedTeamMemberIds = await this.people.membersOf(tx, teamIds);
    const { name, actorId, payload } = event;
    const told = toldOf({ name, actorId, ...payload }, { ...audience, addedTeamMemberIds });
    const reachable = await this.people.among(
      tx,
      told.map(({ personId }) => personId),
    );
    return told.filter(({ personId }) => reachable.has(personId));
  }
}
