import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../../platform/auth/current-viewer.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import { OrganizationReferences, Person } from '../../organization/public.js';
import { MeetingLoaders } from '../meeting-loaders.js';
import { Occurrence } from '../occurrences.graphql.js';
import { Rota, RotaMember, RotaShare, RotaTurn, RotaTurnPerson } from './rotas.graphql.js';
import { RotasService } from './rotas.service.js';

const LIST = new Intl.ListFormat('en', { type: 'conjunction' });

@Resolver(() => RotaTurn)
export class RotaTurnResolver {
  constructor(
    @Inject(RotasService) private readonly rotas: RotasService,
    @Inject(MeetingLoaders) private readonly meetings: MeetingLoaders,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  @ResolveField(() => Rota)
  async rota(@Parent() { rotaId }: RotaTurn, @CurrentContext() context: GraphqlContext): Promise<Rota> {
    const loader = loaderOf(context, 'rotas of turns', (ids) => this.rotas.byIds(viewerOf(context), ids));
    const rota = await loadOnce(loader, rotaId);
    if (!rota) throw new Error('A turn is of a rota.');
    return rota;
  }

  @ResolveField(() => Occurrence, { nullable: true })
  occurrence(@Parent() { ref }: RotaTurn, @CurrentContext() context: GraphqlContext): Promise<Occurrence | null> {
    return ref === null ? Promise.resolve(null) : this.meetings.occurrence(context, ref);
  }

  @ResolveField(() => String, { nullable: true })
  async note(@Parent() turn: RotaTurn, @CurrentContext() context: GraphqlContext): Promise<string | null> {
    if (turn.people.length === 0)
      return turn.presentCount === 0 ? 'Everybody is away.' : 'Nobody takes it: all of them passed it on.';
    if (turn.leftOverIds.length === 0) return null;
    const people = await Promise.all(turn.leftOverIds.map((id) => this.organization.person(context, id)));
    return `Without a pair this time: ${LIST.format(people.flatMap((person) => person?.name ?? []))}.`;
  }
}

@Resolver(() => RotaTurnPerson)
export class RotaTurnPersonResolver {
  constructor(@Inject(OrganizationReferences) private readonly organization: OrganizationReferences) {}

  @ResolveField(() => Person)
  person(@Parent() { personId }: RotaTurnPerson, @CurrentContext() context: GraphqlContext): Promise<Person> {
    return known(this.organization, context, personId);
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who would have been: away, skipped, swapped with.' })
  async insteadOf(
    @Parent() { insteadOfId }: RotaTurnPerson,
    @CurrentContext() context: GraphqlContext,
  ): Promise<Person | null> {
    return insteadOfId === null ? null : ((await this.organization.person(context, insteadOfId)) ?? null);
  }
}

@Resolver(() => RotaMember)
export class RotaMemberResolver {
  constructor(@Inject(OrganizationReferences) private readonly organization: OrganizationReferences) {}

  @ResolveField(() => Person)
  person(@Parent() { personId }: RotaMember, @CurrentContext() context: GraphqlContext): Promise<Person> {
    return known(this.organization, context, personId);
  }
}

@Resolver(() => RotaShare)
export class RotaShareResolver {
  constructor(@Inject(OrganizationReferences) private readonly organization: OrganizationReferences) {}

  @ResolveField(() => Person)
  person(@Parent() { personId }: RotaShare, @CurrentContext() context: GraphqlContext): Promise<Person> {
    return known(this.organization, context, personId);
  }
}

async function known(organization: OrganizationReferences, context: GraphqlContext, id: string): Promise<Person> {
  const person = await organization.person(context, id);
  if (!person) throw new Error('Who takes turns is a person of the organization.');
  return person;
}
