import { Inject } from '@nestjs/common';
import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { DecisionHitConnection, DecisionsArguments } from './decision-hits.graphql.js';
import { DecisionSearchService, type HitPage } from './decision-search.service.js';

@Resolver()
export class DecisionSearchResolver {
  constructor(@Inject(DecisionSearchService) private readonly service: DecisionSearchService) {}

  @Query(() => DecisionHitConnection)
  @Action('decision:view')
  decisions(@CurrentViewer() viewer: Viewer, @Args() given: DecisionsArguments): Promise<HitPage> {
    return this.service.page(viewer, given);
  }
}

/** Counted only for those who ask, unless it is known already. */
@Resolver(() => DecisionHitConnection)
export class DecisionHitTotalResolver {
  constructor(@Inject(DecisionSearchService) private readonly service: DecisionSearchService) {}

  @ResolveField(() => Int)
  totalCount(@Parent() page: HitPage, @CurrentViewer() viewer: Viewer): Promise<number> {
    return this.service.total(viewer, page);
  }
}
