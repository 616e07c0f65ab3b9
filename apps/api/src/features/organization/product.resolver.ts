import { viewerCanOnProduct } from '@chapterhouse/domain/organization/organization-viewer-can';
import { Inject } from '@nestjs/common';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../platform/auth/current-viewer.js';
import { readId } from '../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { ActionScalar } from '../../platform/graphql/scalars.js';
import { Accountability } from './accountability.graphql.js';
import { Area, areaObject } from './area.graphql.js';
import { OrganizationOverviewRead } from './organization-overview.read.js';
import { viewerOf } from './people.read.js';
import { Product } from './product.graphql.js';
import { RoleAssignment } from './role-assignment.graphql.js';
import { OnDayArgs } from './roles.args.js';
import { RolesRead } from './roles.read.js';
import { standing } from './structure.js';
import { StructureRead } from './structure.read.js';

@Resolver(() => Product)
export class ProductResolver {
  constructor(
    @Inject(StructureRead) private readonly structures: StructureRead,
    @Inject(OrganizationOverviewRead) private readonly overview: OrganizationOverviewRead,
    @Inject(RolesRead) private readonly roles: RolesRead,
  ) {}

  @ResolveField(() => [ActionScalar])
  viewerCan(@CurrentContext() context: GraphqlContext, @Parent() { id }: Product): string[] {
    return viewerCanOnProduct(viewerOf(context).actor, { productId: readId('Product', id) });
  }

  @ResolveField(() => [Area])
  async areas(
    @CurrentContext() context: GraphqlContext,
    @Parent() { id }: Product,
    @Args('includeArchived', { type: () => Boolean, nullable: true }) includeArchived?: boolean | null,
  ): Promise<Area[]> {
    const areas = (await this.structures.of(context)).areasOf(readId('Product', id));
    return areas.filter((area) => includeArchived === true || standing(area, viewerOf(context).today)).map(areaObject);
  }

  @ResolveField(() => [Accountability])
  accountabilities(
    @CurrentContext() context: GraphqlContext,
    @Parent() { id }: Product,
    @Args() { on }: OnDayArgs,
  ): Promise<Accountability[]> {
    return this.overview.accountabilities(context, 'PRODUCT', readId('Product', id), on);
  }

  @ResolveField(() => [RoleAssignment])
  assignments(
    @CurrentContext() context: GraphqlContext,
    @Parent() { id }: Product,
    @Args() { on }: OnDayArgs,
  ): Promise<RoleAssignment[]> {
    return this.roles.ofScope(context, readId('Product', id), { on });
  }
}
