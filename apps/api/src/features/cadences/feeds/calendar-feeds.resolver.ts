import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId } from '../../../platform/graphql/global-id.js';
import { Done, DONE } from '../../organization/public.js';
import { CalendarFeed, type FeedScope, FeedScopeEnum, NewCalendarFeed } from './calendar-feeds.graphql.js';
import { CalendarFeedsService } from './calendar-feeds.service.js';

@Resolver(() => CalendarFeed)
export class CalendarFeedsResolver {
  constructor(@Inject(CalendarFeedsService) private readonly feeds: CalendarFeedsService) {}

  @Query(() => [CalendarFeed], { description: "The viewer's own and those of scopes the viewer may manage." })
  @Action('cadence:view')
  calendarFeeds(@CurrentViewer() viewer: Viewer): Promise<CalendarFeed[]> {
    return this.feeds.list(viewer);
  }

  @Mutation(() => NewCalendarFeed, { description: "PERSON needs no id: the viewer's own." })
  @Action('cadence:view')
  createCalendarFeed(
    @CurrentViewer() viewer: Viewer,
    @Args('scope', { type: () => FeedScopeEnum }) scope: FeedScope,
    @Args('scopeId', { type: () => ID, nullable: true }) scopeId: string | null | undefined,
  ): Promise<NewCalendarFeed> {
    return this.feeds.create(viewer, scope, scopeId ?? null);
  }

  @Mutation(() => Done)
  @Action('cadence:view')
  async revokeCalendarFeed(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Done> {
    await this.feeds.revoke(viewer, readId('CalendarFeed', id));
    return DONE;
  }
}
