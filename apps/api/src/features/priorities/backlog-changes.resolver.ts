import { Inject } from '@nestjs/common';
import { Args, ID, ObjectType, Resolver, Subscription } from '@nestjs/graphql';
import { Action } from '../../platform/auth/action.js';
import { CurrentViewer } from '../../platform/auth/current-viewer.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { readId } from '../../platform/graphql/global-id.js';
import { SubjectChange } from '../../platform/realtime/subject-change.js';
import { BacklogChanges } from './backlog-changes.js';

@ObjectType()
export class BacklogChange extends SubjectChange {}

@Resolver()
export class BacklogChangesResolver {
  constructor(@Inject(BacklogChanges) private readonly changes: BacklogChanges) {}

  @Subscription(() => BacklogChange, {
    resolve: (change: BacklogChange) => change,
    description: 'Items, goals, dependencies, scenarios of the product that the viewer may see.',
  })
  @Action('item:view')
  backlogChanged(
    @CurrentViewer() viewer: Viewer,
    @Args('productId', { type: () => ID }) productId: string,
    @Args('after', { type: () => String, nullable: true }) after: string | null | undefined,
  ): Promise<AsyncIterableIterator<BacklogChange>> {
    return this.changes.follow(viewer, readId('Product', productId), after);
  }
}
