import type { FieldChange } from '@chapterhouse/domain/event-payload';
import { UNDO_GRACE_SECONDS, UNDO_SECONDS } from '@chapterhouse/domain/impediments/impediment-undo';
import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/tx.js';
import type { FormerStay } from './clocks/impediment-clocks.js';
import type { HandedOver } from './impediment-links.js';
import type { ImpedimentColumns } from './impediment-writes.js';

/** What takes one impediment back to where it was. */
export interface UndoItem {
  impedimentId: string;
  /** Another version means that somebody changed it since. */
  versionAfter: number;
  before: Partial<ImpedimentColumns>;
  changes: FieldChange[];
  /** Labels that were put on and taken off, by id. */
  labels?: { added: string[]; removed: string[] };
  /** Who began to watch it by this. */
  watcherId?: string;
  /** The stay at a level that it had, where the change ended it or began another. */
  stay?: FormerStay;
  /** What a duplicate gave to the other one. */
  handedOver?: HandedOver & { toId: string };
}

export interface UndoRow {
  id: string;
  person_id: string;
  label: string;
  items: UndoItem[];
  /** ISO text. */
  until: string;
  expired: boolean;
  undone: boolean;
}

const COLUMNS = `id, person_id, label, items, made_at + interval '${UNDO_SECONDS} seconds' as until,
  clock_timestamp() > made_at + interval '${UNDO_SECONDS + UNDO_GRACE_SECONDS} seconds' as expired,
  undone_at is not null as undone`;

/** Offers to take a change back. Time is the database's. */
@Injectable()
export class ImpedimentUndosRepository {
  async offer(tx: Tx, personId: string, label: string, items: readonly UndoItem[]): Promise<UndoRow> {
    const row = await tx.one<UndoRow>(
      `insert into impediment_undos (organization_id, id, person_id, label, items) values ($1, $2, $3, $4, $5)
       returning ${COLUMNS}`,
      [tx.organizationId, newId(), personId, label, JSON.stringify(items)],
    );
    if (!row) throw new Error('An inserted row comes back.');
    return row;
  }

  forUpdate(tx: Tx, id: string): Promise<UndoRow | undefined> {
    return tx.one<UndoRow>(
      `select ${COLUMNS} from impediment_undos where organization_id = $1 and id = $2 for update`,
      [tx.organizationId, id],
    );
  }

  async markUndone(tx: Tx, id: string): Promise<void> {
    await tx.run('update impediment_undos set undone_at = clock_timestamp() where organization_id = $1 and id = $2', [
      tx.organizationId,
      id,
    ]);
  }

  /** What the person may still take back, the latest first. */
  open(tx: Tx, personId: string): Promise<UndoRow[]> {
    return tx.query<UndoRow>(
      `select ${COLUMNS} from impediment_undos
        where organization_id = $1 and person_id = $2 and undone_at is null
          and made_at > clock_timestamp() - interval '${UNDO_SECONDS} seconds'
        order by made_at desc`,
      [tx.organizationId, personId],
    );
  }

  /** Nobody can use them any more. */
  sweep(tx: Tx): Promise<number> {
    return tx.run(
      `delete from impediment_undos where organization_id = $1 and made_at < clock_timestamp() - interval '1 hour'`,
      [tx.organizationId],
    );
  }
}
