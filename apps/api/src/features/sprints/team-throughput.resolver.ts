import { type SprintAction, viewerCanOnSprint } from '@chapterhouse/domain/sprints/sprint-policy';
import { PACE_SPRINTS_AT_LEAST, type Pace, paceBy } from '@chapterhouse/domain/sprints/throughput';
import { Inject } from '@nestjs/common';
import { Field, Float, ID, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { OrganizationReferences, Team } from '../organization/public.js';
import { CurrentContext } from '../../platform/auth/current-viewer.js';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { globalId, readId } from '../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { loaderOf } from '../../platform/graphql/loader.js';
import { ActionScalar } from '../../platform/graphql/scalars.js';
import { paceOf, type SprintRow } from './sprint-row.js';
import { Sprint, sprintOf } from './sprints.graphql.js';
import { SprintsRepository } from './sprints.repository.js';
import { mayView } from './sprints.service.js';

@ObjectType({ description: 'What a mean is taken of.' })
export class PaceInput {
  @Field(() => ID) sprintId: string;
  @Field(() => String) name: string;
  @Field(() => Float) done: number;
}

@ObjectType({ description: 'Mean of the last three finished sprints, of those that say how much was done.' })
export class TeamPace {
  @Field(() => Float, { nullable: true, description: 'Null: not enough data.' }) mean: number | null;
  @Field(() => [PaceInput], { description: 'The latest first.' }) inputs: PaceInput[];
  @Field(() => Int, { description: 'With fewer there is no mean.' }) needed: number;
}

@ObjectType()
export class TeamThroughput {
  @Field(() => [Sprint], { description: 'The last twelve finished sprints, the earliest first.' }) sprints: Sprint[];
  @Field(() => [ActionScalar], { description: 'With sprints of this team.' }) viewerCan: SprintAction[];
  @Field(() => TeamPace, { description: 'Throughput: items.' }) items: TeamPace;
  @Field(() => TeamPace, { description: 'Velocity: points.' }) points: TeamPace;
}

const SHOWN = 12;
const FINISHED = Symbol('last finished sprints of teams');

/** What a team gets done: one load for all teams of an answer. */
@Resolver(() => Team)
export class TeamThroughputResolver {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SprintsRepository) private readonly sprints: SprintsRepository,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  @ResolveField(() => TeamThroughput)
  async throughput(@Parent() { id }: Team, @CurrentContext() context: GraphqlContext): Promise<TeamThroughput> {
    const { viewer } = context;
    if (!viewer) throw new Error('Nobody is signed in behind this field.');
    const loader = loaderOf(context, FINISHED, (ids) => this.load(viewer, ids));
    const teamId = readId('Team', id);
    const rows = (await loader.load(teamId)) ?? [];
    // Later mutations of the same document change it.
    loader.clear(teamId);
    const place = await this.organization.placeOfTeam(context, teamId);
    return { ...throughputOf(rows, teamId), viewerCan: viewerCanOnSprint(viewer.actor, place) };
  }

  private load(viewer: Viewer, ids: string[]): Promise<Map<string, SprintRow[]>> {
    mayView(viewer);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await this.sprints.lastFinished(tx, ids, SHOWN);
      return new Map(ids.map((id) => [id, rows.filter((row) => row.team_id === id)]));
    });
  }
}

/** @param rows finished ones of the team */
function throughputOf(rows: readonly SprintRow[], teamId: string): Omit<TeamThroughput, 'viewerCan'> {
  const paces = rows.flatMap(paceOf);
  const endOf = ({ ends_moment: moment }: SprintRow): number => (moment === null ? 0 : Date.parse(moment));
  // That they are finished is on the record, whatever their last day.
  const by = Number.POSITIVE_INFINITY;
  return {
    sprints: rows.toSorted((one, other) => endOf(one) - endOf(other) || (one.id < other.id ? -1 : 1)).map(sprintOf),
    items: shown(paceBy(paces, teamId, 'ITEMS', by)),
    points: shown(paceBy(paces, teamId, 'POINTS', by)),
  };
}

function shown({ mean, inputs }: Pace): TeamPace {
  return {
    mean,
    needed: PACE_SPRINTS_AT_LEAST,
    inputs: inputs.map(({ sprintId, name, done }) => ({ sprintId: globalId('Sprint', sprintId), name, done })),
  };
}
