import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentContext, CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Connection } from '../../../platform/graphql/connection.js';
import { readId } from '../../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { Nodes } from '../../../platform/graphql/nodes.js';
import { DateScalar } from '../../../platform/graphql/scalars.js';
import { type Area, OrganizationReferences } from '../../organization/public.js';
import {
  Dependency,
  DependencyConnection,
  DependencyFilter,
  DependencyMap,
  dependencyOf,
} from './dependencies.graphql.js';
import { DependenciesService } from './dependencies.service.js';
import { RequestDependencyArguments } from './dependency-arguments.graphql.js';
import { readFilter } from './dependency-filter.js';
import { DependencyMapRead } from './dependency-map.read.js';
import { RequestDependency } from './request-dependency.js';

@Resolver(() => Dependency)
export class DependenciesResolver implements OnModuleInit {
  constructor(
    @Inject(DependenciesService) private readonly service: DependenciesService,
    @Inject(DependencyMapRead) private readonly maps: DependencyMapRead,
    @Inject(RequestDependency) private readonly requests: RequestDependency,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
    @Inject(Nodes) private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Dependency', async (viewer, id) => (await this.service.byIds(viewer, [id]))[0]);
  }

  @Query(() => Dependency, { nullable: true })
  @Action('dependency:view')
  dependency(@CurrentViewer() viewer: Viewer, @Args('key', { type: () => String }) key: string): Promise<Dependency> {
    return this.service.byKey(viewer, key);
  }

  @Query(() => DependencyConnection)
  @Action('dependency:view')
  dependencies(
    @CurrentViewer() viewer: Viewer,
    @Args('filter', { type: () => DependencyFilter, nullable: true }) filter: DependencyFilter | null | undefined,
    @Args('first', { type: () => Int, nullable: true }) first: number | null | undefined,
    @Args('after', { type: () => String, nullable: true }) after: string | null | undefined,
  ): Promise<Connection<Dependency>> {
    return this.service.page(viewer, { first, after }, readFilter(filter));
  }

  @Query(() => DependencyMap)
  @Action('dependency:view')
  async dependencyMap(
    @CurrentViewer() viewer: Viewer,
    @CurrentContext() context: GraphqlContext,
    @Args('productId', { type: () => ID }) productId: string,
    @Args('from', { type: () => DateScalar }) from: string,
    @Args('endsBefore', { type: () => DateScalar }) endsBefore: string,
  ): Promise<DependencyMap> {
    const question = { productId: readId('Product', productId), from, endsBefore };
    const found = await this.maps.lines(viewer, question);
    const lines = await Promise.all(
      found.map(async ({ row, conflicts }) => ({
        dependency: dependencyOf(row),
        consumerArea: await this.area(context, row.consumer.area_id),
        providerArea: await this.area(context, row.provider_area_id),
        neededBy: row.needed_by,
        promisedFor: row.promised_for,
        conflicts,
      })),
    );
    const areas = lines.flatMap(({ consumerArea, providerArea }) => [consumerArea, providerArea]);
    return { areas: distinct(areas), from, endsBefore, lines };
  }

  @Mutation(() => Dependency)
  @Action('dependency:request')
  requestDependency(
    @CurrentViewer() viewer: Viewer,
    @Args() { consumerId, providerId, providerTeamId, neededBy, words, idempotencyKey }: RequestDependencyArguments,
  ): Promise<Dependency> {
    const request = {
      consumerId: readId('BacklogItem', consumerId),
      providerId: providerId ? readId('BacklogItem', providerId) : null,
      providerTeamId: providerTeamId ? readId('Team', providerTeamId) : null,
      neededBy,
      words,
    };
    return this.requests.request(viewer, request, idempotencyKey);
  }

  private async area(context: GraphqlContext, id: string | null): Promise<Area | null> {
    return id === null ? null : ((await this.organization.area(context, id)) ?? null);
  }
}

/** Each once, by name. */
function distinct(areas: readonly (Area | null)[]): Area[] {
  const byId = new Map(areas.flatMap((area): [string, Area][] => (area === null ? [] : [[area.id, area]])));
  return [...byId.values()].toSorted((one, other) => one.name.localeCompare(other.name));
}
