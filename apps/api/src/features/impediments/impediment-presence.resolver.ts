import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, Field, ObjectType, Parent, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { Action } from '../../platform/auth/action.js';
import { CurrentContext, CurrentViewer } from '../../platform/auth/current-viewer.js';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import { PresencePlaces } from '../../platform/realtime/presence-places.js';
import type { Presence, PresenceStream } from '../../platform/realtime/presence-stream.js';
import { Presences } from '../../platform/realtime/presences.js';
import { OrganizationReferences, Person } from '../organization/public.js';
import { ImpedimentsService } from './impediments.service.js';

@ObjectType()
export class Present {
  @Field(() => Person) person: Person;
  @Field(() => DateTimeScalar) since: string;
}

@ObjectType()
export class PresenceChange {
  @Field(() => [Present]) people: Present[];
}

/** The board and its list are one place. */
const BOARD = 'impediments';

/** Who else is looking at the board, at one impediment, or at what other features have registered. */
@Resolver(() => PresenceChange)
export class ImpedimentPresenceResolver implements OnModuleInit {
  constructor(
    @Inject(Presences) private readonly presences: Presences,
    @Inject(PresencePlaces) private readonly places: PresencePlaces,
    @Inject(ImpedimentsService) private readonly impediments: ImpedimentsService,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  onModuleInit(): void {
    this.places.register('Impediment', async (viewer, id) => (await this.impediments.byIds(viewer, [id])).length > 0);
  }

  @Subscription(() => PresenceChange, {
    resolve: (told: Presence[]) => ({ told }),
    description:
      '`place`: `impediments` (the board and its list), or the id of an impediment or triage session. Subscribing is being there.',
  })
  @Action('impediment:view')
  async presence(
    @CurrentViewer() viewer: Viewer,
    @Args('place', { type: () => String }) place: string,
  ): Promise<PresenceStream> {
    if (place !== BOARD && !(await this.places.has(viewer, place))) throw refusePlatform('NOT_FOUND', {});
    return this.presences.enter({ ...scopeOf(viewer), actorId: viewer.personId }, place);
  }

  @ResolveField(() => [Present])
  async people(
    @Parent() { told }: { told: Presence[] },
    @CurrentContext() context: GraphqlContext,
  ): Promise<Present[]> {
    const people = await Promise.all(
      told.map(async ({ personId, since }) => ({ person: await this.organization.person(context, personId), since })),
    );
    return people.flatMap(({ person, since }) => (person ? [{ person, since }] : []));
  }
}
