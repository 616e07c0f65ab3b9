import { Inject } from '@nestjs/common';
import { Args, Field, ID, Int, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { AgendaEntry } from '@chapterhouse/domain/chapters/triage-agenda';
import type { TriageReason } from '@chapterhouse/domain/chapters/triage-state';
import { Action } from '../../../platform/auth/action.js';
import { CurrentContext, CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId } from '../../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { ActionItem } from '../../cadences/public.js';
import { Impediment, Source } from '../../impediments/public.js';
import { OrganizationReferences, Person } from '../../organization/public.js';
import { ItemSubjects } from './item-subjects.js';
import { TriageItem, TriageReasonEnum } from './triage.graphql.js';
import { TriageService } from './triage.service.js';

@ObjectType()
export class AgendaItem {
  @Field(() => TriageReasonEnum) reason: TriageReason;
  @Field(() => String) why: string;
  /** Not in the schema: what it is about. */
  entry: AgendaEntry;
}

/** What stands on an agenda before anybody started it. */
@Resolver(() => AgendaItem)
export class AgendaResolver {
  constructor(
    @Inject(TriageService) private readonly service: TriageService,
    @Inject(ItemSubjects) private readonly subjects: ItemSubjects,
  ) {}

  @Query(() => [AgendaItem])
  @Action('chapter:view')
  async triageAgenda(
    @CurrentViewer() viewer: Viewer,
    @Args('chapterId', { type: () => ID }) chapterId: string,
  ): Promise<AgendaItem[]> {
    const entries = await this.service.agenda(viewer, readId('Chapter', chapterId));
    return entries.map((entry) => ({ reason: entry.reason, why: entry.why, entry }));
  }

  @ResolveField(() => Impediment, { nullable: true })
  impediment(@Parent() { entry }: AgendaItem, @CurrentContext() context: GraphqlContext): Promise<Impediment | null> {
    return this.subjects.impediment(context, entry.impedimentId);
  }

  @ResolveField(() => Source, { nullable: true })
  source(@Parent() { entry }: AgendaItem, @CurrentContext() context: GraphqlContext): Promise<Source | null> {
    return this.subjects.source(context, entry.sourceId);
  }

  @ResolveField(() => ActionItem, { nullable: true })
  action(@Parent() { entry }: AgendaItem, @CurrentContext() context: GraphqlContext): Promise<ActionItem | null> {
    return this.subjects.action(context, entry.actionId);
  }
}

/** What an item is about, how it ended, and what of it is the viewer's own. */
@Resolver(() => TriageItem)
export class ItemPartsResolver {
  constructor(
    @Inject(ItemSubjects) private readonly subjects: ItemSubjects,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  @ResolveField(() => Impediment, { nullable: true })
  impediment(@Parent() { row }: TriageItem, @CurrentContext() context: GraphqlContext): Promise<Impediment | null> {
    return this.subjects.impediment(context, row.impediment_id);
  }

  @ResolveField(() => Source, { nullable: true })
  source(@Parent() { row }: TriageItem, @CurrentContext() context: GraphqlContext): Promise<Source | null> {
    return this.subjects.source(context, row.source_id);
  }

  @ResolveField(() => ActionItem, { nullable: true })
  action(@Parent() { row }: TriageItem, @CurrentContext() context: GraphqlContext): Promise<ActionItem | null> {
    return this.subjects.action(context, row.action_id);
  }

  @ResolveField(() => Person, { nullable: true })
  async endedBy(@Parent() { row }: TriageItem, @CurrentContext() context: GraphqlContext): Promise<Person | null> {
    return (row.ended_by === null ? undefined : await this.organization.person(context, row.ended_by)) ?? null;
  }

  @ResolveField(() => Int)
  viewerDots(@Parent() { row }: TriageItem, @CurrentViewer() { personId }: Viewer): number {
    return row.dots[personId] ?? 0;
  }

  @ResolveField(() => [ActionItem], { description: 'Actions promised here.' })
  async actions(@Parent() { row }: TriageItem, @CurrentContext() context: GraphqlContext): Promise<ActionItem[]> {
    const found = await Promise.all(row.promised_ids.map((id) => this.subjects.action(context, id)));
    return found.flatMap((action) => action ?? []);
  }
}
