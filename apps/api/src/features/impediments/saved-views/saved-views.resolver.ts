import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId } from '../../../platform/graphql/global-id.js';
import { Nodes } from '../../../platform/graphql/nodes.js';
import { DONE, Done } from '../../organization/public.js';
import { ChangeSavedView } from './change-saved-view.js';
import { SavedView, SaveViewInput } from './saved-views.graphql.js';
import { SavedViewsService } from './saved-views.service.js';

@ArgsType()
class EditViewArguments {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => String, { nullable: true }) search?: string | null;
  @Field(() => Boolean, { nullable: true }) shared?: boolean | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@Resolver(() => SavedView)
export class SavedViewsResolver implements OnModuleInit {
  constructor(
    @Inject(SavedViewsService) private readonly service: SavedViewsService,
    @Inject(ChangeSavedView) private readonly changes: ChangeSavedView,
    @Inject(Nodes) private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('SavedView', (viewer, id) => this.service.find(viewer, id));
  }

  @Query(() => [SavedView])
  @Action('impediment:view')
  savedViews(@CurrentViewer() viewer: Viewer): Promise<SavedView[]> {
    return this.service.list(viewer);
  }

  @Mutation(() => SavedView)
  @Action('view:save')
  saveView(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => SaveViewInput }) input: SaveViewInput,
    @Args('idempotencyKey', { type: () => String, nullable: true }) idempotencyKey: string | null | undefined,
  ): Promise<SavedView> {
    return this.changes.save(viewer, { ...input }, idempotencyKey);
  }

  @Mutation(() => SavedView)
  @Action('view:edit')
  editView(@CurrentViewer() viewer: Viewer, @Args() given: EditViewArguments): Promise<SavedView> {
    const { id, version, name, search, shared } = given;
    const call = { viewer, id: readId('SavedView', id), version };
    return this.changes.edit(call, { name, search, shared }, given.idempotencyKey);
  }

  @Mutation(() => Done)
  @Action('view:delete')
  async deleteView(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<Done> {
    await this.changes.delete({ viewer, id: readId('SavedView', id), version });
    return DONE;
  }

  @Mutation(() => [SavedView], {
    description: 'The view that the board opens with, for the viewer alone; null for none.',
  })
  @Action('impediment:view')
  setDefaultView(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, nullable: true }) id: string | null | undefined,
  ): Promise<SavedView[]> {
    return this.service.setDefault(viewer, id ? readId('SavedView', id) : null);
  }
}
