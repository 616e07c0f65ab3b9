import type { ActionItemAction } from '@chapterhouse/domain/cadences/action-policy';
import { Inject } from '@nestjs/common';
import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId } from '../../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import { ActionScalar } from '../../../platform/graphql/scalars.js';
import { Impediment, ImpedimentsService } from '../../impediments/public.js';
import { OrganizationReferences, Person, Team } from '../../organization/public.js';
import { MeetingLoaders } from '../meeting-loaders.js';
import { Occurrence } from '../occurrences.graphql.js';
import { ActionItem } from './actions.graphql.js';
import { ActionsService } from './actions.service.js';

/** Fields that are loaded when somebody asks for them, for all actions of an answer at once. */
@Resolver(() => ActionItem)
export class ActionPartsResolver {
  constructor(
    @Inject(ActionsService) private readonly service: ActionsService,
    @Inject(MeetingLoaders) private readonly meetings: MeetingLoaders,
    @Inject(ImpedimentsService) private readonly impediments: ImpedimentsService,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  @ResolveField(() => Person)
  owner(@Parent() { ownerId }: ActionItem, @CurrentContext() context: GraphqlContext): Promise<Person> {
    return this.person(context, ownerId);
  }

  @ResolveField(() => Person)
  createdBy(@Parent() { createdById }: ActionItem, @CurrentContext() context: GraphqlContext): Promise<Person> {
    return this.person(context, createdById);
  }

  @ResolveField(() => Int, { description: 'How often it was carried into another occurrence.' })
  async carried(@Parent() action: ActionItem, @CurrentContext() context: GraphqlContext): Promise<number> {
    return (await this.load(action, context, 'carried', (viewer, ids) => this.service.carried(viewer, ids))) ?? 0;
  }

  @ResolveField(() => Occurrence, { nullable: true })
  occurrence(@Parent() { ref }: ActionItem, @CurrentContext() context: GraphqlContext): Promise<Occurrence | null> {
    return ref === null ? Promise.resolve(null) : this.meetings.occurrence(context, ref);
  }

  @ResolveField(() => Impediment, { nullable: true })
  async impediment(
    @Parent() { impedimentId }: ActionItem,
    @CurrentContext() context: GraphqlContext,
  ): Promise<Impediment | null> {
    if (impedimentId === null) return null;
    const loader = loaderOf(context, 'impediments of actions', async (ids) => {
      const found = await this.impediments.byIds(viewerOf(context), ids);
      return new Map(found.map((impediment) => [readId('Impediment', impediment.id), impediment]));
    });
    return (await loadOnce(loader, impedimentId)) ?? null;
  }

  @ResolveField(() => Team, { nullable: true })
  async team(@Parent() { teamId }: ActionItem, @CurrentContext() context: GraphqlContext): Promise<Team | null> {
    return teamId === null ? null : ((await this.organization.team(context, teamId)) ?? null);
  }

  @ResolveField(() => [ActionScalar])
  async viewerCan(
    @Parent() action: ActionItem,
    @CurrentContext() context: GraphqlContext,
  ): Promise<ActionItemAction[]> {
    return (await this.load(action, context, 'viewerCan', (viewer, ids) => this.service.viewerCan(viewer, ids))) ?? [];
  }

  private async person(context: GraphqlContext, id: string): Promise<Person> {
    const person = await this.organization.person(context, id);
    if (!person) throw new Error('Who has to do with an action is a person of the organization.');
    return person;
  }

  private load<T>(
    action: ActionItem,
    context: GraphqlContext,
    kind: string,
    read: (viewer: Viewer, ids: string[]) => Promise<Map<string, T>>,
  ): Promise<T | undefined> {
    const loader = loaderOf(context, `action ${kind}`, (ids) => read(viewerOf(context), ids));
    return loadOnce(loader, readId('ActionItem', action.id));
  }
}
