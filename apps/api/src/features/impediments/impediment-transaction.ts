import type { EventPayload, FieldChange } from '@chapterhouse/domain/event-payload';
import type { ImpedimentEvent } from '@chapterhouse/domain/impediments/impediment-events';
import { can, type ImpedimentAction } from '@chapterhouse/domain/impediments/impediment-policy';
import { isUndoable, undoLabel } from '@chapterhouse/domain/impediments/impediment-undo';
import { Refusal, refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { EventLog } from '../../platform/events/event-log.js';
import { idempotently } from '../../platform/graphql/idempotency.js';
import { ImpedimentObjects } from './impediment-objects.js';
import { factsOf, type ImpedimentRow, keyOf } from './impediment-row.js';
import { ImpedimentUndosRepository, type UndoItem } from './impediment-undos.repository.js';
import { ImpedimentsRepository } from './impediments.repository.js';
import { ImpedimentWrites, type ImpedimentColumns } from './impediment-writes.js';
import type { Impediment } from './impediments.graphql.js';

/** What every mutation of an existing impediment is asked with. */
export interface ImpedimentCall {
  viewer: Viewer;
  id: string;
  /** Absent where the mutation adds something beside the impediment's own fields. */
  version?: number;
  /** The team in question, for permission. */
  teamId?: string;
  /** Who is to have it, for permission. */
  newOwnerId?: string;
  /** All that was given, to tell a repetition from another call with the same key. */
  input: object;
  idempotencyKey: string | null | undefined;
}

/** As `ImpedimentCall`, within something that has a key of its own. */
export type CallWithin = Omit<ImpedimentCall, 'input' | 'idempotencyKey'>;

/** What a use case did; `version` is the impediment's after it. */
export interface ImpedimentOutcome extends EventPayload {
  event: ImpedimentEvent;
  version: number;
  /** What its columns do not say and undoing it needs. */
  alsoUndo?: Pick<UndoItem, 'labels' | 'watcherId' | 'handedOver' | 'stay'>;
}

/** The impediment as it was loaded and locked, inside the transaction that changes it. */
export interface OpenedImpediment {
  tx: Tx;
  row: ImpedimentRow;
  viewer: Viewer;
  /** ISO text of now. */
  at: string;
  /** Writes the columns and answers the new version. */
  save(changes: Partial<ImpedimentColumns>): Promise<number>;
}

/** One change of one impediment; undefined when there was nothing to change: no event then. */
export type ImpedimentStep = (opened: OpenedImpediment) => Promise<ImpedimentOutcome | undefined>;

/** The frame of every mutation: one transaction, at most once per key, locked, permitted, of the version that was seen, on the record. */
@Injectable()
export class ImpedimentTransaction {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(ImpedimentsRepository) private readonly impediments: ImpedimentsRepository,
    @Inject(ImpedimentWrites) private readonly writes: ImpedimentWrites,
    @Inject(ImpedimentObjects) private readonly objects: ImpedimentObjects,
    @Inject(ImpedimentUndosRepository) private readonly undos: ImpedimentUndosRepository,
  ) {}

  /**
   * @param prepare runs before the impediment is locked
   * @throws NOT_FOUND, FORBIDDEN, CONFLICT, and what the step refuses
   */
  async change(
    call: ImpedimentCall,
    action: ImpedimentAction,
    step: ImpedimentStep,
    prepare?: (tx: Tx) => Promise<void>,
  ): Promise<Impediment> {
    const { viewer, id } = call;
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, call.idempotencyKey, action, { id, version: call.version, ...call.input }, async () => {
        await prepare?.(tx);
        const { row, undo } = await this.step(tx, call, action, step);
        if (undo && isUndoable(action))
          await this.undos.offer(tx, viewer.personId, undoLabel(action, [keyOf(row.number)]), [undo]);
        const changed = await this.impediments.byId(tx, id);
        if (!changed) throw refusePlatform('NOT_FOUND', {});
        return this.objects.one(tx, viewer, changed);
      }),
    );
  }

  /**
   * In a transaction that is open already: as part of something else that is at most once, and that is taken back, if at
   * all, as a whole. @throws as `change`
   */
  async changeIn(
    tx: Tx,
    call: CallWithin,
    action: ImpedimentAction,
    step: ImpedimentStep,
    prepare?: (tx: Tx) => Promise<void>,
  ): Promise<void> {
    await prepare?.(tx);
    await this.step(tx, call, action, step);
  }

  private async step(
    tx: Tx,
    call: CallWithin,
    action: ImpedimentAction,
    step: ImpedimentStep,
  ): Promise<{ row: ImpedimentRow; undo: UndoItem | undefined }> {
    const row = await this.open(tx, call, action);
    return { row, undo: await this.apply(tx, call.viewer, row, step) };
  }

  /** Takes a step and puts it on the record. Answers what takes it back; undefined when it changed nothing. */
  async apply(tx: Tx, viewer: Viewer, row: ImpedimentRow, step: ImpedimentStep): Promise<UndoItem | undefined> {
    const at = viewer.now.toISOString();
    const before: Partial<ImpedimentColumns> = {};
    const save = async (changes: Partial<ImpedimentColumns>): Promise<number> => {
      const version = await this.writes.update(tx, row, changes, at);
      if (version === undefined) throw await this.conflict(tx, viewer, row);
      for (const column of Object.keys(changes)) Object.assign(before, { [column]: Reflect.get(row, column) });
      return version;
    };
    const outcome = await step({ tx, row, viewer, at, save });
    if (!outcome) return undefined;
    await this.record(tx, row.id, outcome);
    const { changes, version, alsoUndo } = outcome;
    return { impedimentId: row.id, versionAfter: version, before, changes, ...alsoUndo };
  }

  /** Puts on the record what happened to an impediment. */
  async record(tx: Tx, impedimentId: string, outcome: ImpedimentOutcome): Promise<void> {
    const { event, version, alsoUndo: _, ...payload } = outcome;
    await this.events.append(tx, {
      name: event,
      subjectType: 'Impediment',
      subjectId: impedimentId,
      subjectVersion: version,
      payload,
    });
  }

  private async open(tx: Tx, call: CallWithin, action: ImpedimentAction): Promise<ImpedimentRow> {
    const row = await this.impediments.forUpdate(tx, call.id);
    if (!row) throw refusePlatform('NOT_FOUND', {});
    this.permit(call.viewer, row, action, call);
    if (call.version !== undefined && call.version !== row.version) throw await this.conflict(tx, call.viewer, row);
    return row;
  }

  /** @throws FORBIDDEN with the reason */
  permit(
    viewer: Viewer,
    row: ImpedimentRow,
    action: ImpedimentAction,
    about: Pick<ImpedimentCall, 'teamId' | 'newOwnerId'>,
  ): void {
    const verdict = can(viewer.actor, action, { ...factsOf(row, about.teamId), newOwnerId: about.newOwnerId });
    if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action, reason: verdict.reason });
  }

  /** What somebody is told who acts on a version that is no more. */
  async conflict(tx: Tx, viewer: Viewer, row: ImpedimentRow): Promise<Refusal> {
    const current = await this.objects.one(tx, viewer, row);
    return refusePlatform('CONFLICT', { currentVersion: row.version, current: withoutContacts(current) });
  }
}

/** A refusal passes no resolver that would hide what only some may see: people go as their names. */
function withoutContacts(impediment: Impediment): object {
  const { raisedBy, owner, duplicateOfId: _, ...others } = impediment;
  return {
    ...others,
    raisedBy: { id: raisedBy.id, name: raisedBy.name },
    owner: owner && { id: owner.id, name: owner.name },
  };
}

/** Throws the refusal that a rule answered, or passes on what it allowed. */
export function unlessRefused<T>(answer: T | Refusal): T {
  if (answer instanceof Refusal) throw answer;
  return answer;
}

/** The changes that are changes. */
export function changesOf(...changes: FieldChange[]): FieldChange[] {
  return changes.filter(({ from, to }) => from !== to);
}
