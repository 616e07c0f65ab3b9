import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { PROPOSAL_ROWS, type ProposalRow } from './proposal-row.js';

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
    return tx.query<ProposalRow>(`${PROPOSAL_ROWS} and p.id = any($2::uuid[])`, [tx.organizationId, ids]);
  }

  async byId(tx: Tx, id: string): Promise<ProposalRow | undefined> {
    return (await this.byIds(tx, [id]))[0];
  }

  /** The oldest first. */
  ofArtifacts(tx: Tx, artifactIds: readonly string[]): Promise<ProposalRow[]> {
    return tx.query<ProposalRow>(`${PROPOSAL_ROWS} and p.artifact_id = any($2::uuid[]) order by p.at, p.id`, [
      tx.organizationId,
      artifactIds,
    ]);
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
