import { type ChapterAction, viewerCanOnChapter } from '@chapterhouse/domain/chapters/chapter-policy';
import type { ChapterPeriod } from '@chapterhouse/domain/chapters/chapter-periods';
import type { ScopeKind } from '@chapterhouse/domain/organization/role';
import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Action } from '../../platform/auth/action.js';
import { CurrentContext, CurrentViewer } from '../../platform/auth/current-viewer.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { readId } from '../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../platform/graphql/loader.js';
import { Nodes } from '../../platform/graphql/nodes.js';
import { ActionScalar } from '../../platform/graphql/scalars.js';
import { typedText, typedTextIfGiven } from '../../platform/graphql/typed-text.js';
import { Person, readScopeId, ScopeKindEnum, Team } from '../organization/public.js';
import { ChangeChapter } from './change-chapter.js';
import { chapterById } from './chapter-loaders.js';
import { factsFor, refuseField } from './chapter-permission.js';
import { Chapter, ChapterMember, ChapterNumbers, ChapterPeriodEnum } from './chapters.graphql.js';
import { ChaptersService } from './chapters.service.js';

@ArgsType()
class CreateChapterArguments {
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true }) purpose?: string | null;
  @Field(() => ScopeKindEnum) scopeKind: ScopeKind;
  @Field(() => ID) scopeId: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class EditChapterArguments {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => String, { nullable: true }) purpose?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class NumbersArguments {
  @Field(() => ChapterPeriodEnum) by: ChapterPeriod;
  @Field(() => Int, { nullable: true }) count?: number | null;
}

@Resolver(() => Chapter)
export class ChaptersResolver implements OnModuleInit {
  constructor(
    @Inject(ChaptersService) private readonly service: ChaptersService,
    @Inject(ChangeChapter) private readonly changes: ChangeChapter,
    @Inject(Nodes) private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Chapter', async (viewer, id) => (await this.service.byIds(viewer, [id])).get(id));
  }

  @Query(() => Chapter)
  @Action('chapter:view')
  chapter(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Chapter> {
    return this.service.byId(viewer, readId('Chapter', id));
  }

  @Query(() => [Chapter])
  @Action('chapter:view')
  chapters(@CurrentViewer() viewer: Viewer): Promise<Chapter[]> {
    return this.service.all(viewer);
  }

  @Mutation(() => Chapter)
  @Action('chapter:create')
  createChapter(@CurrentViewer() viewer: Viewer, @Args() given: CreateChapterArguments): Promise<Chapter> {
    const { scopeKind, scopeId, idempotencyKey } = given;
    if (scopeKind !== 'AREA' && scopeKind !== 'ORGANIZATION')
      refuseField('scopeKind', 'A chapter is of an area or of the organization.');
    const id = readScopeId(scopeKind, scopeId);
    // Any other organization's id is nobody's.
    if (scopeKind === 'ORGANIZATION' && id !== viewer.organizationId) readId('Organization', '');
    const words = { name: typedText(given.name), purpose: typedTextIfGiven(given.purpose) ?? '' };
    return this.changes.create(viewer, { ...words, areaId: scopeKind === 'AREA' ? id : null }, idempotencyKey);
  }

  @Mutation(() => Chapter)
  @Action('chapter:edit')
  editChapter(@CurrentViewer() viewer: Viewer, @Args() given: EditChapterArguments): Promise<Chapter> {
    const { id, version, idempotencyKey } = given;
    const [name, purpose] = [typedTextIfGiven(given.name), typedTextIfGiven(given.purpose)];
    const changes = { ...(name !== undefined && { name }), ...(purpose !== undefined && { purpose }) };
    return this.changes.edit({ viewer, id: readId('Chapter', id), version, idempotencyKey }, changes);
  }

  @ResolveField(() => Person, {
    nullable: true,
    description: 'The Scrum of Scrums Master; null: a visible vacancy.',
  })
  leader(@Parent() { row }: Chapter, @CurrentContext() context: GraphqlContext): Promise<Person | null> {
    return this.service.leader(viewerOf(context), row);
  }

  @ResolveField(() => [ChapterMember], { description: 'Follow from the role assignments of today.' })
  async members(@Parent() { row }: Chapter, @CurrentContext() context: GraphqlContext): Promise<ChapterMember[]> {
    const loader = loaderOf(context, MEMBERS, async (ids) => {
      const chapters = await Promise.all(ids.map((id) => chapterById(context, this.service, id)));
      return this.service.members(
        viewerOf(context),
        chapters.map((chapter) => chapter.row),
      );
    });
    return (await loadOnce(loader, row.id)) ?? [];
  }

  @ResolveField(() => [ChapterNumbers], { description: 'By week or month, the latest last; at most 26.' })
  numbers(
    @Parent() { row }: Chapter,
    @Args() { by, count }: NumbersArguments,
    @CurrentContext() context: GraphqlContext,
  ): Promise<ChapterNumbers[]> {
    return this.service.numbers(viewerOf(context), row, by, count ?? undefined);
  }

  @ResolveField(() => [ActionScalar])
  viewerCan(@Parent() { row }: Chapter, @CurrentViewer() viewer: Viewer): ChapterAction[] {
    return viewerCanOnChapter(viewer.actor, factsFor(viewer, row));
  }
}

const MEMBERS = Symbol('members of chapters');

/** Those of the team's area and of the organization: where its Scrum Masters belong. */
@Resolver(() => Team)
export class TeamChaptersResolver {
  constructor(@Inject(ChaptersService) private readonly service: ChaptersService) {}

  @ResolveField(() => [Chapter])
  async chapters(@Parent() team: Team, @CurrentContext() context: GraphqlContext): Promise<Chapter[]> {
    const loader = loaderOf(context, OF_ORGANIZATION, async (keys) => {
      const all = await this.service.all(viewerOf(context));
      return new Map(keys.map((key) => [key, all]));
    });
    const teamId = readId('Team', team.id);
    return ((await loader.load('all')) ?? []).filter(({ row }) => row.team_ids.includes(teamId));
  }
}

const OF_ORGANIZATION = Symbol('all chapters');
