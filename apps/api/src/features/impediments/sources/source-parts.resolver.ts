import { type SourceAction, viewerCanOnSource } from '@chapterhouse/domain/impediments/source-policy';
import { Inject } from '@nestjs/common';
import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Connection } from '../../../platform/graphql/connection.js';
import { CurrentContext } from '../../../platform/auth/current-viewer.js';
import { readId } from '../../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import { ActionScalar } from '../../../platform/graphql/scalars.js';
import { OrganizationReferences, Person, Team } from '../../organization/public.js';
import { PageArguments } from '../impediment-inputs.graphql.js';
import { type Impediment, ImpedimentConnection } from '../impediments.graphql.js';
import { SourceImpedimentsRead } from './source-impediments.read.js';
import type { OpenNumbers } from './source-numbers.read.js';
import { Source } from './sources.graphql.js';
import type { SourceDetails } from './sources.repository.js';
import { SourcesService } from './sources.service.js';

/** Kinds of loaders of one request. */
const DETAILS = Symbol('details of sources');
const OPEN = Symbol('what waits for sources');

/** What a source says beside its name: each is one load for all sources of an answer. */
@Resolver(() => Source)
export class SourcePartsResolver {
  constructor(
    @Inject(SourcesService) private readonly service: SourcesService,
    @Inject(SourceImpedimentsRead) private readonly pages: SourceImpedimentsRead,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  @ResolveField(() => [ActionScalar])
  viewerCan(@CurrentContext() context: GraphqlContext): SourceAction[] {
    return viewerCanOnSource(viewerOf(context).actor);
  }

  @ResolveField(() => String, { description: 'Whom to talk to, and how; empty while nobody knows.' })
  async contact(@Parent() source: Source, @CurrentContext() context: GraphqlContext): Promise<string> {
    return (await this.details(source, context)).contact;
  }

  @ResolveField(() => Person, { nullable: true, description: 'Whom to talk to, when it is somebody here.' })
  async contactPerson(@Parent() source: Source, @CurrentContext() context: GraphqlContext): Promise<Person | null> {
    const { contact_person_id: id } = await this.details(source, context);
    return id === null ? null : ((await this.organization.person(context, id)) ?? null);
  }

  @ResolveField(() => Team, { nullable: true, description: 'The team that it is; only of the kind TEAM.' })
  async team(@Parent() source: Source, @CurrentContext() context: GraphqlContext): Promise<Team | null> {
    const { team_id: id } = await this.details(source, context);
    return id === null ? null : ((await this.organization.team(context, id)) ?? null);
  }

  @ResolveField(() => [String], { description: 'Names of sources that were merged into this one; they lead here.' })
  async aliases(@Parent() source: Source, @CurrentContext() context: GraphqlContext): Promise<string[]> {
    return (await this.details(source, context)).aliases;
  }

  @ResolveField(() => Int, { description: 'Impediments from RAISED to RESOLVED that wait for it.' })
  async openCount(@Parent() source: Source, @CurrentContext() context: GraphqlContext): Promise<number> {
    return (await this.open(source, context)).openCount;
  }

  @ResolveField(() => Int, { description: 'Impediments that waited for it and have ended.' })
  async pastCount(@Parent() source: Source, @CurrentContext() context: GraphqlContext): Promise<number> {
    return (await this.open(source, context)).pastCount;
  }

  @ResolveField(() => Int, { description: 'Blocked team-days so far of the open impediments.' })
  async blockedTeamDays(@Parent() source: Source, @CurrentContext() context: GraphqlContext): Promise<number> {
    return (await this.open(source, context)).blockedTeamDays;
  }

  @ResolveField(() => Int, {
    description: 'Blocked team-days that one more working day adds: the affected teams of what is not resolved.',
  })
  async blockedTeamDaysPerDay(@Parent() source: Source, @CurrentContext() context: GraphqlContext): Promise<number> {
    return (await this.open(source, context)).blockedTeamDaysPerDay;
  }

  @ResolveField(() => ImpedimentConnection, { description: 'From RAISED to RESOLVED; latest change first.' })
  openImpediments(
    @Parent() source: Source,
    @CurrentContext() context: GraphqlContext,
    @Args() page: PageArguments,
  ): Promise<Connection<Impediment> | undefined> {
    return this.page(source, context, true, page);
  }

  @ResolveField(() => ImpedimentConnection, { description: 'Those that have ended; latest change first.' })
  pastImpediments(
    @Parent() source: Source,
    @CurrentContext() context: GraphqlContext,
    @Args() page: PageArguments,
  ): Promise<Connection<Impediment> | undefined> {
    return this.page(source, context, false, page);
  }

  private page(
    source: Source,
    context: GraphqlContext,
    open: boolean,
    page: PageArguments,
  ): Promise<Connection<Impediment> | undefined> {
    const kind = `impediments of sources ${open} ${page.first ?? ''} ${page.after ?? ''}`;
    const loader = loaderOf(context, kind, (ids) => this.pages.pages(viewerOf(context), ids, open, page));
    return loadOnce(loader, idOf(source));
  }

  private details(source: Source, context: GraphqlContext): Promise<SourceDetails> {
    const loader = loaderOf(context, DETAILS, (ids) => this.service.details(viewerOf(context), ids));
    return present(loadOnce(loader, idOf(source)));
  }

  private open(source: Source, context: GraphqlContext): Promise<OpenNumbers> {
    const loader = loaderOf(context, OPEN, (ids) => this.service.openNumbers(viewerOf(context), ids));
    return present(loadOnce(loader, idOf(source)));
  }
}

/** The database's. */
export function idOf(source: Source): string {
  return readId('Source', source.id);
}

/** Of what every source has. */
export async function present<T>(loaded: Promise<T | undefined>): Promise<T> {
  const value = await loaded;
  if (value === undefined) throw new Error('A source of this answer is not there.');
  return value;
}
