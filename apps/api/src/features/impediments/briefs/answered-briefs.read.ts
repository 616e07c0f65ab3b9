import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { BriefAnswerRow, BriefRow } from './brief-row.js';
import { BriefsRepository } from './briefs.repository.js';

/** A brief with its answer, as both are kept. Ids are the database's. */
export type AnsweredBrief = Pick<BriefRow, 'id' | 'content' | 'sent_by' | 'sent_at' | 'recipient_ids'> & {
  impedimentId: string;
  answer: BriefAnswerRow;
};

/** What leadership answered: for those who make something of it. */
@Injectable()
export class AnsweredBriefsRead {
  constructor(@Inject(BriefsRepository) private readonly briefs: BriefsRepository) {}

  /** Of these impediments, the first answered one first. */
  async ofImpediments(tx: Tx, impedimentIds: readonly string[]): Promise<AnsweredBrief[]> {
    const rows = await this.briefs.ofImpediments(tx, impedimentIds);
    return rows
      .flatMap(({ answer, impediment_id: impedimentId, ...brief }) =>
        answer === null ? [] : [{ ...brief, impedimentId, answer }],
      )
      .toSorted((one, other) => Date.parse(one.answer.at) - Date.parse(other.answer.at));
  }
}
