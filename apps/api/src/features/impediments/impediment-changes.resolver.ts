import { Inject } from '@nestjs/common';
import { Args, Resolver, Subscription } from '@nestjs/graphql';
import { Action } from '../../platform/auth/action.js';
import { CurrentViewer } from '../../platform/auth/current-viewer.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { ImpedimentChanges } from './impediment-changes.js';
import { ImpedimentChange } from './impediments.graphql.js';

@Resolver()
export class ImpedimentChangesResolver {
  constructor(@Inject(ImpedimentChanges) private readonly changes: ImpedimentChanges) {}

  @Subscription(() => ImpedimentChange, { resolve: (change: ImpedimentChange) => change })
  @Action('impediment:view')
  impedimentChanges(
    @CurrentViewer() viewer: Viewer,
    @Args('after', { type: () => String, nullable: true }) after: string | null | undefined,
  ): AsyncIterableIterator<ImpedimentChange> {
    return this.changes.follow(viewer, after);
  }
}
