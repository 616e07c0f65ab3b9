import { IMPEDIMENT_CATEGORIES, type ImpedimentCategory } from '@chapterhouse/domain/impediments/impediment-fields';
import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentContext, CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId } from '../../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { type Area, OrganizationReferences } from '../../organization/public.js';
import { ImpedimentCategoryEnum } from '../impediment-enums.graphql.js';
import { sourceOf, type Source } from '../sources/sources.graphql.js';
import { SourcesService } from '../sources/sources.service.js';
import type { AreaCost } from './bottlenecks.js';
import {
  BottleneckImpedimentsArguments,
  type Bottleneck,
  BottleneckMap,
  CountedBottleneck,
  EarlierOfSameKind,
  QuarterArguments,
} from './bottlenecks.graphql.js';
import { BottlenecksService } from './bottlenecks.service.js';

@ArgsType()
class KindArguments {
  @Field(() => ID) sourceId: string;
  @Field(() => ImpedimentCategoryEnum) category: ImpedimentCategory;
}

/** Of one answer: whoever looks at more looks for one. */
const MOST_SOURCES = 100;
const MOST_RECURRENCES = 100;

@Resolver()
export class BottlenecksResolver {
  constructor(
    @Inject(BottlenecksService) private readonly service: BottlenecksService,
    @Inject(SourcesService) private readonly sources: SourcesService,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  @Query(() => BottleneckMap, { description: 'What teams wait for, by area: what that cost in two quarters.' })
  @Action('impediment:view')
  async bottleneckMap(
    @CurrentViewer() viewer: Viewer,
    @CurrentContext() context: GraphqlContext,
    @Args() { quarter }: QuarterArguments,
  ): Promise<BottleneckMap> {
    const found = await this.service.map(viewer, quarter ?? null);
    const sources = found.sources.slice(0, MOST_SOURCES);
    const recurrences = found.recurrences.slice(0, MOST_RECURRENCES);
    const sourceNamed = await this.named(viewer, [...sources, ...recurrences]);
    const areaNamed = await this.places(context, found.areas);
    const [before, second] = found.quarters;
    return {
      quarters: [before.name, second.name],
      total: found.total,
      withoutSource: found.withoutSource,
      sources: sources.map(({ sourceId, areas, ...of }) => ({
        ...of,
        source: sourceNamed(sourceId),
        bottlenecks: areas.map(areaNamed),
      })),
      moreSources: found.sources.length - sources.length,
      areas: found.areas.map(areaNamed),
      recurrences: recurrences.map(({ sourceId, ...of }) => ({ ...of, source: sourceNamed(sourceId) })),
    };
  }

  @Query(() => CountedBottleneck, {
    description: 'What the map counts, of a source, an area, both or all; or what a recurrence is made of.',
  })
  @Action('impediment:view')
  bottleneckImpediments(
    @CurrentViewer() viewer: Viewer,
    @Args() { quarter, sourceId, withoutSource, areaId, category, first, after }: BottleneckImpedimentsArguments,
  ): Promise<CountedBottleneck> {
    const asked = {
      sourceId: sourceId ? readId('Source', sourceId) : undefined,
      withoutSource: withoutSource ?? undefined,
      areaId: areaId ? readId('Area', areaId) : undefined,
      category: IMPEDIMENT_CATEGORIES.find((known) => known === category),
    };
    return this.service.counted(viewer, quarter ?? null, asked, { first, after });
  }

  @Query(() => EarlierOfSameKind, {
    description: 'How often this came up before: the same source and category, in this quarter and the one before.',
  })
  @Action('impediment:view')
  earlierOfSameKind(
    @CurrentViewer() viewer: Viewer,
    @Args() { sourceId, category }: KindArguments,
  ): Promise<EarlierOfSameKind> {
    return this.service.earlier(viewer, readId('Source', sourceId), category);
  }

  private async named(viewer: Viewer, of: readonly { sourceId: string }[]): Promise<(id: string) => Source> {
    const rows = await this.sources.details(viewer, [...new Set(of.map(({ sourceId }) => sourceId))]);
    return (id) => {
      const row = rows.get(id);
      if (!row) throw new Error('What an impediment waits for is a source.');
      return sourceOf(row);
    };
  }

  private async places(
    context: GraphqlContext,
    of: readonly { areaId: string }[],
  ): Promise<(cost: AreaCost) => Bottleneck> {
    const areas = new Map<string, Area | undefined>();
    for (const { areaId } of of) areas.set(areaId, await this.organization.area(context, areaId));
    return ({ areaId, ...cost }) => {
      const area = areas.get(areaId);
      if (!area) throw new Error('A team belongs to an area.');
      return { ...cost, area };
    };
  }
}
