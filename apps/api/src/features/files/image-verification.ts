import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { Verifications } from '../../platform/events/verifications.js';

/** Of one statement: at most 125 MB to read. */
const BATCH = 25;
const LEAST_ID = '00000000-0000-0000-0000-000000000000';

/** What `verify` checks of images: the bytes are those that came, and the event log knows of each. */
@Injectable()
export class ImageVerification implements OnModuleInit {
  constructor(@Inject(Verifications) private readonly verifications: Verifications) {}

  onModuleInit(): void {
    this.verifications.register('images are as they came', damaged);
  }
}

async function damaged(tx: Tx): Promise<string[]> {
  const problems: string[] = [];
  for (let after = LEAST_ID; ;) {
    const rows = await tx.query<{ id: string; whole: boolean; told: boolean }>(
      `select i.id, sha256(i.content) = i.digest as whole,
              exists (select from events e where e.organization_id = i.organization_id and e.subject_type = 'Image'
                         and e.subject_id = i.id and e.name = 'image.uploaded') as told
         from images i where i.organization_id = $1 and i.id > $2 order by i.id limit ${BATCH}`,
      [tx.organizationId, after],
    );
    for (const { id, whole, told } of rows) {
      if (!whole) problems.push(`Image ${id} has other bytes than those that came.`);
      if (!told) problems.push(`Image ${id} has no event.`);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return problems;
    after = last.id;
  }
}
