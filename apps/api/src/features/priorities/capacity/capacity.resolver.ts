import type { CapacityMeasure } from '@chapterhouse/domain/priorities/capacity';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentContext, CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId } from '../../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { Area, OrganizationReferences } from '../../organization/public.js';
import { CapacityMeasureEnum, CapacityRowObject, CapacityTargetInput, ProductCapacity } from './capacity.graphql.js';
import { CapacityService } from './capacity.service.js';

/** More areas and kinds than any product has. */
const MOST_TARGETS = 1000;

@ArgsType()
class CapacityArguments {
  @Field(() => ID) productId: string;
  @Field(() => CapacityMeasureEnum, { nullable: true, description: 'POINTS when omitted.' })
  measure?: CapacityMeasure | null;
  @Field(() => Int, { nullable: true }) first?: number | null;
}

@ArgsType()
class TargetArguments {
  @Field(() => ID) productId: string;
  @Field(() => Int) version: number;
  @Field(() => [CapacityTargetInput]) targets: CapacityTargetInput[];
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

/** Shares of capacity. */
@Resolver(() => CapacityRowObject)
export class CapacityResolver {
  constructor(
    @Inject(CapacityService) private readonly service: CapacityService,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  @Query(() => ProductCapacity)
  @Action('order:view')
  productCapacity(@CurrentViewer() viewer: Viewer, @Args() given: CapacityArguments): Promise<ProductCapacity> {
    const { measure, first } = given;
    return this.service.ofProduct(viewer, readId('Product', given.productId), measure ?? 'POINTS', first ?? null);
  }

  @Mutation(() => ProductCapacity)
  @Action('capacity:set-area')
  setCapacityTargets(@CurrentViewer() viewer: Viewer, @Args() given: TargetArguments): Promise<ProductCapacity> {
    const { version, idempotencyKey } = given;
    if (given.targets.length > MOST_TARGETS)
      throw refusePlatform('INVALID_INPUT', {
        fields: [{ field: 'targets', problem: `Give at most ${MOST_TARGETS}.` }],
      });
    const targets = given.targets.map(({ areaId, kind, share }) => ({
      areaId: areaId ? readId('Area', areaId) : null,
      kind: kind ?? null,
      share,
    }));
    return this.service.set(viewer, {
      productId: readId('Product', given.productId),
      version,
      targets,
      idempotencyKey,
    });
  }

  @ResolveField(() => Area, { nullable: true })
  async area(@Parent() { areaId }: CapacityRowObject, @CurrentContext() context: GraphqlContext): Promise<Area | null> {
    return areaId === null ? null : ((await this.organization.area(context, areaId)) ?? null);
  }
}
