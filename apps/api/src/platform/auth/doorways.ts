import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import { sha256 } from './session-token.js';

/** `demo` marks the demo organization; its key is its slug. */
export type DoorwayKind = 'slug' | 'email' | 'demo';

/** How a request that has no organization yet finds it: by hashes of slugs and sign-in e-mails, and nothing else. */
@Injectable()
export class Doorways {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The organizations behind a slug (at most one) or an e-mail. */
  async find(kind: DoorwayKind, key: string): Promise<string[]> {
    const rows = await this.database.withoutOrganization<{ organization_id: string }>(
      'select organization_id from doorways where kind = $1 and key_hash = $2 order by organization_id limit 20',
      [kind, doorwayHash(kind, key)],
    );
    return rows.map((row) => row.organization_id);
  }

  /** Every organization of the installation; for the worker and the first run. */
  async organizations(): Promise<string[]> {
    const rows = await this.database.withoutOrganization<{ organization_id: string }>(
      `select organization_id from doorways where kind = 'slug' order by organization_id`,
    );
    return rows.map((row) => row.organization_id);
  }

  /** Whether a real organization exists, and the demo's id. Inside a transaction it sees what was committed a moment ago. */
  async census(tx?: Tx): Promise<{ real: string[]; demo: string | undefined }> {
    const sql = `select organization_id, bool_or(kind = 'demo') as demo from doorways where kind in ('slug', 'demo') group by 1`;
    type Row = { organization_id: string; demo: boolean };
    const rows = tx ? await tx.query<Row>(sql) : await this.database.withoutOrganization<Row>(sql);
    return {
      real: rows.filter((row) => !row.demo).map((row) => row.organization_id),
      demo: rows.find((row) => row.demo)?.organization_id,
    };
  }

  /** @throws the unique violation `doorways_one_slug` when another organization has the slug */
  async open(tx: Tx, kind: DoorwayKind, key: string): Promise<void> {
    await tx.run(
      'insert into doorways (organization_id, kind, key_hash) values ($1, $2, $3) on conflict (organization_id, kind, key_hash) do nothing',
      [tx.organizationId, kind, doorwayHash(kind, key)],
    );
  }

  async close(tx: Tx, kind: DoorwayKind, key: string): Promise<void> {
    await tx.run('delete from doorways where organization_id = $1 and kind = $2 and key_hash = $3', [
      tx.organizationId,
      kind,
      doorwayHash(kind, key),
    ]);
  }
}

function doorwayHash(kind: DoorwayKind, key: string): Buffer {
  return sha256(`${kind}:${key.trim().toLowerCase()}`);
}
