import type { FieldChange } from '@chapterhouse/domain/event-payload';
import type { BulkItemPayload } from '@chapterhouse/domain/priorities/priorities-events';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';

/** One event for all items that changed together, however many: one message for whoever listens. */
@Injectable()
export class BulkRecord {
  constructor(@Inject(EventLog) private readonly events: EventLog) {}

  /** @param written at least one, each with the version that it came to */
  async append(
    tx: Tx,
    name: 'item.bulk-edited' | 'item.bulk-undone',
    written: readonly { id: string; version: number }[],
    changes: FieldChange[],
    note: string,
  ): Promise<void> {
    const [first] = written;
    if (!first) throw new Error('A change of many changes one at least.');
    const payload: BulkItemPayload = {
      changes,
      ...(note !== '' && { note }),
      itemIds: written.map(({ id }) => id),
    };
    await this.events.append(tx, {
      name,
      subjectType: 'BacklogItem',
      subjectId: first.id,
      subjectVersion: first.version,
      payload,
    });
    await tx.run(
      `insert into bulk_item_changes (organization_id, item_id, event_id, version)
       select $1, n.id, (select max(e.id) from events e where e.organization_id = $1 and e.subject_id = $3), n.version
         from jsonb_to_recordset($2::jsonb) as n(id uuid, version int)`,
      [tx.organizationId, JSON.stringify(written), first.id],
    );
  }
}
