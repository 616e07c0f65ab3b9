import { BulkEditItems } from './bulk-edit-items.js';
import { BulkEditsRepository } from './bulk-edits.repository.js';
import { BulkOrder } from './bulk-order.js';
import { BulkRecord } from './bulk-record.js';
import { BulkResolver } from './bulk.resolver.js';
import { UndoBulkEdit } from './undo-bulk-edit.js';

/** Changes of many items at once and their way back, for the module. */
export const BULK = [BulkEditItems, BulkEditsRepository, BulkOrder, BulkRecord, BulkResolver, UndoBulkEdit];
