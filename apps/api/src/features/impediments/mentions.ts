import type { EventPayload } from '@chapterhouse/domain/event-payload';
import { newlyMentioned } from '@chapterhouse/domain/impediments/impediment-mentions';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { ImpedimentReferences } from './impediment-references.js';

/** Whom a text mentions, as its event tells it. */
@Injectable()
export class Mentions {
  constructor(@Inject(ImpedimentReferences) private readonly references: ImpedimentReferences) {}

  /**
   * The payload's part for those whom the text mentions now and did not before. Ids of nobody here are left out: an
   * event must not say whether somebody of another organization has such an id.
   */
  async told(tx: Tx, today: string, before: string, after: string): Promise<Pick<EventPayload, 'mentions'>> {
    const ids = newlyMentioned(before, after);
    const known = await this.references.knownPeople(tx, today, ids);
    const mentions = ids.filter((id) => known.has(id));
    return mentions.length === 0 ? {} : { mentions };
  }
}
