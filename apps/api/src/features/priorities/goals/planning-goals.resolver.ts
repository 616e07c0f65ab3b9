import { viewerCanInProduct } from '@chapterhouse/domain/priorities/priorities-policy';
import { Inject } from '@nestjs/common';
import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentContext, CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId } from '../../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { viewerOf } from '../../../platform/graphql/loader.js';
import { ActionScalar } from '../../../platform/graphql/scalars.js';
import { OrganizationReferences, Team } from '../../organization/public.js';
import { PlanningGoals, TeamSprintGoal } from './planning-goals.graphql.js';
import { PlanningGoalsRead } from './planning-goals.read.js';

@Resolver(() => PlanningGoals)
export class PlanningGoalsResolver {
  constructor(
    @Inject(PlanningGoalsRead) private readonly goals: PlanningGoalsRead,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  @Query(() => PlanningGoals)
  @Action('goal:view')
  async planningGoals(
    @CurrentViewer() viewer: Viewer,
    @Args('productId', { type: () => ID }) given: string,
    @Args('areaId', { type: () => ID, nullable: true }) areaId: string | null | undefined,
  ): Promise<PlanningGoals> {
    const productId = readId('Product', given);
    const goals = await this.goals.read(viewer, productId, areaId ? readId('Area', areaId) : null);
    return { ...goals, productId };
  }

  @ResolveField(() => [ActionScalar], {
    description: 'In this product: goal:create item:create (epics and features, too) item:create-task.',
  })
  async viewerCan(
    @Parent() { productId }: PlanningGoals,
    @CurrentContext() context: GraphqlContext,
  ): Promise<string[]> {
    const places = await this.organization.placesIn(context, productId);
    return viewerCanInProduct(viewerOf(context).actor, { productId }, places);
  }
}

@Resolver(() => TeamSprintGoal)
export class TeamSprintGoalResolver {
  constructor(@Inject(OrganizationReferences) private readonly organization: OrganizationReferences) {}

  @ResolveField(() => Team)
  async team(@Parent() { teamId }: TeamSprintGoal, @CurrentContext() context: GraphqlContext): Promise<Team> {
    const team = await this.organization.team(context, teamId);
    if (!team) throw new Error('A sprint is of a team.');
    return team;
  }
}
