import { Inject } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import { Action } from '../../platform/auth/action.js';
import { CurrentViewer } from '../../platform/auth/current-viewer.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { MyImpediments, MyImpedimentsRead } from './my-impediments.read.js';

@Resolver()
export class MyImpedimentsResolver {
  constructor(@Inject(MyImpedimentsRead) private readonly mine: MyImpedimentsRead) {}

  @Query(() => MyImpediments)
  @Action('impediment:view')
  myImpediments(@CurrentViewer() viewer: Viewer): Promise<MyImpediments> {
    return this.mine.load(viewer);
  }
}
