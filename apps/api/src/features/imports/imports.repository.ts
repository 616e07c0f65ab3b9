import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { ImportKind } from './import-kind.js';
import type { ImportRow, ImportState } from './imports.graphql.js';

/** Columns that a use case may set. Values of jsonb are given as objects. */
export interface ImportChanges {
  state?: ImportState;
  mapping?: object;
  preview?: object | null;
  result?: object | null;
  failure?: string;
  progress_done?: number;
  progress_total?: number;
  applied_at?: string;
}

type OfVersion = Pick<ImportRow, 'id' | 'version'>;

const JSON_COLUMNS = new Set(['mapping', 'preview', 'result']);

@Injectable()
export class ImportsRepository {
  byId(tx: Tx, id: string, lock: '' | 'for update of i' = ''): Promise<ImportRow | undefined> {
    return tx.one<ImportRow & Row>(`${IMPORT} where i.organization_id = $1 and i.id = $2 ${lock}`, [
      tx.organizationId,
      id,
    ]);
  }

  /** The newest first. @param after the key of the last one seen: when it was created, and its id */
  page(tx: Tx, limit: number, after: [string, string] | null): Promise<ImportRow[]> {
    return tx.query<ImportRow & Row>(
      `${IMPORT} where i.organization_id = $1 and ($3::timestamptz is null or (i.created_at, i.id) < ($3, $4::uuid))
        order by i.created_at desc, i.id desc limit $2`,
      [tx.organizationId, limit, after?.[0] ?? null, after?.[1] ?? null],
    );
  }

  async count(tx: Tx): Promise<number> {
    const row = await tx.one<{ count: number }>('select count(*) from imports where organization_id = $1', [
      tx.organizationId,
    ]);
    return row?.count ?? 0;
  }

  async insert(tx: Tx, row: { id: string; kind: ImportKind; requestedBy: string }): Promise<void> {
    await tx.run(
      `insert into imports (organization_id, id, kind, state, requested_by, created_at)
       values ($1, $2, $3, 'UPLOADED', $4, date_trunc('milliseconds', now()))`,
      [tx.organizationId, row.id, row.kind, row.requestedBy],
    );
  }

  /** The new version; undefined when the version is stale or the import is gone. */
  async update(tx: Tx, id: string, version: number, changes: ImportChanges): Promise<number | undefined> {
    const columns = Object.entries(changes).filter(([, value]) => value !== undefined);
    const values = columns.map(([column, value]) =>
      JSON_COLUMNS.has(column) && value !== null ? JSON.stringify(value) : value,
    );
    const sets = columns.map(([column], index) => `${column} = $${index + 4}`);
    const row = await tx.one<{ version: number }>(
      `update imports set ${[...sets, 'version = version + 1'].join(', ')}
        where organization_id = $1 and id = $2 and version = $3 returning version`,
      [tx.organizationId, id, version, ...values],
    );
    return row?.version;
  }

  /** Not a version of its own: progress goes by while the import is applied. */
  async progress(tx: Tx, id: string, done: number, total: number): Promise<void> {
    await tx.run('update imports set progress_done = $3, progress_total = $4 where organization_id = $1 and id = $2', [
      tx.organizationId,
      id,
      done,
      total,
    ]);
  }

  /** What it will be in all, before its first step; false when somebody has changed it meanwhile. */
  async begin(tx: Tx, { id, version }: OfVersion, outcome: object, total: number): Promise<boolean> {
    const rows = await tx.run(
      `update imports set result = $4, progress_done = 0, progress_total = $5
        where organization_id = $1 and id = $2 and version = $3 and state = 'APPLYING'`,
      [tx.organizationId, id, version, JSON.stringify(outcome), total],
    );
    return rows === 1;
  }

  /** In the transaction of a step; false when somebody has changed the import meanwhile. */
  async reached(tx: Tx, { id, version }: OfVersion, done: number, total: number): Promise<boolean> {
    const rows = await tx.run(
      `update imports set progress_done = least($4::integer, $5::integer), progress_total = $5
        where organization_id = $1 and id = $2 and version = $3 and state = 'APPLYING'`,
      [tx.organizationId, id, version, done, total],
    );
    return rows === 1;
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.run('delete from imports where organization_id = $1 and id = $2', [tx.organizationId, id]);
  }
}

type Row = Record<string, unknown>;

/** A file is stored in pieces; the first piece of each file names it (import-files.repository.ts). */
const IMPORT = `
  select i.id, i.kind, i.state, i.mapping, i.preview, i.result, i.progress_done, i.progress_total, i.failure, i.requested_by,
         i.created_at, i.applied_at, i.version,
         array(select f.name from import_files f where f.organization_id = i.organization_id and f.import_id = i.id
                and f.position % 256 = 0 order by f.position) as file_names
    from imports i`;
