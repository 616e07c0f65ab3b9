import type { ScenarioEvent } from '@chapterhouse/domain/priorities/scenario-events';
import { isSeen } from '@chapterhouse/domain/priorities/scenario-policy';
import type { ScenarioState } from '@chapterhouse/domain/priorities/scenario-state';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/auth/viewer.js';
import { scopeOf } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { writeCursor } from '../../platform/events/event-cursor.js';
import type { StoredEvent } from '../../platform/events/event-reader.js';
import { globalId } from '../../platform/graphql/global-id.js';
import { LiveEvents } from '../../platform/realtime/live-events.js';
import { subjectChangeAfterGap } from '../../platform/realtime/subject-change.js';
import type { BacklogChange } from './backlog-changes.resolver.js';
import { productHere } from './items/product-here.js';

/** Where a thing is now, and who may see it. */
interface Head {
  productIds: string[];
  version: number;
  /** Of a scenario. */
  ownerId: string | null;
  state: ScenarioState | null;
}

/** What its events are told of here. */
const TOLD: readonly string[] = ['BacklogItem', 'ProductGoal', 'Dependency', 'Scenario'];

/** What happens to the items, goals, dependencies and scenarios of a product, from a cursor on, without gap or double. */
@Injectable()
export class BacklogChanges {
  /** A batch of the tail is the same array for every listener: its things are loaded once for all of them. */
  private readonly loading = new WeakMap<StoredEvent[], Promise<Map<string, Head>>>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(LiveEvents) private readonly live: LiveEvents,
  ) {}

  /** @param after a cursor of an earlier change; without one only what is new is told @throws NOT_FOUND for a product of nobody here */
  async follow(
    viewer: Viewer,
    productId: string,
    after: string | null | undefined,
  ): Promise<AsyncIterableIterator<BacklogChange>> {
    const { organizationId } = viewer;
    await this.database.transaction(scopeOf(viewer), (tx) => productHere(tx, productId));
    return this.live.follow<BacklogChange>(organizationId, after, {
      wanted: ({ subjectType }) => TOLD.includes(subjectType),
      tell: async ({ events, shared }) => {
        const heads = await this.heads(organizationId, shared);
        return events.flatMap((event) => {
          const head = heads.get(event.subjectId);
          return head && isTold(head, viewer, productId, event) ? [changeOf(event, head)] : [];
        });
      },
      resync: subjectChangeAfterGap,
    });
  }

  private heads(organizationId: string, batch: StoredEvent[]): Promise<Map<string, Head>> {
    const known = this.loading.get(batch);
    if (known) return known;
    const ids = batch.flatMap(({ subjectType, subjectId }) => (TOLD.includes(subjectType) ? [subjectId] : []));
    const loading = this.load(organizationId, [...new Set(ids)]);
    this.loading.set(batch, loading);
    return loading;
  }

  private load(organizationId: string, ids: string[]): Promise<Map<string, Head>> {
    return this.database.transaction({ organizationId }, async (tx) => {
      const rows = await tx.query<Head & { id: string }>(HEADS, [tx.organizationId, ids]);
      return new Map(rows.map(({ id, ...head }) => [id, head]));
    });
  }
}

/** From then on it is not there for others: who had it before them takes it away. */
const UNSHARED = 'scenario.unshared' satisfies ScenarioEvent;

/** A scenario that its owner keeps private looks to others as if it were not there, also what happened to it then. */
function isTold(
  { productIds, ownerId, state }: Head,
  { actor }: Viewer,
  productId: string,
  { name, payload }: StoredEvent,
): boolean {
  if (!productIds.includes(productId)) return false;
  if (ownerId === null || state === null || ownerId === actor.personId || name === UNSHARED) return true;
  const wasPrivate = 'isPrivate' in payload && payload.isPrivate === true;
  return !wasPrivate && isSeen(actor, { ownerId, state });
}

function changeOf({ cursor, name, subjectType, subjectId, subjectVersion }: StoredEvent, head: Head): BacklogChange {
  return {
    cursor: writeCursor(cursor),
    resync: false,
    event: name,
    id: globalId(subjectType, subjectId),
    version: Math.max(head.version, subjectVersion),
  };
}

/** Either side of a dependency is its product. */
const HEADS = `
  select b.id, array[b.product_id] as "productIds", b.version, null::uuid as "ownerId", null as state
    from backlog_items b where b.organization_id = $1 and b.id = any($2::uuid[])
  union all
  select g.id, array[g.product_id], g.version, null, null
    from product_goals g where g.organization_id = $1 and g.id = any($2::uuid[])
  union all
  select d.id, array_remove(array[c.product_id, p.product_id, a.product_id], null), d.version, null, null
    from dependencies d
    join backlog_items c on c.organization_id = d.organization_id and c.id = d.consumer_id
    left join backlog_items p on p.organization_id = d.organization_id and p.id = d.provider_id
    left join teams t on t.organization_id = d.organization_id and t.id = d.provider_team_id
    left join areas a on a.organization_id = d.organization_id and a.id = t.area_id
   where d.organization_id = $1 and d.id = any($2::uuid[])
  union all
  select s.id, array[s.product_id], s.version, s.owner_id, s.state
    from scenarios s where s.organization_id = $1 and s.id = any($2::uuid[])`;
