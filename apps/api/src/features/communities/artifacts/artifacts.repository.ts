import type { ArtifactKind, ArtifactState, TemplateUse } from '@chapterhouse/domain/communities/artifact-state';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { ThingName } from '../../../platform/graphql/thing-names.js';
import type { Page } from '../../../platform/graphql/connection.js';
import { ARTIFACT_ROWS, type ArtifactRow } from './artifact-row.js';

/** Columns that a use case may set. */
export interface ArtifactColumns {
  title: string;
  summary: string;
  template_for: TemplateUse | null;
  approvals_needed: number;
  review_due_on: string | null;
  review_told_on: string | null;
  archived_at: string | null;
  archived_by: string | null;
  archive_reason: string;
  version_count: number;
  current_version_id: string | null;
}

export interface NewArtifact {
  id: string;
  kind: ArtifactKind;
  communityId: string;
  title: string;
  summary: string;
  templateFor: TemplateUse | null;
  approvalsNeeded: number;
  reviewDueOn: string | null;
  /** Of an import; empty for others. */
  importedFrom: string;
  createdBy: string;
  /** ISO text. */
  createdAt: string;
}

/** What a list is narrowed to; ids are the database's. */
export interface ArtifactQuestion {
  communityId: string | null;
  kinds: readonly ArtifactKind[] | null;
  states: readonly ArtifactState[] | null;
  /** Those that the team follows. */
  teamId: string | null;
  reviewOverdue: boolean | null;
  /** Of communities that the viewer is a member of. */
  mine: boolean;
  /** As somebody typed it. */
  text: string | null;
}

/** Artifacts; `personId` is who looks. Each statement is one round trip, whatever the number of rows. */
@Injectable()
export class ArtifactsRepository {
  byIds(tx: Tx, personId: string, ids: readonly string[]): Promise<ArtifactRow[]> {
    return tx.query<ArtifactRow>(`${ARTIFACT_ROWS} and a.id = any($3::uuid[])`, [tx.organizationId, personId, ids]);
  }

  async byId(tx: Tx, personId: string, id: string): Promise<ArtifactRow | undefined> {
    return (await this.byIds(tx, personId, [id]))[0];
  }

  byNumber(tx: Tx, personId: string, number: number): Promise<ArtifactRow | undefined> {
    return tx.one<ArtifactRow>(`${ARTIFACT_ROWS} and a.number = $3`, [tx.organizationId, personId, number]);
  }

  names(tx: Tx, numbers: readonly string[]): Promise<ThingName[]> {
    return tx.query(
      `select number::text as asked, title as name from artifacts where organization_id = $1 and number = any($2::int[])`,
      [tx.organizationId, numbers],
    );
  }

  /** By title; those in the archive last. */
  ofCommunities(tx: Tx, personId: string, communityIds: readonly string[]): Promise<ArtifactRow[]> {
    return tx.query<ArtifactRow>(
      `${ARTIFACT_ROWS} and a.community_id = any($3::uuid[]) order by a.archived_at is not null, lower(a.title), a.id`,
      [tx.organizationId, personId, communityIds],
    );
  }

  /** The latest change first. @param today YYYY-MM-DD where the organization is */
  page(tx: Tx, personId: string, today: string, asked: ArtifactQuestion, page: Page): Promise<ArtifactRow[]> {
    const [at = null, id = null] = page.after ?? [];
    return tx.query<ArtifactRow>(
      `${ARTIFACT_ROWS} and ${ASKED} and ($11::timestamptz is null or (a.updated_at, a.id) < ($11, $12::uuid))
        order by a.updated_at desc, a.id desc limit $13`,
      [...questionValues(tx, personId, today, asked), at, id, page.limit],
    );
  }

  async count(tx: Tx, personId: string, today: string, asked: ArtifactQuestion): Promise<number> {
    const counted = await tx.one<{ count: number }>(
      `select count(*)::int as count from (${ARTIFACT_ROWS} and ${ASKED}) found`,
      questionValues(tx, personId, today, asked),
    );
    return counted?.count ?? 0;
  }

  /** Locks it until the transaction ends, and its community against being closed. */
  async forUpdate(tx: Tx, personId: string, id: string): Promise<ArtifactRow | undefined> {
    const locked = await tx.one<{ community_id: string }>(
      'select community_id from artifacts where organization_id = $1 and id = $2 for no key update',
      [tx.organizationId, id],
    );
    if (!locked) return undefined;
    await tx.run('select 1 from communities where organization_id = $1 and id = $2 for share', [
      tx.organizationId,
      locked.community_id,
    ]);
    // Another statement on purpose: its snapshot is younger than the wait for the locks.
    return this.byId(tx, personId, id);
  }

  /** Keeps it from being archived, or published anew, until the transaction ends. */
  async forShare(tx: Tx, personId: string, id: string): Promise<ArtifactRow | undefined> {
    const sql = 'select 1 from artifacts where organization_id = $1 and id = $2 for share';
    const locked = await tx.run(sql, [tx.organizationId, id]);
    return locked === 0 ? undefined : this.byId(tx, personId, id);
  }

  /** Takes the next number: everybody else who creates one waits from here until the commit. */
  async insert(tx: Tx, artifact: NewArtifact): Promise<number> {
    const counted = await tx.one<{ last_number: number }>(
      `insert into artifact_counters as c (organization_id, last_number) values ($1, 1)
       on conflict (organization_id) do update set last_number = c.last_number + 1 returning last_number`,
      [tx.organizationId],
    );
    const number = counted?.last_number ?? 1;
    await tx.run(INSERT, [tx.organizationId, number, JSON.stringify(artifact)]);
    return number;
  }

