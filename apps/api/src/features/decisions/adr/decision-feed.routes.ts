import { DECISION_STATE_TITLES, type DecisionState } from '@chapterhouse/domain/decisions/decision-state';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { SecretToken } from '../../../platform/auth/session-token.js';
import { Database } from '../../../platform/database/database.js';
import { SecretFeeds } from '../../../platform/http/secret-feeds.js';
import type { Settings } from '../../../platform/settings/settings.js';
import { SETTINGS } from '../../../platform/settings/settings-token.js';
import { decisionKeyOf } from '../decision-row.js';
import { atomOf } from './atom.js';

const ENTRIES = 50;
const LONGEST_SUMMARY = 1000;

interface EntryRow extends Record<string, unknown> {
  feed_id: string;
  feed_created_at: string;
  team: string;
  id: string | null;
  number: number;
  title: string;
  state: DecisionState;
  summary: string;
  proposed_at: string;
  updated_at: string;
}

/** `GET /feeds/decisions/<secret>/<team>.atom`: dead with the account of whoever made it. */
@Injectable()
export class DecisionFeedRoutes implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SecretFeeds) private readonly secretFeeds: SecretFeeds,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.secretFeeds.serve({
      kind: 'decisions',
      extension: 'atom',
      contentType: 'application/atom+xml; charset=utf-8',
      text: (secret) => this.text(secret),
    });
  }

  private async text({ organizationId, hash }: SecretToken): Promise<string | undefined> {
    const rows = await this.database.transaction({ organizationId }, (tx) =>
      tx.query<EntryRow>(ENTRIES_OF_FEED, [organizationId, hash, ENTRIES, LONGEST_SUMMARY]),
    );
    const [first] = rows;
    if (first === undefined) return undefined;
    const decisions = rows.filter(({ id }) => id !== null);
    const base = this.settings.publicUrl.replace(/\/$/u, '');
    return atomOf({
      id: `urn:uuid:${first.feed_id}`,
      title: `Decisions of ${first.team}`,
      link: `${base}/decisions`,
      updatedAt: decisions[0]?.updated_at ?? first.feed_created_at,
      entries: decisions.map(({ id, number, title, state, summary, proposed_at, updated_at }) => ({
        id: `urn:uuid:${id}`,
        title: `${decisionKeyOf(number)} ${title} (${DECISION_STATE_TITLES[state]})`,
        link: `${base}/decisions/${decisionKeyOf(number)}`,
        publishedAt: proposed_at,
        updatedAt: updated_at,
        summary,
        category: state.toLowerCase(),
      })),
    });
  }
}

/** Of a team: what is decided in it, and what touches it. Dead with the account of whoever made it. */
const ENTRIES_OF_FEED = `
  select f.id as feed_id, f.created_at as feed_created_at, t.name as team, d.id, d.number, d.title, d.state, d.proposed_at,
         d.updated_at,
         left(coalesce(nullif(d.words ->> 'outcome', ''), nullif(d.words ->> 'context', ''), ''), $4) as summary
    from decision_feeds f
    join people p on p.organization_id = f.organization_id and p.id = f.created_by and p.deactivated_at is null
    join teams t on t.organization_id = f.organization_id and t.id = f.team_id
    left join lateral (
      select * from decisions d where d.organization_id = f.organization_id
         and (d.team_id = f.team_id or d.id in (
           select l.decision_id from decision_links l where l.organization_id = f.organization_id and l.team_id = f.team_id))
       order by d.updated_at desc, d.number desc limit $3
    ) as d on true
   where f.organization_id = $1 and f.secret_hash = $2
   order by d.updated_at desc, d.number desc`;
