import { type ChapterAction, viewerCanOnPractice } from '@chapterhouse/domain/chapters/chapter-policy';
import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentContext, CurrentViewer } from '../../../platform/auth/current-viewer.js';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import { readId } from '../../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import { ActionScalar } from '../../../platform/graphql/scalars.js';
import { typedText, typedTextIfGiven } from '../../../platform/graphql/typed-text.js';
import { Done, OrganizationReferences, Person, Team } from '../../organization/public.js';
import { chapterById } from '../chapter-loaders.js';
import { factsFor } from '../chapter-permission.js';
import { Chapter } from '../chapters.graphql.js';
import { ChaptersService } from '../chapters.service.js';
import { ChangePractice, type PracticeCall } from './change-practice.js';
import { Practice, practiceOf } from './practices.graphql.js';
import { PracticesRepository } from './practices.repository.js';

@ArgsType()
class SharePracticeArguments {
  @Field(() => ID) chapterId: string;
  @Field(() => String) title: string;
  @Field(() => String) words: string;
  @Field(() => String, { nullable: true }) url?: string | null;
  @Field(() => ID, { nullable: true }) teamId?: string | null;
  @Field(() => String, { nullable: true }) artifactKey?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class EditPracticeArguments {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) title?: string | null;
  @Field(() => String, { nullable: true }) words?: string | null;
  @Field(() => String, { nullable: true }) url?: string | null;
  @Field(() => String, { nullable: true }) artifactKey?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@Resolver(() => Practice)
export class PracticesResolver {
  constructor(
    @Inject(ChangePractice) private readonly changes: ChangePractice,
    @Inject(ChaptersService) private readonly chapters: ChaptersService,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  @Mutation(() => Practice)
  @Action('practice:share')
  sharePractice(@CurrentViewer() viewer: Viewer, @Args() given: SharePracticeArguments): Promise<Practice> {
    const practice = {
      chapterId: readId('Chapter', given.chapterId),
      title: typedText(given.title),
      words: typedText(given.words),
      url: urlOf(given.url) ?? null,
      artifactKey: typedTextIfGiven(given.artifactKey) || null,
      teamId: given.teamId ? readId('Team', given.teamId) : null,
    };
    return this.changes.share(viewer, practice, given.idempotencyKey);
  }

  @Mutation(() => Practice)
  @Action('practice:edit')
  editPractice(@CurrentViewer() viewer: Viewer, @Args() given: EditPracticeArguments): Promise<Practice> {
    const [title, words, url] = [typedTextIfGiven(given.title), typedTextIfGiven(given.words), urlOf(given.url)];
    const artifactKey = typedTextIfGiven(given.artifactKey);
    const changes = {
      ...(title !== undefined && { title }),
      ...(words !== undefined && { words }),
      ...(url !== undefined && { url }),
      ...(artifactKey !== undefined && { artifactKey: artifactKey || null }),
    };
    const call = callOf(viewer, given.id, changes, given.idempotencyKey);
    return this.changes.edit({ ...call, version: given.version }, changes);
  }

  @Mutation(() => Done)
  @Action('practice:remove')
  removePractice(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) idempotencyKey: string | null | undefined,
  ): Promise<Done> {
    return this.changes.remove(callOf(viewer, id, {}, idempotencyKey));
  }

  @Mutation(() => Practice)
  @Action('practice:thank')
  thankForPractice(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('thank', { type: () => Boolean }) thank: boolean,
    @Args('idempotencyKey', { type: () => String, nullable: true }) idempotencyKey: string | null | undefined,
  ): Promise<Practice> {
    return this.changes.thank(callOf(viewer, id, { thank }, idempotencyKey), thank);
  }

  @ResolveField(() => Person)
  async by(@Parent() { sharedById }: Practice, @CurrentContext() context: GraphqlContext): Promise<Person> {
    const person = await this.organization.person(context, sharedById);
    if (!person) throw new Error('Whoever shared a practice is somebody here.');
    return person;
  }

  @ResolveField(() => Team, { nullable: true })
  async team(@Parent() { teamId }: Practice, @CurrentContext() context: GraphqlContext): Promise<Team | null> {
    return (teamId === null ? undefined : await this.organization.team(context, teamId)) ?? null;
  }

  @ResolveField(() => [ActionScalar])
  async viewerCan(@Parent() practice: Practice, @CurrentContext() context: GraphqlContext): Promise<ChapterAction[]> {
    const viewer = viewerOf(context);
    const { row } = await chapterById(context, this.chapters, practice.chapterId);
    return viewerCanOnPractice(viewer.actor, factsFor(viewer, row, { isOwn: practice.sharedById === viewer.personId }));
  }
}

const OF_CHAPTERS = Symbol('practices of chapters');

@Resolver(() => Chapter)
export class ChapterPracticesResolver {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(PracticesRepository) private readonly repository: PracticesRepository,
  ) {}

  @ResolveField(() => [Practice])
  async practices(@Parent() { row }: Chapter, @CurrentContext() context: GraphqlContext): Promise<Practice[]> {
    const viewer = viewerOf(context);
    const loader = loaderOf(context, OF_CHAPTERS, async (ids) => {
      const found = await this.database.transaction(scopeOf(viewer), (tx) =>
        this.repository.ofChapters(tx, viewer.personId, ids),
      );
      return new Map(ids.map((id) => [id, found.filter((practice) => practice.chapter_id === id).map(practiceOf)]));
    });
    return (await loadOnce(loader, row.id)) ?? [];
  }
}

/** An empty one takes it off. */
function urlOf(given: string | null | undefined): string | null | undefined {
  const url = typedTextIfGiven(given);
  return url === '' ? null : url;
}

/** @throws NOT_FOUND for what is no id of a practice */
function callOf(viewer: Viewer, id: string, input: object, idempotencyKey: string | null | undefined): PracticeCall {
  return { viewer, id: readId('Practice', id), input, idempotencyKey };
}
