import type { ImpedimentCategory } from '@chapterhouse/domain/impediments/impediment-fields';
import { Inject } from '@nestjs/common';
import { Args, Field, Float, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../../platform/auth/current-viewer.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import type { Connection } from '../../../platform/graphql/connection.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import { ActivityConnection, type ActivityEntry } from '../impediment-activity.graphql.js';
import { ImpedimentActivityRead } from '../impediment-activity.read.js';
import { PageArguments } from '../impediment-inputs.graphql.js';
import { ImpedimentCategoryEnum } from '../impediment-enums.graphql.js';
import { idOf as idOfImpediment } from '../impediment-loaders.js';
import { Impediment } from '../impediments.graphql.js';
import { ImpedimentsService } from '../impediments.service.js';
import type { PastNumbers } from './source-numbers.read.js';
import { idOf, present } from './source-parts.resolver.js';
import { Source } from './sources.graphql.js';
import { SourcesService } from './sources.service.js';

@ObjectType()
export class MonthlyTeamDays {
  @Field(() => String, { description: 'YYYY-MM, where the organization is.' }) month: string;
  @Field(() => Int) blockedTeamDays: number;
}

@ObjectType({ description: 'The same source and category, three times or more in this quarter and the one before.' })
export class SourceRecurrence {
  @Field(() => ImpedimentCategoryEnum) category: ImpedimentCategory;
  @Field(() => Int, { description: 'How often; duplicates do not count.' }) times: number;
  @Field(() => Int, { description: 'Of all of them, so far.' }) blockedTeamDays: number;
  /** Not in the schema: what `impediments` is loaded by. */
  impedimentIds: string[];
}

/** Of one recurrence: whoever looks at more needs the list. */
const MOST_SHOWN = 100;
const PAST = Symbol('what waiting for sources cost');

/** What waiting for a source has cost: one load for all sources of an answer, when somebody asks. */
@Resolver(() => Source)
export class SourceHistoryResolver {
  constructor(
    @Inject(SourcesService) private readonly service: SourcesService,
    @Inject(ImpedimentActivityRead) private readonly activities: ImpedimentActivityRead,
  ) {}

  @ResolveField(() => [MonthlyTeamDays], {
    description: 'The last twelve months, this one included, oldest first; duplicates count by what they duplicate.',
  })
  async blockedTeamDaysByMonth(
    @Parent() source: Source,
    @CurrentContext() context: GraphqlContext,
  ): Promise<MonthlyTeamDays[]> {
    return (await this.past(source, context)).months;
  }

  @ResolveField(() => Float, {
    nullable: true,
    description:
      'Elapsed hours from raised to resolved, the median of those resolved in the last twelve months; null without any.',
  })
  async medianHoursToResolve(
    @Parent() source: Source,
    @CurrentContext() context: GraphqlContext,
  ): Promise<number | null> {
    return (await this.past(source, context)).medianHoursToResolve;
  }

  @ResolveField(() => Int, { description: 'Of how many the median is.' })
  async resolvedCount(@Parent() source: Source, @CurrentContext() context: GraphqlContext): Promise<number> {
    return (await this.past(source, context)).resolvedCount;
  }

  @ResolveField(() => [SourceRecurrence], { description: 'What comes back, the most often first.' })
  async recurring(@Parent() source: Source, @CurrentContext() context: GraphqlContext): Promise<SourceRecurrence[]> {
    const { recurring } = await this.past(source, context);
    return recurring.map((of) => ({ ...of, times: of.impedimentIds.length }));
  }

  @ResolveField(() => ActivityConnection, { description: 'Who named, edited and merged it, the newest first.' })
  activity(
    @Parent() source: Source,
    @CurrentContext() context: GraphqlContext,
    @Args() page: PageArguments,
  ): Promise<Connection<ActivityEntry> | undefined> {
    const kind = `source activity ${page.first ?? ''} ${page.after ?? ''}`;
    const loader = loaderOf(context, kind, (ids) => this.activities.activity(viewerOf(context), ids, page, 'Source'));
    return loadOnce(loader, idOf(source));
  }

  private past(source: Source, context: GraphqlContext): Promise<PastNumbers> {
    const loader = loaderOf(context, PAST, (ids) => this.service.pastNumbers(viewerOf(context), ids));
    return present(loadOnce(loader, idOf(source)));
  }
}

const RECURRED = Symbol('impediments that came back');

/** Which impediments a recurrence is made of. */
@Resolver(() => SourceRecurrence)
export class SourceRecurrenceResolver {
  constructor(@Inject(ImpedimentsService) private readonly impedimentsOf: ImpedimentsService) {}

  @ResolveField(() => [Impediment], { description: 'The latest hundred, the earliest of them first.' })
  async impediments(
    @Parent() { impedimentIds }: SourceRecurrence,
    @CurrentContext() context: GraphqlContext,
  ): Promise<Impediment[]> {
    const loader = loaderOf(context, RECURRED, async (ids) => {
      const found = await this.impedimentsOf.byIds(viewerOf(context), ids);
      return new Map(found.map((impediment) => [idOfImpediment(impediment), impediment]));
    });
    const shown = await Promise.all(impedimentIds.slice(-MOST_SHOWN).map((id) => loadOnce(loader, id)));
    return shown.filter((impediment) => impediment !== undefined);
  }
}
