import { frozen } from '@chapterhouse/domain/decisions/delegation-board';
import type { DecisionScope } from '@chapterhouse/domain/decisions/delegation-cell';
import { vacancy } from '@chapterhouse/domain/decisions/delegation-flow';
import { canDelegate } from '@chapterhouse/domain/decisions/delegation-policy';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import { BoardsRepository } from './boards.repository.js';
import { DecisionAreasRepository } from './decision-areas.repository.js';
import { DelegationPeopleRead } from './delegation-people.read.js';
import { FlowObjects } from './flow-objects.js';
import { flowSubjects } from './flow-subjects.js';
import type { DecisionFlow } from './flows.graphql.js';
import { FlowsRead } from './flows.read.js';
import { ReplacedDecisionsRead } from './replaced-decisions.read.js';

/** How decisions are made, for whoever reads or is about to propose one. */
@Injectable()
export class FlowsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(FlowsRead) private readonly flows: FlowsRead,
    @Inject(FlowObjects) private readonly objects: FlowObjects,
    @Inject(DelegationPeopleRead) private readonly people: DelegationPeopleRead,
    @Inject(BoardsRepository) private readonly boards: BoardsRepository,
    @Inject(DecisionAreasRepository) private readonly areas: DecisionAreasRepository,
    @Inject(ReplacedDecisionsRead) private readonly replaced: ReplacedDecisionsRead,
  ) {}

  /** By the decision's id; the same number of statements for any number of them. */
  ofDecisions(viewer: Viewer, ids: readonly string[]): Promise<Map<string, DecisionFlow>> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const loaded = await this.flows.many(tx, viewer, await flowSubjects(tx, 'd.id = any($2::uuid[])', ids));
      const replacing = await this.replaced.ofProposals(tx, viewer, ids);
      return this.objects.ofDecisions(tx, viewer, loaded, replacing);
    });
  }

  /** What would happen to a decision of the viewer here, now. @throws NOT_FOUND */
  preview(
    viewer: Viewer,
    asked: DecisionScope,
    decisionAreaId: string | null,
    supersedes: readonly string[],
  ): Promise<DecisionFlow> {
    const verdict = canDelegate(viewer.actor, 'delegation:view');
    if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action: 'delegation:view', reason: verdict.reason });
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const tree = await this.people.tree(tx, viewer.today);
      const scope = tree.find(asked);
      const isKnown = decisionAreaId === null || (await this.areas.byIds(tx, [decisionAreaId])).length > 0;
      if (!scope || !isKnown) throw refusePlatform('NOT_FOUND', {});
      const delegation = frozen(await this.boards.now(tx, tree.chain(scope)), decisionAreaId);
      const [flow] = await this.flows.many(tx, viewer, [{ scope, delegation, rationale: '' }], tree);
      if (!flow) throw new Error('One question has one answer.');
      const waits = [...vacancy(flow.facts), ...(await this.replaced.ofThese(tx, viewer, supersedes))];
      return this.objects.preview(tx, viewer, flow, waits);
    });
  }
}
