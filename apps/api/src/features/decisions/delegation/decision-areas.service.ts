import type { FieldChange } from '@chapterhouse/domain/event-payload';
import type { DecisionAreaEvents } from '@chapterhouse/domain/decisions/delegation-events';
import { decisionAreaName, decisionAreaProblems } from '@chapterhouse/domain/decisions/delegation-fields';
import { canDelegate, type DelegationAction } from '@chapterhouse/domain/decisions/delegation-policy';
import { refuseDelegation } from '@chapterhouse/domain/decisions/delegation-refusals';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { violatedConstraint } from '../../../platform/database/constraint.js';
import { Database } from '../../../platform/database/database.js';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog, type NewEvent } from '../../../platform/events/event-log.js';
import { idempotently } from '../../../platform/graphql/idempotency.js';
import { excerpt, typedText, typedTextIfGiven } from '../../../platform/graphql/typed-text.js';
import type { DecisionArea } from './boards.graphql.js';
import {
  decisionAreaObject,
  type DecisionAreaRow,
  DecisionAreasRepository,
  type NewDecisionArea,
} from './decision-areas.repository.js';

/** What somebody gave; fields that are missing or null stay as they are. */
export interface DecisionAreaEdit {
  name?: string | null | undefined;
  description?: string | null | undefined;
  archived?: boolean | null | undefined;
}

/** Names of what is decided about: an organization's own, which all its boards share. */
@Injectable()
export class DecisionAreasService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(DecisionAreasRepository) private readonly areas: DecisionAreasRepository,
  ) {}

  async all(viewer: Viewer, withArchived: boolean): Promise<DecisionArea[]> {
    permit(viewer, 'delegation:view');
    const rows = await this.database.transaction(scopeOf(viewer), (tx) => this.areas.all(tx, withArchived));
    return rows.map(decisionAreaObject);
  }

  /** By the database's id; those that are not there are missing. */
  async byIds(viewer: Viewer, ids: readonly string[]): Promise<Map<string, DecisionArea>> {
    permit(viewer, 'delegation:view');
    const rows = await this.database.transaction(scopeOf(viewer), (tx) => this.areas.byIds(tx, ids));
    return new Map(rows.map((row) => [row.id, decisionAreaObject(row)]));
  }

  /** @throws FORBIDDEN, INVALID_INPUT, DECISION_AREA_NAME_TAKEN */
  create(
    viewer: Viewer,
    given: { name: string; description: string },
    idempotencyKey: string | null | undefined,
  ): Promise<DecisionArea> {
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, idempotencyKey, 'decision-area:create', given, async () => {
        permit(viewer, 'decision-area:create');
        const area = { id: newId(), name: typedText(given.name), description: typedText(given.description) };
        refuseWrong(area);
        const [row] = await this.add(tx, [area]);
        if (!row) throw new Error('What was inserted is there.');
        return decisionAreaObject(row);
      }),
    );
  }

  /** Without asking who may: for services that asked. @throws DECISION_AREA_NAME_TAKEN */
  async add(tx: Tx, areas: readonly NewDecisionArea[]): Promise<DecisionAreaRow[]> {
    const kept = areas.map((area) => ({ ...area, name: decisionAreaName(area.name) }));
    await unlessTaken(kept.map(({ name }) => name).join(', '), () => this.areas.insert(tx, kept));
    const rows = await this.areas.byIds(
      tx,
      kept.map(({ id }) => id),
    );
    await this.events.append(
      tx,
      ...rows.map((row) => eventOf('decision-area.created', row, [{ field: 'name', from: null, to: row.name }])),
    );
    return rows;
  }

  /** What is archived is offered for no new decision, and on no board. @throws NOT_FOUND, FORBIDDEN, CONFLICT, INVALID_INPUT, DECISION_AREA_NAME_TAKEN */
  edit(
    viewer: Viewer,
    call: { id: string; version: number },
    given: DecisionAreaEdit,
    idempotencyKey: string | null | undefined,
  ): Promise<DecisionArea> {
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, idempotencyKey, 'decision-area:edit', { ...call, ...given }, async () => {
        permit(viewer, 'decision-area:edit');
        const row = await this.areas.forUpdate(tx, call.id);
        if (!row) throw refusePlatform('NOT_FOUND', {});
        if (row.version !== call.version)
          throw refusePlatform('CONFLICT', { currentVersion: row.version, current: decisionAreaObject(row) });
        const after = afterEdit(row, given);
        const changes = changesBetween(row, after);
        if (changes.length === 0) return decisionAreaObject(row);
        await unlessTaken(after.name, () => this.areas.update(tx, after));
        const changed = { ...after, version: row.version + 1 };
        await this.events.append(tx, eventOf('decision-area.edited', changed, changes));
        return decisionAreaObject(changed);
      }),
    );
  }
}

function afterEdit(row: DecisionAreaRow, given: DecisionAreaEdit): DecisionAreaRow {
  const name = typedTextIfGiven(given.name);
  const description = typedTextIfGiven(given.description);
  refuseWrong({ name, description });
  return {
    ...row,
    name: name === undefined ? row.name : decisionAreaName(name),
    description: description ?? row.description,
    archived: given.archived ?? row.archived,
  };
}

function changesBetween(before: DecisionAreaRow, after: DecisionAreaRow): FieldChange[] {
  const said = (archived: boolean): string => (archived ? 'Archived' : 'In use');
  return [
    { field: 'name', from: before.name, to: after.name },
    { field: 'description', from: excerpt(before.description), to: excerpt(after.description) },
    { field: 'archived', from: said(before.archived), to: said(after.archived) },
  ].filter(({ from, to }) => from !== to);
}

function eventOf(name: keyof DecisionAreaEvents, row: DecisionAreaRow, changes: FieldChange[]): NewEvent {
  return { name, subjectType: 'DecisionArea', subjectId: row.id, subjectVersion: row.version, payload: { changes } };
}

function permit({ actor }: Viewer, action: DelegationAction): void {
  const verdict = canDelegate(actor, action);
  if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action, reason: verdict.reason });
}

function refuseWrong(given: { name: string | undefined; description: string | undefined }): void {
  const fields = decisionAreaProblems(given);
  if (fields.length > 0) throw refusePlatform('INVALID_INPUT', { fields });
}

async function unlessTaken(name: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (violatedConstraint(error) !== 'decision_areas_one_name') throw error;
    throw refuseDelegation('DECISION_AREA_NAME_TAKEN', { name });
  }
}
