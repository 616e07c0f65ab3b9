import { Inject } from '@nestjs/common';
import { Args, Parent, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { Action } from '../../platform/auth/action.js';
import { CurrentViewer } from '../../platform/auth/current-viewer.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { ImpedimentChanges, type ImpedimentNews } from './impediment-changes.js';
import { Impediment, ImpedimentChange } from './impediments.graphql.js';

@Resolver(() => ImpedimentChange)
export class ImpedimentChangesResolver {
  constructor(@Inject(ImpedimentChanges) private readonly changes: ImpedimentChanges) {}

  @Subscription(() => ImpedimentChange, { resolve: (news: ImpedimentNews) => news })
  @Action('impediment:view')
  impedimentChanges(
    @CurrentViewer() viewer: Viewer,
    @Args('after', { type: () => String, nullable: true }) after: string | null | undefined,
  ): Promise<AsyncIterableIterator<ImpedimentNews>> {
    return this.changes.follow(viewer, after);
  }

  /** With the permissions that the viewer has by now, not those of when the subscription began. */
  @ResolveField(() => Impediment, { nullable: true })
  impediment(@Parent() news: ImpedimentNews, @CurrentViewer() viewer: Viewer): Impediment | null {
    return news.impedimentFor(viewer);
  }
}
