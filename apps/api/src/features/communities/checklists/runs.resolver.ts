import { type ArtifactUseAction, viewerCanOnRun } from '@chapterhouse/domain/communities/artifact-use-policy';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentContext, CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { type Connection, MOST_PER_PAGE } from '../../../platform/graphql/connection.js';
import { readId } from '../../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import { Nodes } from '../../../platform/graphql/nodes.js';
import { ActionScalar } from '../../../platform/graphql/scalars.js';
import { typedText, typedTextIfGiven } from '../../../platform/graphql/typed-text.js';
import { OrganizationReferences, Person, Team } from '../../organization/public.js';
import { ArtifactVersion } from '../versions/versions.graphql.js';
import { VersionsService } from '../versions/versions.service.js';
import { RunChecklist } from './run-checklist.js';
import { ChecklistRun, ChecklistRunConnection, RunStep } from './run.graphql.js';
import { RunsService } from './runs.service.js';

@ArgsType()
class RunsArguments {
  @Field(() => ID, { nullable: true }) teamId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Of a checklist, or of a template that is run.' })
  artifactId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'What the viewer started, or a team of theirs runs.' })
  mine?: boolean | null;
  @Field(() => Boolean, { nullable: true }) open?: boolean | null;
  @Field(() => Int, { nullable: true }) first?: number | null;
  @Field(() => String, { nullable: true }) after?: string | null;
}

@ArgsType()
class StartRunArguments {
  @Field(() => ID) artifactId: string;
  @Field(() => String) title: string;
  @Field(() => ID, { nullable: true }) teamId?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class TickArguments {
  @Field(() => ID) runId: string;
  @Field(() => ID) stepId: string;
  @Field(() => Boolean) done: boolean;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class EndRunArguments {
  @Field(() => ID) id: string;
  @Field(() => Int) rowVersion: number;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@Resolver(() => ChecklistRun)
export class RunsResolver implements OnModuleInit {
  constructor(
    @Inject(RunChecklist) private readonly running: RunChecklist,
    @Inject(RunsService) private readonly service: RunsService,
    @Inject(Nodes) private readonly nodes: Nodes,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
    @Inject(VersionsService) private readonly versions: VersionsService,
  ) {}

  onModuleInit(): void {
    this.nodes.register('ChecklistRun', (viewer, id) => this.service.byId(viewer, id));
  }

  @Query(() => ChecklistRun)
  @Action('checklist-run:view')
  checklistRun(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<ChecklistRun> {
    return this.service.byId(viewer, readId('ChecklistRun', id));
  }

  @Query(() => ChecklistRunConnection)
  @Action('checklist-run:view')
  checklistRuns(@CurrentViewer() viewer: Viewer, @Args() args: RunsArguments): Promise<Connection<ChecklistRun>> {
    const { teamId, artifactId, mine, open, first, after } = args;
    return this.service.list(viewer, {
      teamId: teamId ? readId('Team', teamId) : null,
      artifactId: artifactId ? readId('Artifact', artifactId) : null,
      mine: mine ?? false,
      open: open ?? null,
      first,
      after,
    });
  }

  @Mutation(() => ChecklistRun)
  @Action('checklist-run:start')
  startChecklistRun(@CurrentViewer() viewer: Viewer, @Args() given: StartRunArguments): Promise<ChecklistRun> {
    const artifactId = readId('Artifact', given.artifactId);
    const run = { title: typedText(given.title), teamId: given.teamId ? readId('Team', given.teamId) : null };
    const call = { viewer, input: { artifactId, ...run }, idempotencyKey: given.idempotencyKey };
    return this.running.start(call, artifactId, run);
  }

  @Mutation(() => ChecklistRun)
  @Action('checklist-run:tick')
  tickStep(@CurrentViewer() viewer: Viewer, @Args() given: TickArguments): Promise<ChecklistRun> {
    const id = readId('ChecklistRun', given.runId);
    const tick = { stepId: given.stepId, done: given.done, note: typedTextIfGiven(given.note) };
    return this.running.tick({ viewer, id, input: { id, ...tick }, idempotencyKey: given.idempotencyKey }, tick);
  }

  @Mutation(() => ChecklistRun)
  @Action('checklist-run:end')
  endChecklistRun(@CurrentViewer() viewer: Viewer, @Args() given: EndRunArguments): Promise<ChecklistRun> {
    const { rowVersion, idempotencyKey } = given;
    const id = readId('ChecklistRun', given.id);
    return this.running.end({ viewer, id, rowVersion, input: { id, rowVersion }, idempotencyKey });
  }

  @ResolveField(() => ArtifactVersion)
  version(@Parent() { row }: ChecklistRun, @CurrentContext() context: GraphqlContext): Promise<ArtifactVersion> {
    return this.versions.load(context, row.version_id);
  }

  @ResolveField(() => Team, { nullable: true })
  async team(@Parent() { row }: ChecklistRun, @CurrentContext() context: GraphqlContext): Promise<Team | null> {
    return row.team_id === null ? null : ((await this.organization.team(context, row.team_id)) ?? null);
  }

  @ResolveField(() => Person)
  async startedBy(@Parent() { row }: ChecklistRun, @CurrentContext() context: GraphqlContext): Promise<Person> {
    const person = await this.organization.person(context, row.started_by);
    if (!person) throw new Error('Whoever started a run is somebody here.');
    return person;
  }

  @ResolveField(() => [ActionScalar])
  viewerCan(@Parent() { row }: ChecklistRun, @CurrentViewer() viewer: Viewer): ArtifactUseAction[] {
    const facts = { teamId: row.team_id, isOwn: row.started_by === viewer.personId };
    return viewerCanOnRun(viewer.actor, facts, row.ended_at !== null);
  }
}

@Resolver(() => RunStep)
export class RunStepResolver {
  constructor(@Inject(OrganizationReferences) private readonly organization: OrganizationReferences) {}

  @ResolveField(() => Person, { nullable: true })
  async by(@Parent() { byId }: RunStep, @CurrentContext() context: GraphqlContext): Promise<Person | null> {
    return byId === null ? null : ((await this.organization.person(context, byId)) ?? null);
  }
}

const USUAL = 10;

@Resolver(() => Team)
export class TeamRunsResolver {
  constructor(@Inject(RunsService) private readonly service: RunsService) {}

  @ResolveField(() => [ChecklistRun])
  async checklistRuns(
    @Parent() team: Team,
    @CurrentContext() context: GraphqlContext,
    @Args('first', { type: () => Int, nullable: true }) first: number | null | undefined,
  ): Promise<ChecklistRun[]> {
    const most = first ?? USUAL;
    if (most < 1 || most > MOST_PER_PAGE) {
      const problem = `Ask for 1 to ${MOST_PER_PAGE} at a time.`;
      throw refusePlatform('INVALID_INPUT', { fields: [{ field: 'first', problem }] });
    }
    const loader = loaderOf(context, `runs of teams, ${most}`, (ids) =>
      this.service.ofTeams(viewerOf(context), ids, most),
    );
    return (await loadOnce(loader, readId('Team', team.id))) ?? [];
  }
}
