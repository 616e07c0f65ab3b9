import type { CommunityEvent, CommunityPayload } from '@chapterhouse/domain/communities/community-events';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { idempotently } from '../../../platform/graphql/idempotency.js';
import { CommunitiesRepository } from './communities.repository.js';
import type { CommunityRow } from './community-row.js';

/** What every mutation in a community is asked with. */
export interface CommunityCall {
  viewer: Viewer;
  /** All that was given, ids as in the database, to tell a repetition from another call with the same key. */
  input: object;
  idempotencyKey: string | null | undefined;
}

/** What happened to a thing of a community; `version` is the thing's after it. */
export interface CommunityHappening extends CommunityPayload {
  event: CommunityEvent;
  of: 'Community' | 'Discussion' | 'Idea';
  id: string;
  version: number;
  communityId: string;
}

/** Inside the transaction of a mutation. */
export interface OpenedCall {
  tx: Tx;
  viewer: Viewer;
  /** ISO text of now. */
  at: string;
  /** Puts it on the record. */
  record(happening: CommunityHappening): Promise<void>;
}

/** The frame of every mutation in a community: one transaction, at most once per key, on the record. */
@Injectable()
export class CommunityTransaction {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(CommunitiesRepository) private readonly communities: CommunitiesRepository,
  ) {}

  /**
   * A repetition with the same key does nothing and answers the thing as it is by now.
   * @param action tells keys of different operations apart
   * @param step permits, changes, records, and answers the id of what is to be shown
   */
  run<T>(
    { viewer, input, idempotencyKey }: CommunityCall,
    action: string,
    step: (opened: OpenedCall) => Promise<string>,
    show: (tx: Tx, id: string) => Promise<T>,
  ): Promise<T> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const record = (happening: CommunityHappening): Promise<void> => this.append(tx, happening);
      const { id } = await idempotently(tx, idempotencyKey, action, input, async () => ({
        id: await step({ tx, viewer, at: viewer.now.toISOString(), record }),
      }));
      return show(tx, id);
    });
  }

  /** The community, held so that nobody else changes it or who belongs to it. @throws NOT_FOUND */
  async hold({ tx, viewer }: Pick<OpenedCall, 'tx' | 'viewer'>, id: string): Promise<CommunityRow> {
    const row = await this.communities.forUpdate(tx, viewer.personId, id);
    if (!row) throw refusePlatform('NOT_FOUND', {});
    return row;
  }

  /** The community around something that changes: it is not closed meanwhile, and others may go on in it. @throws NOT_FOUND */
  async around({ tx, viewer }: Pick<OpenedCall, 'tx' | 'viewer'>, id: string): Promise<CommunityRow> {
    const row = await this.communities.forShare(tx, viewer.personId, id);
    if (!row) throw refusePlatform('NOT_FOUND', {});
    return row;
  }

  private append(tx: Tx, { event, of, id, version, ...payload }: CommunityHappening): Promise<void> {
    return this.events.append(tx, { name: event, subjectType: of, subjectId: id, subjectVersion: version, payload });
  }
}
