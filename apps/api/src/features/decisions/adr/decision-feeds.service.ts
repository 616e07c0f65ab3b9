import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { Secrets } from '../../../platform/auth/secrets.js';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { globalId } from '../../../platform/graphql/global-id.js';
import type { Team } from '../../organization/public.js';
import { mayViewDecisions } from '../search/may-view-decisions.js';
import type { DecisionFeed, NewDecisionFeed } from './decision-feeds.graphql.js';

/** Feeds of one person for one team. */
const MOST_FEEDS = 10;

interface FeedRow {
  id: string;
  created_at: string;
  team_id: string;
  name: string;
  purpose: string;
  archived_on: string | null;
  version: number;
}

/** Everybody makes feeds of their own: what they read, their reader may. Of the secret only its hash is kept. */
@Injectable()
export class DecisionFeedsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Secrets) private readonly secrets: Secrets,
  ) {}

  /** The viewer's own, the newest first. @throws NOT_FOUND for a team that is not here */
  async own(viewer: Viewer, teamId: string): Promise<DecisionFeed[]> {
    mayViewDecisions(viewer);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      await this.team(tx, teamId);
      const rows = await tx.query<FeedRow & Row>(`${FEEDS} and f.team_id = $3 order by f.created_at desc, f.id`, [
        tx.organizationId,
        viewer.personId,
        teamId,
      ]);
      return rows.map(feedObject);
    });
  }

  /** @throws NOT_FOUND for a team that is not here, INVALID_INPUT when there are too many */
  async create(viewer: Viewer, teamId: string): Promise<NewDecisionFeed> {
    mayViewDecisions(viewer);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const name = await this.team(tx, teamId);
      const secret = this.secrets.create(tx.organizationId);
      const id = newId();
      const isMade = await tx.run(
        `insert into decision_feeds (organization_id, id, team_id, secret_hash, created_by, created_at)
         select $1, $2, $3, $4, $5, date_trunc('milliseconds', $6::timestamptz)
          where $7 > (select count(*) from decision_feeds where organization_id = $1 and team_id = $3 and created_by = $5)`,
        [tx.organizationId, id, teamId, secret.hash, viewer.personId, viewer.now.toISOString(), MOST_FEEDS],
      );
      if (isMade === 0)
        throw refusePlatform('INVALID_INPUT', {
          fields: [{ field: 'teamId', problem: `You have ${MOST_FEEDS} feeds of this team: revoke one first.` }],
        });
      const row = await tx.one<FeedRow & Row>(`${FEEDS} and f.id = $3`, [tx.organizationId, viewer.personId, id]);
      if (row === undefined) throw new Error('A feed was made and is not there.');
      return { feed: feedObject(row), address: `/feeds/decisions/${secret.text}/${slug(name)}.atom` };
    });
  }

  /** From now on its address leads nowhere. @throws NOT_FOUND for what is no feed of the viewer's */
  async revoke(viewer: Viewer, id: string): Promise<void> {
    mayViewDecisions(viewer);
    const removed = await this.database.transaction(scopeOf(viewer), (tx) =>
      tx.run('delete from decision_feeds where organization_id = $1 and id = $2 and created_by = $3', [
        tx.organizationId,
        id,
        viewer.personId,
      ]),
    );
    if (removed === 0) throw refusePlatform('NOT_FOUND', {});
  }

  private async team(tx: Tx, id: string): Promise<string> {
    const row = await tx.one<{ name: string }>('select name from teams where organization_id = $1 and id = $2', [
      tx.organizationId,
      id,
    ]);
    if (row === undefined) throw refusePlatform('NOT_FOUND', {});
    return row.name;
  }
}

type Row = Record<string, unknown>;

function feedObject({
  id,
  created_at: createdAt,
  team_id: teamId,
  name,
  purpose,
  archived_on,
  version,
}: FeedRow): DecisionFeed {
  const team: Team = { id: globalId('Team', teamId), name, purpose, archivedOn: archived_on, version };
  return { id: globalId('DecisionFeed', id), createdAt, team };
}

function slug(name: string): string {
  return (
    name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/gu, '-')
      .replaceAll(/^-+|-+$/gu, '') || 'team'
  );
}

const FEEDS = `
  select f.id, f.created_at, f.team_id, t.name, t.purpose, t.archived_on, t.version
    from decision_feeds f
    join teams t on t.organization_id = f.organization_id and t.id = f.team_id
   where f.organization_id = $1 and f.created_by = $2`;
