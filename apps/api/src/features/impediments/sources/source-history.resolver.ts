import { Inject } from '@nestjs/common';
import { Field, Float, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../../platform/auth/current-viewer.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf } from '../../../platform/graphql/loader.js';
import { loadOnce, viewerOf } from '../impediment-loaders.js';
import type { PastNumbers } from './source-numbers.read.js';
import { idOf, present } from './source-parts.resolver.js';
import { Source } from './sources.graphql.js';
import { SourcesService } from './sources.service.js';

@ObjectType()
export class MonthlyTeamDays {
  @Field(() => String, { description: 'YYYY-MM, where the organization is.' }) month: string;
  @Field(() => Int) blockedTeamDays: number;
}

const PAST = Symbol('what waiting for sources cost');

/** What waiting for a source has cost: one load for all sources of an answer, when somebody asks. */
@Resolver(() => Source)
export class SourceHistoryResolver {
  constructor(@Inject(SourcesService) private readonly service: SourcesService) {}

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

  private past(source: Source, context: GraphqlContext): Promise<PastNumbers> {
    const loader = loaderOf(context, PAST, (ids) => this.service.pastNumbers(viewerOf(context), ids));
    return present(loadOnce(loader, idOf(source)));
  }
}
