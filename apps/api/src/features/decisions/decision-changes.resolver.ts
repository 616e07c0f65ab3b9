import type { DecisionState } from '@chapterhouse/domain/decisions/decision-state';
import { Inject } from '@nestjs/common';
import { Args, Field, ID, Int, ObjectType, Resolver, Subscription } from '@nestjs/graphql';
import { Action } from '../../platform/auth/action.js';
import { CurrentViewer } from '../../platform/auth/current-viewer.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { readId } from '../../platform/graphql/global-id.js';
import { DecisionStateEnum } from './decision-enums.graphql.js';
import { DecisionChanges } from './decision-changes.js';

@ObjectType({ description: 'After a gap: `resync` true and nothing else of use; load afresh.' })
export class DecisionChange {
  @Field(() => String) cursor: string;
  @Field(() => Boolean) resync: boolean;
  @Field(() => String, { nullable: true }) event: string | null;
  @Field(() => ID, { nullable: true }) id: string | null;
  @Field(() => String, { nullable: true }) key: string | null;
  @Field(() => Int, { nullable: true }) version: number | null;
  @Field(() => DecisionStateEnum, { nullable: true }) state: DecisionState | null;
}

/** What happens to decisions, of all of them or of one; everybody of the organization may hear it. */
@Resolver()
export class DecisionChangesResolver {
  constructor(@Inject(DecisionChanges) private readonly changes: DecisionChanges) {}

  @Subscription(() => DecisionChange, { resolve: (change: DecisionChange) => change })
  @Action('decision:view')
  decisionChanged(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, nullable: true }) id: string | null | undefined,
    @Args('after', { type: () => String, nullable: true }) after: string | null | undefined,
  ): Promise<AsyncIterableIterator<DecisionChange>> {
    return this.changes.follow(viewer, id ? readId('Decision', id) : null, after);
  }
}
