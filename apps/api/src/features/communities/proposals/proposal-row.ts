import type { ProposalState } from '@chapterhouse/domain/communities/artifact-state';
import type { ProposedPlace } from '@chapterhouse/domain/communities/proposed-text';
import { bodyBeside, linesBeside, type WrittenBeside } from '../versions/written-lines.js';

/** A change that somebody proposed, without its texts. Ids are the database's. */
export interface ProposalRow extends Record<string, unknown> {
  id: string;
  artifact_id: string;
  base_version_id: string;
  /** Null: of the steps or the tree, which `page_path` says. */
  page_id: string | null;
  page_path: string;
  why: string;
  by: string;
  at: string;
  state: ProposalState;
  answered_by: string | null;
  answer: string;
  version: number;
}

/** With its text, and with what that is compared with. */
export interface WrittenProposalRow extends ProposalRow {
  body: string;
  /** Of a page, as the proposer began from it. */
  base_body: string | null;
  page_title: string | null;
  /** Of a page, as it is now: in the draft, else in what is published; null: it is gone. */
  present_body: string | null;
  /** Of steps or a tree, as the proposer began from them, and as they are now. */
  base_beside: WrittenBeside | null;
  present_beside: WrittenBeside | null;
}

/** What a proposal would change. */
export interface ProposedText {
  place: ProposedPlace;
  title: string;
  base: string;
  /** Null: the page is gone. */
  present: string | null;
}

export function textOf(row: WrittenProposalRow): ProposedText {
  if (row.page_id !== null)
    return { place: 'page', title: row.page_title ?? '', base: row.base_body ?? '', present: row.present_body };
  const { base_beside: before, present_beside: now } = row;
  const base = before && linesBeside(before).find(({ path }) => path === row.page_path);
  if (!base || !now) throw new Error('What a proposal began from is there.');
  return { place: base.path, title: base.title, base: base.body, present: bodyBeside(now, base.path) ?? '' };
}

export const PROPOSAL = `p.id, p.artifact_id, p.base_version_id, p.page_id, p.page_path, p.why, p.by, p.at, p.state,
         p.answered_by, p.answer, p.version`;

/** $1 is the organization. */
export const WRITTEN_PROPOSAL_ROWS = `
  select ${PROPOSAL}, p.body, base.body as base_body, base.title as page_title,
         case when d.artifact_id is null then published.body else written.body end as present_body,
         case when p.page_id is null then jsonb_build_object('checklist', was.checklist, 'mermaid', was.mermaid) end as base_beside,
         case when p.page_id is null then jsonb_build_object('checklist', coalesce(d.checklist, current.checklist),
                'mermaid', coalesce(d.mermaid, current.mermaid)) end as present_beside
    from artifact_proposals p
    join artifacts a on a.organization_id = p.organization_id and a.id = p.artifact_id
    left join artifact_version_pages base
      on base.organization_id = p.organization_id and base.version_id = p.base_version_id and base.page_id = p.page_id
    left join artifact_drafts d on d.organization_id = p.organization_id and d.artifact_id = p.artifact_id
    left join artifact_draft_pages written
      on written.organization_id = p.organization_id and written.artifact_id = p.artifact_id and written.id = p.page_id
    left join artifact_version_pages published
      on published.organization_id = p.organization_id and published.version_id = a.current_version_id
     and published.page_id = p.page_id
    left join artifact_versions was
      on was.organization_id = p.organization_id and was.id = p.base_version_id and p.page_id is null
    left join artifact_versions current
      on current.organization_id = a.organization_id and current.id = a.current_version_id and p.page_id is null
   where p.organization_id = $1`;
