import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Int, Mutation, ObjectType, Resolver, Subscription } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId } from '../../../platform/graphql/global-id.js';
import { EndTriage } from './end-triage.js';
import { HandOver } from './hand-over.js';
import { RunTriage } from './run-triage.js';
import { SessionChanges, type SessionNews } from './session-changes.js';
import { OfSessionArguments, sessionCall } from './triage.resolver.js';
import { TriageSession } from './triage.graphql.js';

@ArgsType()
class OfVersionArguments extends OfSessionArguments {
  @Field(() => Int) version: number;
}

@ObjectType({ description: 'After a gap: `resync` true and nothing else of use; load afresh.' })
export class TriageSessionChange {
  @Field(() => String) cursor: string;
  @Field(() => Boolean) resync: boolean;
  @Field(() => String, { nullable: true }) event: string | null;
  @Field(() => TriageSession, { nullable: true }) session: TriageSession | null;
}

/** Time, who facilitates, the end, and whatever happens, live. */
@Resolver(() => TriageSession)
export class TriageFlowResolver {
  constructor(
    @Inject(RunTriage) private readonly running: RunTriage,
    @Inject(HandOver) private readonly handing: HandOver,
    @Inject(EndTriage) private readonly ending: EndTriage,
    @Inject(SessionChanges) private readonly changes: SessionChanges,
  ) {}

  @Mutation(() => TriageSession)
  @Action('triage:facilitate')
  startTimebox(
    @CurrentViewer() viewer: Viewer,
    @Args() given: OfSessionArguments,
    @Args('seconds', { type: () => Int }) seconds: number,
  ): Promise<TriageSession> {
    return this.running.startTimebox(sessionCall(viewer, given, { seconds, timebox: 'start' }), seconds);
  }

  @Mutation(() => TriageSession)
  @Action('triage:facilitate')
  pauseTimebox(@CurrentViewer() viewer: Viewer, @Args() given: OfSessionArguments): Promise<TriageSession> {
    return this.running.pauseTimebox(sessionCall(viewer, given, { timebox: 'pause' }));
  }

  @Mutation(() => TriageSession)
  @Action('triage:facilitate')
  resumeTimebox(@CurrentViewer() viewer: Viewer, @Args() given: OfSessionArguments): Promise<TriageSession> {
    return this.running.resumeTimebox(sessionCall(viewer, given, { timebox: 'resume' }));
  }

  @Mutation(() => TriageSession, {
    description:
      'By who facilitates, to a member; or by a member to themselves, once who facilitates has not been there for 2 minutes.',
  })
  @Action('triage:hand-over')
  handOverTriage(
    @CurrentViewer() viewer: Viewer,
    @Args() given: OfVersionArguments,
    @Args('personId', { type: () => ID }) personId: string,
  ): Promise<TriageSession> {
    const id = readId('Person', personId);
    return this.handing.to({ ...sessionCall(viewer, given, { personId }), version: given.version }, id);
  }

  @Mutation(() => TriageSession, {
    description: 'What has no result is parked: as not finished where it was spoken of, else as not reached.',
  })
  @Action('triage:facilitate')
  endTriage(@CurrentViewer() viewer: Viewer, @Args() given: OfVersionArguments): Promise<TriageSession> {
    return this.ending.end({ ...sessionCall(viewer, given, { end: true }), version: given.version });
  }

  @Subscription(() => TriageSessionChange, { resolve: (news: SessionNews) => news })
  @Action('chapter:view')
  triageSessionChanged(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('after', { type: () => String, nullable: true }) after: string | null | undefined,
  ): Promise<AsyncIterableIterator<SessionNews>> {
    return this.changes.follow(viewer, readId('TriageSession', id), after);
  }
}
