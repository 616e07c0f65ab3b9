import { Inject } from '@nestjs/common';
import { Args, ObjectType, Resolver, Subscription } from '@nestjs/graphql';
import { Action } from '../../platform/auth/action.js';
import { CurrentViewer } from '../../platform/auth/current-viewer.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { LiveEvents } from '../../platform/realtime/live-events.js';
import { eachSubjectChange, SubjectChange } from '../../platform/realtime/subject-change.js';

@ObjectType()
export class SprintChange extends SubjectChange {}

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

const STORY = eachSubjectChange(({ subjectType }) => subjectType === 'Sprint');
