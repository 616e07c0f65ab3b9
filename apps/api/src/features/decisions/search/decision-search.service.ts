import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import { type Connection, toConnection } from '../../../platform/graphql/connection.js';
import { DecisionObjects } from '../decision-objects.js';
import { WaitingDecisions } from '../delegation/waiting-decisions.read.js';
import type { Narrowed } from './decision-filter.js';
import type { DecisionHit, DecisionsArguments } from './decision-hits.graphql.js';
import { DecisionsFoundRead, type Found } from './decisions-found.read.js';
import { readHitsPage } from './hits-page.js';
import { mayViewDecisions } from './may-view-decisions.js';
import { readQuestion } from './question.js';

/** A page that knows what it is a page of: the total is counted only for those who ask, unless it is known. */
export interface HitPage extends Connection<DecisionHit> {
  narrowed: Narrowed;
  total: number | null;
}

/** Looking for decisions: everybody of the organization finds all of them. */
@Injectable()
export class DecisionSearchService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DecisionsFoundRead) private readonly decisions: DecisionsFoundRead,
    @Inject(WaitingDecisions) private readonly waiting: WaitingDecisions,
    @Inject(DecisionObjects) private readonly objects: DecisionObjects,
  ) {}

  /** @throws INVALID_INPUT for a page or cursor that is none, NOT_FOUND for a filter by what nobody has */
  async page(viewer: Viewer, { filter, order, ...args }: DecisionsArguments): Promise<HitPage> {
    mayViewDecisions(viewer);
    const question = readQuestion(filter, order, viewer.today);
    const page = readHitsPage(args, question.order);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      if (filter?.waitsForMe) question.narrowed.ids = (await this.waiting.ofViewer(tx, viewer)).map(({ id }) => id);
      const { found, total } = await this.decisions.page(tx, viewer, question, page);
      const ids = found.slice(0, page.size).map(({ id }) => id);
      const shown = await this.objects.byIds(tx, viewer, ids);
      const decisions = new Map(shown.map((decision, index) => [ids[index], decision]));
      const hitOf = ({ id, title, snippet }: Found): DecisionHit => {
        const decision = decisions.get(id);
        if (!decision) throw new Error('What is found is a decision.');
        return { decision, titleMarked: title, snippet };
      };
      return { ...toConnection(page, found, 0, ({ key }) => key, hitOf), narrowed: question.narrowed, total };
    });
  }

  total(viewer: Viewer, { total, narrowed }: Pick<HitPage, 'total' | 'narrowed'>): Promise<number> {
    if (total !== null) return Promise.resolve(total);
    return this.database.transaction(scopeOf(viewer), (tx) => this.decisions.count(tx, viewer, narrowed));
  }
}
