import type { EventPayload } from '@chapterhouse/domain/event-payload';
import { newlyMentioned, newlyMentionedIn } from '@chapterhouse/domain/impediments/impediment-mentions';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { OrganizationReferences } from '../../organization/public.js';

/** Whom a text mentions, as its event tells it. */
@Injectable()
export class CommunityMentions {
  constructor(@Inject(OrganizationReferences) private readonly organization: OrganizationReferences) {}

  /** Those whom the text mentions now and did not before; ids of nobody here are left out. @param today YYYY-MM-DD */
  told(tx: Tx, today: string, before: string, after: string): Promise<Pick<EventPayload, 'mentions'>> {
    return this.known(tx, today, newlyMentioned(before, after));
  }

  /** As `told`, of several texts: whoever any of them mentioned before is not told again. */
  toldIn(
    tx: Tx,
    today: string,
    before: readonly string[],
    after: readonly string[],
  ): Promise<Pick<EventPayload, 'mentions'>> {
    return this.known(tx, today, newlyMentionedIn(before, after));
  }

  private async known(tx: Tx, today: string, ids: string[]): Promise<Pick<EventPayload, 'mentions'>> {
    if (ids.length === 0) return {};
    const known = await this.organization.peopleIn(tx, ids, today);
    const mentions = ids.filter((id) => known.has(id));
    return mentions.length === 0 ? {} : { mentions };
  }
}
