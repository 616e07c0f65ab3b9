import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Action } from '../../platform/auth/action.js';
import { CurrentViewer } from '../../platform/auth/current-viewer.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { callOf, PartArguments, TeamArguments, teamCallOf } from './impediment-arguments.graphql.js';
import { ImpedimentComments } from './impediment-comments.js';
import { ImpedimentTeams } from './impediment-teams.js';
import { Impediment } from './impediments.graphql.js';

/** Mutations of what hangs on an impediment. They need no version: nobody's edit can be lost by them. */
@Resolver(() => Impediment)
export class ImpedimentPartsResolver {
  constructor(
    @Inject(ImpedimentTeams) private readonly teams: ImpedimentTeams,
    @Inject(ImpedimentComments) private readonly participation: ImpedimentComments,
  ) {}

  @Mutation(() => Impediment)
  @Action('impediment:add-team')
  addAffectedTeam(@CurrentViewer() viewer: Viewer, @Args() given: TeamArguments): Promise<Impediment> {
    return this.teams.add(teamCallOf(viewer, given));
  }

  @Mutation(() => Impediment)
  @Action('impediment:remove-team')
  removeAffectedTeam(@CurrentViewer() viewer: Viewer, @Args() given: TeamArguments): Promise<Impediment> {
    return this.teams.remove(teamCallOf(viewer, given));
  }

  @Mutation(() => Impediment)
  @Action('impediment:comment')
  commentOnImpediment(
    @CurrentViewer() viewer: Viewer,
    @Args() given: PartArguments,
    @Args('body', { type: () => String }) body: string,
  ): Promise<Impediment> {
    return this.participation.comment(callOf(viewer, given, { body }), body);
  }

  @Mutation(() => Impediment)
  @Action('impediment:watch')
  watchImpediment(
    @CurrentViewer() viewer: Viewer,
    @Args() given: PartArguments,
    @Args('watch', { type: () => Boolean }) watch: boolean,
  ): Promise<Impediment> {
    return this.participation.watch(callOf(viewer, given, { watch }), watch);
  }

  @Mutation(() => Impediment)
  @Action('impediment:vote')
  voteForImpediment(
    @CurrentViewer() viewer: Viewer,
    @Args() given: PartArguments,
    @Args('vote', { type: () => Boolean }) vote: boolean,
  ): Promise<Impediment> {
    return this.participation.vote(callOf(viewer, given, { vote }), vote);
  }
}
