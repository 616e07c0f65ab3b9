import { newId } from '../../src/platform/database/new-id.js';
import { publishedArtifact } from '../published-artifact.js';
import type { TestOrganization } from '../world.js';

/** Who writes and reviews what the community of the stage publishes; the database's ids. */
export interface ArtifactSurroundings {
  community: string;
  administrator: string;
  developer: string;
  scrumMaster: string;
  stakeholder: string;
}

/** Ids as clients see them. */
export interface StagedArtifact {
  /** Published once; nobody writes in it. */
  artifact: string;
  /** The developer writes in it. */
  writtenArtifact: string;
  /** As that one, and the Scrum Master is asked to review it. */
  reviewedArtifact: string;
  reviewedArtifactKey: string;
  review: string;
  /** The Scrum Master's, on its first line. */
  reviewComment: string;
  otherReview: string;
  /** The stakeholder's, of the artifact. */
  proposal: string;
}

/** Artifacts on their way; every text begins with the mark. Four numbers from `firstNumber` on. */
export async function stagedArtifacts(
  organization: TestOrganization,
  mark: string,
  firstNumber: number,
  around: ArtifactSurroundings,
): Promise<StagedArtifact> {
  const { community, administrator, developer, scrumMaster, stakeholder } = around;
  const at = '2026-02-01';
  const published = async (index: number): Promise<{ id: string; version: string; page: string }> => {
    const { id } = await publishedArtifact(organization, {
      kind: 'PLAYBOOK',
      communityId: community,
      by: administrator,
      versions: 1,
      number: firstNumber + index,
      mark,
    });
    const [row] = await organization.query<{ version: string; page: string }>(
      `select v.id as version, p.page_id as page from artifact_versions v
         join artifact_version_pages p on p.organization_id = v.organization_id and p.version_id = v.id
        where v.organization_id = $1 and v.artifact_id = $2`,
      [organization.id, id],
    );
    return { id, version: row?.version ?? '', page: row?.page ?? '' };
  };
  const written = async (index: number): Promise<{ id: string; draft: string; page: string }> => {
    const { id, version, page } = await published(index);
    const draft = newId();
    await organization.query(
      `insert into artifact_drafts (organization_id, id, artifact_id, based_on, what_changed, begun_at, updated_at, updated_by)
       values ($1, $2, $3, $4, $5, $6, $6, $7)`,
      [organization.id, draft, id, version, `${mark} what changed`, at, developer],
    );
    await organization.query(
      `insert into artifact_draft_pages (organization_id, artifact_id, id, slug, path, title, position, body, updated_at, updated_by)
       values ($1, $2, $3, 'index', 'index', $4, 0, $4, $5, $6)`,
      [organization.id, id, page, `${mark} page of a draft`, at, developer],
    );
    await organization.query(
      'insert into artifact_draft_authors (organization_id, artifact_id, person_id, since) values ($1, $2, $3, $4)',
      [organization.id, id, developer, at],
    );
    return { id, draft, page };
  };
  const reviewed = async (index: number): Promise<{ id: string; review: string; comment: string }> => {
    const { id, draft, page } = await written(index);
    const review = await organization.insert('artifact_reviews', {
      artifact_id: id,
      draft_id: draft,
      revision: 1,
      what_changed: `${mark} what is reviewed`,
      asked_by: developer,
      asked_at: at,
    });
    await organization.query(
      'insert into artifact_reviewers (organization_id, review_id, person_id) values ($1, $2, $3)',
      [organization.id, review, scrumMaster],
    );
    await organization.insert('artifact_verdicts', {
      review_id: review,
      person_id: scrumMaster,
      verdict: 'CHANGES_ASKED',
      words: `${mark} words of a verdict`,
      at,
    });
    const comment = await organization.insert('artifact_review_comments', {
      review_id: review,
      draft_id: draft,
      page_id: page,
      page_path: 'index',
      line: 1,
      quote: `${mark} page of a draft`,
      body: `${mark} comment on a line`,
      by: scrumMaster,
      at,
    });
    await organization.insert('artifact_review_replies', {
      comment_id: comment,
      body: `${mark} reply to a comment on a line`,
      by: developer,
      at,
    });
    return { id, review, comment };
  };
  const [plain, ofDeveloper] = [await published(0), await written(1)];
  const [inReview, withdrawn] = [await reviewed(2), await reviewed(3)];
  const proposal = await organization.insert('artifact_proposals', {
    artifact_id: plain.id,
    base_version_id: plain.version,
    page_id: plain.page,
    page_path: 'index',
    body: `${mark} body of a proposal`,
    why: `${mark} why of a proposal`,
    by: stakeholder,
    at,
  });
  return {
    artifact: `Artifact_${plain.id}`,
    writtenArtifact: `Artifact_${ofDeveloper.id}`,
    reviewedArtifact: `Artifact_${inReview.id}`,
    reviewedArtifactKey: `A-${firstNumber + 2}`,
    review: `Review_${inReview.review}`,
    reviewComment: `ReviewComment_${inReview.comment}`,
    otherReview: `Review_${withdrawn.review}`,
    proposal: `ChangeProposal_${proposal}`,
  };
}
