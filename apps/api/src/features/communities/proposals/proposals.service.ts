import type { ProposalState } from '@chapterhouse/domain/communities/artifact-state';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import { type Connection, toConnection } from '../../../platform/graphql/connection.js';
import { isMoment, type PageArgs, pageByName } from '../../../platform/graphql/page-key.js';
import type { WrittenProposalRow } from './proposal-row.js';
import { type ChangeProposal, proposalOf } from './proposals.graphql.js';
import { ProposalsRepository } from './proposals.repository.js';

/** Looking at proposals: everybody of the organization may. */
@Injectable()
export class ProposalsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ProposalsRepository) private readonly proposals: ProposalsRepository,
  ) {}

  find(viewer: Viewer, id: string): Promise<ChangeProposal | undefined> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const row = await this.proposals.byId(tx, id);
      return row && proposalOf(row);
    });
  }

  /** @throws NOT_FOUND */
  async byId(viewer: Viewer, id: string): Promise<ChangeProposal> {
    const found = await this.find(viewer, id);
    if (!found) throw refusePlatform('NOT_FOUND', {});
    return found;
  }

  /** With their texts. */
  written(viewer: Viewer, ids: readonly string[]): Promise<Map<string, WrittenProposalRow>> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await this.proposals.writtenByIds(tx, ids);
      return new Map(rows.map((row) => [row.id, row]));
    });
  }

  /** A page of each artifact: what waits for an answer first, then the latest. @throws INVALID_INPUT */
  ofArtifacts(
    viewer: Viewer,
    artifactIds: readonly string[],
    states: readonly ProposalState[] | null,
    args: PageArgs,
  ): Promise<Map<string, Connection<ChangeProposal>>> {
    const page = pageByName(args, 3);
    if (page.after !== null && !isKey(page.after)) {
      const problem = 'This is no cursor of this list; start again without it.';
      throw refusePlatform('INVALID_INPUT', { fields: [{ field: 'after', problem }] });
    }
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await this.proposals.pages(tx, artifactIds, states, page);
      const counts = await this.proposals.counts(tx, artifactIds, states);
      return new Map(
        artifactIds.map((id) => {
          const own = rows.filter((row) => row.artifact_id === id);
          const key = (row: (typeof rows)[number]): string[] => [String(row.state !== 'OPEN'), row.at, row.id];
          return [id, toConnection(page, own, counts.get(id) ?? 0, key, proposalOf)];
        }),
      );
    });
  }
}

function isKey([ended = '', at = '']: readonly string[]): boolean {
  return (ended === 'true' || ended === 'false') && isMoment(at);
}