  /** The new version of a row that is locked. */
  async update(tx: Tx, id: string, changes: Partial<ArtifactColumns>, at: string): Promise<number> {
    const columns = Object.entries(changes).filter(([, value]) => value !== undefined);
    const assignments = columns.map(([column], index) => `${column} = $${index + 4}`);
    const updated = await tx.one<{ version: number }>(
      `update artifacts
          set ${[...assignments, 'version = version + 1', 'updated_at = greatest(updated_at, $3)'].join(', ')}
        where organization_id = $1 and id = $2 returning version`,
      [tx.organizationId, id, at, ...columns.map(([, value]) => value)],
    );
    if (!updated) throw new Error('A row that is locked is there.');
    return updated.version;
  }

  /** Who wrote, reviewed or proposed watches, unless they said no. */
  async watchUnlessRefused(tx: Tx, id: string, personIds: readonly string[]): Promise<void> {
    await tx.run(
      `insert into artifact_watchers (organization_id, artifact_id, person_id, watching)
       select $1, $2, person, true from unnest($3::uuid[]) as person on conflict do nothing`,
      [tx.organizationId, id, personIds],
    );
  }

  async watch(tx: Tx, id: string, personId: string, watching: boolean): Promise<void> {
    await tx.run(
      `insert into artifact_watchers (organization_id, artifact_id, person_id, watching) values ($1, $2, $3, $4)
       on conflict (organization_id, artifact_id, person_id) do update set watching = excluded.watching`,
      [tx.organizationId, id, personId, watching],
    );
  }

  async watchers(tx: Tx, id: string): Promise<string[]> {
    const rows = await tx.query<{ person_id: string }>(
      `select w.person_id from artifact_watchers w
         join people p on p.organization_id = w.organization_id and p.id = w.person_id and p.deactivated_at is null
        where w.organization_id = $1 and w.artifact_id = $2 and w.watching order by w.person_id`,
      [tx.organizationId, id],
    );
    return rows.map(({ person_id: person }) => person);
  }

  /** Who hears of what becomes of it: who watches, and those who follow it. @param today YYYY-MM-DD */
  async concerned(tx: Tx, id: string, today: string): Promise<string[]> {
    return [...new Set([...(await this.watchers(tx, id)), ...(await this.followers(tx, id, today))])];
  }

  /** Who may say for a team that follows it what the team follows, on that day. @param today YYYY-MM-DD */
  private async followers(tx: Tx, id: string, today: string): Promise<string[]> {
    const rows = await tx.query<{ person_id: string }>(
      `select distinct r.person_id from adoptions f
         join role_assignments r on r.organization_id = f.organization_id and r.team_id = f.team_id
              and r.role in ('SCRUM_MASTER', 'PRODUCT_OWNER', 'DEVELOPER') and r.during @> $3::date
         join people p on p.organization_id = r.organization_id and p.id = r.person_id and p.deactivated_at is null
        where f.organization_id = $1 and f.artifact_id = $2 and f.until is null order by r.person_id`,
      [tx.organizationId, id, today],
    );
    return rows.map(({ person_id: person }) => person);
  }

  /** Who facilitates its community and is still here. */
  async facilitators(tx: Tx, communityId: string): Promise<string[]> {
    const rows = await tx.query<{ person_id: string }>(
      `select m.person_id from community_members m
         join people p on p.organization_id = m.organization_id and p.id = m.person_id and p.deactivated_at is null
        where m.organization_id = $1 and m.community_id = $2 and m.facilitator order by m.person_id`,
      [tx.organizationId, communityId],
    );
    return rows.map(({ person_id: person }) => person);
  }
}

const INSERT = `
  insert into artifacts (organization_id, id, number, kind, community_id, title, summary, template_for, approvals_needed,
      review_due_on, imported_from, created_by, created_at, updated_at)
  select $1, g.id, $2, g.kind, g."communityId", g.title, g.summary, g."templateFor", g."approvalsNeeded", g."reviewDueOn",
         g."importedFrom", g."createdBy", g."createdAt", g."createdAt"
    from jsonb_to_record($3::jsonb) as g(id uuid, kind text, "communityId" uuid, title text, summary text,
      "templateFor" text, "approvalsNeeded" int, "reviewDueOn" date, "importedFrom" text, "createdBy" uuid,
      "createdAt" timestamptz)`;

/** $3 today, $4 community, $5 kinds, $6 states, $7 team, $8 overdue, $9 mine, $10 words. */
const ASKED = `
  ($4::uuid is null or a.community_id = $4) and ($5::text[] is null or a.kind = any($5))
  and ($6::text[] is null or case when a.archived_at is not null then 'ARCHIVED' when a.version_count > 0 then 'PUBLISHED'
       when r.id is not null then 'IN_REVIEW' else 'DRAFT' end = any($6))
  and ($7::uuid is null or exists (select from adoptions f
        where f.organization_id = a.organization_id and f.artifact_id = a.id and f.team_id = $7 and f.until is null))
  and ($8::boolean is null or (coalesce(a.review_due_on < $3::date, false) and a.archived_at is null) = $8)
  and (not $9::boolean or m.is_member)
  and ($10::text is null or a.id in (
        select s.artifact_id from chapterhouse_artifacts_saying(websearch_to_tsquery('english', $10)
                 || websearch_to_tsquery('simple', $10)) s)
       or position(lower($10) in lower(a.title)) > 0 or 'A-' || a.number = upper($10))`;

function questionValues(tx: Tx, personId: string, today: string, asked: ArtifactQuestion): unknown[] {
  const { communityId, kinds, states, teamId, reviewOverdue, mine, text } = asked;
  return [tx.organizationId, personId, today, communityId, kinds, states, teamId, reviewOverdue, mine, text];
}
