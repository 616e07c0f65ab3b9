import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { ImportKind } from '../import-kind.js';

/** A mapping that somebody saved under a name. */
export interface MappingRow {
  id: string;
  kind: ImportKind;
  name: string;
  mapping: object;
  updated_at: string;
  version: number;
}

const COLUMNS = 'id, kind, name, mapping, updated_at, version';

@Injectable()
export class ImportMappingsRepository {
  /** By name. */
  ofKind(tx: Tx, kind: ImportKind): Promise<MappingRow[]> {
    return tx.query<MappingRow & Row>(
      `select ${COLUMNS} from import_mappings where organization_id = $1 and kind = $2 order by lower(name)`,
      [tx.organizationId, kind],
    );
  }

  byId(tx: Tx, id: string): Promise<MappingRow | undefined> {
    return tx.one<MappingRow & Row>(`select ${COLUMNS} from import_mappings where organization_id = $1 and id = $2`, [
      tx.organizationId,
      id,
    ]);
  }

  byName(tx: Tx, kind: ImportKind, name: string): Promise<MappingRow | undefined> {
    return tx.one<MappingRow & Row>(
      `select ${COLUMNS} from import_mappings where organization_id = $1 and kind = $2 and lower(name) = lower($3)`,
      [tx.organizationId, kind, name],
    );
  }

  async count(tx: Tx): Promise<number> {
    const row = await tx.one<{ count: number }>('select count(*) from import_mappings where organization_id = $1', [
      tx.organizationId,
    ]);
    return row?.count ?? 0;
  }

  /** One of the same name is replaced. */
  async save(tx: Tx, row: { id: string; kind: ImportKind; name: string; mapping: object }): Promise<MappingRow> {
    const saved = await tx.one<MappingRow & Row>(
      `insert into import_mappings (organization_id, id, kind, name, mapping, created_by) values ($1, $2, $3, $4, $5, $6)
       on conflict (organization_id, kind, lower(name)) do update
         set name = excluded.name, mapping = excluded.mapping, updated_at = now(), version = import_mappings.version + 1
       returning ${COLUMNS}`,
      [tx.organizationId, row.id, row.kind, row.name, JSON.stringify(row.mapping), tx.scope.actorId ?? null],
    );
    if (saved === undefined) throw new Error('A saved mapping is there.');
    return saved;
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.run('delete from import_mappings where organization_id = $1 and id = $2', [tx.organizationId, id]);
  }
}

type Row = Record<string, unknown>;
