import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { globalId } from '../../platform/graphql/global-id.js';
import { Node } from '../../platform/graphql/node.js';
import { DateScalar } from '../../platform/graphql/scalars.js';

@ObjectType({ implements: () => [Node] })
export class Organization implements Node {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String) slug: string;
  @Field(() => String) timeZone: string;
  @Field(() => [Int]) workingDays: number[];
  @Field(() => Int) workingDayStarts: number;
  @Field(() => Int) workingDayEnds: number;
  @Field(() => [DateScalar]) holidays: string[];
  @Field(() => Boolean) demo: boolean;
  @Field(() => Int) version: number;
}

/** Columns of `organizations`. */
export interface OrganizationRow {
  organization_id: string;
  name: string;
  slug: string;
  time_zone: string;
  working_days: number[];
  working_day_starts: number;
  working_day_ends: number;
  holidays: string[];
  demo: boolean;
  version: number;
}

export function organizationObject(row: OrganizationRow): Organization {
  return {
    id: globalId('Organization', row.organization_id),
    name: row.name,
    slug: row.slug,
    timeZone: row.time_zone,
    workingDays: row.working_days,
    workingDayStarts: row.working_day_starts,
    workingDayEnds: row.working_day_ends,
    holidays: row.holidays,
    demo: row.demo,
    version: row.version,
  };
}
