import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Connection } from '../../../platform/graphql/connection.js';
import { readId } from '../../../platform/graphql/global-id.js';
import { Nodes } from '../../../platform/graphql/nodes.js';
import type { ActionCall } from './action-transaction.js';
import { ActionChanges, ActionFilter, ActionInput, ActionItem, ActionItemConnection } from './actions.graphql.js';
import { ActionsService } from './actions.service.js';
import { ChangeAction } from './change-action.js';
import { PromiseAction } from './promise-action.js';

@ArgsType()
class ActionArguments {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
}

@Resolver(() => ActionItem)
export class ActionsResolver implements OnModuleInit {
  constructor(
    @Inject(ActionsService) private readonly service: ActionsService,
    @Inject(PromiseAction) private readonly promise: PromiseAction,
    @Inject(ChangeAction) private readonly change: ChangeAction,
    @Inject(Nodes) private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('ActionItem', async (viewer, id) => (await this.service.byIds(viewer, [id])).get(id));
  }

  @Query(() => ActionItemConnection)
  @Action('action:view')
  actions(
    @CurrentViewer() viewer: Viewer,
    @Args('filter', { type: () => ActionFilter, nullable: true }) filter: ActionFilter | null | undefined,
    @Args('first', { type: () => Int, nullable: true }) first: number | null | undefined,
    @Args('after', { type: () => String, nullable: true }) after: string | null | undefined,
  ): Promise<Connection<ActionItem>> {
    return this.service.page(viewer, filter ?? {}, { first, after });
  }

  @Mutation(() => ActionItem)
  @Action('action:add')
  addAction(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: ActionInput,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null | undefined,
  ): Promise<ActionItem> {
    return this.promise.add(viewer, input, key);
  }

  @Mutation(() => ActionItem)
  @Action('action:edit')
  editAction(
    @CurrentViewer() viewer: Viewer,
    @Args() given: ActionArguments,
    @Args('changes') { title, ownerId, dueOn }: ActionChanges,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null | undefined,
  ): Promise<ActionItem> {
    const edit = {
      title: title ?? null,
      ownerId: ownerId ? readId('Person', ownerId) : null,
      dueOn: dueOn ?? null,
    };
    const named = edit.ownerId === null ? [] : [edit.ownerId];
    return this.change.edit({ ...callOf(viewer, given, edit, key), named }, edit);
  }

  @Mutation(() => ActionItem)
  @Action('action:complete')
  completeAction(
    @CurrentViewer() viewer: Viewer,
    @Args() given: ActionArguments,
    @Args('result', { type: () => String, nullable: true }) result: string | null | undefined,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null | undefined,
  ): Promise<ActionItem> {
    return this.change.complete(callOf(viewer, given, { result: result ?? null }, key), result ?? null);
  }

  @Mutation(() => ActionItem)
  @Action('action:drop')
  dropAction(
    @CurrentViewer() viewer: Viewer,
    @Args() given: ActionArguments,
    @Args('reason') reason: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null | undefined,
  ): Promise<ActionItem> {
    return this.change.drop(callOf(viewer, given, { reason }, key), reason);
  }

  @Mutation(() => ActionItem)
  @Action('action:reopen')
  reopenAction(
    @CurrentViewer() viewer: Viewer,
    @Args() given: ActionArguments,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null | undefined,
  ): Promise<ActionItem> {
    return this.change.reopen(callOf(viewer, given, {}, key));
  }
}

function callOf(
  viewer: Viewer,
  { id, version }: ActionArguments,
  input: object,
  idempotencyKey: string | null | undefined,
): ActionCall {
  return { viewer, id: readId('ActionItem', id), version, input, idempotencyKey };
}
