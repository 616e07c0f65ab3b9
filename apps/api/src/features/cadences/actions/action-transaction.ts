import type { ActionEvent, ActionPayload } from '@chapterhouse/domain/cadences/action-events';
import { actionProblems, type ActionItemInput } from '@chapterhouse/domain/cadences/action-fields';
import { type ActionItemAction, canOnAction, legalActionSteps } from '@chapterhouse/domain/cadences/action-policy';
import { refuseAction } from '@chapterhouse/domain/cadences/action-refusals';
import { type Refusal, refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { idempotently } from '../../../platform/graphql/idempotency.js';
import { CadenceReferences } from '../cadence-references.js';
import type { ActionRow } from './action-row.js';
import { ActionStandingsRead } from './action-standings.read.js';
import { type ActionColumns, ActionWrites } from './action-writes.js';
import { type ActionItem, actionOf } from './actions.graphql.js';
import { ActionsRepository } from './actions.repository.js';

/** What every mutation of an existing action is asked with; ids are the database's. */
export interface ActionCall {
  viewer: Viewer;
  id: string;
  version: number;
  /** People whom the mutation names: of nobody here, nothing else is looked at. */
  named?: readonly string[];
  /** All that was given, to tell a repetition from another call with the same key. */
  input: object;
  idempotencyKey: string | null | undefined;
}

export interface ActionOutcome extends ActionPayload {
  event: ActionEvent;
  columns: Partial<ActionColumns>;
}

/** One change of one action that is held; undefined when there was nothing to change. */
export type ActionStep = (tx: Tx, row: ActionRow) => Promise<ActionOutcome | undefined>;

/** The frame of every mutation: at most once per key, locked, permitted, legal, of the version that was seen, on the record. */
@Injectable()
export class ActionTransaction {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(ActionsRepository) private readonly actions: ActionsRepository,
    @Inject(ActionWrites) private readonly writes: ActionWrites,
    @Inject(ActionStandingsRead) private readonly standings: ActionStandingsRead,
    @Inject(CadenceReferences) private readonly references: CadenceReferences,
  ) {}

  /** @throws NOT_FOUND, FORBIDDEN, CONFLICT, ACTION_IN_OTHER_STATE, and what the step refuses */
  change(call: ActionCall, action: ActionItemAction, step: ActionStep): Promise<ActionItem> {
    const { viewer, id, version } = call;
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, call.idempotencyKey, action, { id, version, ...call.input }, async () => {
        const row = await this.actions.forUpdate(tx, id);
        const facts = row && (await this.standings.of(tx, viewer, [row])).get(id);
        if (!row || !facts) throw refusePlatform('NOT_FOUND', {});
        const verdict = canOnAction(viewer.actor, action, facts);
        if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action, reason: verdict.reason });
        await this.references.here(tx, viewer, call.named ?? []);
        if (version !== row.version) throw conflict(row);
        return actionOf(await this.apply(tx, viewer, row, action, step));
      }),
    );
  }

  /** Takes a step of an action that is held and permitted already. @throws ACTION_IN_OTHER_STATE */
  async apply(tx: Tx, viewer: Viewer, row: ActionRow, action: ActionItemAction, step: ActionStep): Promise<ActionRow> {
    const legal = legalActionSteps(row.state);
    if (!legal.includes(action))
      throw refuseAction('ACTION_IN_OTHER_STATE', { state: row.state, action, legal: [...legal] });
    const outcome = await step(tx, row);
    if (!outcome) return row;
    const { event, columns, ...payload } = outcome;
    const version = await this.writes.update(tx, row, columns, viewer.now.toISOString());
    if (version === undefined) throw conflict(row);
    await this.tell(tx, row.id, version, event, payload);
    const changed = await this.actions.byId(tx, row.id);
    if (!changed) throw refusePlatform('NOT_FOUND', {});
    return changed;
  }

  async tell(tx: Tx, id: string, version: number, event: ActionEvent, payload: ActionPayload): Promise<void> {
    await this.events.append(tx, {
      name: event,
      subjectType: 'ActionItem',
      subjectId: id,
      subjectVersion: version,
      payload: { ...payload, changes: payload.changes.filter(({ from, to }) => from !== to) },
    });
  }
}

/** @throws INVALID_INPUT that names every wrong field with its remedy */
export function refuseProblems(input: ActionItemInput, today: string): void {
  const fields = actionProblems(input, today);
  if (fields.length > 0) throw refusePlatform('INVALID_INPUT', { fields });
}

/** What somebody is told who acts on a version that is no more. */
function conflict(row: ActionRow): Refusal {
  const { id, title, dueOn, state, result, endedAt, version } = actionOf(row);
  const current = { id, title, dueOn, state, result, endedAt, version };
  return refusePlatform('CONFLICT', { currentVersion: row.version, current });
}
