import { viewerCanOnArea } from '@chapterhouse/domain/organization/organization-viewer-can';
import { Inject } from '@nestjs/common';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../platform/auth/current-viewer.js';
import { readId } from '../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { ActionScalar } from '../../platform/graphql/scalars.js';
import { Accountability } from './accountability.graphql.js';
import { Area } from './area.graphql.js';
import { found } from './organization-checks.js';
import { OrganizationOverviewRead } from './organization-overview.read.js';
import { viewerOf } from './people.read.js';
import { Product, productObject } from './product.graphql.js';
import { RoleAssignment } from './role-assignment.graphql.js';
import { OnDayArgs } from './roles.args.js';
import { RolesRead } from './roles.read.js';
import { standing } from './structure.js';
import { StructureRead } from './structure.read.js';
import { Team, teamObject } from './team.graphql.js';

@Resolver(() => Area)
export class AreaResolver {
  constructor(
    @Inject(StructureRead) private readonly structures: StructureRead,
    @Inject(OrganizationOverviewRead) private readonly overview: OrganizationOverviewRead,
    @Inject(RolesRead) private readonly roles: RolesRead,
  ) {}

  @ResolveField(() => [ActionScalar])
  async viewerCan(@CurrentContext() context: GraphqlContext, @Parent() { id }: Area): Promise<string[]> {
    const area = found((await this.structures.of(context)).areas.get(readId('Area', id)));
    return viewerCanOnArea(viewerOf(context).actor, { productId: area.product_id, areaId: area.id });
  }

  @ResolveField(() => Product)
  async product(@CurrentContext() context: GraphqlContext, @Parent() { id }: Area): Promise<Product> {
    const { areas, products } = await this.structures.of(context);
    const area = found(areas.get(readId('Area', id)));
    return productObject(found(products.get(area.product_id)));
  }

  @ResolveField(() => [Team])
  async teams(
    @CurrentContext() context: GraphqlContext,
    @Parent() { id }: Area,
    @Args('includeArchived', { type: () => Boolean, nullable: true }) includeArchived?: boolean | null,
  ): Promise<Team[]> {
    const teams = (await this.structures.of(context)).teamsOf(readId('Area', id));
    return teams.filter((team) => includeArchived === true || standing(team, viewerOf(context).today)).map(teamObject);
  }

  @ResolveField(() => [Accountability])
  accountabilities(
    @CurrentContext() context: GraphqlContext,
    @Parent() { id }: Area,
    @Args() { on }: OnDayArgs,
  ): Promise<Accountability[]> {
    return this.overview.accountabilities(context, 'AREA', readId('Area', id), on);
  }

  @ResolveField(() => [RoleAssignment])
  assignments(
    @CurrentContext() context: GraphqlContext,
    @Parent() { id }: Area,
    @Args() { on }: OnDayArgs,
  ): Promise<RoleAssignment[]> {
    return this.roles.ofScope(context, readId('Area', id), { on });
  }
}
