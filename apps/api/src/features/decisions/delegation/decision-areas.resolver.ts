import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentContext, CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId } from '../../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import { Nodes } from '../../../platform/graphql/nodes.js';
import { Decision } from '../decisions.graphql.js';
import { DecisionArea } from './boards.graphql.js';
import { DecisionAreasService } from './decision-areas.service.js';

@ArgsType()
class CreateDecisionAreaArguments {
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true }) description?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class EditDecisionAreaArguments {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => String, { nullable: true }) description?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Offered for no new decision, and shown on no board.' })
  archived?: boolean | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

const OF_DECISIONS = Symbol('decision areas of decisions');

@Resolver(() => DecisionArea)
export class DecisionAreasResolver implements OnModuleInit {
  constructor(
    @Inject(DecisionAreasService) private readonly service: DecisionAreasService,
    @Inject(Nodes) private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('DecisionArea', async (viewer, id) => (await this.service.byIds(viewer, [id])).get(id));
  }

  @Query(() => [DecisionArea], { description: 'By name; archived ones only where they are asked for.' })
  @Action('delegation:view')
  decisionAreas(
    @CurrentViewer() viewer: Viewer,
    @Args('archived', { type: () => Boolean, nullable: true }) archived: boolean | null | undefined,
  ): Promise<DecisionArea[]> {
    return this.service.all(viewer, archived ?? false);
  }

  @Mutation(() => DecisionArea)
  @Action('decision-area:create')
  createDecisionArea(
    @CurrentViewer() viewer: Viewer,
    @Args() { name, description, idempotencyKey }: CreateDecisionAreaArguments,
  ): Promise<DecisionArea> {
    return this.service.create(viewer, { name, description: description ?? '' }, idempotencyKey);
  }

  @Mutation(() => DecisionArea)
  @Action('decision-area:edit')
  editDecisionArea(
    @CurrentViewer() viewer: Viewer,
    @Args() { id, version, idempotencyKey, ...edit }: EditDecisionAreaArguments,
  ): Promise<DecisionArea> {
    return this.service.edit(viewer, { id: readId('DecisionArea', id), version }, edit, idempotencyKey);
  }
}

@Resolver(() => Decision)
export class DecisionAreaOfDecisionResolver {
  constructor(@Inject(DecisionAreasService) private readonly service: DecisionAreasService) {}

  @ResolveField(() => DecisionArea, { nullable: true, description: 'Null: none was named.' })
  async decisionArea(
    @Parent() { decisionAreaId }: Decision,
    @CurrentContext() context: GraphqlContext,
  ): Promise<DecisionArea | null> {
    if (decisionAreaId === null) return null;
    const loader = loaderOf(context, OF_DECISIONS, (ids) => this.service.byIds(viewerOf(context), ids));
    return (await loadOnce(loader, decisionAreaId)) ?? null;
  }
}
