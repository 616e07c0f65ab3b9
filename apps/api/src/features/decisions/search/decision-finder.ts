import { DECISION_STATE_TITLES, type DecisionState } from '@chapterhouse/domain/decisions/decision-state';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Tx } from '../../../platform/database/tx.js';
import { globalId } from '../../../platform/graphql/global-id.js';
import { DISTANCE, distanceSaying, ENDED, typedValues } from '../../../platform/search/distance.js';
import { type Hit, Searches } from '../../../platform/search/searches.js';
import { decisionKeyOf } from '../decision-row.js';
import { DecisionsFoundRead } from './decisions-found.read.js';
import { readQuestion } from './question.js';

interface Row {
  id: string;
  number: number;
  title: string;
  state: DecisionState;
  distance: number;
}

/** Decisions among everything that is found from one field: the best of those that the log finds. */
@Injectable()
export class DecisionFinder implements OnModuleInit {
  constructor(
    @Inject(Searches) private readonly searches: Searches,
    @Inject(DecisionsFoundRead) private readonly decisions: DecisionsFoundRead,
  ) {}

  onModuleInit(): void {
    this.searches.register((tx, viewer, words, limit) => this.find(tx, viewer, words, limit));
  }

  private async find(tx: Tx, viewer: Viewer, words: string, limit: number): Promise<Hit[]> {
    const question = readQuestion({ text: words }, null, viewer.today);
    // Only signs: every decision would fit.
    if (question.terms.length === 0 && question.narrowed.number === undefined) return [];
    const { ids, asTyped } = await this.decisions.ids(tx, viewer, question, limit);
    const isKey = question.narrowed.number !== undefined;
    const rows = await tx.query<Row & Record<string, unknown>>(HITS, [...typedValues(tx, words), ids, asTyped]);
    return rows.map(({ id, number, title, state, distance }) => ({
      kind: 'DECISION',
      id: globalId('Decision', id),
      key: decisionKeyOf(number),
      title,
      detail: DECISION_STATE_TITLES[state],
      distance: isKey ? DISTANCE.KEY : distance,
    }));
  }
}

const HITS = `
  select d.id, d.number, d.title, d.state,
         ${distanceSaying('d.title', '$6::boolean')} + case when d.state in ('PROPOSED', 'ACCEPTED') then 0 else ${ENDED} end as distance
    from decisions d where d.organization_id = $1 and d.id = any($5::uuid[])
   order by array_position($5::uuid[], d.id)`;
