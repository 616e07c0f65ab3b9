import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/tx.js';
import type { LabelRow } from './labels.graphql.js';
import { containing } from '../../platform/graphql/typed-text.js';

const MOST_FOUND = 100;

@Injectable()
export class LabelsRepository {
  byId(tx: Tx, id: string): Promise<LabelRow | undefined> {
    return tx.one<LabelRow & Record<string, unknown>>(
      'select id, name, version from labels where organization_id = $1 and id = $2',
      [tx.organizationId, id],
    );
  }

  /** Up to 100 whose name contains the text, those on most impediments first. */
  search(tx: Tx, text: string): Promise<LabelRow[]> {
    return tx.query<LabelRow & Record<string, unknown>>(
      `select l.id, l.name, l.version from labels l
        where l.organization_id = $1 and l.name ilike $2
        order by (select count(*) from impediment_labels x
                   where x.organization_id = l.organization_id and x.label_id = l.id) desc, lower(l.name)
        limit ${MOST_FOUND}`,
      [tx.organizationId, containing(text)],
    );
  }

  /** The labels of these names, in any capitals; those that are new are made where `make` says so. */
  async named(tx: Tx, names: readonly string[], make: boolean): Promise<LabelRow[]> {
    if (names.length === 0) return [];
    if (make) {
      await tx.run(
        `insert into labels (organization_id, id, name)
         select $1, id, name from unnest($2::uuid[], $3::text[]) as given(id, name) order by lower(name)
         on conflict do nothing`,
        [tx.organizationId, names.map(() => newId()), names],
      );
    }
    return tx.query<LabelRow & Record<string, unknown>>(
      `select id, name, version from labels
        where organization_id = $1 and lower(name) in (select lower(name) from unnest($2::text[]) as name)
        order by lower(name)`,
      [tx.organizationId, names],
    );
  }

  /** Puts labels on and takes labels off; answers the ids for which that changed something. */
  async change(
    tx: Tx,
    impedimentId: string,
    add: readonly string[],
    remove: readonly string[],
  ): Promise<{ added: string[]; removed: string[] }> {
    const added = await tx.query<{ label_id: string }>(
      `insert into impediment_labels (organization_id, impediment_id, label_id)
       select $1, $2, id from unnest($3::uuid[]) as id on conflict do nothing returning label_id`,
      [tx.organizationId, impedimentId, add],
    );
    const removed = await tx.query<{ label_id: string }>(
      `delete from impediment_labels where organization_id = $1 and impediment_id = $2 and label_id = any($3::uuid[])
       returning label_id`,
      [tx.organizationId, impedimentId, remove],
    );
    return { added: added.map((row) => row.label_id), removed: removed.map((row) => row.label_id) };
  }
}
