import { Inject } from '@nestjs/common';
import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId } from '../../../platform/graphql/global-id.js';
import { ScoreDisagreement } from './disagreements.graphql.js';
import { DisagreementsRead } from './disagreements.read.js';

/** Scores beside the order. */
@Resolver()
export class DisagreementsResolver {
  constructor(@Inject(DisagreementsRead) private readonly disagreements: DisagreementsRead) {}

  @Query(() => [ScoreDisagreement], { description: 'Farthest apart first; at most 100.' })
  @Action('order:view')
  scoreDisagreements(
    @CurrentViewer() viewer: Viewer,
    @Args('productId', { type: () => ID }) productId: string,
    @Args('areaId', { type: () => ID, nullable: true }) areaId: string | null | undefined,
    @Args('first', { type: () => Int, nullable: true }) first: number | null | undefined,
  ): Promise<ScoreDisagreement[]> {
    const area = areaId ? readId('Area', areaId) : null;
    return this.disagreements.ofProduct(viewer, readId('Product', productId), area, first);
  }
}
