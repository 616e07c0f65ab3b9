import type { ArtifactEvent } from '@chapterhouse/domain/communities/artifact-events';
import {
  type ArtifactAction,
  type ArtifactFacts,
  canOnArtifact,
} from '@chapterhouse/domain/communities/artifact-policy';
import { refuseArtifact } from '@chapterhouse/domain/communities/artifact-refusals';
import type { CommunityPayload } from '@chapterhouse/domain/communities/community-events';
import { refuseCommunity } from '@chapterhouse/domain/communities/community-refusals';
import { Refusal, refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { idempotently } from '../../../platform/graphql/idempotency.js';
import { type ArtifactRow, factsOf } from './artifact-row.js';
import { ArtifactsRepository } from './artifacts.repository.js';

/** What every mutation of an artifact is asked with. */
export interface ArtifactCall {
  viewer: Viewer;
  /** All that was given, ids as in the database, to tell a repetition from another call with the same key. */
  input: object;
  idempotencyKey: string | null | undefined;
}

/** What happened; `version` is that of the subject after it. */
export interface ArtifactHappening extends CommunityPayload {
  event: ArtifactEvent;
  /** Of others than the artifact itself: which one. */
  subject?: { type: 'ArtifactDraft' | 'ChangeProposal'; id: string };
  version: number;
}

/** The artifact as it was loaded and locked, inside the transaction that changes it. */
export interface OpenedArtifact {
  tx: Tx;
  viewer: Viewer;
  row: ArtifactRow;
  /** ISO text of now. */
  at: string;
  /** Puts it on the record. */
  record(happening: ArtifactHappening): Promise<void>;
}

/** What is permitted, of which artifact. */
export interface ArtifactOpening {
  /** The database's. */
  id: string;
  action: ArtifactAction;
  /** More facts, of a part of it; what of it is known only once it is held is asked then. */
  about?: Partial<ArtifactFacts> | ((row: ArtifactRow) => Partial<ArtifactFacts>) | undefined;
}

/** The frame of every mutation of an artifact: one transaction, at most once per key, held, permitted, on the record. */
@Injectable()
export class ArtifactTransaction {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(ArtifactsRepository) private readonly artifacts: ArtifactsRepository,
  ) {}

  /**
   * A repetition with the same key does nothing and answers the thing as it is by now.
   * @param operation tells keys of different operations apart
   * @param step changes, records, and answers the id of what is to be shown
   */
  run<T>(
    { viewer, input, idempotencyKey }: ArtifactCall,
    operation: string,
    step: (tx: Tx) => Promise<string>,
    show: (tx: Tx, id: string) => Promise<T>,
  ): Promise<T> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const { id } = await idempotently(tx, idempotencyKey, operation, input, async () => ({ id: await step(tx) }));
      return show(tx, id);
    });
  }

  /**
   * The artifact, held; nobody closes its community meanwhile.
   * @throws NOT_FOUND, FORBIDDEN, COMMUNITY_CLOSED, ARTIFACT_ARCHIVED
   */
  async open(tx: Tx, viewer: Viewer, { id, action, about }: ArtifactOpening): Promise<OpenedArtifact> {
    const row = await this.artifacts.forUpdate(tx, viewer.personId, id);
    if (!row) throw refusePlatform('NOT_FOUND', {});
    permitOnArtifact(viewer, action, { ...factsOf(row), ...(typeof about === 'function' ? about(row) : about) });
    if (row.community_closed_at !== null && action !== 'artifact:watch') throw refuseCommunity('COMMUNITY_CLOSED', {});
    if (row.archived_at !== null && !IN_ARCHIVE.includes(action)) throw refuseArtifact('ARTIFACT_ARCHIVED', {});
    return {
      tx,
      viewer,
      row,
      at: viewer.now.toISOString(),
      record: (happening) => this.append(tx, row, happening),
    };
  }

  /** @param of whose artifact and community it is */
  async append(tx: Tx, of: Pick<ArtifactRow, 'id' | 'community_id'>, happening: ArtifactHappening): Promise<void> {
    const { event, subject, version, ...payload } = happening;
    await this.events.append(tx, {
      name: event,
      subjectType: subject?.type ?? 'Artifact',
      subjectId: subject?.id ?? of.id,
      subjectVersion: version,
      payload: { communityId: of.community_id, artifactId: of.id, ...payload },
    });
  }
}

const IN_ARCHIVE: readonly ArtifactAction[] = ['artifact:unarchive', 'artifact:watch'];

/** @throws FORBIDDEN with who may */
export function permitOnArtifact(viewer: Viewer, action: ArtifactAction, facts: ArtifactFacts): void {
  const verdict = canOnArtifact(viewer.actor, action, facts);
  if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action, reason: verdict.reason });
}

/** Throws the refusal that a rule answered, or passes on what it allowed. */
export function unlessRefused<T>(answer: T | Refusal): T {
  if (answer instanceof Refusal) throw answer;
  return answer;
}
