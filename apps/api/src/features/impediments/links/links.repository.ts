import type { ImpedimentLinkKind } from '@chapterhouse/domain/impediments/link-fields';
import { Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';

/** A link as one of its ends sees it. */
export interface LinkRow {
  id: string;
  kind: ImpedimentLinkKind;
  /** The end that it is seen from. */
  impediment_id: string;
  other_id: string | null;
  url: string | null;
  title: string | null;
}

export type NewLink = { kind: 'RELATED'; otherId: string } | { kind: 'WEB'; url: string; title: string };

@Injectable()
export class LinksRepository {
  /** The oldest first. A related pair is one row, and shows at both ends. */
  ofImpediments(tx: Tx, ids: readonly string[]): Promise<LinkRow[]> {
    return tx.query<LinkRow & Record<string, unknown>>(
      `select l.id, l.kind, given.id as impediment_id, l.other_end as other_id, l.url, l.title
         from unnest($2::uuid[]) as given(id) cross join lateral (${FROM_BOTH_ENDS}) as l
        order by l.linked_at, l.id`,
      [tx.organizationId, ids],
    );
  }

  async countOf(tx: Tx, id: string): Promise<number> {
    const row = await tx.one<{ count: number }>(
      `select count(*) from unnest(array[$2::uuid]) as given(id) cross join lateral (${FROM_BOTH_ENDS}) as l`,
      [tx.organizationId, id],
    );
    return row?.count ?? 0;
  }

  async insert(tx: Tx, impedimentId: string, link: NewLink, linkedBy: string, at: string): Promise<void> {
    const [otherId, url, title] = link.kind === 'WEB' ? [null, link.url, link.title] : [link.otherId, null, null];
    await tx.run(
      `insert into impediment_links (organization_id, id, impediment_id, kind, other_id, url, title, linked_by, linked_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [tx.organizationId, newId(), impedimentId, link.kind, otherId, url, title, linkedBy, at],
    );
  }

  /** From either end; undefined when this impediment has no such link. */
  remove(tx: Tx, impedimentId: string, linkId: string): Promise<LinkRow | undefined> {
    return tx.one<LinkRow & Record<string, unknown>>(
      `delete from impediment_links where organization_id = $1 and id = $3 and (impediment_id = $2 or other_id = $2)
       returning id, kind, $2 as impediment_id, case when impediment_id = $2 then other_id else impediment_id end as other_id,
         url, title`,
      [tx.organizationId, impedimentId, linkId],
    );
  }
}

const FROM_BOTH_ENDS = `
  select a.*, a.other_id as other_end from impediment_links a
   where a.organization_id = $1 and a.impediment_id = given.id
  union all
  select b.*, b.impediment_id from impediment_links b
   where b.organization_id = $1 and b.other_id = given.id`;
