import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { Nodes } from '../../../platform/graphql/nodes.js';
import { Source } from './sources.graphql.js';
import { SourcesService } from './sources.service.js';

@Resolver()
export class SourcesResolver implements OnModuleInit {
  constructor(
    @Inject(SourcesService) private readonly service: SourcesService,
    @Inject(Nodes) private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Source', (viewer, id) => this.service.find(viewer, id));
  }

  @Query(() => [Source])
  @Action('impediment:view')
  sources(
    @CurrentViewer() viewer: Viewer,
    @Args('search', { type: () => String, nullable: true }) search: string | null | undefined,
  ): Promise<Source[]> {
    return this.service.search(viewer, search ?? '');
  }
}
