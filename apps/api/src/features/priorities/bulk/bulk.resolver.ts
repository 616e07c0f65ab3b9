import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId, readIds } from '../../../platform/graphql/global-id.js';
import { typedTextIfGiven } from '../../../platform/graphql/typed-text.js';
import { idIn } from '../items/item-given.js';
import { BulkItemChanges } from '../items/item-inputs.graphql.js';
import { BulkEditItems } from './bulk-edit-items.js';
import { BulkItemResult } from './bulk.graphql.js';
import { UndoBulkEdit } from './undo-bulk-edit.js';

@Resolver(() => BulkItemResult)
export class BulkResolver {
  constructor(
    @Inject(BulkEditItems) private readonly edits: BulkEditItems,
    @Inject(UndoBulkEdit) private readonly undos: UndoBulkEdit,
  ) {}

  @Mutation(() => BulkItemResult, {
    description: 'At most 500; all that may be changed are, in one step, one message, one undo.',
  })
  @Action('item:edit')
  bulkEditItems(
    @CurrentViewer() viewer: Viewer,
    @Args('ids', { type: () => [ID] }) ids: string[],
    @Args('changes', { type: () => BulkItemChanges }) changes: BulkItemChanges,
    @Args('reason', { type: () => String, nullable: true }) reason: string | null | undefined,
    @Args('idempotencyKey', { type: () => String, nullable: true }) idempotencyKey: string | null | undefined,
  ): Promise<BulkItemResult> {
    return this.edits.edit({
      viewer,
      ids: readIds('BacklogItem', ids),
      given: {
        kind: changes.kind ?? undefined,
        state: changes.state ?? undefined,
        areaId: idIn('Area', changes.areaId),
        teamId: idIn('Team', changes.teamId),
        assigneeId: idIn('Person', changes.assigneeId),
        parentId: idIn('BacklogItem', changes.parentId),
        goalId: idIn('ProductGoal', changes.goalId),
        points: changes.points,
      },
      reason: typedTextIfGiven(reason) ?? '',
      idempotencyKey,
    });
  }

  @Mutation(() => BulkItemResult)
  @Action('item:edit')
  undoBulkEdit(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) idempotencyKey: string | null | undefined,
  ): Promise<BulkItemResult> {
    return this.undos.undo(viewer, readId('BulkUndo', id), idempotencyKey);
  }
}
