import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { disagreements } from '../../../platform/events/rows-and-events.js';
import { Verifications } from '../../../platform/events/verifications.js';
import { ImageReferences } from '../../files/public.js';
import { contentHash } from '../versions/version-row.js';
import { VersionsRepository } from '../versions/versions.repository.js';

/** How many disagreements are named; there is no use in more. */
const MOST_NAMED = 20;

/** What `verify` checks of artifacts, and which of their texts show images. */
@Injectable()
export class ArtifactVerification implements OnModuleInit {
  constructor(
    @Inject(Verifications) private readonly verifications: Verifications,
    @Inject(ImageReferences) private readonly images: ImageReferences,
    @Inject(VersionsRepository) private readonly versions: VersionsRepository,
  ) {}

  onModuleInit(): void {
    const { verifications } = this;
    verifications.register('artifacts agree with their events', (tx) => disagreements(tx, 'artifacts', 'Artifact'));
    verifications.register('proposals agree with their events', (tx) =>
      disagreements(tx, 'artifact_proposals', 'ChangeProposal'),
    );
    verifications.register('versions of artifacts are numbered without gaps', gaps);
    verifications.register('versions of artifacts say what their hashes say', (tx) => this.changed(tx));
    verifications.register('artifacts that are not published have a draft', withoutAnything);
    for (const text of SHOWING) this.images.register(`${text} where organization_id = $1`);
  }

  /** Version by version: all of them at once would be all that was ever published. */
  private async changed(tx: Tx): Promise<string[]> {
    const ids = await tx.query<{ id: string }>(
      'select id from artifact_versions where organization_id = $1 order by artifact_id, number',
      [tx.organizationId],
    );
    const wrong: string[] = [];
    for (const { id } of ids) {
      if (wrong.length === MOST_NAMED) break;
      const version = await this.versions.byId(tx, id);
      if (!version) continue;
      const pages = await this.versions.pages(tx, id);
      if (contentHash({ ...version, pages }) !== version.content_hash)
        wrong.push(`Version ${version.number} of A-${version.artifact_number} is not what was published.`);
    }
    return wrong;
  }
}

const SHOWING = [
  'select summary as text from artifacts',
  'select body as text from artifact_draft_pages',
  'select body as text from artifact_version_pages',
  'select body as text from artifact_proposals',
  'select body as text from artifact_review_comments',
  'select body as text from artifact_review_replies',
  'select words as text from artifact_verdicts',
  'select what_changed as text from artifact_drafts',
  'select what_changed as text from artifact_versions',
  'select what_changed as text from artifact_reviews',
  'select why as text from artifact_proposals',
  'select answer as text from artifact_proposals',
  'select checklist::text as text from artifact_drafts',
  'select checklist::text as text from artifact_versions',
];

async function gaps(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ number: number }>(
    `select a.number from artifacts a
      where a.organization_id = $1
        and (a.version_count <> (select count(*) from artifact_versions v
                                  where v.organization_id = a.organization_id and v.artifact_id = a.id)
             or a.version_count <> coalesce((select max(v.number) from artifact_versions v
                                              where v.organization_id = a.organization_id and v.artifact_id = a.id), 0))
      order by a.number limit ${MOST_NAMED}`,
    [tx.organizationId],
  );
  return rows.map(({ number }) => `The versions of A-${number} are not numbered from 1 to the last one.`);
}

async function withoutAnything(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ number: number }>(
    `select a.number from artifacts a
      where a.organization_id = $1 and a.version_count = 0
        and not exists (select from artifact_drafts d where d.organization_id = a.organization_id and d.artifact_id = a.id)
      order by a.number limit ${MOST_NAMED}`,
    [tx.organizationId],
  );
  return rows.map(({ number }) => `A-${number} has neither a version nor a draft.`);
}
