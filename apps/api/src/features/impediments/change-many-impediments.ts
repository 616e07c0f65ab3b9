import type { ImpedimentAction } from '@chapterhouse/domain/impediments/impediment-policy';
import { undoLabel } from '@chapterhouse/domain/impediments/impediment-undo';
import { Refusal, refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { idempotently } from '../../platform/graphql/idempotency.js';
import { ImpedimentObjects } from './impediment-objects.js';
import { ImpedimentReferences } from './impediment-references.js';
import { type ImpedimentRow, keyOf } from './impediment-row.js';
import { type ImpedimentStep, ImpedimentTransaction } from './impediment-transaction.js';
import { type BulkOutcome, type LeftImpediment, undoOffer } from './impediment-undo.graphql.js';
import { ImpedimentUndosRepository, type UndoItem } from './impediment-undos.repository.js';
import { ImpedimentsRepository } from './impediments.repository.js';
import { leftBehind } from './left-impediment.js';
import { refuseField } from './refuse-problems.js';

const MOST_AT_ONCE = 500;

/** Ids as in the database, each with the version that the person saw. */
export interface BulkCall {
  viewer: Viewer;
  items: readonly { id: string; version: number }[];
  input: object;
  idempotencyKey: string | null | undefined;
  /** Who is to have them: somebody of this organization, whatever becomes of the impediments. */
  newOwnerId?: string;
}

/** Codes that say something of one impediment; any other refuses the whole call. */
const OF_ONE: ReadonlySet<string> = new Set(['CONFLICT', 'FORBIDDEN', 'ILLEGAL_TRANSITION']);

/** The same step on many impediments, in one transaction, with one way back. */
@Injectable()
export class ChangeManyImpediments {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ImpedimentTransaction) private readonly transaction: ImpedimentTransaction,
    @Inject(ImpedimentsRepository) private readonly impediments: ImpedimentsRepository,
    @Inject(ImpedimentUndosRepository) private readonly undos: ImpedimentUndosRepository,
    @Inject(ImpedimentObjects) private readonly objects: ImpedimentObjects,
    @Inject(ImpedimentReferences) private readonly references: ImpedimentReferences,
  ) {}

  /**
   * Those that the step is refused on stay as they are and are named with the reason.
   * @throws NOT_FOUND for the whole call when one of them is not of this organization; INVALID_INPUT
   */
  change(call: BulkCall, action: ImpedimentAction, step: ImpedimentStep): Promise<BulkOutcome> {
    const { viewer, items, input, idempotencyKey } = call;
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, idempotencyKey, `many ${action}`, { items, ...input }, async () => {
        const rows = await this.open(tx, items);
        if (call.newOwnerId !== undefined)
          await this.references.personToCount(tx, viewer.today, call.newOwnerId, 'ownerId');
        const undo: UndoItem[] = [];
        const left: LeftImpediment[] = [];
        for (const { id, version } of items) {
          const row = rows.get(id);
          if (!row) throw refusePlatform('NOT_FOUND', {});
          try {
            this.transaction.permit(viewer, row, action, call);
            if (row.version !== version) throw await this.transaction.conflict(tx, viewer, row);
            const done = await this.transaction.apply(tx, viewer, row, step);
            if (done) undo.push(done);
          } catch (error) {
            if (!(error instanceof Refusal) || !OF_ONE.has(error.code)) throw error;
            left.push(leftBehind(row, error));
            // Who may do it to none of them is told so, not handed a list of them.
            if (error.code === 'FORBIDDEN' && left.length === items.length && onlyForbidden(left)) throw error;
          }
        }
        return this.outcome(tx, viewer, action, { rows, undo, left });
      }),
    );
  }

  /** All are locked before the first is changed, in one order, so that two such calls wait and do not block each other. */
  private async open(tx: Tx, items: BulkCall['items']): Promise<Map<string, ImpedimentRow>> {
    if (items.length === 0) refuseField('items', 'Select at least one impediment.');
    if (items.length > MOST_AT_ONCE) refuseField('items', `Select at most ${MOST_AT_ONCE} impediments at once.`);
    const ids = items.map(({ id }) => id);
    if (new Set(ids).size < ids.length) refuseField('items', 'Name each impediment once.');
    const rows = await this.impediments.allForUpdate(tx, ids);
    if (rows.size < ids.length) throw refusePlatform('NOT_FOUND', {});
    return rows;
  }

  private async outcome(
    tx: Tx,
    viewer: Viewer,
    action: ImpedimentAction,
    { rows, undo, left }: { rows: Map<string, ImpedimentRow>; undo: UndoItem[]; left: LeftImpediment[] },
  ): Promise<BulkOutcome> {
    const ids = undo.map(({ impedimentId }) => impedimentId);
    const keys = ids.map((id) => keyOf(rows.get(id)?.number ?? 0));
    const offer =
      ids.length > 0 ? await this.undos.offer(tx, viewer.personId, undoLabel(action, keys), undo) : undefined;
    return { changed: await this.objects.byIds(tx, viewer, ids), left, undo: offer ? undoOffer(offer) : null };
  }
}

const onlyForbidden = (left: readonly LeftImpediment[]): boolean => left.every(({ code }) => code === 'FORBIDDEN');
