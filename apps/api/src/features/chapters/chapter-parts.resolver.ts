import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../platform/auth/current-viewer.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../platform/graphql/loader.js';
import { ActionItem, Cadence, MeetingsOf, Occurrence } from '../cadences/public.js';
import { Chapter } from './chapters.graphql.js';
import { ChapterMeetingsRead } from './meetings/chapter-meetings.read.js';
import { TriageSession, TriageSessionConnection } from './triage/triage.graphql.js';
import { type SessionPage, TriageService } from './triage/triage.service.js';

@ArgsType()
class SessionsArguments {
  @Field(() => Int, { nullable: true }) first?: number | null;
  @Field(() => String, { nullable: true }) after?: string | null;
}

const CADENCES = Symbol('cadences of chapters');
const NEXT = Symbol('next triage of chapters');
const RUNNING = Symbol('sessions of chapters that run');
const ACTIONS = Symbol('open actions of chapters');

/** What hangs on chapters: meetings, sessions, actions; each one load for all chapters of an answer. */
@Resolver(() => Chapter)
export class ChapterPartsResolver {
  constructor(
    @Inject(MeetingsOf) private readonly meetings: MeetingsOf,
    @Inject(ChapterMeetingsRead) private readonly actions: ChapterMeetingsRead,
    @Inject(TriageService) private readonly triage: TriageService,
  ) {}

  @ResolveField(() => [Cadence])
  async cadences(@Parent() { row }: Chapter, @CurrentContext() context: GraphqlContext): Promise<Cadence[]> {
    const loader = loaderOf(context, CADENCES, (ids) => this.meetings.series(viewerOf(context), 'chapter', ids));
    return (await loadOnce(loader, row.id)) ?? [];
  }

  @ResolveField(() => Occurrence, { nullable: true })
  async nextTriage(@Parent() { row }: Chapter, @CurrentContext() context: GraphqlContext): Promise<Occurrence | null> {
    const loader = loaderOf(context, NEXT, (ids) =>
      this.meetings.next(viewerOf(context), 'chapter', ids, 'CHAPTER_TRIAGE'),
    );
    return (await loadOnce(loader, row.id)) ?? null;
  }

  @ResolveField(() => TriageSession, { nullable: true, description: 'The running one.' })
  async session(@Parent() { row }: Chapter, @CurrentContext() context: GraphqlContext): Promise<TriageSession | null> {
    const loader = loaderOf(context, RUNNING, (ids) => this.triage.running(viewerOf(context), ids));
    return (await loadOnce(loader, row.id)) ?? null;
  }

  @ResolveField(() => TriageSessionConnection)
  sessions(
    @Parent() { row }: Chapter,
    @Args() args: SessionsArguments,
    @CurrentContext() context: GraphqlContext,
  ): Promise<SessionPage> {
    return this.triage.ofChapter(viewerOf(context), row, args);
  }

  @ResolveField(() => [ActionItem])
  async openActions(@Parent() { row }: Chapter, @CurrentContext() context: GraphqlContext): Promise<ActionItem[]> {
    const loader = loaderOf(context, ACTIONS, (ids) => this.actions.openActionsOf(viewerOf(context), ids));
    return (await loadOnce(loader, row.id)) ?? [];
  }
}

/** Counted only for those who ask. */
@Resolver(() => TriageSessionConnection)
export class SessionTotalResolver {
  constructor(@Inject(TriageService) private readonly triage: TriageService) {}

  @ResolveField(() => Int)
  totalCount(@Parent() page: SessionPage, @CurrentContext() context: GraphqlContext): Promise<number> {
    return this.triage.total(viewerOf(context), page);
  }
}
