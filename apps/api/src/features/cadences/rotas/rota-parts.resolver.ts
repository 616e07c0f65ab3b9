import { sentenceOf } from '@chapterhouse/domain/cadences/recurrence-sentence';
import type { RotaAction } from '@chapterhouse/domain/cadences/rota-policy';
import { startOfDay } from '@chapterhouse/domain/cadences/wall-clock';
import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId } from '../../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import { ActionScalar, DateScalar } from '../../../platform/graphql/scalars.js';
import { OrganizationReferences, Team } from '../../organization/public.js';
import { MeetingLoaders } from '../meeting-loaders.js';
import { Cadence } from '../cadences.graphql.js';
import { Rota, RotaMember, RotaShare, RotaTurn } from './rotas.graphql.js';
import { RotasService } from './rotas.service.js';

@ArgsType()
class TurnsArguments {
  @Field(() => DateScalar, { nullable: true }) from?: string | null;
  @Field(() => DateScalar, { nullable: true }) endsBefore?: string | null;
}

/** Fields that are loaded when somebody asks for them, for all rotas of an answer at once. */
@Resolver(() => Rota)
export class RotaPartsResolver {
  constructor(
    @Inject(RotasService) private readonly rotas: RotasService,
    @Inject(MeetingLoaders) private readonly meetings: MeetingLoaders,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  @ResolveField(() => Team, { nullable: true })
  async team(@Parent() { teamId }: Rota, @CurrentContext() context: GraphqlContext): Promise<Team | null> {
    return teamId === null ? null : ((await this.organization.team(context, teamId)) ?? null);
  }

  @ResolveField(() => Cadence, {
    nullable: true,
    description: 'Of facilitation: whose occurrences are the turns.',
  })
  async cadence(@Parent() { rootId }: Rota, @CurrentContext() context: GraphqlContext): Promise<Cadence | null> {
    if (rootId === null) return null;
    const lines = loaderOf(context, 'series that go on', (ids) => this.rotas.lastOfLines(viewerOf(context), ids));
    const id = await loadOnce(lines, rootId);
    return id === undefined ? null : this.meetings.cadence(context, id);
  }

  @ResolveField(() => String)
  async sentence(@Parent() rota: Rota, @CurrentContext() context: GraphqlContext): Promise<string> {
    if (rota.rule === null) return (await this.cadence(rota, context))?.sentence ?? '';
    return daysOnly(sentenceOf(rota.rule, startOfDay(rota.startsOn), 'UTC'));
  }

  @ResolveField(() => [RotaMember])
  async members(@Parent() rota: Rota, @CurrentContext() context: GraphqlContext): Promise<RotaMember[]> {
    return (await this.load(rota, context, 'members', (viewer, ids) => this.rotas.members(viewer, ids))) ?? [];
  }

  @ResolveField(() => [RotaTurn], { description: 'From today, at most 100 days ahead; past ones with `from`.' })
  async turns(
    @Parent() rota: Rota,
    @CurrentContext() context: GraphqlContext,
    @Args() { from, endsBefore }: TurnsArguments,
  ): Promise<RotaTurn[]> {
    const read = (viewer: Viewer, ids: string[]): Promise<Map<string, RotaTurn[]>> =>
      this.rotas.turns(viewer, ids, { from, endsBefore });
    return (await this.load(rota, context, `turns ${from ?? ''} ${endsBefore ?? ''}`, read)) ?? [];
  }

  @ResolveField(() => [RotaShare])
  async fairness(@Parent() rota: Rota, @CurrentContext() context: GraphqlContext): Promise<RotaShare[]> {
    return (await this.load(rota, context, 'fairness', (viewer, ids) => this.rotas.shares(viewer, ids))) ?? [];
  }

  @ResolveField(() => [ActionScalar])
  async viewerCan(@Parent() rota: Rota, @CurrentContext() context: GraphqlContext): Promise<RotaAction[]> {
    return (await this.load(rota, context, 'viewerCan', (viewer, ids) => this.rotas.viewerCan(viewer, ids))) ?? [];
  }

  private load<T>(
    rota: Rota,
    context: GraphqlContext,
    kind: string,
    read: (viewer: Viewer, ids: string[]) => Promise<Map<string, T>>,
  ): Promise<T | undefined> {
    const loader = loaderOf(context, `rota ${kind}`, (ids) => read(viewerOf(context), ids));
    return loadOnce(loader, readId('Rota', rota.id));
  }
}

/** Turns are of days: midnight says nothing. */
function daysOnly(sentence: string): string {
  return sentence.replace(/ at 00:00/, '');
}
