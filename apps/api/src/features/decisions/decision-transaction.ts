import type { FieldChange } from '@chapterhouse/domain/event-payload';
import type { DecisionEvent, DecisionPayload } from '@chapterhouse/domain/decisions/decision-events';
import { canOnDecision, type DecisionAction, type DecisionFacts } from '@chapterhouse/domain/decisions/decision-policy';
import { type Refusal, refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { EventLog } from '../../platform/events/event-log.js';
import { readId } from '../../platform/graphql/global-id.js';
import { idempotently } from '../../platform/graphql/idempotency.js';
import type { DecisionPartArguments, DecisionChangeArguments } from './decision-inputs.graphql.js';
import { DecisionObjects } from './decision-objects.js';
import { decisionMakersOf, type DecisionRow, subjectOf } from './decision-row.js';
import { type DecisionColumns, DecisionWrites } from './decision-writes.js';
import type { Decision } from './decisions.graphql.js';
import { DecisionsRepository } from './decisions.repository.js';
import { DecisionFlows } from './delegation/decision-flows.js';

/** What every mutation of an existing decision is asked with. */
export interface DecisionCall {
  viewer: Viewer;
  id: string;
  /** Absent where the mutation adds something beside the decision's own fields. */
  version?: number;
  /** All that was given, to tell a repetition from another call with the same key. */
  input: object;
  idempotencyKey: string | null | undefined;
}

/** What a use case did; `version` is the decision's after it. */
export interface DecisionOutcome extends DecisionPayload {
  event: DecisionEvent;
  version: number;
}

/** The decision as it was loaded and locked, inside the transaction that changes it. */
export interface OpenedDecision {
  tx: Tx;
  row: DecisionRow;
  viewer: Viewer;
  /** ISO text of now. */
  at: string;
  /** Writes the columns and answers the new version. */
  save(changes: Partial<DecisionColumns>): Promise<number>;
}

/** One change of one decision; undefined when there was nothing to change: no event then. */
export type DecisionStep = (opened: OpenedDecision) => Promise<DecisionOutcome | undefined>;

/** What the rules look at beside the decision itself: facts of what hangs on it. */
export type FactsAbout = (row: DecisionRow) => Partial<DecisionFacts>;

/** Who decides is the delegation's to say: whoever may not is told who could. */
const DECIDING: readonly DecisionAction[] = ['decision:accept', 'decision:reject', 'decision:revert'];

/** The frame of every mutation: one transaction, at most once per key, locked, permitted, of the version that was seen, on the record. */
@Injectable()
export class DecisionTransaction {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(DecisionsRepository) private readonly decisions: DecisionsRepository,
    @Inject(DecisionWrites) private readonly writes: DecisionWrites,
    @Inject(DecisionFlows) private readonly flows: DecisionFlows,
    @Inject(DecisionObjects) private readonly objects: DecisionObjects,
  ) {}

  /**
   * @param about more facts, of a part of the decision
   * @throws NOT_FOUND, FORBIDDEN, NOT_DELEGATED, CONFLICT, and what the step refuses
   */
  change(call: DecisionCall, action: DecisionAction, step: DecisionStep, about?: FactsAbout): Promise<Decision> {
    const { viewer, id } = call;
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, call.idempotencyKey, action, { id, version: call.version, ...call.input }, async () =>
        this.objects.one(tx, viewer, await this.changeIn(tx, call, action, step, about)),
      ),
    );
  }

  /** In a transaction that is open already: as part of something else that is at most once. @throws as `change` */
  async changeIn(
    tx: Tx,
    call: Omit<DecisionCall, 'idempotencyKey' | 'input'>,
    action: DecisionAction,
    step: DecisionStep,
    about?: FactsAbout,
  ): Promise<DecisionRow> {
    const row = await this.open(tx, call, action, about);
    await this.apply(tx, call.viewer, row, step);
    const changed = await this.decisions.byId(tx, call.id);
    if (!changed) throw refusePlatform('NOT_FOUND', {});
    return changed;
  }

  /** Takes a step of a decision that is held already, and puts it on the record. */
  async apply(tx: Tx, viewer: Viewer, row: DecisionRow, step: DecisionStep): Promise<void> {
    const at = viewer.now.toISOString();
    const save = async (changes: Partial<DecisionColumns>): Promise<number> => {
      const version = await this.writes.update(tx, row, changes, at);
      if (version === undefined) throw await this.conflict(tx, viewer, row);
      return version;
    };
    const outcome = await step({ tx, row, viewer, at, save });
    if (!outcome) return;
    const { event, version, ...payload } = outcome;
    await this.events.append(tx, {
      name: event,
      subjectType: 'Decision',
      subjectId: row.id,
      subjectVersion: version,
      payload,
    });
  }

  private async open(
    tx: Tx,
    call: Omit<DecisionCall, 'idempotencyKey' | 'input'>,
    action: DecisionAction,
    about?: FactsAbout,
  ): Promise<DecisionRow> {
    const row = await this.decisions.forUpdate(tx, call.id);
    if (!row) throw refusePlatform('NOT_FOUND', {});
    await this.permit(tx, call.viewer, row, action, about?.(row));
    if (call.version !== undefined && call.version !== row.version) throw await this.conflict(tx, call.viewer, row);
    return row;
  }

  /** @throws NOT_DELEGATED with who could, FORBIDDEN with the reason */
  private async permit(
    tx: Tx,
    viewer: Viewer,
    row: DecisionRow,
    action: DecisionAction,
    about: Partial<DecisionFacts> = {},
  ): Promise<void> {
    if (DECIDING.includes(action)) return this.flows.reject(tx, viewer, subjectOf(row));
    const { mayAccept, mayVetoIds } = await this.flows.flowOf(tx, viewer, subjectOf(row));
    const verdict = canOnDecision(viewer.actor, action, {
      state: row.state,
      proposedById: row.proposed_by,
      decisionMakerIds: decisionMakersOf(row),
      decidedById: row.decided_by,
      mayAcceptIds: mayAccept.personIds,
      mayVetoIds,
      vetoEndsAt: row.veto_ends_at,
      ...about,
    });
    if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action, reason: verdict.reason });
  }

  /** What somebody is told who acts on a version that is no more. */
  async conflict(tx: Tx, viewer: Viewer, row: DecisionRow): Promise<Refusal> {
    const current = await this.objects.one(tx, viewer, row);
    return refusePlatform('CONFLICT', { currentVersion: row.version, current: withoutContacts(current) });
  }
}

