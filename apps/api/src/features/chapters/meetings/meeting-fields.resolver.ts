import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../../platform/auth/current-viewer.js';
import { readId } from '../../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import { ActionItem, Cadence, keyOfRef, Occurrence, readOccurrenceId } from '../../cadences/public.js';
import { chapterById } from '../chapter-loaders.js';
import { Chapter } from '../chapters.graphql.js';
import { ChaptersService } from '../chapters.service.js';
import { TriageItem, TriageSession } from '../triage/triage.graphql.js';
import { TriageService } from '../triage/triage.service.js';

/** Fields of meetings that lead to chapters: cadences know nothing of them. */
@Resolver(() => Cadence)
export class CadenceChapterResolver {
  constructor(@Inject(ChaptersService) private readonly chapters: ChaptersService) {}

  @ResolveField(() => Chapter, { nullable: true, description: "Only of a chapter's own meetings." })
  async chapter(@Parent() { chapterId }: Cadence, @CurrentContext() context: GraphqlContext): Promise<Chapter | null> {
    return chapterId === null ? null : chapterById(context, this.chapters, chapterId);
  }
}

const HELD_AT = Symbol('sessions of occurrences');

@Resolver(() => Occurrence)
export class OccurrenceTriageResolver {
  constructor(@Inject(TriageService) private readonly triage: TriageService) {}

  @ResolveField(() => TriageSession, { nullable: true })
  async triageSession(
    @Parent() occurrence: Occurrence,
    @CurrentContext() context: GraphqlContext,
  ): Promise<TriageSession | null> {
    if (occurrence.cadence.chapterId === null) return null;
    const loader = loaderOf(context, HELD_AT, async (ids) => {
      const refs = new Map(ids.map((id) => [id, readOccurrenceId(id)]));
      const found = await this.triage.ofOccurrences(viewerOf(context), [...refs.values()]);
      return new Map(
        [...refs].flatMap(([id, ref]) => {
          const session = found.get(keyOfRef(ref));
          return session ? [[id, session] as const] : [];
        }),
      );
    });
    return (await loadOnce(loader, occurrence.id)) ?? null;
  }
}

const PROMISED_IN = Symbol('items in which actions were promised');

@Resolver(() => ActionItem)
export class ActionTriageResolver {
  constructor(@Inject(TriageService) private readonly triage: TriageService) {}

  @ResolveField(() => TriageItem, { nullable: true })
  async triageItem(
    @Parent() { id }: ActionItem,
    @CurrentContext() context: GraphqlContext,
  ): Promise<TriageItem | null> {
    const loader = loaderOf(context, PROMISED_IN, (ids) => this.triage.itemsOfActions(viewerOf(context), ids));
    return (await loadOnce(loader, readId('ActionItem', id))) ?? null;
  }
}
