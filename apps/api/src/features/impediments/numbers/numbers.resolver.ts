import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentContext, CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Connection } from '../../../platform/graphql/connection.js';
import { readId } from '../../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { OrganizationReferences } from '../../organization/public.js';
import { sourceOf } from '../sources/sources.graphql.js';
import { SourcesService } from '../sources/sources.service.js';
import type { Asked } from './measured-sql.js';
import {
  CountedArguments,
  type CountedImpediment,
  CountedImpedimentConnection,
  ImpedimentNumbersReport,
  NumbersArguments,
  type NumbersOfGroup,
  type NumbersWindow,
} from './numbers.graphql.js';
import type { NumberGroup } from './numbers.read.js';
import { NumbersService } from './numbers.service.js';

@Resolver()
export class NumbersResolver {
  constructor(
    @Inject(NumbersService) private readonly service: NumbersService,
    @Inject(SourcesService) private readonly sources: SourcesService,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  @Query(() => ImpedimentNumbersReport, {
    description: 'How long it takes, how much is late, comes back, is resolved where it began: in a window of days.',
  })
  @Action('impediment:view')
  async impedimentNumbers(
    @CurrentViewer() viewer: Viewer,
    @CurrentContext() context: GraphqlContext,
    @Args() given: NumbersArguments,
  ): Promise<ImpedimentNumbersReport> {
    const { total, groups, moreGroups } = await this.service.report(viewer, askedOf(given), given.by);
    const keys = groups.flatMap(({ key }) => (key === null ? [] : [key]));
    const groupOf = await this.named(viewer, context, given.by, keys);
    return { total, moreGroups, groups: groups.map(({ key, numbers }) => ({ ...groupOf(key), numbers })) };
  }

  @Query(() => CountedImpedimentConnection, {
    description: 'What a number counts: the longest first of a time, the latest first of a share.',
  })
  @Action('impediment:view')
  impedimentsCounted(
    @CurrentViewer() viewer: Viewer,
    @Args() given: CountedArguments,
  ): Promise<Connection<CountedImpediment>> {
    const { number, level, withoutSource, onlyCounted } = given;
    const counted = {
      ...askedOf(given),
      number,
      level: level ?? undefined,
      withoutSource: withoutSource ?? undefined,
      onlyCounted: onlyCounted ?? undefined,
    };
    return this.service.list(viewer, counted, given);
  }

  /** What the keys of groups stand for, in one statement. */
  private async named(
    viewer: Viewer,
    context: GraphqlContext,
    by: NumberGroup,
    keys: readonly string[],
  ): Promise<(key: string | null) => Omit<NumbersOfGroup, 'numbers'>> {
    const none = { month: null, area: null, team: null, source: null };
    const pairs = async <T>(of: (id: string) => Promise<T | undefined>): Promise<Map<string, T | undefined>> =>
      new Map(await Promise.all(keys.map(async (id) => [id, await of(id)] as const)));
    if (by === 'AREA') {
      const areas = await pairs((id) => this.organization.area(context, id));
      return (key) => ({ ...none, area: areas.get(key ?? '') ?? null });
    }
    if (by === 'TEAM') {
      const teams = await pairs((id) => this.organization.team(context, id));
      return (key) => ({ ...none, team: teams.get(key ?? '') ?? null });
    }
    if (by === 'SOURCE') {
      const rows = await this.sources.details(viewer, keys);
      return (key) => {
        const row = rows.get(key ?? '');
        return { ...none, source: row ? sourceOf(row) : null };
      };
    }
    return (month) => ({ ...none, month });
  }
}

/** @throws NOT_FOUND for what is no id of its type */
function askedOf({ from, endsBefore, areaId, teamId, sourceId }: NumbersWindow): Asked {
  return {
    from,
    endsBefore,
    areaId: areaId ? readId('Area', areaId) : undefined,
    teamId: teamId ? readId('Team', teamId) : undefined,
    sourceId: sourceId ? readId('Source', sourceId) : undefined,
  };
}
