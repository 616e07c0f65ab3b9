import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { Page } from '../../../platform/graphql/connection.js';
import { COMMUNITY_ROWS, type CommunityRow } from './community-row.js';

/** Columns that a use case may set. */
export interface CommunityColumns {
  name: string;
  purpose: string;
  topics: string[];
}

export interface NewCommunity extends CommunityColumns {
  id: string;
  foundedBy: string;
  /** ISO text of now. */
  at: string;
}

/** What a directory is narrowed to. */
export interface CommunityQuestion {
  /** For `like`. */
  text: string | null;
  mine: boolean;
  closed: boolean;
}

/** Communities; `personId` is who looks. */
@Injectable()
export class CommunitiesRepository {
  byIds(tx: Tx, personId: string, ids: readonly string[]): Promise<CommunityRow[]> {
    return tx.query<CommunityRow>(`${COMMUNITY_ROWS} and c.id = any($3::uuid[])`, [tx.organizationId, personId, ids]);
  }

  async byId(tx: Tx, personId: string, id: string): Promise<CommunityRow | undefined> {
    return (await this.byIds(tx, personId, [id]))[0];
  }

  /** By name. */
  page(tx: Tx, personId: string, asked: CommunityQuestion, page: Page): Promise<CommunityRow[]> {
    const [name = null, id = null] = page.after ?? [];
    return tx.query<CommunityRow>(
      `${COMMUNITY_ROWS} and ${ASKED} and ($6::text is null or (lower(c.name), c.id) > ($6, $7::uuid))
        order by lower(c.name), c.id limit $8`,
      [tx.organizationId, personId, asked.text, asked.mine, asked.closed, name, id, page.limit],
    );
  }

  async count(tx: Tx, personId: string, asked: CommunityQuestion): Promise<number> {
    const counted = await tx.one<{ count: number }>(
      `select count(*)::int as count from communities c where c.organization_id = $1 and ${ASKED}`,
      [tx.organizationId, personId, asked.text, asked.mine, asked.closed],
    );
    return counted?.count ?? 0;
  }

  /** Locks it until the transaction ends. */
  async forUpdate(tx: Tx, personId: string, id: string): Promise<CommunityRow | undefined> {
    return this.locked(tx, personId, id, 'for no key update');
  }

  /** Keeps others from changing it until the transaction ends. */
  async forShare(tx: Tx, personId: string, id: string): Promise<CommunityRow | undefined> {
    return this.locked(tx, personId, id, 'for share');
  }

  /** @throws by constraint `communities_one_name` */
  async insert(tx: Tx, { id, name, purpose, topics, foundedBy, at }: NewCommunity): Promise<void> {
    await tx.run(
      `insert into communities (organization_id, id, name, purpose, topics, founded_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [tx.organizationId, id, name, purpose, topics, foundedBy, at],
    );
  }

  /** The new version of a row that is locked. @throws by constraint `communities_one_name` */
  async update(tx: Tx, id: string, { name, purpose, topics }: Partial<CommunityColumns>): Promise<number> {
    const updated = await tx.one<{ version: number }>(
      `update communities set name = coalesce($3, name), purpose = coalesce($4, purpose), topics = coalesce($5, topics),
              version = version + 1
        where organization_id = $1 and id = $2 returning version`,
      [tx.organizationId, id, name ?? null, purpose ?? null, topics ?? null],
    );
    return versionOf(updated);
  }

  /** Closes it, or opens it again with null. @throws by constraint `communities_one_name` */
  async close(tx: Tx, id: string, closed: { at: string; reason: string } | null): Promise<number> {
    const updated = await tx.one<{ version: number }>(
      `update communities set closed_at = $3, close_reason = $4, version = version + 1
        where organization_id = $1 and id = $2 returning version`,
      [tx.organizationId, id, closed?.at ?? null, closed?.reason ?? null],
    );
    return versionOf(updated);
  }

  private async locked(tx: Tx, personId: string, id: string, how: string): Promise<CommunityRow | undefined> {
    const sql = `select 1 from communities where organization_id = $1 and id = $2 ${how}`;
    const locked = await tx.run(sql, [tx.organizationId, id]);
    return locked === 0 ? undefined : this.byId(tx, personId, id);
  }
}

function versionOf(updated: { version: number } | undefined): number {
  if (!updated) throw new Error('A row that is locked is there.');
  return updated.version;
}

/** $2 who looks, $3 words for `like`, $4 only one's own, $5 closed ones or the others. */
const ASKED = `(c.closed_at is not null) = $5::boolean and (not $4::boolean or exists (
    select from community_members o where o.organization_id = $1 and o.community_id = c.id and o.person_id = $2::uuid))
  and ($3::text is null or c.name ilike $3 or c.purpose ilike $3 or array_to_string(c.topics, ' ') ilike $3)`;
