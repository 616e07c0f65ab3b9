import type { OccurrenceAction } from '@chapterhouse/domain/cadences/cadence-policy';
import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../platform/auth/current-viewer.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../platform/graphql/loader.js';
import { ActionScalar } from '../../platform/graphql/scalars.js';
import { OrganizationReferences, Person } from '../organization/public.js';
import { CadencePartsRead } from './cadence-parts.read.js';
import { CadencesService } from './cadences.service.js';
import { keyOfRef, readOccurrenceId } from './occurrence-id.js';
import { Occurrence } from './occurrences.graphql.js';

/** Fields that are loaded when somebody asks for them, for all dates of an answer at once. */
@Resolver(() => Occurrence)
export class OccurrencePartsResolver {
  constructor(
    @Inject(CadencesService) private readonly service: CadencesService,
    @Inject(CadencePartsRead) private readonly parts: CadencePartsRead,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  @ResolveField(() => Person, { nullable: true })
  async facilitator(
    @Parent() occurrence: Occurrence,
    @CurrentContext() context: GraphqlContext,
  ): Promise<Person | null> {
    const loader = loaderOf(context, 'facilitators of dates', (keys) =>
      this.parts.facilitatorsOf(viewerOf(context), keys),
    );
    const id = (await loadOnce(loader, keyOf(occurrence))) ?? null;
    return id === null ? null : ((await this.organization.person(context, id)) ?? null);
  }

  @ResolveField(() => Occurrence, { nullable: true })
  async previous(@Parent() { id }: Occurrence, @CurrentContext() context: GraphqlContext): Promise<Occurrence | null> {
    return (await this.service.neighbour(viewerOf(context), readOccurrenceId(id), 'previous')) ?? null;
  }

  @ResolveField(() => Occurrence, { nullable: true })
  async following(@Parent() { id }: Occurrence, @CurrentContext() context: GraphqlContext): Promise<Occurrence | null> {
    return (await this.service.neighbour(viewerOf(context), readOccurrenceId(id), 'following')) ?? null;
  }

  @ResolveField(() => [ActionScalar])
  async viewerCan(
    @Parent() occurrence: Occurrence,
    @CurrentContext() context: GraphqlContext,
  ): Promise<OccurrenceAction[]> {
    const loader = loaderOf(context, 'occurrence viewerCan', (keys) =>
      this.parts.viewerCanOnDates(viewerOf(context), keys),
    );
    return (await loadOnce(loader, keyOf(occurrence))) ?? [];
  }
}

/** As in maps of dates. */
function keyOf({ id }: Occurrence): string {
  return keyOfRef(readOccurrenceId(id));
}
