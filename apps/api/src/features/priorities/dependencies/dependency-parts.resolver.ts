import type { DependencyConflict } from '@chapterhouse/domain/priorities/dependency-conflicts';
import type { DependencyAction } from '@chapterhouse/domain/priorities/dependency-policy';
import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../../platform/auth/current-viewer.js';
import { readId } from '../../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import { ActionScalar } from '../../../platform/graphql/scalars.js';
import { Impediment, ImpedimentsService } from '../../impediments/public.js';
import { Area, OrganizationReferences, Person, Team } from '../../organization/public.js';
import { itemById } from '../items/item-loaders.js';
import { BacklogItem } from '../items/items.graphql.js';
import { ItemsService } from '../items/items.service.js';
import { Dependency, DependencyStep } from './dependencies.graphql.js';
import { DependenciesService } from './dependencies.service.js';
import { DependencyConflictEnum } from './dependency-enums.graphql.js';
import { type DependencyStanding, DependencyStandingsRead } from './dependency-standings.read.js';

/** Fields that are loaded when somebody asks for them, for all dependencies of an answer at once. */
@Resolver(() => Dependency)
export class DependencyPartsResolver {
  constructor(
    @Inject(DependenciesService) private readonly service: DependenciesService,
    @Inject(DependencyStandingsRead) private readonly standings: DependencyStandingsRead,
    @Inject(ItemsService) private readonly items: ItemsService,
    @Inject(ImpedimentsService) private readonly impediments: ImpedimentsService,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  @ResolveField(() => BacklogItem)
  async consumer(
    @Parent() { consumerId }: Dependency,
    @CurrentContext() context: GraphqlContext,
  ): Promise<BacklogItem> {
    const item = await itemById(context, this.items, consumerId);
    if (!item) throw new Error('What needs something is an item of the backlog.');
    return item;
  }

  @ResolveField(() => BacklogItem, { nullable: true })
  async provider(
    @Parent() { providerId }: Dependency,
    @CurrentContext() context: GraphqlContext,
  ): Promise<BacklogItem | null> {
    return providerId === null ? null : ((await itemById(context, this.items, providerId)) ?? null);
  }

  @ResolveField(() => Team, { nullable: true, description: 'Who provides; of the provider item when there is one.' })
  async providerTeam(
    @Parent() { providerTeamId }: Dependency,
    @CurrentContext() context: GraphqlContext,
  ): Promise<Team | null> {
    return providerTeamId === null ? null : ((await this.organization.team(context, providerTeamId)) ?? null);
  }

  @ResolveField(() => Area, { nullable: true })
  providerArea(
    @Parent() { providerAreaId }: Dependency,
    @CurrentContext() context: GraphqlContext,
  ): Promise<Area | null> {
    return this.area(context, providerAreaId);
  }

  @ResolveField(() => Area, { nullable: true })
  consumerArea(
    @Parent() { consumerAreaId }: Dependency,
    @CurrentContext() context: GraphqlContext,
  ): Promise<Area | null> {
    return this.area(context, consumerAreaId);
  }

  @ResolveField(() => Person)
  async requestedBy(
    @Parent() { requestedById }: Dependency,
    @CurrentContext() context: GraphqlContext,
  ): Promise<Person> {
    const person = await this.organization.person(context, requestedById);
    if (!person) throw new Error('Whoever asked is somebody here.');
    return person;
  }

  @ResolveField(() => Boolean)
  async overdue(@Parent() dependency: Dependency, @CurrentContext() context: GraphqlContext): Promise<boolean> {
    return (await this.standing(dependency, context)).overdue;
  }

  @ResolveField(() => [Person], { description: 'Whose turn it is.' })
  async waitsFor(@Parent() dependency: Dependency, @CurrentContext() context: GraphqlContext): Promise<Person[]> {
    const { waitsFor } = await this.standing(dependency, context);
    const people = await Promise.all(waitsFor.map((id) => this.organization.person(context, id)));
    return people.filter((person) => person !== undefined);
  }

  @ResolveField(() => [DependencyConflictEnum])
  async conflicts(
    @Parent() dependency: Dependency,
    @CurrentContext() context: GraphqlContext,
  ): Promise<DependencyConflict[]> {
    return (await this.standing(dependency, context)).conflicts;
  }

  @ResolveField(() => [String], { description: 'One sentence per conflict.' })
  async conflictWords(@Parent() dependency: Dependency, @CurrentContext() context: GraphqlContext): Promise<string[]> {
    return (await this.standing(dependency, context)).conflictWords;
  }

  @ResolveField(() => Impediment, { nullable: true })
  async impediment(
    @Parent() { impedimentId }: Dependency,
    @CurrentContext() context: GraphqlContext,
  ): Promise<Impediment | null> {
    if (impedimentId === null) return null;
    const loader = loaderOf(context, 'impediments of dependencies', async (ids) => {
      const found = await this.impediments.byIds(viewerOf(context), ids);
      return new Map(found.map((impediment) => [readId('Impediment', impediment.id), impediment]));
    });
    return (await loadOnce(loader, impedimentId)) ?? null;
  }

  @ResolveField(() => [DependencyStep])
  async steps(@Parent() dependency: Dependency, @CurrentContext() context: GraphqlContext): Promise<DependencyStep[]> {
    const loader = loaderOf(context, 'steps of dependencies', (ids) => this.service.steps(viewerOf(context), ids));
    const rows = (await loadOnce(loader, dependencyIdOf(dependency))) ?? [];
    return rows.map(({ state, at, date, words, by_id: byId }) => ({ state, at, date, words, byId }));
  }

  @ResolveField(() => [ActionScalar])
  async viewerCan(
    @Parent() dependency: Dependency,
    @CurrentContext() context: GraphqlContext,
  ): Promise<DependencyAction[]> {
    return (await this.standing(dependency, context)).viewerCan;
  }

  private async standing(dependency: Dependency, context: GraphqlContext): Promise<DependencyStanding> {
    const loader = loaderOf(context, 'standings of dependencies', (ids) => this.standings.of(viewerOf(context), ids));
    const standing = await loadOnce(loader, dependencyIdOf(dependency));
    if (!standing) throw new Error('A dependency that is shown is there.');
    return standing;
  }

  private async area(context: GraphqlContext, id: string | null): Promise<Area | null> {
    return id === null ? null : ((await this.organization.area(context, id)) ?? null);
  }
}

@Resolver(() => DependencyStep)
export class DependencyStepResolver {
  constructor(@Inject(OrganizationReferences) private readonly organization: OrganizationReferences) {}

  @ResolveField(() => Person)
  async by(@Parent() { byId }: DependencyStep, @CurrentContext() context: GraphqlContext): Promise<Person> {
    const person = await this.organization.person(context, byId);
    if (!person) throw new Error('Whoever did a step is somebody here.');
    return person;
  }
}

@Resolver(() => BacklogItem)
export class ItemDependenciesResolver {
  constructor(@Inject(DependenciesService) private readonly service: DependenciesService) {}

  @ResolveField(() => [Dependency], { description: 'As consumer or provider, open first.' })
  async dependencies(@Parent() { id }: BacklogItem, @CurrentContext() context: GraphqlContext): Promise<Dependency[]> {
    const loader = loaderOf(context, 'dependencies of items', (ids) => this.service.ofItems(viewerOf(context), ids));
    return (await loadOnce(loader, readId('BacklogItem', id))) ?? [];
  }
}

/** The database's. */
export function dependencyIdOf({ id }: Pick<Dependency, 'id'>): string {
  return readId('Dependency', id);
}
