import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId } from '../../../platform/graphql/global-id.js';
import { Done, DONE } from '../../organization/public.js';
import { DecisionFeed, NewDecisionFeed } from './decision-feeds.graphql.js';
import { DecisionFeedsService } from './decision-feeds.service.js';

@Resolver(() => DecisionFeed)
export class DecisionFeedsResolver {
  constructor(@Inject(DecisionFeedsService) private readonly feeds: DecisionFeedsService) {}

  @Query(() => [DecisionFeed])
  @Action('decision:view')
  decisionFeeds(
    @CurrentViewer() viewer: Viewer,
    @Args('teamId', { type: () => ID }) teamId: string,
  ): Promise<DecisionFeed[]> {
    return this.feeds.own(viewer, readId('Team', teamId));
  }

  @Mutation(() => NewDecisionFeed)
  @Action('decision:view')
  createDecisionFeed(
    @CurrentViewer() viewer: Viewer,
    @Args('teamId', { type: () => ID }) teamId: string,
  ): Promise<NewDecisionFeed> {
    return this.feeds.create(viewer, readId('Team', teamId));
  }

  @Mutation(() => Done)
  @Action('decision:view')
  async revokeDecisionFeed(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Done> {
    await this.feeds.revoke(viewer, readId('DecisionFeed', id));
    return DONE;
  }
}
