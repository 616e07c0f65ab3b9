import { itemProblems } from '@chapterhouse/domain/priorities/item-fields';
import type { ScoreParts } from '@chapterhouse/domain/priorities/item-score';
import { Inject, Injectable } from '@nestjs/common';
import { type ItemCall, ItemTransaction } from './item-transaction.js';
import type { BacklogItem } from './items.graphql.js';
import { refuseProblems } from './refuse-item.js';

/** What waiting costs: helps to order, never decides. */
@Injectable()
export class ScoreItem {
  constructor(@Inject(ItemTransaction) private readonly transaction: ItemTransaction) {}

  /** What is null is not scored. @throws NOT_FOUND, FORBIDDEN, CONFLICT, INVALID_INPUT */
  score(call: ItemCall, parts: ScoreParts): Promise<BacklogItem> {
    return this.transaction.change(call, 'item:score', ({ row }) => {
      refuseProblems(itemProblems(parts));
      const { value, timeCriticality, riskReduction } = parts;
      const same =
        row.value === value && row.time_criticality === timeCriticality && row.risk_reduction === riskReduction;
      return Promise.resolve({
        event: 'item.scored',
        columns: same ? {} : { value, time_criticality: timeCriticality, risk_reduction: riskReduction },
      });
    });
  }
}
