import { refusePlatform } from '@chapterhouse/domain/refusal';
import type { SprintEvent } from '@chapterhouse/domain/sprints/sprint-events';
import { sprintProblems } from '@chapterhouse/domain/sprints/sprint-fields';
import { canOnSprint, type SprintAction } from '@chapterhouse/domain/sprints/sprint-policy';
import { Inject, Injectable } from '@nestjs/common';
import { OrganizationReferences } from '../organization/public.js';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/tx.js';
import { EventLog } from '../../platform/events/event-log.js';
import { idempotently } from '../../platform/graphql/idempotency.js';
import { afterEdit, changesBetween, oneText, refuseSprint, shownOf, type SprintEdit } from './sprint-changes.js';
import { shownNumbers, type SprintRow } from './sprint-row.js';
import { type Sprint, sprintOf, type RecordSprintInput } from './sprints.graphql.js';
import { SprintsRepository, type SprintWrite } from './sprints.repository.js';

/** Which sprint, as it was seen. */
export interface SprintCall {
  viewer: Viewer;
  id: string;
  version: number;
  idempotencyKey: string | null | undefined;
}

/** How a sprint ended; what is undefined stays as it is. */
export type SprintEnd = Pick<SprintEdit, 'startsOn' | 'endsBefore' | 'doneItems' | 'donePoints'>;

/** Recording, editing, finishing and removing sprints. Ids are the database's. */
@Injectable()
export class ChangeSprint {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(SprintsRepository) private readonly sprints: SprintsRepository,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  /** @throws NOT_FOUND for a team of nobody here, FORBIDDEN, INVALID_INPUT */
  record(
    viewer: Viewer,
    teamId: string,
    given: RecordSprintInput,
    idempotencyKey: string | null | undefined,
  ): Promise<Sprint> {
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, idempotencyKey, 'sprint:record', { teamId, ...given }, async () => {
        await this.permit(tx, viewer, 'sprint:record', teamId);
        const sprint = recorded(teamId, given, viewer.today);
        await this.sprints.insert(tx, [sprint]);
        return this.told(tx, sprint.id, 'sprint.recorded', null);
      }),
    );
  }

  /** @throws NOT_FOUND, FORBIDDEN, CONFLICT, INVALID_INPUT */
  edit(call: SprintCall, given: SprintEdit): Promise<Sprint> {
    return this.change(call, 'edit', given, (row) => afterEdit(row, given, call.viewer.today), 'sprint.edited');
  }

  /** Without a last day it is the planned one, or today if that is still to come. @throws as `edit` */
  finish(call: SprintCall, given: SprintEnd): Promise<Sprint> {
    const step = (row: SprintRow): SprintWrite => {
      if (row.state === 'CLOSED')
        refuseSprint([{ field: 'state', problem: 'This sprint is finished already; edit it instead.' }]);
      const planned = shownNumbers(row).endsBefore;
      const tomorrow = dayAfter(call.viewer.today);
      const endsBefore = given.endsBefore ?? (planned !== null && planned < tomorrow ? planned : tomorrow);
      return afterEdit(row, { ...given, endsBefore, state: 'CLOSED' }, call.viewer.today);
    };
    return this.change(call, 'finish', given, step, 'sprint.finished');
  }

  /** @throws NOT_FOUND, FORBIDDEN, CONFLICT */
  remove(call: SprintCall): Promise<{ id: string }> {
    const { viewer, id, version, idempotencyKey } = call;
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, idempotencyKey, 'sprint:remove', { id, version }, async () => {
        const row = await this.open(tx, call, 'sprint:remove');
        if (!(await this.sprints.remove(tx, id, version, viewer.now.toISOString()))) throw conflict(row);
        const changes = [{ field: 'name', from: row.name, to: null }];
        await this.append(tx, 'sprint.removed', id, version + 1, changes);
        return { id };
      }),
    );
  }

  private change(
    call: SprintCall,
    what: string,
    input: object,
    step: (row: SprintRow) => SprintWrite,
    event: SprintEvent,
  ): Promise<Sprint> {
    const { viewer, id, version, idempotencyKey } = call;
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, idempotencyKey, `sprint:${what}`, { id, version, ...input }, async () => {
        const before = await this.open(tx, call, 'sprint:record');
        const after = step(before);
        if (isSame(before, after)) return sprintOf(before);
        if (!(await this.sprints.update(tx, after, version))) throw conflict(before);
        return this.told(tx, id, event, before);
      }),
    );
  }

  private async open(tx: Tx, { viewer, id, version }: SprintCall, action: SprintAction): Promise<SprintRow> {
    const row = await this.sprints.forUpdate(tx, id);
    if (!row) throw refusePlatform('NOT_FOUND', {});
    await this.permit(tx, viewer, action, row.team_id);
    if (row.version !== version) throw conflict(row);
    return row;
  }

  private async permit(tx: Tx, viewer: Viewer, action: SprintAction, teamId: string): Promise<void> {
    const place = await this.organization.placeOfTeamIn(tx, teamId);
    if (!place) throw refusePlatform('NOT_FOUND', {});
    const verdict = canOnSprint(viewer.actor, action, place);
    if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action, reason: verdict.reason });
  }

  /** The sprint as it is now, after its event. */
  private async told(tx: Tx, id: string, event: SprintEvent, before: SprintRow | null): Promise<Sprint> {
    const row = await this.sprints.byId(tx, id);
    if (!row) throw new Error('A sprint was written and is not there.');
    const changes = changesBetween(before && shownOf(before), shownOf(row));
    await this.append(tx, event, id, row.version, changes);
    return sprintOf(row);
  }

  private append(
    tx: Tx,
    name: SprintEvent,
    subjectId: string,
    subjectVersion: number,
    changes: object[],
  ): Promise<void> {
    return this.events.append(tx, { name, subjectType: 'Sprint', subjectId, subjectVersion, payload: { changes } });
  }
}

/** @throws INVALID_INPUT */
function recorded(teamId: string, given: RecordSprintInput, today: string): SprintWrite {
  const { name, goal, state, startsOn, endsBefore, plannedItems, plannedPoints, doneItems, donePoints } = given;
  const own = { name: oneText(name), goal: oneText(goal ?? ''), state };
  const byHand = {
    startsOn: startsOn ?? null,
    endsBefore: endsBefore ?? null,
    plannedItems: plannedItems ?? null,
    plannedPoints: plannedPoints ?? null,
    doneItems: doneItems ?? null,
    donePoints: donePoints ?? null,
  };
  refuseSprint(sprintProblems({ ...own, ...byHand }, today));
  return { id: newId(), teamId, ...own, imported: false, editedByHand: [], byHand };
}

function isSame(before: SprintRow, after: SprintWrite): boolean {
  const { name, goal, state, by_hand: byHand } = before;
  const fields = Object.keys(after.byHand) as (keyof typeof byHand)[];
  return (
    name === after.name &&
    goal === after.goal &&
    state === after.state &&
    fields.every((field) => byHand[field] === after.byHand[field])
  );
}

function conflict(row: SprintRow): Error {
  const { teamId: _, ...current } = sprintOf(row);
  return refusePlatform('CONFLICT', { currentVersion: row.version, current });
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 24 * 3_600_000).toISOString().slice(0, 10);
}
