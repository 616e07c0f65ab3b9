import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { writeCursor } from '../../../platform/events/event-cursor.js';
import type { StoredEvent } from '../../../platform/events/event-reader.js';
import { LiveEvents } from '../../../platform/realtime/live-events.js';
import type { SharedEvent } from '../../../platform/realtime/shared-executions.js';
import type { SessionState } from './session-row.js';
import { SessionsRepository } from './sessions.repository.js';
import { type TriageSession, triageSessionOf } from './triage.graphql.js';

/** A change of a session with all of it as it is by now. */
export interface SessionNews extends SharedEvent {
  cursor: string;
  resync: boolean;
  event: string | null;
  session: TriageSession | null;
}

/** What happens in a session and to the impediments on its agenda, from a cursor on: first what was missed, then live, without gap or double. */
@Injectable()
export class SessionChanges {
  /** A batch of the tail is the same array for every listener: a session is loaded once for all of them. */
  private readonly loading = new WeakMap<StoredEvent[], Map<string, Promise<SessionNews | undefined>>>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(LiveEvents) private readonly live: LiveEvents,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(SessionsRepository) private readonly sessions: SessionsRepository,
  ) {}

  /** @throws NOT_FOUND for a session of nobody here */
  async follow(
    { organizationId }: Viewer,
    id: string,
    after: string | null | undefined,
  ): Promise<AsyncIterableIterator<SessionNews>> {
    const state = await this.load(organizationId, id);
    if (!state) throw refusePlatform('NOT_FOUND', {});
    let agenda = impedimentsOf(state);
    return this.live.follow<SessionNews>(organizationId, after, {
      // Which impediments are on the agenda is known only once what came before has been told.
      wanted: ({ subjectType, subjectId }) =>
        subjectType === 'Impediment' || (subjectType === 'TriageSession' && subjectId === id),
      tell: async ({ events, shared }) => {
        const concerned = events.filter(
          ({ subjectType, subjectId }) => subjectType === 'TriageSession' || agenda.has(subjectId),
        );
        if (concerned.length === 0) return [];
        const news = await this.news(organizationId, id, shared, concerned.at(-1));
        if (news?.session) agenda = impedimentsOf(news.session.loaded);
        return news ? [news] : [];
      },
      resync: (cursor) => ({ cursor, resync: true, event: null, session: null, seenBy: () => '' }),
    });
  }

  /** What came together is one change: the session says all of it. */
  private news(
    organizationId: string,
    id: string,
    batch: StoredEvent[],
    last: StoredEvent | undefined,
  ): Promise<SessionNews | undefined> {
    let known = this.loading.get(batch);
    if (!known) this.loading.set(batch, (known = new Map<string, Promise<SessionNews | undefined>>()));
    let news = known.get(id);
    if (!news) known.set(id, (news = this.write(organizationId, id, last)));
    return news;
  }

  private async write(
    organizationId: string,
    id: string,
    last: StoredEvent | undefined,
  ): Promise<SessionNews | undefined> {
    const state = await this.load(organizationId, id);
    if (!state || !last) return undefined;
    return {
      cursor: writeCursor(last.cursor),
      resync: false,
      event: last.name,
      session: triageSessionOf(state),
      // Own dots and permissions are in it, and whatever else of the viewer's somebody asks of what is on the agenda.
      seenBy: ({ personId, actor }) => `${personId} ${JSON.stringify(actor.assignments)}`,
    };
  }

  private load(organizationId: string, id: string): Promise<SessionState | undefined> {
    return this.database.transaction({ organizationId }, async (tx) => {
      const now = this.clock.now().getTime();
      return (await this.sessions.states(tx, await this.sessions.byIds(tx, [id]), now))[0];
    });
  }
}

function impedimentsOf({ items }: SessionState): ReadonlySet<string> {
  return new Set(items.flatMap(({ impediment_id: id }) => id ?? []));
}
