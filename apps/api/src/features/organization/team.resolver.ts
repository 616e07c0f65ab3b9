import { viewerCanOnTeam } from '@chapterhouse/domain/organization/organization-viewer-can';
import { Inject } from '@nestjs/common';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../platform/auth/current-viewer.js';
import { readId } from '../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { ActionScalar } from '../../platform/graphql/scalars.js';
import { Accountability, OrganizationWarning } from './accountability.graphql.js';
import { Area, areaObject, type AreaRow } from './area.graphql.js';
import { found } from './organization-checks.js';
import { OrganizationOverviewRead } from './organization-overview.read.js';
import { viewerOf } from './people.read.js';
import { RoleAssignment } from './role-assignment.graphql.js';
import { OnDayArgs, WhichAssignmentsArgs } from './roles.args.js';
import { RolesRead } from './roles.read.js';
import type { Structure } from './structure.js';
import { StructureRead } from './structure.read.js';
import { Team } from './team.graphql.js';

@Resolver(() => Team)
export class TeamResolver {
  constructor(
    @Inject(StructureRead) private readonly structures: StructureRead,
    @Inject(OrganizationOverviewRead) private readonly overview: OrganizationOverviewRead,
    @Inject(RolesRead) private readonly roles: RolesRead,
  ) {}

  @ResolveField(() => [ActionScalar])
  async viewerCan(@CurrentContext() context: GraphqlContext, @Parent() team: Team): Promise<string[]> {
    const area = areaOf(await this.structures.of(context), team);
    const place = { productId: area.product_id, areaId: area.id, teamId: readId('Team', team.id) };
    return viewerCanOnTeam(viewerOf(context).actor, place);
  }

  /** Without decorated parameters Nest calls it as GraphQL does: hundreds of cards answer at once, without promises. */
  @ResolveField(() => Area)
  area(team: Team, _args: object, context: GraphqlContext): Area | Promise<Area> {
    const structure = this.structures.of(context);
    return structure instanceof Promise
      ? structure.then((loaded) => areaObject(areaOf(loaded, team)))
      : areaObject(areaOf(structure, team));
  }

  @ResolveField(() => [Accountability])
  accountabilities(
    @CurrentContext() context: GraphqlContext,
    @Parent() { id }: Team,
    @Args() { on }: OnDayArgs,
  ): Promise<Accountability[]> {
    return this.overview.accountabilities(context, 'TEAM', readId('Team', id), on);
  }

  @ResolveField(() => [RoleAssignment], {
    description: 'Assignments valid on the date; all, past and future too, when `on` is omitted and `all` is true.',
  })
  assignments(
    @CurrentContext() context: GraphqlContext,
    @Parent() { id }: Team,
    @Args() which: WhichAssignmentsArgs,
  ): Promise<RoleAssignment[]> {
    return this.roles.ofScope(context, readId('Team', id), which);
  }

  @ResolveField(() => [OrganizationWarning], { description: 'Of the organization, those that name this team.' })
  async warnings(
    @CurrentContext() context: GraphqlContext,
    @Parent() { id }: Team,
    @Args() { on }: OnDayArgs,
  ): Promise<OrganizationWarning[]> {
    const warnings = await this.overview.warnings(context, on);
    return warnings.filter((warning) => warning.scope?.id === id || warning.teams.some((team) => team.id === id));
  }
}

function areaOf({ teams, areas }: Structure, { id }: Team): AreaRow {
  return found(areas.get(found(teams.get(readId('Team', id))).area_id));
}
