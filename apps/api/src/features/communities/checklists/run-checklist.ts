import type { ArtifactUseEvent } from '@chapterhouse/domain/communities/artifact-use-events';
import type { ArtifactUseAction } from '@chapterhouse/domain/communities/artifact-use-policy';
import { refuseArtifactUse } from '@chapterhouse/domain/communities/artifact-use-refusals';
import { runProblems, stepNoteProblems } from '@chapterhouse/domain/communities/checklist-run';
import type { EventPayload } from '@chapterhouse/domain/event-payload';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { excerpt } from '../../../platform/graphql/typed-text.js';
import { OrganizationReferences } from '../../organization/public.js';
import { refuseProblems } from '../communities/community-permission.js';
import { type OpenedUse, permitUse, refuseOtherKind, type UseCall, UseTransaction } from '../use/use-transaction.js';
import { type ChecklistRun, checklistRunOf } from './run.graphql.js';
import { type RunRow, RunsRepository } from './runs.repository.js';

export interface RunCall extends UseCall {
  id: string;
  /** That the person saw; absent where several may tick at once. */
  rowVersion?: number;
}

/** Running a checklist: begun from the latest version, step by step, until it ends. */
@Injectable()
export class RunChecklist {
  constructor(
    @Inject(UseTransaction) private readonly transaction: UseTransaction,
    @Inject(RunsRepository) private readonly runs: RunsRepository,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  /** @throws NOT_FOUND, FORBIDDEN, INVALID_INPUT, NOT_OF_THIS_KIND, NOTHING_PUBLISHED, NOTHING_TO_RUN, ARTIFACT_ARCHIVED */
  start(
    call: UseCall,
    artifactId: string,
    { title, teamId }: { title: string; teamId: string | null },
  ): Promise<ChecklistRun> {
    return this.transaction.run(
      call,
      'checklist-run:start',
      async (opened) => {
        const { tx, viewer, at, record } = opened;
        const artifact = await this.transaction.hold(opened, artifactId);
        if (teamId !== null && !(await this.organization.placeOfTeamIn(tx, teamId)))
          throw refusePlatform('NOT_FOUND', {});
        permitUse(viewer, 'checklist-run:start', { teamId });
        if (artifact.template_for !== 'CHECKLIST_RUN') refuseOtherKind(artifact, 'CHECKLIST');
        refuseProblems(runProblems({ title }));
        const version = await this.transaction.versionToUse(opened, artifact);
        const stepCount = version.checklist.length;
        if (stepCount === 0) throw refuseArtifactUse('NOTHING_TO_RUN', {});
        const id = newId();
        await this.runs.insert(tx, { id, versionId: version.id, stepCount, title, teamId, by: viewer.personId, at });
        await record({
          event: 'checklist-run.started',
          of: 'ChecklistRun',
          id,
          version: 1,
          changes: [{ field: 'title', from: null, to: title }],
          communityId: artifact.community_id,
          artifactId,
          ...(teamId !== null && { teamId }),
        });
        return id;
      },
      this.show,
    );
  }

  /** A note that is not given stays. @throws NOT_FOUND also for a step that it has not, FORBIDDEN, INVALID_INPUT, RUN_ENDED */
  tick(
    call: RunCall,
    { stepId, done, note }: { stepId: string; done: boolean; note: string | undefined },
  ): Promise<ChecklistRun> {
    return this.change(call, 'checklist-run:tick', async (opened, row) => {
      refuseProblems(stepNoteProblems(note));
      const step = row.checklist.find(({ id }) => id === stepId);
      if (!step) throw refusePlatform('NOT_FOUND', {});
      const before = new Map(Object.entries(row.touched)).get(stepId);
      const after = { done, note: note ?? before?.note ?? '' };
      if ((before?.done ?? false) === after.done && (before?.note ?? '') === after.note) return;
      const { tx, viewer, at } = opened;
      const version = await this.runs.touch(tx, row.id, stepId, { ...after, by: viewer.personId, at });
      const words = excerpt(step.text);
      const changes = [{ field: 'step', from: done ? null : words, to: done ? words : null }];
      const payload = { changes, stepId, ...(note !== undefined && note !== '' && { note }) };
      await this.record(opened, row, version, 'checklist-run.step-ticked', payload);
    });
  }

  /** Whatever is left undone stays so. @throws NOT_FOUND, FORBIDDEN, CONFLICT, RUN_ENDED */
  end(call: RunCall): Promise<ChecklistRun> {
    return this.change(call, 'checklist-run:end', async (opened, row) => {
      const version = await this.runs.end(opened.tx, row.id, opened.viewer.personId, opened.at);
      const { done, total } = checklistRunOf(row);
      const changes = [{ field: 'done', from: null, to: `${done} of ${total}` }];
      await this.record(opened, row, version, 'checklist-run.ended', { changes });
    });
  }

  private change(
    call: RunCall,
    action: ArtifactUseAction,
    step: (opened: OpenedUse, row: RunRow) => Promise<void>,
  ): Promise<ChecklistRun> {
    return this.transaction.run(
      call,
      action,
      async (opened) => {
        const row = await this.runs.forUpdate(opened.tx, call.id);
        if (!row) throw refusePlatform('NOT_FOUND', {});
        permitUse(opened.viewer, action, { teamId: row.team_id, isOwn: row.started_by === opened.viewer.personId });
        if (row.ended_at !== null) throw refuseArtifactUse('RUN_ENDED', {});
        if (call.rowVersion !== undefined && call.rowVersion !== row.version) throw conflict(row);
        await step(opened, row);
        return row.id;
      },
      this.show,
    );
  }

  private record(
    { record }: OpenedUse,
    row: RunRow,
    version: number,
    event: ArtifactUseEvent,
    payload: EventPayload & { stepId?: string },
  ): Promise<void> {
    return record({
      ...payload,
      event,
      of: 'ChecklistRun',
      id: row.id,
      version,
      communityId: row.community_id,
      artifactId: row.artifact_id,
      ...(row.team_id !== null && { teamId: row.team_id }),
    });
  }

  private readonly show = async (tx: Tx, id: string): Promise<ChecklistRun> => {
    const row = await this.runs.byId(tx, id);
    if (!row) throw new Error('A run was written and is not there.');
    return checklistRunOf(row);
  };
}

/** Who ticked goes by nobody's name: a refusal passes no resolver. */
function conflict(row: RunRow): Error {
  const { row: _, steps, ...run } = checklistRunOf(row);
  const current = { ...run, steps: steps.map(({ byId: __, ...step }) => step) };
  return refusePlatform('CONFLICT', { currentVersion: row.version, current });
}
