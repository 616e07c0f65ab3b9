import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';

/** Which texts may show images: each feature registers its own. */
@Injectable()
export class ImageReferences {
  private readonly texts: string[] = [];

  /** @param sql `select <text> as text from …` of the organization `$1` */
  register(sql: string): void {
    this.texts.push(sql);
  }

  /** The ids of all images that any text shows now, wherever its address stands in it. */
  async shown(tx: Tx): Promise<string[]> {
    if (this.texts.length === 0) return [];
    const rows = await tx.query<{ id: string }>(
      `select distinct found[1] as id
         from (${this.texts.join(' union all ')}) as texts
         cross join lateral regexp_matches(texts.text, '/files/images/Image_([0-9a-f-]{36})', 'g') as found
        where texts.text like '%/files/images/Image\\_%'
          and found[1] ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'`,
      [tx.organizationId],
    );
    return rows.map(({ id }) => id);
  }
}
