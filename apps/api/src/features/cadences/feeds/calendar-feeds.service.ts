import { canOnCadence } from '@chapterhouse/domain/cadences/cadence-policy';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { Secrets } from '../../../platform/auth/secrets.js';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { readId } from '../../../platform/graphql/global-id.js';
import { refuseField } from '../refuse-cadence.js';
import { type CalendarFeedRow, feedObject, FEEDS, slugOf, titleOf } from './calendar-feed-row.js';
import type { CalendarFeed, FeedScope, NewCalendarFeed } from './calendar-feeds.graphql.js';

/** Feeds of one person for one scope. */
const MOST_FEEDS = 10;

type Row = CalendarFeedRow & Record<string, unknown>;

/** Everybody makes feeds of their own: what they read, their calendar may. Of the secret only its hash is kept. */
@Injectable()
export class CalendarFeedsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Secrets) private readonly secrets: Secrets,
  ) {}

  /** The viewer's own, then those of teams, chapters and communities whose meetings the viewer answers for; the newest first. */
  async list(viewer: Viewer): Promise<CalendarFeed[]> {
    mayView(viewer);
    const rows = await this.database.transaction(scopeOf(viewer), (tx) =>
      tx.query<Row>(`${FEEDS} order by f.created_by <> $2, f.created_at desc, f.id`, [
        tx.organizationId,
        viewer.personId,
      ]),
    );
    return rows.filter((row) => mayManage(viewer, row)).map((row) => feedObject(row, viewer.personId));
  }

  /** @throws NOT_FOUND for what is not here, INVALID_INPUT when there are too many */
  async create(viewer: Viewer, scope: FeedScope, scopeId: string | null): Promise<NewCalendarFeed> {
    mayView(viewer);
    const { teamId, chapterId, communityId } = idsOf(scope, scopeId);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      await this.check(tx, { teamId, chapterId, communityId });
      const secret = this.secrets.create(tx.organizationId);
      const id = newId();
      const given = [tx.organizationId, id, scope, teamId, chapterId, secret.hash, viewer.personId];
      const isMade = await tx.run(INSERT, [...given, viewer.now.toISOString(), MOST_FEEDS, communityId]);
      if (isMade === 0) refuseField('scope', `You have ${MOST_FEEDS} addresses of these meetings: revoke one first.`);
      const row = await tx.one<Row>(`${FEEDS} and f.id = $2`, [tx.organizationId, id]);
      if (row === undefined) throw new Error('A feed was made and is not there.');
      const address = `/feeds/calendar/${secret.text}/${slugOf(titleOf(row))}.ics`;
      return { feed: feedObject(row, viewer.personId), address };
    });
  }

  /** From now on its address leads nowhere. @throws NOT_FOUND for what the viewer is not shown */
  async revoke(viewer: Viewer, id: string): Promise<void> {
    mayView(viewer);
    await this.database.transaction(scopeOf(viewer), async (tx) => {
      const row = await tx.one<Row>(`${FEEDS} and f.id = $2`, [tx.organizationId, id]);
      if (row === undefined || !mayManage(viewer, row)) throw refusePlatform('NOT_FOUND', {});
      await tx.run('delete from calendar_feeds where organization_id = $1 and id = $2', [tx.organizationId, id]);
    });
  }

  private async check(tx: Tx, { teamId, chapterId, communityId }: FeedIds): Promise<void> {
    const row = await tx.one<{ here: boolean }>(HERE, [tx.organizationId, teamId, chapterId, communityId]);
    if (row?.here !== true) throw refusePlatform('NOT_FOUND', {});
  }
}

/** Whose meetings a feed is of; none: its maker's. */
interface FeedIds {
  teamId: string | null;
  chapterId: string | null;
  communityId: string | null;
}

const NOBODYS: FeedIds = { teamId: null, chapterId: null, communityId: null };

const HERE = `
  select ($2::uuid is null or exists (select from teams where organization_id = $1 and id = $2))
     and ($3::uuid is null or exists (select from chapters where organization_id = $1 and id = $3))
     and ($4::uuid is null or exists (select from communities where organization_id = $1 and id = $4)) as here`;

/** @throws INVALID_INPUT, NOT_FOUND */
function idsOf(scope: FeedScope, scopeId: string | null): FeedIds {
  if (scope === 'PERSON') {
    if (scopeId !== null) refuseField('scopeId', 'Leave this out: everybody makes a feed of their own meetings only.');
    return NOBODYS;
  }
  if (scopeId === null) refuseField('scopeId', `Say which ${scope.toLowerCase()}.`);
  if (scope === 'TEAM') return { ...NOBODYS, teamId: readId('Team', scopeId) };
  if (scope === 'COMMUNITY') return { ...NOBODYS, communityId: readId('Community', scopeId) };
  return { ...NOBODYS, chapterId: readId('Chapter', scopeId) };
}

function mayManage(viewer: Viewer, row: CalendarFeedRow): boolean {
  if (row.created_by === viewer.personId) return true;
  if (row.scope === 'PERSON') return false;
  const place = { productId: row.product_id, areaId: row.area_id, teamId: row.team_id };
  const facts = { scopeKind: row.scope_kind, place, isOfOwnChapter: false };
  return canOnCadence(viewer.actor, 'cadence:edit', facts).allowed;
}

/** @throws FORBIDDEN */
function mayView(viewer: Viewer): void {
  const verdict = canOnCadence(viewer.actor, 'cadence:view');
  if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action: 'cadence:view', reason: verdict.reason });
}

const INSERT = `
  insert into calendar_feeds (organization_id, id, scope, team_id, chapter_id, community_id, secret_hash, created_by, created_at)
  select $1, $2, $3, $4::uuid, $5::uuid, $10::uuid, $6, $7, date_trunc('milliseconds', $8::timestamptz)
   where $9 > (select count(*) from calendar_feeds where organization_id = $1 and created_by = $7 and scope = $3
                  and team_id is not distinct from $4::uuid and chapter_id is not distinct from $5::uuid
                  and community_id is not distinct from $10::uuid)`;
