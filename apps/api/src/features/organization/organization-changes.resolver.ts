import type { OrganizationEvent } from '@chapterhouse/domain/organization/organization-events';
import { Inject } from '@nestjs/common';
import { Args, Field, ID, Int, ObjectType, Resolver, Subscription } from '@nestjs/graphql';
import { Action } from '../../platform/auth/action.js';
import { CurrentViewer } from '../../platform/auth/current-viewer.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { globalId } from '../../platform/graphql/global-id.js';
import { LiveEvents, type LiveEvent } from '../../platform/realtime/live-events.js';

@ObjectType({ description: 'After a gap: `resync` true and nothing else of use; load afresh.' })
export class OrganizationChange {
  @Field(() => String) cursor: string;
  @Field(() => Boolean) resync: boolean;
  @Field(() => String, { nullable: true }) event: string | null;
  @Field(() => ID, { nullable: true }) id: string | null;
  @Field(() => Int, { nullable: true }) version: number | null;
}

/** Of which things the organization's screens show changes. */
const SUBJECTS = new Set(['Organization', 'Product', 'Area', 'Team', 'Person', 'RoleAssignment', 'Absence']);
const APPLIED: OrganizationEvent = 'import.applied';

/** What happens to structure, people, roles and absences; everybody of the organization may hear it. */
@Resolver()
export class OrganizationChangesResolver {
  constructor(@Inject(LiveEvents) private readonly live: LiveEvents) {}

  @Subscription(() => OrganizationChange, { resolve: changeOf })
  @Action('organization:view')
  organizationChanges(
    @CurrentViewer() viewer: Viewer,
    @Args('after', { type: () => String, nullable: true }) after: string | null | undefined,
  ): Promise<AsyncIterableIterator<LiveEvent>> {
    const wanted = ({ subjectType, name }: { subjectType: string; name: string }): boolean =>
      SUBJECTS.has(subjectType) || name === APPLIED;
    return this.live.follow(viewer.organizationId, after, wanted);
  }
}

function changeOf({ cursor, resync, event }: LiveEvent): OrganizationChange {
  if (resync) return { cursor, resync, event: null, id: null, version: null };
  return {
    cursor,
    resync,
    event: event.name,
    id: globalId(event.subjectType, event.subjectId),
    version: event.subjectVersion,
  };
}
