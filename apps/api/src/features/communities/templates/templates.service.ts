import { artifactNumberOf, type TemplateUse } from '@chapterhouse/domain/communities/artifact-state';
import { refuseArtifactUse } from '@chapterhouse/domain/communities/artifact-use-refusals';
import { templateFieldsOf } from '@chapterhouse/domain/communities/template-fields';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import { ArtifactsRepository } from '../artifacts/artifacts.repository.js';
import { permitUse, refuseOtherKind } from '../use/use-transaction.js';
import { VersionsRepository } from '../versions/versions.repository.js';
import type { TemplateFields } from './templates.graphql.js';

/** More is no list to choose from. */
const MOST_OFFERED = 200;

/** Templates for whoever writes something: what there is, and what one of them offers. */
@Injectable()
export class TemplatesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ArtifactsRepository) private readonly artifacts: ArtifactsRepository,
    @Inject(VersionsRepository) private readonly versions: VersionsRepository,
  ) {}

  /** Ids of those that are published and in use, by title; of those for runs, with something to run. */
  for(viewer: Viewer, use: TemplateUse): Promise<string[]> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await tx.query<{ id: string }>(
        `select a.id from artifacts a
           join artifact_versions v on v.organization_id = a.organization_id and v.id = a.current_version_id
          where a.organization_id = $1 and a.template_for = $2 and a.archived_at is null
            and ($2 <> 'CHECKLIST_RUN' or jsonb_array_length(v.checklist) > 0)
          order by lower(a.title), a.id limit ${MOST_OFFERED}`,
        [tx.organizationId, use],
      );
      return rows.map(({ id }) => id);
    });
  }

  /** Of the latest version. @param key `A-7` @throws NOT_FOUND, NOT_OF_THIS_KIND, NOTHING_PUBLISHED */
  fields(viewer: Viewer, key: string): Promise<TemplateFields> {
    const number = artifactNumberOf(key);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const row = number === undefined ? undefined : await this.artifacts.byNumber(tx, viewer.personId, number);
      if (!row) throw refusePlatform('NOT_FOUND', {});
      permitUse(viewer, 'template:use', {});
      refuseOtherKind(row, 'TEMPLATE');
      if (row.current_version_id === null || row.template_for === null)
        throw refuseArtifactUse('NOTHING_PUBLISHED', {});
      const version = await this.versions.byId(tx, row.current_version_id);
      const pages = await tx.query<{ body: string }>(
        `select body from artifact_version_pages where organization_id = $1 and version_id = $2 order by position`,
        [tx.organizationId, row.current_version_id],
      );
      const body = pages.map((page) => page.body).join('\n\n');
      return {
        title: version?.title ?? row.title,
        fields: templateFieldsOf(body, row.template_for),
        versionId: row.current_version_id,
      };
    });
  }
}
