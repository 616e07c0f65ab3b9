import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { disagreements } from '../../platform/events/rows-and-events.js';
import { Verifications } from '../../platform/events/verifications.js';
import { ImageReferences } from '../files/public.js';

/** What `verify` checks of communities, and which of their texts show images. */
@Injectable()
export class CommunityVerification implements OnModuleInit {
  constructor(
    @Inject(Verifications) private readonly verifications: Verifications,
    @Inject(ImageReferences) private readonly images: ImageReferences,
  ) {}

  onModuleInit(): void {
    const { verifications } = this;
    verifications.register('communities agree with their events', (tx) =>
      disagreements(tx, 'communities', 'Community'),
    );
    verifications.register('discussions agree with their events', (tx) =>
      disagreements(tx, 'discussions', 'Discussion'),
    );
    verifications.register('ideas agree with their events', (tx) => disagreements(tx, 'ideas', 'Idea'));
    verifications.register('open communities have a facilitator', withoutFacilitator);
    for (const text of SHOWING) this.images.register(`${text} where organization_id = $1`);
  }
}

const SHOWING = [
  'select purpose as text from communities',
  'select body as text from discussions',
  'select words as text from ideas',
  'select result as text from ideas',
  'select body as text from community_replies',
];

/** Also one who is not in the organization any more is named: somebody else may step up then. */
async function withoutFacilitator(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ name: string }>(
    `select c.name from communities c
      where c.organization_id = $1 and c.closed_at is null
        and not exists (select from community_members m where m.organization_id = c.organization_id
                           and m.community_id = c.id and m.facilitator)
      order by c.name limit 20`,
    [tx.organizationId],
  );
  return rows.map(({ name }) => `Nobody facilitates the community “${name}”.`);
}
