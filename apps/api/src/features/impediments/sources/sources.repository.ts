import type { SourceKind } from '@chapterhouse/domain/impediments/impediment-fields';
import { Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { SourceRow } from './sources.graphql.js';
import { containing } from '../typed-text.js';

const MOST_FOUND = 50;

@Injectable()
export class SourcesRepository {
  byId(tx: Tx, id: string): Promise<SourceRow | undefined> {
    return tx.one<SourceRow>('select id, name, kind, version from sources where organization_id = $1 and id = $2', [
      tx.organizationId,
      id,
    ]);
  }

  /** Up to 50 whose name contains the text, by name. */
  search(tx: Tx, text: string): Promise<SourceRow[]> {
    return tx.query<SourceRow>(
      `select id, name, kind, version from sources where organization_id = $1 and name ilike $2
        order by lower(name) limit ${MOST_FOUND}`,
      [tx.organizationId, containing(text)],
    );
  }

  /** The sources of these names, those that are new created; one of the same name in other capitals is the same. */
  async ensure(tx: Tx, sources: readonly { name: string; kind: SourceKind }[]): Promise<SourceRow[]> {
    const byName = new Map(sources.map((source) => [source.name.toLowerCase(), source]));
    const wanted = [...byName.values()].map((source) => ({ ...source, id: newId() }));
    await tx.run(
      `insert into sources (organization_id, id, name, kind)
       select $1, s.id, s.name, s.kind from jsonb_to_recordset($2::jsonb) as s(id uuid, name text, kind text) order by lower(s.name)
       on conflict do nothing`,
      [tx.organizationId, JSON.stringify(wanted)],
    );
    return tx.query<SourceRow>(
      `select id, name, kind, version from sources where organization_id = $1
          and lower(name) in (select lower(name) from unnest($2::text[]) as name)`,
      [tx.organizationId, wanted.map((source) => source.name)],
    );
  }
}
