import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { ProposalState } from '@chapterhouse/domain/communities/artifact-state';
import type { Page } from '../../../platform/graphql/connection.js';
import { PROPOSAL, type ProposalRow, WRITTEN_PROPOSAL_ROWS, type WrittenProposalRow } from './proposal-row.js';

export interface NewProposal {
  id: string;
  artifactId: string;
  baseVersionId: string;
  /** Null: `pagePath` is `steps` or `tree`. */
  pageId: string | null;
  pagePath: string;
  body: string;
  why: string;
  by: string;
  /** ISO text. */
  at: string;
}

/** Changes that readers propose. */
@Injectable()
export class ProposalsRepository {
  byIds(tx: Tx, ids: readonly string[]): Promise<ProposalRow[]> {
    return tx.query<ProposalRow>(
      `select ${PROPOSAL} from artifact_proposals p where p.organization_id = $1 and p.id = any($2::uuid[])`,
      [tx.organizationId, ids],
    );
  }

  async byId(tx: Tx, id: string): Promise<ProposalRow | undefined> {
    return (await this.byIds(tx, [id]))[0];
  }

  /** With their texts: for those of which they are asked for. */
  writtenByIds(tx: Tx, ids: readonly string[]): Promise<WrittenProposalRow[]> {
    return tx.query<WrittenProposalRow>(`${WRITTEN_PROPOSAL_ROWS} and p.id = any($2::uuid[])`, [
      tx.organizationId,
      ids,
    ]);
  }

  async writtenById(tx: Tx, id: string): Promise<WrittenProposalRow | undefined> {
    return (await this.writtenByIds(tx, [id]))[0];
  }

  /** A page of each artifact: what waits for an answer first, then the latest. @param states null: all */
  pages(
    tx: Tx,
    artifactIds: readonly string[],
    states: readonly ProposalState[] | null,
    page: Page,
  ): Promise<ProposalRow[]> {
    const [ended = null, at = null, id = null] = page.after ?? [];
    return tx.query<ProposalRow>(PAGES, [tx.organizationId, artifactIds, states, ended, at, id, page.limit]);
  }

  /** By artifact. @param states null: all */
  async counts(
    tx: Tx,
    artifactIds: readonly string[],
    states: readonly ProposalState[] | null,
  ): Promise<Map<string, number>> {
    const rows = await tx.query<{ artifact_id: string; count: number }>(
      `select artifact_id, count(*)::int as count from artifact_proposals
        where organization_id = $1 and artifact_id = any($2::uuid[]) and ($3::text[] is null or state = any($3))
        group by artifact_id`,
      [tx.organizationId, artifactIds, states],
    );
    return new Map(rows.map((row) => [row.artifact_id, row.count]));
  }

  async insert(tx: Tx, proposal: NewProposal): Promise<void> {
    await tx.run(
      `insert into artifact_proposals (organization_id, id, artifact_id, base_version_id, page_id, page_path, body, why, by, at)
       select $1, g.id, g."artifactId", g."baseVersionId", g."pageId", g."pagePath", g.body, g.why, g.by, g.at
         from jsonb_to_record($2::jsonb) as g(id uuid, "artifactId" uuid, "baseVersionId" uuid, "pageId" uuid,
           "pagePath" text, body text, why text, by uuid, at timestamptz)`,
      [tx.organizationId, JSON.stringify(proposal)],
    );
  }

  /** The version after it; the artifact is held. */
  async end(
    tx: Tx,
    id: string,
    as: { state: 'TAKEN' | 'DECLINED' | 'WITHDRAWN'; answeredBy: string | null; answer: string; at: string },
  ): Promise<number> {
    const ended = await tx.one<{ version: number }>(
      `update artifact_proposals
          set state = $3, answered_by = $4, answer = $5, answered_at = case when $4::uuid is null then null else $6::timestamptz end,
              version = version + 1
        where organization_id = $1 and id = $2 returning version`,
      [tx.organizationId, id, as.state, as.answeredBy, as.answer, as.at],
    );
    if (!ended) throw new Error('A proposal that is answered is there.');
    return ended.version;
  }
}

const PAGES = `
  select p.*
    from unnest($2::uuid[]) as of_artifact(id)
   cross join lateral (
      select ${PROPOSAL}
        from artifact_proposals p
       where p.organization_id = $1 and p.artifact_id = of_artifact.id and ($3::text[] is null or p.state = any($3))
         and ($4::boolean is null or (p.state <> 'OPEN') > $4
              or ((p.state <> 'OPEN') = $4 and (p.at, p.id) < ($5::timestamptz, $6::uuid)))
       order by p.state <> 'OPEN', p.at desc, p.id desc limit $7) p
   order by p.state <> 'OPEN', p.at desc, p.id desc`;
