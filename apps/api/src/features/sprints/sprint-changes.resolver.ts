import { Inject } from '@nestjs/common';
import { Args, Field, ID, Int, ObjectType, Resolver, Subscription } from '@nestjs/graphql';
import { Action } from '../../platform/auth/action.js';
import { CurrentViewer } from '../../platform/auth/current-viewer.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { globalId } from '../../platform/graphql/global-id.js';
import { eachEvent, LiveEvents } from '../../platform/realtime/live-events.js';

@ObjectType({ description: 'After a gap: `resync` true and nothing else of use; load afresh.' })
export class SprintChange {
  @Field(() => String) cursor: string;
  @Field(() => Boolean) resync: boolean;
  @Field(() => String, { nullable: true }) event: string | null;
  @Field(() => ID, { nullable: true }) id: string | null;
  @Field(() => Int, { nullable: true }) version: number | null;
}

/** What happens to sprints of any team; everybody of the organization may hear it. */
@Resolver()
export class SprintChangesResolver {
  constructor(@Inject(LiveEvents) private readonly live: LiveEvents) {}

  @Subscription(() => SprintChange, { resolve: (change: SprintChange) => change })
  @Action('sprint:view')
  sprintChanges(
    @CurrentViewer() viewer: Viewer,
    @Args('after', { type: () => String, nullable: true }) after: string | null | undefined,
  ): Promise<AsyncIterableIterator<SprintChange>> {
    return this.live.follow(viewer.organizationId, after, STORY);
  }
}

const STORY = eachEvent<SprintChange>({
  wanted: ({ subjectType }) => subjectType === 'Sprint',
  tell: ({ name, subjectType, subjectId, subjectVersion }, cursor) => ({
    cursor,
    resync: false,
    event: name,
    id: globalId(subjectType, subjectId),
    version: subjectVersion,
  }),
  resync: (cursor) => ({ cursor, resync: true, event: null, id: null, version: null }),
});
