import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId } from '../../../platform/graphql/global-id.js';
import { Nodes } from '../../../platform/graphql/nodes.js';
import { JsonScalar } from '../../../platform/graphql/scalars.js';
import { DONE, Done } from '../../organization/public.js';
import type { ImportKind } from '../import-kind.js';
import { ImportKindEnum } from '../imports.graphql.js';
import { ImportMapping } from './import-mappings.graphql.js';
import { ImportMappingsService } from './import-mappings.service.js';

@Resolver(() => ImportMapping)
export class ImportMappingsResolver implements OnModuleInit {
  constructor(
    @Inject(ImportMappingsService) private readonly service: ImportMappingsService,
    @Inject(Nodes) private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('ImportMapping', (viewer, id) => this.service.find(viewer, id));
  }

  @Query(() => [ImportMapping])
  @Action('import:view')
  importMappings(
    @CurrentViewer() viewer: Viewer,
    @Args('kind', { type: () => ImportKindEnum }) kind: ImportKind,
  ): Promise<ImportMapping[]> {
    return this.service.list(viewer, kind);
  }

  @Mutation(() => ImportMapping, { description: 'One of the same kind and name is replaced.' })
  @Action('import:run')
  saveImportMapping(
    @CurrentViewer() viewer: Viewer,
    @Args('kind', { type: () => ImportKindEnum }) kind: ImportKind,
    @Args('name') name: string,
    @Args('mapping', { type: () => JsonScalar }) mapping: unknown,
    @Args('idempotencyKey', { type: () => String, nullable: true }) idempotencyKey?: string | null,
  ): Promise<ImportMapping> {
    return this.service.save(viewer, { kind, name, mapping }, idempotencyKey);
  }

  @Mutation(() => Done)
  @Action('import:run')
  async removeImportMapping(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) idempotencyKey?: string | null,
  ): Promise<Done> {
    await this.service.remove(viewer, readId('ImportMapping', id), idempotencyKey);
    return DONE;
  }
}
