import { viewerCanOnOrganization } from '@chapterhouse/domain/organization/organization-viewer-can';
import { Inject } from '@nestjs/common';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../platform/auth/current-viewer.js';
import { readId } from '../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { ActionScalar } from '../../platform/graphql/scalars.js';
import { Accountability, OrganizationWarning } from './accountability.graphql.js';
import { OrganizationOverviewRead } from './organization-overview.read.js';
import { Organization } from './organization.graphql.js';
import { viewerOf } from './people.read.js';
import { Product, productObject } from './product.graphql.js';
import { RoleAssignment } from './role-assignment.graphql.js';
import { OnDayArgs } from './roles.args.js';
import { RolesRead } from './roles.read.js';
import { StructureRead } from './structure.read.js';

@Resolver(() => Organization)
export class OrganizationResolver {
  constructor(
    @Inject(StructureRead) private readonly structures: StructureRead,
    @Inject(OrganizationOverviewRead) private readonly overview: OrganizationOverviewRead,
    @Inject(RolesRead) private readonly roles: RolesRead,
  ) {}

  @ResolveField(() => [ActionScalar])
  viewerCan(@CurrentContext() context: GraphqlContext): string[] {
    return viewerCanOnOrganization(viewerOf(context).actor);
  }

  @ResolveField(() => [Product])
  async products(@CurrentContext() context: GraphqlContext): Promise<Product[]> {
    return [...(await this.structures.of(context)).products.values()].map(productObject);
  }

  @ResolveField(() => [Accountability], {
    description: 'Holders of organization-wide roles on a date; today when omitted.',
  })
  accountabilities(
    @CurrentContext() context: GraphqlContext,
    @Parent() { id }: Organization,
    @Args() { on }: OnDayArgs,
  ): Promise<Accountability[]> {
    return this.overview.accountabilities(context, 'ORGANIZATION', readId('Organization', id), on);
  }

  @ResolveField(() => [RoleAssignment])
  assignments(
    @CurrentContext() context: GraphqlContext,
    @Parent() { id }: Organization,
    @Args() { on }: OnDayArgs,
  ): Promise<RoleAssignment[]> {
    return this.roles.ofScope(context, readId('Organization', id), { on });
  }

  @ResolveField(() => [OrganizationWarning])
  warnings(@CurrentContext() context: GraphqlContext, @Args() { on }: OnDayArgs): Promise<OrganizationWarning[]> {
    return this.overview.warnings(context, on);
  }
}
