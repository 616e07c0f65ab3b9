import { Inject } from '@nestjs/common';
import { Args, Int, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { Organization } from '../../organization/public.js';
import { EditLadder } from './edit-ladder.js';
import { ImpedimentLadder, ImpedimentLevelInput } from './ladder.graphql.js';

@Resolver(() => Organization)
export class LadderResolver {
  constructor(@Inject(EditLadder) private readonly ladder: EditLadder) {}

  @ResolveField(() => ImpedimentLadder)
  impedimentLadder(@CurrentViewer() viewer: Viewer): Promise<ImpedimentLadder> {
    return this.ladder.read(viewer);
  }

  @Mutation(() => ImpedimentLadder, {
    description:
      'All levels, the lowest first. Clocks that run keep the hours, the reminder and the automatic escalation that they began with; names change everywhere at once.',
  })
  @Action('ladder:edit')
  editImpedimentLadder(
    @CurrentViewer() viewer: Viewer,
    @Args('levels', { type: () => [ImpedimentLevelInput] }) levels: ImpedimentLevelInput[],
    @Args('version', { type: () => Int }) version: number,
    @Args('idempotencyKey', { type: () => String, nullable: true }) idempotencyKey: string | null | undefined,
  ): Promise<ImpedimentLadder> {
    const given = levels.map((level) => ({ ...level, remindBeforeHours: level.remindBeforeHours ?? null }));
    return this.ladder.edit(viewer, given, version, idempotencyKey);
  }
}
