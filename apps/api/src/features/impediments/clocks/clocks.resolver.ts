import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { callOf, ChangeArguments } from '../impediment-arguments.graphql.js';
import { Impediment } from '../impediments.graphql.js';
import { PauseClock } from './pause-clock.js';

@Resolver(() => Impediment)
export class ClocksResolver {
  constructor(@Inject(PauseClock) private readonly clocks: PauseClock) {}

  @Mutation(() => Impediment, {
    description:
      'The clock of its level stands still until it is resumed, for all to see why. Not once it has run out.',
  })
  @Action('impediment:pause-clock')
  pauseImpedimentClock(
    @CurrentViewer() viewer: Viewer,
    @Args() given: ChangeArguments,
    @Args('reason', { type: () => String }) reason: string,
  ): Promise<Impediment> {
    return this.clocks.pause(callOf(viewer, given, { reason }), reason);
  }

  @Mutation(() => Impediment, { description: 'The clock of its level runs on from where it stood.' })
  @Action('impediment:resume-clock')
  resumeImpedimentClock(@CurrentViewer() viewer: Viewer, @Args() given: ChangeArguments): Promise<Impediment> {
    return this.clocks.resume(callOf(viewer, given));
  }
}
