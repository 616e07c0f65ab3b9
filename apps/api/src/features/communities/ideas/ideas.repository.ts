import type { IdeaState } from '@chapterhouse/domain/communities/idea-state';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { Page } from '../../../platform/graphql/connection.js';
import { IDEA_ROWS, type IdeaRow } from './idea-row.js';

/** Columns that a use case may set; the names are the table's. Days are YYYY-MM-DD. */
export interface IdeaColumns {
  title: string;
  words: string;
  state: IdeaState;
  trial_team_id: string | null;
  trial_until: string | null;
  result: string | null;
  artifact_id: string | null;
  decision_id: string | null;
  drop_reason: string | null;
}

export interface NewIdea {
  id: string;
  communityId: string;
  title: string;
  words: string;
  byId: string;
  /** ISO text. */
  at: string;
}

/** Ideas; `personId` is who looks. */
@Injectable()
export class IdeasRepository {
  /** Of each community the ones that most want first, of those the newest. @param states null for all */
  pages(
    tx: Tx,
    personId: string,
    { communityIds, states }: { communityIds: readonly string[]; states: readonly IdeaState[] | null },
    page: Page,
  ): Promise<IdeaRow[]> {
    const [votes = null, id = null] = page.after ?? [];
    return tx.query<IdeaRow>(
      `select wanted.* from unnest($3::uuid[]) as asked(id) cross join lateral (
         ${IDEA_ROWS} and i.community_id = asked.id and ($4::text[] is null or i.state = any($4))
            and ($5::numeric is null or (i.votes, i.id) < ($5, $6::uuid))
          order by i.votes desc, i.id desc limit $7) as wanted
        order by wanted.votes desc, wanted.id desc`,
      [tx.organizationId, personId, communityIds, states, votes, id, page.limit],
    );
  }

  /** By community; one without any is missing. */
  async counts(
    tx: Tx,
    communityIds: readonly string[],
    states: readonly IdeaState[] | null,
  ): Promise<Map<string, number>> {
    const counted = await tx.query<{ community_id: string; count: number }>(
      `select community_id, count(*)::int as count from ideas
        where organization_id = $1 and community_id = any($2::uuid[]) and ($3::text[] is null or state = any($3))
        group by community_id`,
      [tx.organizationId, communityIds, states],
    );
    return new Map(counted.map(({ community_id: id, count }) => [id, count]));
  }

  /** Those that teams try now, the one that ends first first. */
  onTrialIn(tx: Tx, personId: string, teamIds: readonly string[]): Promise<IdeaRow[]> {
    return tx.query<IdeaRow>(
      `${IDEA_ROWS} and i.state = 'ON_TRIAL' and i.trial_team_id = any($3::uuid[]) order by i.trial_until, i.id`,
      [tx.organizationId, personId, teamIds],
    );
  }

  byIds(tx: Tx, personId: string, ids: readonly string[]): Promise<IdeaRow[]> {
    return tx.query<IdeaRow>(`${IDEA_ROWS} and i.id = any($3::uuid[])`, [tx.organizationId, personId, ids]);
  }

  async byId(tx: Tx, personId: string, id: string): Promise<IdeaRow | undefined> {
    return (await this.byIds(tx, personId, [id]))[0];
  }

  /** Locks it until the transaction ends. */
  async forUpdate(tx: Tx, personId: string, id: string): Promise<IdeaRow | undefined> {
    const sql = 'select 1 from ideas where organization_id = $1 and id = $2 for no key update';
    return (await tx.run(sql, [tx.organizationId, id])) === 0 ? undefined : this.byId(tx, personId, id);
  }

  async insert(tx: Tx, { id, communityId, title, words, byId, at }: NewIdea): Promise<void> {
    await tx.run(
      `insert into ideas (organization_id, id, community_id, title, words, by_id, at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [tx.organizationId, id, communityId, title, words, byId, at],
    );
  }

  /** Of a row that is locked; its version is one more. */
  async update(tx: Tx, id: string, changes: Partial<IdeaColumns>): Promise<void> {
    const columns = Object.entries(changes);
    const assignments = columns.map(([column], index) => `${column} = $${index + 3}`);
    await tx.run(
      `update ideas set ${[...assignments, 'version = version + 1'].join(', ')} where organization_id = $1 and id = $2`,
      [tx.organizationId, id, ...columns.map(([, value]) => value)],
    );
  }

  /** Whether that was a change. */
  async vote(tx: Tx, id: string, vote: { personId: string; at: string; vote: boolean }): Promise<boolean> {
    const changed = vote.vote
      ? await tx.run(
          'insert into idea_votes (organization_id, idea_id, person_id, at) values ($1, $2, $3, $4) on conflict do nothing',
          [tx.organizationId, id, vote.personId, vote.at],
        )
      : await tx.run('delete from idea_votes where organization_id = $1 and idea_id = $2 and person_id = $3', [
          tx.organizationId,
          id,
          vote.personId,
        ]);
    return changed > 0;
  }

  /** The id of what somebody names by its number; undefined for one of nobody here. */
  async numbered(tx: Tx, table: 'artifacts' | 'decisions', number: number): Promise<string | undefined> {
    const sql = `select id from ${table} where organization_id = $1 and number = $2`;
    return (await tx.one<{ id: string }>(sql, [tx.organizationId, number]))?.id;
  }
}
