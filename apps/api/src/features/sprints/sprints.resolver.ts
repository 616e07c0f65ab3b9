import { type SprintAction, viewerCanOnSprint } from '@chapterhouse/domain/sprints/sprint-policy';
import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Done, DONE, OrganizationReferences, Team } from '../organization/public.js';
import { Action } from '../../platform/auth/action.js';
import { CurrentContext, CurrentViewer } from '../../platform/auth/current-viewer.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { readId } from '../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { Nodes } from '../../platform/graphql/nodes.js';
import { ActionScalar } from '../../platform/graphql/scalars.js';
import { ChangeSprint, type SprintCall } from './change-sprint.js';
import { EditSprintInput, FinishSprintInput, RecordSprintInput, Sprint, SprintConnection } from './sprints.graphql.js';
import { SprintsService } from './sprints.service.js';

@ArgsType()
class SprintsArguments {
  @Field(() => ID) teamId: string;
  @Field(() => Int, { nullable: true, description: '1 to 100; 25 when omitted.' }) first?: number | null;
  @Field(() => String, { nullable: true }) after?: string | null;
}

@ArgsType()
class ChangeSprintArguments {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@Resolver(() => Sprint)
export class SprintsResolver implements OnModuleInit {
  constructor(
    @Inject(SprintsService) private readonly service: SprintsService,
    @Inject(ChangeSprint) private readonly changes: ChangeSprint,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
    @Inject(Nodes) private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Sprint', (viewer, id) => this.service.find(viewer, id));
  }

  @Query(() => SprintConnection, { description: 'Of a team, the latest first; those without a day before all others.' })
  @Action('sprint:view')
  sprints(@CurrentViewer() viewer: Viewer, @Args() given: SprintsArguments): Promise<Connection<Sprint>> {
    return this.service.ofTeam(viewer, readId('Team', given.teamId), given.first, given.after);
  }

  @Mutation(() => Sprint)
  @Action('sprint:record')
  recordSprint(
    @CurrentViewer() viewer: Viewer,
    @Args('teamId', { type: () => ID }) teamId: string,
    @Args('input', { type: () => RecordSprintInput }) input: RecordSprintInput,
    @Args('idempotencyKey', { type: () => String, nullable: true }) idempotencyKey: string | null | undefined,
  ): Promise<Sprint> {
    return this.changes.record(viewer, readId('Team', teamId), { ...input }, idempotencyKey);
  }

  @Mutation(() => Sprint)
  @Action('sprint:record')
  editSprint(
    @CurrentViewer() viewer: Viewer,
    @Args() given: ChangeSprintArguments,
    @Args('input', { type: () => EditSprintInput }) input: EditSprintInput,
  ): Promise<Sprint> {
    return this.changes.edit(callOf(viewer, given), { ...input });
  }

  @Mutation(() => Sprint)
  @Action('sprint:record')
  finishSprint(
    @CurrentViewer() viewer: Viewer,
    @Args() given: ChangeSprintArguments,
    @Args('input', { type: () => FinishSprintInput, nullable: true }) input: FinishSprintInput | null | undefined,
  ): Promise<Sprint> {
    return this.changes.finish(callOf(viewer, given), { ...input });
  }

  @Mutation(() => Done, { description: 'An import that brings it again leaves it removed, and says so.' })
  @Action('sprint:remove')
  async removeSprint(@CurrentViewer() viewer: Viewer, @Args() given: ChangeSprintArguments): Promise<Done> {
    await this.changes.remove(callOf(viewer, given));
    return DONE;
  }

  @ResolveField(() => Team)
  async team(@Parent() { teamId }: Sprint, @CurrentContext() context: GraphqlContext): Promise<Team> {
    const team = await this.organization.team(context, teamId);
    if (!team) throw new Error('A sprint is of a team.');
    return team;
  }

  @ResolveField(() => [ActionScalar])
  async viewerCan(@Parent() { teamId }: Sprint, @CurrentContext() context: GraphqlContext): Promise<SprintAction[]> {
    const { viewer } = context;
    if (!viewer) throw new Error('Nobody is signed in behind this field.');
    return viewerCanOnSprint(viewer.actor, await this.organization.placeOfTeam(context, teamId));
  }
}

/** @throws NOT_FOUND for what is no id of a sprint */
function callOf(viewer: Viewer, { id, version, idempotencyKey }: ChangeSprintArguments): SprintCall {
  return { viewer, id: readId('Sprint', id), version, idempotencyKey };
}
