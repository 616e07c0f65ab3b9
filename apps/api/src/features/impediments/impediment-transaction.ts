import type { EventPayload, FieldChange } from '@chapterhouse/domain/event-payload';
import type { ImpedimentEvent } from '@chapterhouse/domain/impediments/impediment-events';
import { can, type ImpedimentAction } from '@chapterhouse/domain/impediments/impediment-policy';
import { Refusal, refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { EventLog } from '../../platform/events/event-log.js';
import { idempotently } from '../../platform/graphql/idempotency.js';
import { ImpedimentObjects } from './impediment-objects.js';
import { factsOf, type ImpedimentRow } from './impediment-row.js';
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
  /** All that was given, to tell a repetition from another call with the same key. */
  input: object;
  idempotencyKey: string | null | undefined;
}

/** What a use case did; `version` is the impediment's after it. */
export interface ImpedimentOutcome extends EventPayload {
  event: ImpedimentEvent;
  version: number;
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

/** The frame of every mutation: one transaction, at most once per key, locked, permitted, of the version that was seen, on the record. */
@Injectable()
export class ImpedimentTransaction {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(ImpedimentsRepository) private readonly impediments: ImpedimentsRepository,
    @Inject(ImpedimentWrites) private readonly writes: ImpedimentWrites,
    @Inject(ImpedimentObjects) private readonly objects: ImpedimentObjects,
  ) {}

  /**
   * @param work changes something and says what; undefined when there was nothing to change: no event then
   * @param prepare runs before the impediment is locked
   * @throws NOT_FOUND, FORBIDDEN, CONFLICT, and what `work` refuses
   */
  async change(
    call: ImpedimentCall,
    action: ImpedimentAction,
    work: (opened: OpenedImpediment) => Promise<ImpedimentOutcome | undefined>,
    prepare?: (tx: Tx) => Promise<void>,
  ): Promise<Impediment> {
    const { viewer, id } = call;
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, call.idempotencyKey, action, { id, version: call.version, ...call.input }, async () => {
        await prepare?.(tx);
        const row = await this.open(tx, call, action);
        const at = viewer.now.toISOString();
        const save = async (changes: Partial<ImpedimentColumns>): Promise<number> => {
          const version = await this.writes.update(tx, row, changes, at);
          if (version === undefined) throw await this.conflict(tx, viewer, row);
          return version;
        };
        const outcome = await work({ tx, row, viewer, at, save });
        if (outcome) await this.record(tx, id, outcome);
        const changed = await this.impediments.byId(tx, id);
        if (!changed) throw refusePlatform('NOT_FOUND', {});
        return this.objects.one(tx, viewer, changed);
      }),
    );
  }

  /** Puts on the record what happened to an impediment. */
  async record(tx: Tx, impedimentId: string, { event, version, ...payload }: ImpedimentOutcome): Promise<void> {
    await this.events.append(tx, {
      name: event,
      subjectType: 'Impediment',
      subjectId: impedimentId,
      subjectVersion: version,
      payload,
    });
  }

  private async open(tx: Tx, call: ImpedimentCall, action: ImpedimentAction): Promise<ImpedimentRow> {
    const row = await this.impediments.forUpdate(tx, call.id);
    if (!row) throw refusePlatform('NOT_FOUND', {});
    const verdict = can(call.viewer.actor, action, factsOf(row, call.teamId));
    if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action, reason: verdict.reason });
    if (call.version !== undefined && call.version !== row.version) throw await this.conflict(tx, call.viewer, row);
    return row;
  }

  private async conflict(tx: Tx, viewer: Viewer, row: ImpedimentRow): Promise<Refusal> {
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
