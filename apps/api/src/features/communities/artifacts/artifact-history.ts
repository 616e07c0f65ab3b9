import type { ChecklistStep, VersionPage } from '@chapterhouse/domain/communities/version-content';
import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { draftPages } from '../drafts/draft-content.js';
import { DraftsRepository } from '../drafts/drafts.repository.js';
import { VersionsRepository } from '../versions/versions.repository.js';
import { ArtifactsRepository, type NewArtifact } from './artifacts.repository.js';

/** All that an artifact says; what belongs to other kinds is empty. Pages in reading order. */
export interface HistoricContent {
  pages: readonly VersionPage[];
  checklist: readonly ChecklistStep[];
  mermaid: string;
}

export interface HistoricVersion extends HistoricContent {
  id: string;
  title: string;
  whatChanged: string;
  publishedBy: string;
  /** ISO text. */
  publishedAt: string;
  approvedBy: readonly string[];
}

export interface HistoricArtifact extends NewArtifact {
  /** The oldest first. */
  versions: readonly HistoricVersion[];
  /** The draft; null: none, then there is a version at least. */
  draft: (HistoricContent & { by: string; at: string; authorIds: readonly string[] }) | null;
  /** Who watches it. */
  watcherIds: readonly string[];
}

/**
 * Artifacts of the past, with the dates and people of then: for imports and the demo. Who may is not asked, and nobody is
 * told: they say so themselves.
 */
@Injectable()
export class ArtifactHistory {
  constructor(
    @Inject(ArtifactsRepository) private readonly artifacts: ArtifactsRepository,
    @Inject(VersionsRepository) private readonly versions: VersionsRepository,
    @Inject(DraftsRepository) private readonly drafts: DraftsRepository,
    @Inject(EventLog) private readonly events: EventLog,
  ) {}

  /** @returns its number */
  async record(tx: Tx, artifact: HistoricArtifact): Promise<number> {
    const number = await this.artifacts.insert(tx, artifact);
    await this.tell(tx, artifact, {
      name: 'artifact.created',
      version: 1,
      by: artifact.createdBy,
      at: artifact.createdAt,
    });
    for (const [index, version] of artifact.versions.entries()) await this.publish(tx, artifact, version, index + 1);
    const { draft } = artifact;
    if (draft) {
      await this.drafts.begin(tx, {
        ...draft,
        id: newId(),
        artifactId: artifact.id,
        basedOn: artifact.versions.at(-1)?.id ?? null,
        pages: draftPages(draft.pages),
      });
      if (draft.authorIds.length > 0) await this.drafts.touch(tx, artifact.id, draft);
    }
    await this.artifacts.watchUnlessRefused(tx, artifact.id, artifact.watcherIds);
    return number;
  }

  private async publish(tx: Tx, artifact: HistoricArtifact, version: HistoricVersion, number: number): Promise<void> {
    const { id: artifactId, kind } = artifact;
    await this.versions.insert(tx, { ...version, artifactId, kind, number });
    const rowVersion = await this.artifacts.update(
      tx,
      artifactId,
      { version_count: number, current_version_id: version.id },
      version.publishedAt,
    );
    await this.tell(tx, artifact, {
      name: 'artifact.published',
      version: rowVersion,
      by: version.publishedBy,
      at: version.publishedAt,
      changes: [{ field: 'version', from: null, to: String(number) }],
      note: version.whatChanged,
    });
  }

  private tell(
    tx: Tx,
    artifact: HistoricArtifact,
    happening: { name: string; version: number; by: string; at: string; changes?: object[]; note?: string },
  ): Promise<void> {
    const { name, version, by, at, changes = [], note } = happening;
    return this.events.append(tx, {
      name,
      subjectType: 'Artifact',
      subjectId: artifact.id,
      subjectVersion: version,
      actorId: by,
      at,
      payload: {
        communityId: artifact.communityId,
        artifactId: artifact.id,
        changes,
        ...(note !== undefined && { note }),
      },
    });
  }
}
