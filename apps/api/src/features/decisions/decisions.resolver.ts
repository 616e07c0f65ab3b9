import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Action } from '../../platform/auth/action.js';
import { CurrentViewer } from '../../platform/auth/current-viewer.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { Nodes } from '../../platform/graphql/nodes.js';
import { ThingNames } from '../../platform/graphql/thing-names.js';
import { readDecision } from './decision-input.js';
import { ProposeDecisionInput } from './decision-inputs.graphql.js';
import { Decision } from './decisions.graphql.js';
import { DecisionsService } from './decisions.service.js';
import { readLink } from './links/decision-link-targets.js';
import { ProposeDecision } from './propose-decision.js';

@Resolver(() => Decision)
export class DecisionsResolver implements OnModuleInit {
  constructor(
    @Inject(DecisionsService) private readonly service: DecisionsService,
    @Inject(ProposeDecision) private readonly proposals: ProposeDecision,
    @Inject(Nodes) private readonly nodes: Nodes,
    @Inject(ThingNames) private readonly names: ThingNames,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Decision', async (viewer, id) => (await this.service.byIds(viewer, [id]))[0]);
    this.names.register('D-', (tx, viewer, numbers) => this.service.names(tx, viewer, numbers));
  }

  @Query(() => Decision)
  @Action('decision:view')
  decision(@CurrentViewer() viewer: Viewer, @Args('key', { type: () => String }) key: string): Promise<Decision> {
    return this.service.byKey(viewer, key);
  }

  @Mutation(() => Decision)
  @Action('decision:propose')
  proposeDecision(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => ProposeDecisionInput }) input: ProposeDecisionInput,
    @Args('idempotencyKey', { type: () => String, nullable: true }) idempotencyKey: string | null | undefined,
  ): Promise<Decision> {
    const proposal = {
      ...readDecision(input),
      links: (input.links ?? []).map(readLink),
    };
    return this.proposals.propose(viewer, proposal, idempotencyKey);
  }
}
