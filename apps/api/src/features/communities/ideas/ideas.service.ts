import type { IdeaState } from '@chapterhouse/domain/communities/idea-state';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { type Connection, toConnection } from '../../../platform/graphql/connection.js';
import { type PageArgs, pageByRank } from '../../../platform/graphql/page-key.js';
import type { IdeaRow } from './idea-row.js';
import { type Idea, ideaOf } from './ideas.graphql.js';
import { IdeasRepository } from './ideas.repository.js';

/** Looking at ideas: everybody of the organization may. */
@Injectable()
export class IdeasService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(IdeasRepository) private readonly ideas: IdeasRepository,
  ) {}

  /** @throws NOT_FOUND */
  byId(viewer: Viewer, id: string): Promise<Idea> {
    return this.database.transaction(scopeOf(viewer), (tx) => this.one(tx, viewer, id));
  }

  /** In a transaction that is open already. @throws NOT_FOUND */
  async one(tx: Tx, { personId, today }: Viewer, id: string): Promise<Idea> {
    const row = await this.ideas.byId(tx, personId, id);
    if (!row) throw refusePlatform('NOT_FOUND', {});
    return ideaOf(row, today);
  }

  /** Those of nobody here are missing. */
  async byIds(viewer: Viewer, ids: readonly string[]): Promise<Map<string, Idea>> {
    const rows = await this.database.transaction(scopeOf(viewer), (tx) => this.ideas.byIds(tx, viewer.personId, ids));
    return new Map(rows.map((row) => [row.id, ideaOf(row, viewer.today)]));
  }

  /** By community: the ones that most want first. @param states null for all @throws INVALID_INPUT for a page or cursor that is none */
  ofCommunities(
    viewer: Viewer,
    ids: readonly string[],
    states: readonly IdeaState[] | null,
    args: PageArgs,
  ): Promise<Map<string, Connection<Idea>>> {
    const page = pageByRank(args);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await this.ideas.pages(tx, viewer.personId, { communityIds: ids, states }, page);
      const totals = await this.ideas.counts(tx, ids, states);
      const keyOf = ({ votes, id }: IdeaRow): string[] => [String(votes), id];
      const of = (id: string): Connection<Idea> => {
        const own = rows.filter((row) => row.community_id === id);
        return toConnection(page, own, totals.get(id) ?? 0, keyOf, (row) => ideaOf(row, viewer.today));
      };
      return new Map(ids.map((id) => [id, of(id)]));
    });
  }

  /** By team: what it tries now. */
  async trialsOf(viewer: Viewer, teamIds: readonly string[]): Promise<Map<string, Idea[]>> {
    const rows = await this.database.transaction(scopeOf(viewer), (tx) =>
      this.ideas.onTrialIn(tx, viewer.personId, teamIds),
    );
    const of = (id: string): Idea[] =>
      rows.filter((row) => row.trial_team_id === id).map((row) => ideaOf(row, viewer.today));
    return new Map(teamIds.map((id) => [id, of(id)]));
  }
}
