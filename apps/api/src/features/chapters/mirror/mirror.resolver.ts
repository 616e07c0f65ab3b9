import { Inject } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { MyFacilitation } from './mirror.graphql.js';
import { MyFacilitationRead } from './my-facilitation.read.js';

/** The viewer's own and nobody else's: there is no argument by which one could ask for another person. */
@Resolver()
export class MirrorResolver {
  constructor(@Inject(MyFacilitationRead) private readonly facilitation: MyFacilitationRead) {}

  @Query(() => MyFacilitation)
  @Action('chapter:view')
  myFacilitation(@CurrentViewer() viewer: Viewer): Promise<MyFacilitation> {
    return this.facilitation.of(viewer);
  }
}
