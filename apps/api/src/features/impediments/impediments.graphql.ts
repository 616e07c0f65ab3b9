import { teamDaysAddedPerDay } from '@chapterhouse/domain/impediments/impediment-cost';
import type { ImpedimentCategory, ImpedimentSeverity } from '@chapterhouse/domain/impediments/impediment-fields';
import type { ImpedimentAction } from '@chapterhouse/domain/impediments/impediment-policy';
import type { ImpedimentState } from '@chapterhouse/domain/impediments/impediment-state';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { globalId } from '../../platform/graphql/global-id.js';
import { Node } from '../../platform/graphql/node.js';
import { ActionScalar, DateScalar, DateTimeScalar } from '../../platform/graphql/scalars.js';
import { Person, Team } from '../organization/public.js';
import { ImpedimentClock } from './clocks/clocks.graphql.js';
import { ImpedimentCategoryEnum, ImpedimentSeverityEnum, ImpedimentStateEnum } from './impediment-enums.graphql.js';
import { type ImpedimentRow, keyOf } from './impediment-row.js';
import { Label, labelOf } from './labels.graphql.js';
import { Source, sourceOf } from './sources/sources.graphql.js';

@ObjectType()
export class BlockedItem {
  @Field(() => String) externalKey: string;
  @Field(() => String, { nullable: true }) title: string | null;
  @Field(() => String, { nullable: true }) state: string | null;
}

@ObjectType({ implements: () => [Node] })
export class Impediment implements Node {
  @Field(() => ID) id: string;
  @Field(() => String) key: string;
  @Field(() => String) title: string;
  /** Absent on a board until somebody asks: then a loader brings it. */
  @Field(() => String) description?: string;
  @Field(() => ImpedimentCategoryEnum) category: ImpedimentCategory;
  @Field(() => ImpedimentSeverityEnum, { nullable: true }) severity: ImpedimentSeverity | null;
  @Field(() => ImpedimentStateEnum) state: ImpedimentState;
  @Field(() => Int) level: number;
  @Field(() => DateTimeScalar) levelSince: string;
  @Field(() => DateTimeScalar, { nullable: true }) clockEndsAt: string | null;
  @Field(() => ImpedimentClock, {
    nullable: true,
    description: 'Of the present level; null once the impediment stands in nobody’s way.',
  })
  clock: ImpedimentClock | null;
  @Field(() => Person) raisedBy: Person;
  @Field(() => DateTimeScalar) raisedAt: string;
  @Field(() => Team) raisingTeam: Team;
  @Field(() => Source, { nullable: true }) source: Source | null;
  @Field(() => Person, { nullable: true }) owner: Person | null;
  @Field(() => DateScalar, { nullable: true }) dueOn: string | null;
  @Field(() => String) nextStep: string;
  @Field(() => String) resolution: string;
  @Field(() => String) declineReason: string;
  /** Not in the schema: what `duplicateOf` is loaded by. */
  duplicateOfId: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) triagedAt: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) startedAt: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) resolvedAt: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) closedAt: string | null;
  @Field(() => Int) reopenedCount: number;
  @Field(() => DateTimeScalar) updatedAt: string;
  @Field(() => Int, {
    description: "Counts changes of the impediment's own fields; votes and comments leave it alone.",
  })
  version: number;
  @Field(() => [Team]) affectedTeams: Team[];
  @Field(() => [BlockedItem]) blockedItems: BlockedItem[];
  @Field(() => [Label]) labels: Label[];
  @Field(() => Int, {
    description:
      "Working days so far, added up over the affected teams, each from the day it was affected. The organization's calendar; up to today, or to the end.",
  })
  blockedTeamDays: number;
  @Field(() => Int, {
    description:
      'Team-days that each further working day adds: the affected teams while it is RAISED, TRIAGED or IN_PROGRESS, otherwise 0.',
  })
  blockedTeamDaysPerDay: number;
  @Field(() => Int) commentCount: number;
  @Field(() => Int) voteCount: number;
  @Field(() => Boolean) viewerVotes: boolean;
  @Field(() => Boolean) viewerWatches: boolean;
  @Field(() => [ActionScalar], {
    description: 'Actions that are both permitted to the viewer and legal in the present state.',
  })
  viewerCan: ImpedimentAction[];
}

