import {
  artifactProblems,
  DEFAULT_APPROVALS,
  templateUseProblems,
} from '@chapterhouse/domain/communities/artifact-fields';
import type { ArtifactKind, TemplateUse } from '@chapterhouse/domain/communities/artifact-state';
import type { FieldChange } from '@chapterhouse/domain/event-payload';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { CommunitiesRepository } from '../communities/communities.repository.js';
import { refuseClosed, refuseField, refuseProblems } from '../communities/community-permission.js';
import { type CommunityRow, standingOf } from '../communities/community-row.js';
import { BeginDraft } from '../drafts/begin-draft.js';
import { type ArtifactRow, factsOf } from './artifact-row.js';
import {
  type ArtifactCall,
  ArtifactTransaction,
  type OpenedArtifact,
  permitOnArtifact,
} from './artifact-transaction.js';
import { type ArtifactColumns, ArtifactsRepository } from './artifacts.repository.js';

/** Ids are the database's; texts are typed ones. */
export interface GivenArtifact {
  communityId: string;
  kind: ArtifactKind;
  title: string;
  summary: string;
  templateFor: TemplateUse | null;
  approvalsNeeded: number | null;
  reviewDueOn: string | null;
  /** A copy of what this one says. */
  fromArtifactId: string | null;
}

/** What is missing stays. A null of `reviewDueOn` takes the day away. */
export interface GivenArtifactChanges {
  title?: string | undefined;
  summary?: string | undefined;
  approvalsNeeded?: number | undefined;
  reviewDueOn?: string | null | undefined;
  templateFor?: TemplateUse | undefined;
}

/** What an artifact is called and for; its life outside its draft and versions. */
@Injectable()
export class ChangeArtifact {
  constructor(
    @Inject(ArtifactTransaction) private readonly transaction: ArtifactTransaction,
    @Inject(ArtifactsRepository) private readonly artifacts: ArtifactsRepository,
    @Inject(CommunitiesRepository) private readonly communities: CommunitiesRepository,
    @Inject(BeginDraft) private readonly drafts: BeginDraft,
  ) {}

  /** With a draft to write in. @throws NOT_FOUND, FORBIDDEN, COMMUNITY_CLOSED, INVALID_INPUT */
  create(call: ArtifactCall, given: GivenArtifact): Promise<ArtifactRow> {
    return this.transaction.run(
      call,
      'createArtifact',
      async (tx) => {
        const { viewer } = call;
        const community = await this.communities.forShare(tx, viewer.personId, given.communityId);
        if (!community) throw refusePlatform('NOT_FOUND', {});
        this.permitCreating(call, community, given);
        const from =
          given.fromArtifactId === null ? null : await this.artifacts.byId(tx, viewer.personId, given.fromArtifactId);
        if (from === undefined) throw refusePlatform('NOT_FOUND', {});
        if (from !== null && from.kind !== given.kind) refuseField('fromArtifactId', 'Copy one of the same kind.');
        const [id, at] = [newId(), viewer.now.toISOString()];
        await this.artifacts.insert(tx, {
          ...given,
          id,
          approvalsNeeded: given.approvalsNeeded ?? DEFAULT_APPROVALS,
          importedFrom: '',
          createdBy: viewer.personId,
          createdAt: at,
        });
        await this.drafts.first(tx, { id, title: given.title }, from, { personId: viewer.personId, at });
        await this.artifacts.watchUnlessRefused(tx, id, [viewer.personId]);
        await this.transaction.append(
          tx,
          { id, community_id: given.communityId },
          { event: 'artifact.created', version: 1, changes: [{ field: 'title', from: null, to: given.title }] },
        );
        return id;
      },
      (tx, id) => this.show(tx, call, id),
    );
  }

  /** @throws NOT_FOUND, FORBIDDEN, COMMUNITY_CLOSED, ARTIFACT_ARCHIVED, CONFLICT, INVALID_INPUT */
  edit(call: ArtifactCall, id: string, version: number, given: GivenArtifactChanges): Promise<ArtifactRow> {
    return this.change(call, 'artifact:edit', id, version, async (opened) => {
      const { row, viewer } = opened;
      refuseProblems([
        ...artifactProblems(given),
        ...(given.templateFor === undefined ? [] : templateUseProblems(row.kind, given.templateFor)),
      ]);
      if (given.approvalsNeeded !== undefined && given.approvalsNeeded !== row.approvals_needed)
        permitOnArtifact(viewer, 'artifact:set-approvals', factsOf(row));
      const columns: Partial<ArtifactColumns> = {
        ...(given.title !== undefined && { title: given.title }),
        ...(given.summary !== undefined && { summary: given.summary }),
        ...(given.approvalsNeeded !== undefined && { approvals_needed: given.approvalsNeeded }),
        ...(given.templateFor !== undefined && { template_for: given.templateFor }),
        ...(given.reviewDueOn !== undefined &&
          given.reviewDueOn !== row.review_due_on && { review_due_on: given.reviewDueOn, review_told_on: null }),
      };
      const changes = changesOf(row, columns);
      return changes.length === 0 ? null : { event: 'artifact.edited', columns, changes };
    });
  }

