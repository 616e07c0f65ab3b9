import type { ArtifactUseEvent, ArtifactUsePayload } from '@chapterhouse/domain/communities/artifact-use-events';
import {
  type ArtifactUseAction,
  type ArtifactUseFacts,
  canUseArtifact,
} from '@chapterhouse/domain/communities/artifact-use-policy';
import { refuseArtifact } from '@chapterhouse/domain/communities/artifact-refusals';
import { refuseArtifactUse } from '@chapterhouse/domain/communities/artifact-use-refusals';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { idempotently } from '../../../platform/graphql/idempotency.js';
import type { ArtifactRow } from '../artifacts/artifact-row.js';
import { ArtifactsRepository } from '../artifacts/artifacts.repository.js';
import type { WrittenVersionRow } from '../versions/version-row.js';
import { VersionsRepository } from '../versions/versions.repository.js';

/** What every mutation about use is asked with. */
export interface UseCall {
  viewer: Viewer;
  /** All that was given, ids as in the database, to tell a repetition from another call with the same key. */
  input: object;
  idempotencyKey: string | null | undefined;
}

/** What happened; `version` is the thing's after it. */
export interface UseHappening extends ArtifactUsePayload {
  event: ArtifactUseEvent;
  of: 'ChecklistRun' | 'Adoption';
  id: string;
  version: number;
  communityId: string;
  artifactId: string;
}

/** Inside the transaction of a mutation. */
export interface OpenedUse {
  tx: Tx;
  viewer: Viewer;
  /** ISO text of now. */
  at: string;
  record(...happenings: UseHappening[]): Promise<void>;
}

/** The frame of every mutation about use: one transaction, at most once per key, on the record. */
@Injectable()
export class UseTransaction {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(ArtifactsRepository) private readonly artifacts: ArtifactsRepository,
    @Inject(VersionsRepository) private readonly versions: VersionsRepository,
  ) {}

  /**
   * A repetition with the same key does nothing and answers the thing as it is by now.
   * @param step permits, changes, records, and answers the id of what is to be shown
   */
  run<T>(
    { viewer, input, idempotencyKey }: UseCall,
    action: ArtifactUseAction,
    step: (opened: OpenedUse) => Promise<string>,
    show: (tx: Tx, id: string) => Promise<T>,
  ): Promise<T> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const record = (...happenings: UseHappening[]): Promise<void> => this.append(tx, happenings);
      const { id } = await idempotently(tx, idempotencyKey, action, input, async () => ({
        id: await step({ tx, viewer, at: viewer.now.toISOString(), record }),
      }));
      return show(tx, id);
    });
  }

  /** Held so that nobody archives it meanwhile. @throws NOT_FOUND */
  async hold({ tx, viewer }: Pick<OpenedUse, 'tx' | 'viewer'>, artifactId: string): Promise<ArtifactRow> {
    const row = await this.artifacts.forShare(tx, viewer.personId, artifactId);
    if (!row) throw refusePlatform('NOT_FOUND', {});
    return row;
  }

  /** Its version of that number, the latest without one. @throws ARTIFACT_ARCHIVED, NOTHING_PUBLISHED, NO_SUCH_VERSION */
  async versionToUse({ tx }: Pick<OpenedUse, 'tx'>, row: ArtifactRow, number?: number): Promise<WrittenVersionRow> {
    if (row.archived_at !== null) throw refuseArtifact('ARTIFACT_ARCHIVED', {});
    if (row.version_count === 0) throw refuseArtifactUse('NOTHING_PUBLISHED', {});
    const wanted = number ?? row.version_count;
    const found =
      wanted >= 1 && wanted <= row.version_count ? await this.versions.byNumber(tx, row.id, wanted) : undefined;
    if (!found) throw refuseArtifactUse('NO_SUCH_VERSION', { number: wanted, latest: row.version_count });
    return found;
  }

  private append(tx: Tx, happenings: UseHappening[]): Promise<void> {
    return this.events.append(
      tx,
      ...happenings.map(({ event, of, id, version, ...payload }) => ({
        name: event,
        subjectType: of,
        subjectId: id,
        subjectVersion: version,
        payload,
      })),
    );
  }
}

/** @throws FORBIDDEN with who may */
export function permitUse({ actor }: Viewer, action: ArtifactUseAction, facts: ArtifactUseFacts): void {
  const verdict = canUseArtifact(actor, action, facts);
  if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action, reason: verdict.reason });
}

/** @throws NOT_OF_THIS_KIND */
export function refuseOtherKind({ kind }: ArtifactRow, wanted: ArtifactRow['kind']): void {
  if (kind !== wanted) throw refuseArtifact('NOT_OF_THIS_KIND', { kind });
}
