import { NEXT_OCCURRENCE_LIMIT } from '@chapterhouse/domain/cadences/cadence-fields';
import type { CadenceAction } from '@chapterhouse/domain/cadences/cadence-policy';
import { Inject } from '@nestjs/common';
import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../platform/auth/current-viewer.js';
import { readId } from '../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../platform/graphql/loader.js';
import { ActionScalar } from '../../platform/graphql/scalars.js';
import { OrganizationReferences, Person } from '../organization/public.js';
import { CadencePartsRead } from './cadence-parts.read.js';
import { Cadence, CadenceAudience } from './cadences.graphql.js';
import { CadencesService } from './cadences.service.js';
import { MeetingLoaders } from './meeting-loaders.js';
import { Occurrence } from './occurrences.graphql.js';
import { refuseField } from './refuse-cadence.js';

const USUAL_NEXT = 5;

/** Fields that are loaded when somebody asks for them, for all series of an answer at once. */
@Resolver(() => Cadence)
export class CadencePartsResolver {
  constructor(
    @Inject(CadencesService) private readonly service: CadencesService,
    @Inject(CadencePartsRead) private readonly parts: CadencePartsRead,
    @Inject(MeetingLoaders) private readonly meetings: MeetingLoaders,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  @ResolveField(() => Person, { nullable: true })
  async facilitator(
    @Parent() { facilitatorId }: Cadence,
    @CurrentContext() context: GraphqlContext,
  ): Promise<Person | null> {
    return facilitatorId === null ? null : ((await this.organization.person(context, facilitatorId)) ?? null);
  }

  @ResolveField(() => Cadence, {
    nullable: true,
    description: 'The series it was split from by a change of this and following.',
  })
  async follows(@Parent() { followsId }: Cadence, @CurrentContext() context: GraphqlContext): Promise<Cadence | null> {
    return followsId === null ? null : this.meetings.cadence(context, followsId);
  }

  @ResolveField(() => Cadence, { nullable: true })
  async followedBy(
    @Parent() { followedById }: Cadence,
    @CurrentContext() context: GraphqlContext,
  ): Promise<Cadence | null> {
    return followedById === null ? null : this.meetings.cadence(context, followedById);
  }

  @ResolveField(() => [Occurrence], { description: 'The next ones from now, cancelled ones too. At most 20.' })
  async next(
    @Parent() cadence: Cadence,
    @CurrentContext() context: GraphqlContext,
    @Args('count', { type: () => Int, nullable: true }) count: number | null | undefined,
  ): Promise<Occurrence[]> {
    const asked = count ?? USUAL_NEXT;
    if (asked < 1 || asked > NEXT_OCCURRENCE_LIMIT) refuseField('count', `Ask for 1 to ${NEXT_OCCURRENCE_LIMIT}.`);
    const loader = loaderOf(context, `next dates ${asked}`, (ids) => this.service.next(viewerOf(context), ids, asked));
    return (await loadOnce(loader, readId('Cadence', cadence.id))) ?? [];
  }

  @ResolveField(() => [ActionScalar])
  async viewerCan(@Parent() cadence: Cadence, @CurrentContext() context: GraphqlContext): Promise<CadenceAction[]> {
    const loader = loaderOf(context, 'cadence viewerCan', (ids) => this.parts.viewerCan(viewerOf(context), ids));
    return (await loadOnce(loader, readId('Cadence', cadence.id))) ?? [];
  }
}

@Resolver(() => CadenceAudience)
export class CadenceAudienceResolver {
  constructor(@Inject(OrganizationReferences) private readonly organization: OrganizationReferences) {}

  @ResolveField(() => [Person])
  async people(@Parent() { personIds }: CadenceAudience, @CurrentContext() context: GraphqlContext): Promise<Person[]> {
    const people = await Promise.all(personIds.map((id) => this.organization.person(context, id)));
    return people.filter((person) => person !== undefined);
  }
}