  archive(call: ArtifactCall, id: string, version: number, reason: string): Promise<ArtifactRow> {
    return this.change(call, 'artifact:archive', id, version, async ({ tx, viewer, at }) => {
      refuseProblems(artifactProblems({ reason }));
      const columns = { archived_at: at, archived_by: viewer.personId, archive_reason: reason };
      const told = await this.artifacts.concerned(tx, id, viewer.today);
      return { event: 'artifact.archived', columns, changes: [], note: reason, told };
    });
  }

  unarchive(call: ArtifactCall, id: string, version: number): Promise<ArtifactRow> {
    return this.change(call, 'artifact:unarchive', id, version, async ({ row }) => {
      if (row.archived_at === null) return null;
      const columns = { archived_at: null, archived_by: null, archive_reason: '' };
      return { event: 'artifact.unarchived', columns, changes: [] };
    });
  }

  /** Nobody else's business: no event. */
  watch(call: ArtifactCall, id: string, watching: boolean): Promise<ArtifactRow> {
    return this.transaction.run(
      call,
      'artifact:watch',
      async (tx) => {
        const { viewer } = call;
        await this.transaction.open(tx, viewer, { id, action: 'artifact:watch' });
        await this.artifacts.watch(tx, id, viewer.personId, watching);
        return id;
      },
      (tx) => this.show(tx, call, id),
    );
  }

  private permitCreating({ viewer }: ArtifactCall, community: CommunityRow, given: GivenArtifact): void {
    permitOnArtifact(viewer, 'artifact:create', standingOf(community));
    if (given.approvalsNeeded !== null && given.approvalsNeeded < DEFAULT_APPROVALS)
      permitOnArtifact(viewer, 'artifact:set-approvals', standingOf(community));
    refuseClosed(community);
    refuseProblems([...artifactProblems(given), ...templateUseProblems(given.kind, given.templateFor)]);
  }

  private change(
    call: ArtifactCall,
    action: 'artifact:edit' | 'artifact:archive' | 'artifact:unarchive',
    id: string,
    version: number,
    step: (opened: OpenedArtifact) => Promise<ArtifactStep | null>,
  ): Promise<ArtifactRow> {
    return this.transaction.run(
      call,
      action,
      async (tx) => {
        const opened = await this.transaction.open(tx, call.viewer, { id, action });
        if (opened.row.version !== version) throw conflictOf(opened.row);
        const done = await step(opened);
        if (done === null) return id;
        const { columns, ...happened } = done;
        const next = await this.artifacts.update(opened.tx, id, columns, opened.at);
        await opened.record({ ...happened, version: next });
        return id;
      },
      (tx) => this.show(tx, call, id),
    );
  }

  private async show(tx: Tx, { viewer }: ArtifactCall, id: string): Promise<ArtifactRow> {
    const row = await this.artifacts.byId(tx, viewer.personId, id);
    if (!row) throw new Error('An artifact was changed and is not there.');
    return row;
  }
}

interface ArtifactStep {
  event: 'artifact.edited' | 'artifact.archived' | 'artifact.unarchived';
  columns: Partial<ArtifactColumns>;
  changes: FieldChange[];
  note?: string;
  told?: string[];
}

/** What somebody is told who acts on a version that is no more. */
function conflictOf({ version, title, summary, approvals_needed, review_due_on }: ArtifactRow): Error {
  const current = { title, summary, approvalsNeeded: approvals_needed, reviewDueOn: review_due_on };
  return refusePlatform('CONFLICT', { currentVersion: version, current });
}

const TOLD = {
  title: 'title',
  summary: 'summary',
  approvals_needed: 'approvalsNeeded',
  template_for: 'templateFor',
  review_due_on: 'reviewDueOn',
} as const;

function changesOf(row: ArtifactRow, columns: Partial<ArtifactColumns>): FieldChange[] {
  return Object.entries(TOLD).flatMap(([column, field]): FieldChange[] => {
    if (!(column in columns)) return [];
    const [from, to] = [row[column], Object.entries(columns).find(([name]) => name === column)?.[1]];
    const told = (value: unknown): string | null => (value === null || value === '' ? null : String(value));
    return told(from) === told(to) ? [] : [{ field, from: told(from), to: told(to) }];
  });
}
