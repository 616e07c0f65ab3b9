import type { OrganizationEvent } from '@chapterhouse/domain/organization/organization-events';
import { Inject } from '@nestjs/common';
import { Args, ObjectType, Resolver, Subscription } from '@nestjs/graphql';
import { Action } from '../../platform/auth/action.js';
import { CurrentViewer } from '../../platform/auth/current-viewer.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { LiveEvents } from '../../platform/realtime/live-events.js';
import { eachSubjectChange, SubjectChange } from '../../platform/realtime/subject-change.js';

@ObjectType()
export class OrganizationChange extends SubjectChange {}

/** Of which things the organization's screens show changes. */
const SUBJECTS = new Set(['Organization', 'Product', 'Area', 'Team', 'Person', 'RoleAssignment', 'Absence']);
const APPLIED: OrganizationEvent = 'import.applied';

/** What happens to structure, people, roles and absences; everybody of the organization may hear it. */
@Resolver()
export class OrganizationChangesResolver {
  constructor(@Inject(LiveEvents) private readonly live: LiveEvents) {}

  @Subscription(() => OrganizationChange, { resolve: (change: OrganizationChange) => change })
  @Action('organization:view')
  organizationChanges(
    @CurrentViewer() viewer: Viewer,
    @Args('after', { type: () => String, nullable: true }) after: string | null | undefined,
  ): Promise<AsyncIterableIterator<OrganizationChange>> {
    return this.live.follow(viewer.organizationId, after, STORY);
  }
}

const STORY = eachSubjectChange(({ subjectType, name }) => SUBJECTS.has(subjectType) || name === APPLIED);
