import { Inject } from '@nestjs/common';
import { Args, ID, ObjectType, Resolver, Subscription } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId } from '../../../platform/graphql/global-id.js';
import { SubjectChange } from '../../../platform/realtime/subject-change.js';
import { CommunityEvents } from './community-changes.js';

@ObjectType()
export class CommunityChange extends SubjectChange {}

/** What happens in communities; everybody of the organization may hear it. */
@Resolver()
export class CommunityChangesResolver {
  constructor(@Inject(CommunityEvents) private readonly events: CommunityEvents) {}

  @Subscription(() => CommunityChange, {
    resolve: (change: CommunityChange) => change,
    description: 'Everything in the community; of one artifact with its id: its draft, review, proposals.',
  })
  @Action('community:view')
  communityChanged(
    @CurrentViewer() viewer: Viewer,
    @Args('communityId', { type: () => ID, nullable: true }) communityId: string | null | undefined,
    @Args('artifactId', { type: () => ID, nullable: true }) artifactId: string | null | undefined,
    @Args('after', { type: () => String, nullable: true }) after: string | null | undefined,
  ): Promise<AsyncIterableIterator<CommunityChange>> {
    const listened = {
      communityId: communityId ? readId('Community', communityId) : null,
      artifactId: artifactId ? readId('Artifact', artifactId) : null,
    };
    return this.events.follow(viewer, listened, after);
  }
}
