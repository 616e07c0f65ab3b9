import type { DecisionMapping } from '@chapterhouse/domain/imports/decision-mapping';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { DecisionFormat } from '../readers/decision-files-reader.js';

/** How the files of each source were mapped when they were applied last. */
@Injectable()
export class DecisionMappingsRepository {
  /** Undefined where none was applied. */
  async last(tx: Tx, format: DecisionFormat, source: string): Promise<unknown> {
    const row = await tx.one<{ mapping: unknown }>(
      'select mapping from decision_import_mappings where organization_id = $1 and kind = $2 and source = $3',
      [tx.organizationId, format, source],
    );
    return row?.mapping;
  }

  async save(tx: Tx, format: DecisionFormat, mapping: DecisionMapping): Promise<void> {
    await tx.run(SAVE, [tx.organizationId, format, mapping.source, JSON.stringify(mapping)]);
  }
}

/** Files of a part have some of the statuses and owners only: the others stay known. */
const SAVE = `
  insert into decision_import_mappings as m (organization_id, kind, source, mapping) values ($1, $2, $3, $4::jsonb)
  on conflict (organization_id, kind, source) do update
    set mapping = excluded.mapping || jsonb_build_object(
      'statuses', (m.mapping -> 'statuses') || (excluded.mapping -> 'statuses'),
      'owners', (m.mapping -> 'owners') || (excluded.mapping -> 'owners'))`;
