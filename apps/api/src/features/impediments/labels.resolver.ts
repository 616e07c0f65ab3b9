import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { Action } from '../../platform/auth/action.js';
import { CurrentViewer } from '../../platform/auth/current-viewer.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { Nodes } from '../../platform/graphql/nodes.js';
import { Label } from './labels.graphql.js';
import { LabelsService } from './labels.service.js';

@Resolver(() => Label)
export class LabelsResolver implements OnModuleInit {
  constructor(
    @Inject(LabelsService) private readonly service: LabelsService,
    @Inject(Nodes) private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Label', (viewer, id) => this.service.find(viewer, id));
  }

  @Query(() => [Label])
  @Action('impediment:view')
  labels(
    @CurrentViewer() viewer: Viewer,
    @Args('search', { type: () => String, nullable: true }) search: string | null | undefined,
  ): Promise<Label[]> {
    return this.service.search(viewer, search ?? '');
  }
}
