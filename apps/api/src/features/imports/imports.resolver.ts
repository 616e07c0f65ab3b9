import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { Action } from '../../platform/auth/action.js';
import { CurrentContext, CurrentViewer } from '../../platform/auth/current-viewer.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { readId } from '../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { Nodes } from '../../platform/graphql/nodes.js';
import { JsonScalar } from '../../platform/graphql/scalars.js';
import { Done, DONE, OrganizationReferences, Person } from '../organization/public.js';
import { ImportChanges } from './import-changes.js';
import { Import, ImportChangeNotice, ImportConnection, importObject } from './imports.graphql.js';
import { found, ImportsService, mayImport } from './imports.service.js';

@Resolver(() => Import)
export class ImportsResolver implements OnModuleInit {
  constructor(
    @Inject(ImportsService) private readonly service: ImportsService,
    @Inject(ImportChanges) private readonly changes: ImportChanges,
    @Inject(OrganizationReferences) private readonly references: OrganizationReferences,
    @Inject(Nodes) private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Import', (viewer, id) => this.changes.find(viewer, id));
  }

  @Query(() => Import, { name: 'import' })
  @Action('import:view')
  async one(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Import> {
    return importObject(await this.service.row(viewer, readId('Import', id)));
  }

  @Query(() => ImportConnection)
  @Action('import:view')
  imports(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, nullable: true }) first?: number | null,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<Connection<Import>> {
    return this.service.page(viewer, first, after);
  }

  @Mutation(() => Import)
  @Action('import:run')
  previewImport(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('mapping', { type: () => JsonScalar }) mapping: unknown,
  ): Promise<Import> {
    return this.service.preview(viewer, readId('Import', id), version, mapping);
  }

  @Mutation(() => Import)
  @Action('import:run')
  applyImport(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<Import> {
    return this.service.apply(viewer, readId('Import', id), version);
  }

  @Mutation(() => Done)
  @Action('import:run')
  async discardImport(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<Done> {
    await this.service.discard(viewer, readId('Import', id), version);
    return DONE;
  }

  @Subscription(() => ImportChangeNotice, { resolve: (notice: unknown) => notice })
  @Action('import:view')
  async importChanges(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<AsyncIterableIterator<ImportChangeNotice>> {
    mayImport(viewer, 'import:view');
    const { id: importId } = await this.service.row(viewer, readId('Import', id));
    return this.changes.follow(viewer, importId, after);
  }

  @ResolveField(() => JsonScalar)
  async choices(@CurrentViewer() viewer: Viewer, @Parent() parent: Import): Promise<unknown> {
    if (parent.knownChoices !== null) return parent.knownChoices;
    const { kind, fileNames } = parent;
    return this.service.choices(viewer, { id: readId('Import', parent.id), kind, file_names: fileNames });
  }

  @ResolveField(() => Person)
  async requestedBy(@CurrentContext() context: GraphqlContext, @Parent() parent: Import): Promise<Person> {
    return found(await this.references.person(context, parent.requestedById));
  }
}