/**
 * What the use cases are called with.
 * @param input all else that was given
 * @throws NOT_FOUND for what is no id of a decision
 */
export function decisionCallOf(
  viewer: Viewer,
  given: DecisionPartArguments | DecisionChangeArguments,
  input: object = {},
): DecisionCall {
  return {
    viewer,
    id: readId('Decision', given.id),
    ...('version' in given && { version: given.version }),
    input,
    idempotencyKey: given.idempotencyKey,
  };
}

/** The changes that are changes. */
export function changesOf(...changes: FieldChange[]): FieldChange[] {
  return changes.filter(({ from, to }) => from !== to);
}

/** A refusal passes no resolver that would hide what only some may see: people go as their names. */
function withoutContacts(decision: Decision): object {
  const {
    people,
    proposedBy,
    decidedBy,
    veto,
    decisionAreaId: _,
    supersededById: __,
    briefId: ___,
    ...others
  } = decision;
  const nameOf = (person: { id: string; name: string } | null): object | null =>
    person && { id: person.id, name: person.name };
  return {
    ...others,
    people: people.map(({ part, name, person }) => ({ part, name, person: nameOf(person) })),
    proposedBy: nameOf(proposedBy),
    decidedBy: nameOf(decidedBy),
    veto: veto && { ...veto, by: nameOf(veto.by), for: nameOf(veto.for) },
  };
}
