import { currentAssignments } from '@chapterhouse/domain/actor';
import { type ChapterAction, viewerCanOnTriage } from '@chapterhouse/domain/chapters/chapter-policy';
import { Inject } from '@nestjs/common';
import { Field, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext, CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import { ActionScalar, DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { Occurrence, occurrenceIdOf, keyOfRef, readOccurrenceId } from '../../cadences/public.js';
import { OrganizationReferences, Person, Team } from '../../organization/public.js';
import { chapterById } from '../chapter-loaders.js';
import { factsFor } from '../chapter-permission.js';
import { Chapter } from '../chapters.graphql.js';
import { ChaptersService } from '../chapters.service.js';
import { ChapterMeetingsRead } from '../meetings/chapter-meetings.read.js';
import { dotsLeftOf } from './session-row.js';
import { TriageItem, TriageSession } from './triage.graphql.js';
import { occurrenceOf, TriageService } from './triage.service.js';

@ObjectType()
export class TriageParticipant {
  @Field(() => Person) person: Person;
  @Field(() => DateTimeScalar) joinedAt: string;
}

const OCCURRENCES = Symbol('occurrences of sessions');
const TEAMS = Symbol('teams that items hit');

/** What hangs on a session, and what of it is the viewer's own. */
@Resolver(() => TriageSession)
export class TriagePartsResolver {
  constructor(
    @Inject(TriageService) private readonly service: TriageService,
    @Inject(ChaptersService) private readonly chapters: ChaptersService,
    @Inject(ChapterMeetingsRead) private readonly meetings: ChapterMeetingsRead,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  @ResolveField(() => Chapter)
  chapter(@Parent() { loaded }: TriageSession, @CurrentContext() context: GraphqlContext): Promise<Chapter> {
    return chapterById(context, this.chapters, loaded.session.chapter_id);
  }

  @ResolveField(() => Occurrence, { nullable: true })
  async occurrence(
    @Parent() { loaded }: TriageSession,
    @CurrentContext() context: GraphqlContext,
  ): Promise<Occurrence | null> {
    const ref = occurrenceOf(loaded.session);
    if (!ref) return null;
    const loader = loaderOf(context, OCCURRENCES, async (ids) => {
      const refs = ids.map((id) => readOccurrenceId(id));
      const found = await this.meetings.occurrences(viewerOf(context), refs);
      return new Map(
        refs.flatMap((own) => {
          const occurrence = found.get(keyOfRef(own));
          return occurrence ? [[occurrenceIdOf(own), occurrence] as const] : [];
        }),
      );
    });
    return (await loadOnce(loader, occurrenceIdOf(ref))) ?? null;
  }

  @ResolveField(() => Person)
  facilitator(@Parent() { loaded }: TriageSession, @CurrentContext() context: GraphqlContext): Promise<Person> {
    return this.person(context, loaded.session.facilitator_id);
  }

  @ResolveField(() => [TriageParticipant], {
    description: "Who ever was in it; who is there now is in presence(place: the session's id).",
  })
  participants(
    @Parent() { loaded }: TriageSession,
    @CurrentContext() context: GraphqlContext,
  ): Promise<TriageParticipant[]> {
    return Promise.all(
      loaded.participants.map(async (row) => ({
        person: await this.person(context, row.person_id),
        joinedAt: row.joined_at,
      })),
    );
  }

  @ResolveField(() => Int)
  viewerDotsLeft(@Parent() { loaded }: TriageSession, @CurrentViewer() viewer: Viewer): number {
    return dotsLeftOf(loaded, viewer.personId);
  }

  @ResolveField(() => [TriageItem], { description: 'Those that hit a team in which the viewer has a role today.' })
  async viewerItems(
    @Parent() { loaded, items }: TriageSession,
    @CurrentContext() context: GraphqlContext,
  ): Promise<TriageItem[]> {
    const viewer = viewerOf(context);
    const own = new Set(currentAssignments(viewer.actor).flatMap(({ teamId }) => teamId ?? []));
    if (own.size === 0) return [];
    const loader = loaderOf(context, TEAMS, (ids) => this.service.teamsOfItems(viewer, ids));
    const hits = await Promise.all(loaded.items.map(({ id }) => loadOnce(loader, id)));
    return items.filter((_, index) => hits[index]?.some((teamId) => own.has(teamId)));
  }

  @ResolveField(() => [Team], { description: 'Who was told when it ended.' })
  async toldTeams(@Parent() { loaded }: TriageSession, @CurrentContext() context: GraphqlContext): Promise<Team[]> {
    const teams = await Promise.all(loaded.told_team_ids.map((id) => this.organization.team(context, id)));
    return teams.flatMap((team) => team ?? []);
  }

  @ResolveField(() => [ActionScalar])
  async viewerCan(
    @Parent() { loaded }: TriageSession,
    @CurrentContext() context: GraphqlContext,
  ): Promise<ChapterAction[]> {
    const { session } = loaded;
    const viewer = viewerOf(context);
    if (session.state === 'ENDED') return viewerCanOnTriage(viewer.actor, false, { place: {}, isMember: false });
    const { row } = await chapterById(context, this.chapters, session.chapter_id);
    const standing = await this.service.standing(viewer, loaded);
    const facts = factsFor(viewer, row, { facilitatorId: session.facilitator_id, ...standing });
    return viewerCanOnTriage(viewer.actor, true, facts);
  }

  private async person(context: GraphqlContext, id: string): Promise<Person> {
    const person = await this.organization.person(context, id);
    if (!person) throw new Error('Whoever is in a session is somebody here.');
    return person;
  }
}
