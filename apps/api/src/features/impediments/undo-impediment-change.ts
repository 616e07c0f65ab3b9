import { refuseImpediment } from '@chapterhouse/domain/impediments/impediment-refusals';
import { can } from '@chapterhouse/domain/impediments/impediment-policy';
import { takenBack } from '@chapterhouse/domain/impediments/impediment-undo';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { idempotently } from '../../platform/graphql/idempotency.js';
import { ImpedimentClocks } from './clocks/impediment-clocks.js';
import { ImpedimentLinks } from './impediment-links.js';
import { ImpedimentObjects } from './impediment-objects.js';
import type { ImpedimentRow } from './impediment-row.js';
import { ImpedimentTransaction } from './impediment-transaction.js';
import { ImpedimentUndosRepository, type UndoItem, type UndoRow } from './impediment-undos.repository.js';
import type { LeftImpediment, UndoOutcome } from './impediment-undo.graphql.js';
import { ImpedimentsRepository } from './impediments.repository.js';
import { LabelsRepository } from './labels.repository.js';
import { leftBehind } from './left-impediment.js';

/** Takes a change back for whoever made it: a change of its own, on the record, never a deletion of what happened. */
@Injectable()
export class UndoImpedimentChange {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ImpedimentTransaction) private readonly transaction: ImpedimentTransaction,
    @Inject(ImpedimentUndosRepository) private readonly undos: ImpedimentUndosRepository,
    @Inject(ImpedimentsRepository) private readonly impediments: ImpedimentsRepository,
    @Inject(ImpedimentClocks) private readonly clocks: ImpedimentClocks,
    @Inject(ImpedimentLinks) private readonly links: ImpedimentLinks,
    @Inject(LabelsRepository) private readonly labels: LabelsRepository,
    @Inject(ImpedimentObjects) private readonly objects: ImpedimentObjects,
  ) {}

  /**
   * What somebody changed since stays as it is: alone it is a CONFLICT, among others it is left with the reason.
   * @throws NOT_FOUND for anybody else's, UNDO_GONE, UNDO_EXPIRED, CONFLICT
   */
  undo(viewer: Viewer, id: string, idempotencyKey: string | null | undefined): Promise<UndoOutcome> {
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, idempotencyKey, 'impediment:undo', { id }, async () => {
        const verdict = can(viewer.actor, 'impediment:undo');
        if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action: 'impediment:undo', reason: verdict.reason });
        const offer = await this.offer(tx, viewer, id);
        const rows = await this.impediments.allForUpdate(tx, touched(offer));
        const left: LeftImpediment[] = [];
        const undone: string[] = [];
        for (const item of offer.items) {
          const row = rows.get(item.impedimentId);
          if (!row) throw refusePlatform('NOT_FOUND', {});
          if (row.version === item.versionAfter) {
            await this.takeBack(tx, viewer, row, item, offer.label);
            undone.push(row.id);
            continue;
          }
          const conflict = await this.transaction.conflict(tx, viewer, row);
          if (offer.items.length === 1) throw conflict;
          left.push(leftBehind(row, conflict));
        }
        await this.undos.markUndone(tx, offer.id);
        return { undone: await this.objects.byIds(tx, viewer, undone), left };
      }),
    );
  }

  /** What the viewer may still take back, the latest first. */
  offers(viewer: Viewer): Promise<UndoRow[]> {
    return this.database.transaction(scopeOf(viewer), (tx) => this.undos.open(tx, viewer.personId));
  }

  private async offer(tx: Tx, viewer: Viewer, id: string): Promise<UndoRow> {
    const offer = await this.undos.forUpdate(tx, id);
    if (!offer || offer.person_id !== viewer.personId) throw refusePlatform('NOT_FOUND', {});
    if (offer.undone) throw refuseImpediment('UNDO_GONE', {});
    if (offer.expired) throw refuseImpediment('UNDO_EXPIRED', {});
    return offer;
  }

  private async takeBack(tx: Tx, viewer: Viewer, row: ImpedimentRow, item: UndoItem, label: string): Promise<void> {
    const { before, labels, watcherId, handedOver, stay, changes } = item;
    await this.transaction.apply(tx, viewer, row, async ({ save }) => {
      const columns = { ...before, ...(stay && (await this.clocks.takeBack(tx, row.id, stay))) };
      const version = Object.keys(columns).length > 0 ? await save(columns) : row.version;
      if (labels) await this.labels.change(tx, row.id, labels.removed, labels.added);
      if (watcherId !== undefined) await this.links.watch(tx, row.id, watcherId, false);
      return { event: 'impediment.undone', changes: takenBack(changes), note: label, version };
    });
    if (handedOver) await this.takeBackFrom(tx, viewer, handedOver, label);
  }

  /** The one that it was a duplicate of loses again what it got by it. */
  private async takeBackFrom(
    tx: Tx,
    viewer: Viewer,
    handedOver: NonNullable<UndoItem['handedOver']>,
    label: string,
  ): Promise<void> {
    const original = await this.impediments.forUpdate(tx, handedOver.toId);
    if (!original) throw refusePlatform('NOT_FOUND', {});
    await this.links.takeBack(tx, original.id, handedOver);
    await this.transaction.apply(tx, viewer, original, () =>
      Promise.resolve({
        event: 'impediment.undone',
        version: original.version,
        note: label,
        changes: handedOver.itemKeys.map((key) => ({ field: 'blockedItems', from: key, to: null })),
      }),
    );
  }
}

function touched({ items }: UndoRow): string[] {
  return items.map(({ impedimentId }) => impedimentId);
}
