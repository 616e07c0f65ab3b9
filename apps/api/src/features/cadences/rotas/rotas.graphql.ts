import type { RotaPurpose, TurnReason } from '@chapterhouse/domain/cadences/rota';
import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { globalId } from '../../../platform/graphql/global-id.js';
import { Node } from '../../../platform/graphql/node.js';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.js';
import type { OccurrenceRef } from '../occurrence-id.js';
import { RotaPurposeEnum, TurnReasonEnum } from './rota-enums.graphql.js';
import type { RotaRow } from './rota-row.js';

@ObjectType({ implements: () => [Node] })
export class Rota implements Node {
  @Field(() => ID) id: string;
  @Field(() => RotaPurposeEnum) purpose: RotaPurpose;
  @Field(() => String) name: string;
  /** Not in the schema: what `team` and `cadence` are loaded by. */
  teamId: string | null;
  rootId: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Of the others: which days a turn begins. RFC 5545.',
  })
  rule: string | null;
  @Field(() => DateScalar) startsOn: string;
  @Field(() => Int, {
    description: 'How many take a turn together: reviewers, a pair; all of a mob, with the first one at the keyboard.',
  })
  size: number;
  @Field(() => Int) version: number;
}

@ObjectType('TurnPerson')
export class RotaTurnPerson {
  /** Not in the schema: what `person` and `insteadOf` are loaded by. */
  personId: string;
  insteadOfId: string | null;
  @Field(() => TurnReasonEnum) reason: TurnReason;
}

@ObjectType()
export class RotaMember {
  /** Not in the schema: what `person` is loaded by. */
  personId: string;
  @Field(() => DateScalar) since: string;
}

@ObjectType()
export class RotaTurn {
  @Field(() => ID) id: string;
  /** Not in the schema: what `rota` and `occurrence` are loaded by, and who is left over. */
  rotaId: string;
  ref: OccurrenceRef | null;
  leftOverIds: string[];
  presentCount: number;
  @Field(() => DateTimeScalar) startsAt: string;
  @Field(() => DateScalar) on: string;
  @Field(() => [RotaTurnPerson]) people: RotaTurnPerson[];
  @Field(() => Boolean) past: boolean;
}

@ObjectType({
  description: 'The last and the next quarter: turns taken and planned beside the share that being there asks for.',
})
export class RotaShare {
  /** Not in the schema: what `person` is loaded by. */
  personId: string;
  @Field(() => Int) taken: number;
  @Field(() => Int) planned: number;
  @Field(() => Float, { description: 'Turns, by the days that they are there.' }) fair: number;
  @Field(() => Int) skipped: number;
  @Field(() => DateScalar, { nullable: true }) lastOn: string | null;
  @Field(() => DateScalar, { nullable: true }) nextOn: string | null;
}

@InputType()
export class RotaInput {
  @Field(() => RotaPurposeEnum) purpose: RotaPurpose;
  @Field(() => String) name: string;
  @Field(() => ID) teamId: string;
  @Field(() => String) rule: string;
  @Field(() => DateScalar) startsOn: string;
  @Field(() => Int) size: number;
  @Field(() => [ID]) personIds: string[];
}

@InputType()
export class RotaChanges {
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => String, { nullable: true }) rule?: string | null;
  @Field(() => Int, { nullable: true }) size?: number | null;
  @Field(() => [ID], { nullable: true }) personIds?: string[] | null;
}

/** The row becomes the GraphQL object here and nowhere else. */
export function rotaOf(row: RotaRow): Rota {
  return {
    id: globalId('Rota', row.id),
    purpose: row.purpose,
    name: row.name,
    teamId: row.team_id,
    rootId: row.root_id,
    rule: row.rule,
    startsOn: row.starts_on,
    size: row.size,
    version: row.version,
  };
}