/** What the viewer has to do with an impediment. */
export interface ViewersPart {
  votes: boolean;
  watches: boolean;
  can: ImpedimentAction[];
}

/** What an impediment's row does not say: people and teams by id, and what the viewer has to do with it. */
export interface ImpedimentSurroundings extends ViewersPart {
  person(id: string): Person;
  team(id: string): Team;
  clock: ImpedimentClock | null;
  blockedTeamDays: number;
}

/** The row becomes the GraphQL object here and nowhere else. */
export function impedimentOf(row: ImpedimentRow, around: ImpedimentSurroundings): Impediment {
  return {
    id: globalId('Impediment', row.id),
    key: keyOf(row.number),
    title: row.title,
    ...(row.description !== undefined && { description: row.description }),
    category: row.category,
    severity: row.severity,
    state: row.state,
    level: row.level,
    levelSince: row.level_since,
    clockEndsAt: row.clock_ends_at,
    clock: around.clock,
    raisedBy: around.person(row.raised_by),
    raisedAt: row.raised_at,
    raisingTeam: around.team(row.raising_team_id),
    source: row.source && sourceOf(row.source),
    owner: row.owner_id === null ? null : around.person(row.owner_id),
    dueOn: row.due_on,
    nextStep: row.next_step,
    resolution: row.resolution,
    declineReason: row.decline_reason,
    duplicateOfId: row.duplicate_of_id,
    triagedAt: row.triaged_at,
    startedAt: row.started_at,
    resolvedAt: row.resolved_at,
    closedAt: row.closed_at,
    reopenedCount: row.reopened_count,
    updatedAt: row.updated_at,
    version: row.version,
    affectedTeams: row.team_ids.map((id) => around.team(id)),
    blockedItems: row.items,
    labels: row.labels.map(labelOf),
    blockedTeamDays: around.blockedTeamDays,
    blockedTeamDaysPerDay: teamDaysAddedPerDay(row.state, row.team_ids.length),
    commentCount: row.comment_count,
    voteCount: row.vote_count,
    viewerVotes: around.votes,
    viewerWatches: around.watches,
    viewerCan: around.can,
  };
}

export const ImpedimentConnection = connectionOf(Impediment, 'Impediment');

@ObjectType({
  description:
    'All open impediments (RAISED to RESOLVED), at most 1,000, oldest first; `cursor` is where live changes go on from.',
})
export class ImpedimentBoard {
  @Field(() => [Impediment]) impediments: Impediment[];
  @Field(() => Boolean) truncated: boolean;
  @Field(() => Int) closedLast30Days: number;
  @Field(() => String) cursor: string;
}

@ObjectType()
export class ImpedimentLevel {
  @Field(() => Int) level: number;
  @Field(() => String) name: string;
  @Field(() => Int) clockWorkingHours: number;
  @Field(() => Boolean, { description: 'Whether time alone takes an impediment to the next level.' })
  escalatesByItself: boolean;
  @Field(() => Int, {
    nullable: true,
    description: 'How many working hours before the end its owner is reminded; null: not before.',
  })
  remindBeforeHours: number | null;
}

@ObjectType({ description: 'After a gap: `resync` true and nothing else of use; load afresh.' })
export class ImpedimentChange {
  @Field(() => String) cursor: string;
  @Field(() => Boolean) resync: boolean;
  @Field(() => String, { nullable: true }) event: string | null;
  @Field(() => [String]) changedFields: string[];
  @Field(() => ID, { nullable: true }) id: string | null;
  @Field(() => Int, { nullable: true }) version: number | null;
  @Field(() => Impediment, { nullable: true }) impediment: Impediment | null;
}
