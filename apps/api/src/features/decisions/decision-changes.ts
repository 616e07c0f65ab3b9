import type { DecisionState } from '@chapterhouse/domain/decisions/decision-state';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { writeCursor } from '../../platform/events/event-cursor.js';
import type { StoredEvent } from '../../platform/events/event-reader.js';
import { globalId } from '../../platform/graphql/global-id.js';
import { LiveEvents } from '../../platform/realtime/live-events.js';
import type { DecisionChange } from './decision-changes.resolver.js';
import { decisionKeyOf } from './decision-row.js';

interface Head {
  number: number;
  version: number;
  state: DecisionState;
}

/** What happens to decisions, from a cursor on: first what was missed, then live, without gap or double. */
@Injectable()
export class DecisionChanges {
  /** A batch of the tail is the same array for every listener: its decisions are loaded once for all of them. */
  private readonly loading = new WeakMap<StoredEvent[], Promise<Map<string, Head>>>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(LiveEvents) private readonly live: LiveEvents,
  ) {}

  /**
   * @param id of the only decision to tell of; null: of all
   * @param after a cursor of an earlier change; without one only what is new is told
   * @throws NOT_FOUND for a decision of nobody here
   */
  async follow(
    { organizationId }: Viewer,
    id: string | null,
    after: string | null | undefined,
  ): Promise<AsyncIterableIterator<DecisionChange>> {
    if (id !== null && (await this.load(organizationId, [id])).size === 0) throw refusePlatform('NOT_FOUND', {});
    return this.live.follow<DecisionChange>(organizationId, after, {
      wanted: ({ subjectType, subjectId }) => subjectType === 'Decision' && (id === null || subjectId === id),
      tell: async ({ events, shared }) => {
        const heads = await this.heads(organizationId, shared);
        return events.map((event) => changeOf(event, heads.get(event.subjectId)));
      },
      resync: (cursor) => ({ cursor, resync: true, event: null, id: null, key: null, version: null, state: null }),
    });
  }

  private heads(organizationId: string, batch: StoredEvent[]): Promise<Map<string, Head>> {
    const known = this.loading.get(batch);
    if (known) return known;
    const ids = batch.flatMap(({ subjectType, subjectId }) => (subjectType === 'Decision' ? [subjectId] : []));
    const loading = this.load(organizationId, [...new Set(ids)]);
    this.loading.set(batch, loading);
    return loading;
  }

  private load(organizationId: string, ids: string[]): Promise<Map<string, Head>> {
    return this.database.transaction({ organizationId }, async (tx) => {
      const rows = await tx.query<Head & { id: string }>(
        'select id, number, version, state from decisions where organization_id = $1 and id = any($2::uuid[])',
        [tx.organizationId, ids],
      );
      return new Map(rows.map(({ id, ...head }) => [id, head]));
    });
  }
}

function changeOf({ cursor, name, subjectId, subjectVersion }: StoredEvent, head: Head | undefined): DecisionChange {
  return {
    cursor: writeCursor(cursor),
    resync: false,
    event: name,
    id: globalId('Decision', subjectId),
    key: head ? decisionKeyOf(head.number) : null,
    version: head?.version ?? subjectVersion,
    state: head?.state ?? null,
  };
}
