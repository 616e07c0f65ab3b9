import type { AdoptionFeel } from '@chapterhouse/domain/communities/adoption';
import { type ArtifactUseAction, viewerCanOnAdoption } from '@chapterhouse/domain/communities/artifact-use-policy';
import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentContext, CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId } from '../../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import { Nodes } from '../../../platform/graphql/nodes.js';
import { ActionScalar, DateScalar } from '../../../platform/graphql/scalars.js';
import { typedText, typedTextIfGiven } from '../../../platform/graphql/typed-text.js';
import { OrganizationReferences, Person, Team } from '../../organization/public.js';
import { Adopt, type AdoptionCall, type AdoptionEdit } from './adopt.js';
import { Adoption, AdoptionFeelEnum } from './adoption.graphql.js';
import { AdoptionsService } from './adoptions.service.js';

@ArgsType()
class AdoptArguments {
  @Field(() => ID) artifactId: string;
  @Field(() => ID) teamId: string;
  @Field(() => Int) number: number;
  @Field(() => DateScalar, { nullable: true }) since?: string | null;
  @Field(() => AdoptionFeelEnum, { nullable: true }) feel?: AdoptionFeel | null;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class EditAdoptionArguments {
  @Field(() => ID) id: string;
  @Field(() => Int) rowVersion: number;
  @Field(() => Int, { nullable: true }) number?: number | null;
  @Field(() => AdoptionFeelEnum, { nullable: true }) feel?: AdoptionFeel | null;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class EndAdoptionArguments {
  @Field(() => ID) id: string;
  @Field(() => Int) rowVersion: number;
  @Field(() => String) why: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@Resolver(() => Adoption)
export class AdoptionsResolver implements OnModuleInit {
  constructor(
    @Inject(Adopt) private readonly adopting: Adopt,
    @Inject(AdoptionsService) private readonly service: AdoptionsService,
    @Inject(Nodes) private readonly nodes: Nodes,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Adoption', (viewer, id) => this.service.byId(viewer, id));
  }

  @Mutation(() => Adoption)
  @Action('adoption:adopt')
  adopt(@CurrentViewer() viewer: Viewer, @Args() given: AdoptArguments): Promise<Adoption> {
    const adoption = {
      artifactId: readId('Artifact', given.artifactId),
      teamId: readId('Team', given.teamId),
      number: given.number,
      since: given.since ?? null,
      feel: given.feel ?? null,
      note: typedText(given.note ?? ''),
    };
    return this.adopting.adopt({ viewer, input: adoption, idempotencyKey: given.idempotencyKey }, adoption);
  }

  @Mutation(() => Adoption)
  @Action('adoption:edit')
  editAdoption(@CurrentViewer() viewer: Viewer, @Args() given: EditAdoptionArguments): Promise<Adoption> {
    const note = typedTextIfGiven(given.note);
    const edit: AdoptionEdit = {
      ...(given.number !== null && given.number !== undefined && { number: given.number }),
      // Null takes it off: nobody says any more how it goes.
      ...(given.feel !== undefined && { feel: given.feel }),
      ...(note !== undefined && { note }),
    };
    return this.adopting.edit(callOf(viewer, given, edit), edit);
  }

  @Mutation(() => Adoption)
  @Action('adoption:end')
  endAdoption(@CurrentViewer() viewer: Viewer, @Args() given: EndAdoptionArguments): Promise<Adoption> {
    const why = typedText(given.why);
    return this.adopting.end(callOf(viewer, given, { why }), why);
  }

  @ResolveField(() => Team)
  async team(@Parent() { row }: Adoption, @CurrentContext() context: GraphqlContext): Promise<Team> {
    const team = await this.organization.team(context, row.team_id);
    if (!team) throw new Error('What follows a version is a team that is there.');
    return team;
  }

  @ResolveField(() => Person)
  async by(@Parent() { row }: Adoption, @CurrentContext() context: GraphqlContext): Promise<Person> {
    const person = await this.organization.person(context, row.by_id);
    if (!person) throw new Error('Whoever said that a team follows a version is somebody here.');
    return person;
  }

  @ResolveField(() => [ActionScalar])
  viewerCan(@Parent() { row }: Adoption, @CurrentViewer() viewer: Viewer): ArtifactUseAction[] {
    return viewerCanOnAdoption(viewer.actor, { teamId: row.team_id }, row.until !== null);
  }
}

const OF_TEAMS = Symbol('adoptions of teams');

/** What a team follows now. */
@Resolver(() => Team)
export class TeamAdoptionsResolver {
  constructor(@Inject(AdoptionsService) private readonly service: AdoptionsService) {}

  @ResolveField(() => [Adoption])
  async adoptions(@Parent() team: Team, @CurrentContext() context: GraphqlContext): Promise<Adoption[]> {
    const loader = loaderOf(context, OF_TEAMS, (ids) => this.service.ofTeams(viewerOf(context), ids));
    return (await loadOnce(loader, readId('Team', team.id))) ?? [];
  }
}

/** @throws NOT_FOUND for what is no id of an adoption */
function callOf(
  viewer: Viewer,
  given: { id: string; rowVersion: number; idempotencyKey?: string | null },
  input: object,
): AdoptionCall {
  const { rowVersion, idempotencyKey } = given;
  const id = readId('Adoption', given.id);
  return { viewer, id, rowVersion, input: { id, rowVersion, ...input }, idempotencyKey };
}
