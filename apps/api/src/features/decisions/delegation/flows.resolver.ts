import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentContext, CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId, readIds } from '../../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import { Decision } from '../decisions.graphql.js';
import { readScope, ScopeArguments } from './boards.resolver.js';
import { DecisionFlow } from './flows.graphql.js';
import { FlowsService } from './flows.service.js';

@ArgsType()
class PreviewArguments extends ScopeArguments {
  @Field(() => ID, { nullable: true }) decisionAreaId?: string | null;
  @Field(() => [ID], { nullable: true, description: 'What it is to replace; nothing when omitted.' })
  supersedesIds?: string[] | null;
}

const FLOWS = Symbol('flows of decisions');

@Resolver(() => Decision)
export class FlowsResolver {
  constructor(@Inject(FlowsService) private readonly service: FlowsService) {}

  @Query(() => DecisionFlow, { description: 'What would happen to a decision in this scope and area, now.' })
  @Action('delegation:view')
  decisionFlowPreview(
    @CurrentViewer() viewer: Viewer,
    @Args() { decisionAreaId, supersedesIds, ...where }: PreviewArguments,
  ): Promise<DecisionFlow> {
    const areaId = decisionAreaId ? readId('DecisionArea', decisionAreaId) : null;
    const supersedes = [...new Set(readIds('Decision', supersedesIds ?? []))];
    return this.service.preview(viewer, readScope(where), areaId, supersedes);
  }

  @ResolveField(() => DecisionFlow)
  async flow(@Parent() { id }: Decision, @CurrentContext() context: GraphqlContext): Promise<DecisionFlow> {
    const loader = loaderOf(context, FLOWS, (ids) => this.service.ofDecisions(viewerOf(context), ids));
    const found = await loadOnce(loader, readId('Decision', id));
    if (!found) throw new Error('Every decision is made in some way.');
    return found;
  }
}
