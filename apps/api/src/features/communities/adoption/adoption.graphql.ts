import { ADOPTION_FEELS, type AdoptionFeel, behindBy } from '@chapterhouse/domain/communities/adoption';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { globalId } from '../../../platform/graphql/global-id.js';
import { Node } from '../../../platform/graphql/node.js';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.js';
import type { AdoptionRow } from './adoptions.repository.js';

export const AdoptionFeelEnum = enumOf('AdoptionFeel', ADOPTION_FEELS);

@ObjectType({ implements: () => [Node] })
export class Adoption implements Node {
  @Field(() => ID) id: string;
  @Field(() => DateScalar) since: string;
  @Field(() => DateScalar, { nullable: true }) until: string | null;
  @Field(() => AdoptionFeelEnum, { nullable: true }) feel: AdoptionFeel | null;
  @Field(() => String) note: string;
  @Field(() => Int) behindBy: number;
  @Field(() => DateTimeScalar, { nullable: true }) nudgedAt: string | null;
  @Field(() => Int) rowVersion: number;
  /** Not in the schema: what its other fields are loaded by. */
  row: AdoptionRow;
}

/** The row becomes the GraphQL object here and nowhere else. */
export function adoptionOf(row: AdoptionRow): Adoption {
  return {
    id: globalId('Adoption', row.id),
    since: row.since,
    until: row.until,
    feel: row.feel,
    note: row.note,
    behindBy: row.until === null ? behindBy(row.number, row.latest) : 0,
    nudgedAt: row.nudged_at,
    rowVersion: row.version,
    row,
  };
}

@ObjectType()
export class AdoptionOfVersion {
  @Field(() => Int) teams: number;
  /** Not in the schema: what its version is loaded by. */
  versionId: string;
  number: number;
}

@ObjectType()
export class AdoptionMonth {
  @Field(() => String) month: string;
  @Field(() => Int) teams: number;
  @Field(() => Int) current: number;
}

@ObjectType()
export class AdoptionSummary {
  @Field(() => Int) teams: number;
  @Field(() => Int) current: number;
  @Field(() => Int) behind: number;
  @Field(() => [AdoptionOfVersion], { description: 'The latest version first.' }) byVersion: AdoptionOfVersion[];
  @Field(() => [Adoption]) adoptions: Adoption[];
  @Field(() => [Adoption], { description: 'Those who are furthest behind first.' }) behindTeams: Adoption[];
  @Field(() => [AdoptionMonth]) overTime: AdoptionMonth[];
}

/** @param adoptions that last */
export function adoptionSummaryOf(
  adoptions: Adoption[],
  byVersion: AdoptionOfVersion[],
  overTime: AdoptionMonth[],
): AdoptionSummary {
  const behindTeams = adoptions.filter((adoption) => adoption.behindBy > 0);
  return {
    teams: adoptions.length,
    current: adoptions.length - behindTeams.length,
    behind: behindTeams.length,
    byVersion,
    adoptions,
    behindTeams: behindTeams.sort((one, other) => other.behindBy - one.behindBy),
    overTime,
  };
}
