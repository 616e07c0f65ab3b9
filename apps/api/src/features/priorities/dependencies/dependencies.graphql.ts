import type { DependencyConflict } from '@chapterhouse/domain/priorities/dependency-conflicts';
import type { DependencyState } from '@chapterhouse/domain/priorities/dependency-state';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../../platform/graphql/connection.js';
import { globalId } from '../../../platform/graphql/global-id.js';
import { Node } from '../../../platform/graphql/node.js';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { Area } from '../../organization/public.js';
import { DependencyConflictEnum, DependencyStateEnum } from './dependency-enums.graphql.js';
import { answerDueAtOf, dependencyKeyOf, type DependencyRow } from './dependency-row.js';

/** The parts that are people, items and places are loaded by the ids, see `dependency-parts.resolver`. */
@ObjectType({ implements: () => [Node] })
export class Dependency implements Node {
  @Field(() => ID) id: string;
  @Field(() => String) key: string;
  @Field(() => DependencyStateEnum) state: DependencyState;
  @Field(() => String) words: string;
  @Field(() => DateScalar) neededBy: string;
  @Field(() => DateScalar, { nullable: true, description: 'Committed for.' }) promisedFor: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Proposed by the provider instead.' })
  proposedFor: string | null;
  @Field(() => DateTimeScalar) requestedAt: string;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "In the organization's working time; only while REQUESTED or COUNTERED.",
  })
  answerDueAt: string | null;
  @Field(() => Int) version: number;
  @Field(() => DateTimeScalar) updatedAt: string;
  /** Not in the schema: what its parts are loaded by. */
  consumerId: string;
  providerId: string | null;
  providerTeamId: string | null;
  providerAreaId: string | null;
  consumerAreaId: string | null;
  requestedById: string;
  impedimentId: string | null;
}

/** Whoever did a step is loaded by the id. */
@ObjectType()
export class DependencyStep {
  @Field(() => DependencyStateEnum) state: DependencyState;
  @Field(() => DateTimeScalar) at: string;
  @Field(() => DateScalar, { nullable: true }) date: string | null;
  @Field(() => String) words: string;
  byId: string;
}

export const DependencyConnection = connectionOf(Dependency, 'Dependency');
export type DependencyConnection = InstanceType<typeof DependencyConnection>;

@ObjectType()
export class DependencyLine {
  @Field(() => Dependency) dependency: Dependency;
  @Field(() => Area, { nullable: true }) consumerArea: Area | null;
  @Field(() => Area, { nullable: true }) providerArea: Area | null;
  @Field(() => DateScalar) neededBy: string;
  @Field(() => DateScalar, { nullable: true }) promisedFor: string | null;
  @Field(() => [DependencyConflictEnum]) conflicts: DependencyConflict[];
}

@ObjectType({ description: 'Lines between areas over time, drawn by the needed-by day.' })
export class DependencyMap {
  @Field(() => [Area]) areas: Area[];
  @Field(() => DateScalar) from: string;
  @Field(() => DateScalar) endsBefore: string;
  @Field(() => [DependencyLine]) lines: DependencyLine[];
}

@InputType()
export class DependencyFilter {
  @Field(() => ID, { nullable: true, description: 'Either side is of it.' }) productId?: string | null;
  @Field(() => [DependencyStateEnum], { nullable: true }) states?: DependencyState[] | null;
  @Field(() => [ID], { nullable: true }) areaIds?: string[] | null;
  @Field(() => [ID], { nullable: true }) teamIds?: string[] | null;
  @Field(() => ID, { nullable: true }) itemId?: string | null;
  @Field(() => Boolean, { nullable: true }) conflicts?: boolean | null;
  @Field(() => Boolean, { nullable: true }) waitsForMe?: boolean | null;
  @Field(() => Boolean, { nullable: true }) askedByMe?: boolean | null;
}

export function dependencyOf(row: DependencyRow): Dependency {
  return {
    id: globalId('Dependency', row.id),
    key: dependencyKeyOf(row.number),
    state: row.state,
    words: row.words,
    neededBy: row.needed_by,
    promisedFor: row.promised_for,
    proposedFor: row.proposed_for,
    requestedAt: row.requested_at,
    answerDueAt: answerDueAtOf(row),
    version: row.version,
    updatedAt: row.updated_at,
    consumerId: row.consumer.id,
    providerId: row.provider?.id ?? null,
    providerTeamId: row.provider_team_id,
    providerAreaId: row.provider_area_id,
    consumerAreaId: row.consumer.area_id,
    requestedById: row.requested_by,
    impedimentId: row.impediment_id,
  };
}
