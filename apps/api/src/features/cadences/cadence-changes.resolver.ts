import { Inject } from '@nestjs/common';
import { Args, ObjectType, Resolver, Subscription } from '@nestjs/graphql';
import { Action } from '../../platform/auth/action.js';
import { CurrentViewer } from '../../platform/auth/current-viewer.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { SubjectChange } from '../../platform/realtime/subject-change.js';
import { CadenceChanges } from './cadence-changes.js';

@ObjectType()
export class CadenceChange extends SubjectChange {}

/** What happens to meetings; everybody of the organization may hear it. */
@Resolver()
export class CadenceChangesResolver {
  constructor(@Inject(CadenceChanges) private readonly changes: CadenceChanges) {}

  @Subscription(() => CadenceChange, { resolve: (change: CadenceChange) => change })
  @Action('cadence:view')
  cadenceChanged(
    @CurrentViewer() viewer: Viewer,
    @Args('after', { type: () => String, nullable: true }) after: string | null | undefined,
  ): Promise<AsyncIterableIterator<CadenceChange>> {
    return this.changes.follow(viewer, after);
  }
}
