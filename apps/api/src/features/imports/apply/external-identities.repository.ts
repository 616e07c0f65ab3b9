import { type Identity, IdentityBook } from '@chapterhouse/domain/imports/present-organization';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { inBatches } from '../../../platform/database/in-batches.js';

/** Who things are in the files that they came from. */
@Injectable()
export class ExternalIdentitiesRepository {
  async load(tx: Tx, sources: string[]): Promise<IdentityBook> {
    const rows = await tx.query<Identity & Record<string, unknown>>(
      `select source, kind, external_key as key, entity_id as "entityId", encode(content_hash, 'hex') as "contentHash"
         from external_identities where organization_id = $1 and source = any($2::text[])`,
      [tx.organizationId, sources],
    );
    return new IdentityBook(rows);
  }

  async save(tx: Tx, identities: Identity[]): Promise<void> {
    // The last word on a key counts; one statement must not touch a row twice.
    const latest = new Map(identities.map((one) => [JSON.stringify([one.source, one.kind, one.key]), one]));
    await inBatches([...latest.values()], async (batch) => {
      await tx.run(
        `insert into external_identities (organization_id, source, kind, external_key, entity_id, content_hash)
         select $1, source, kind, key, "entityId", decode("contentHash", 'hex')
           from jsonb_to_recordset($2::jsonb) as n(source text, kind text, key text, "entityId" uuid, "contentHash" text)
         on conflict (organization_id, source, kind, external_key) do update
           set entity_id = excluded.entity_id, content_hash = excluded.content_hash`,
        [tx.organizationId, JSON.stringify(batch)],
      );
    });
  }
}
