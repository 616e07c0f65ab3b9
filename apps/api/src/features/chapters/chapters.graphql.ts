import { CHAPTER_PERIODS } from '@chapterhouse/domain/chapters/chapter-periods';
import type { RoleKind, Role } from '@chapterhouse/domain/organization/role';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { globalId } from '../../platform/graphql/global-id.js';
import { Node } from '../../platform/graphql/node.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { Person, RoleEnum, RoleKindEnum, RoleScope, roleScopeObject, Team } from '../organization/public.js';
import type { ChapterRow } from './chapter-row.js';

export const ChapterPeriodEnum = enumOf('ChapterPeriod', CHAPTER_PERIODS);

@ObjectType({
  implements: () => [Node],
  description: 'A Scrum Master chapter of an area, or of the organization.',
})
export class Chapter implements Node {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String, { description: 'Markdown: what it is for.' }) purpose: string;
  @Field(() => RoleScope) scope: RoleScope;
  @Field(() => Int) version: number;
  /** Not in the schema: what its other fields are loaded by. */
  row: ChapterRow;
}

@ObjectType()
export class ChapterMember {
  @Field(() => Person) person: Person;
  @Field(() => RoleEnum) role: Role;
  @Field(() => RoleKindEnum) kind: RoleKind;
  @Field(() => [Team]) teams: Team[];
  @Field(() => Boolean) away: boolean;
  @Field(() => Person, { nullable: true }) standIn: Person | null;
}

@ObjectType()
export class HoursOfLevel {
  @Field(() => Int) level: number;
  @Field(() => String) name: string;
  @Field(() => Float, { nullable: true }) hours: number | null;
  @Field(() => Int) count: number;
}

@ObjectType({ description: 'Null: no data. Hours are working hours, medians.' })
export class ChapterNumbers {
  @Field(() => DateScalar) from: string;
  @Field(() => DateScalar) endsBefore: string;
  @Field(() => Int) raised: number;
  @Field(() => Int) resolved: number;
  @Field(() => Float, { nullable: true }) hoursToTriage: number | null;
  @Field(() => [HoursOfLevel]) hoursToResolve: HoursOfLevel[];
  @Field(() => Float, { nullable: true }) overdueShare: number | null;
  @Field(() => Float, { nullable: true }) reopenedShare: number | null;
  @Field(() => Float, { nullable: true }) withoutEscalationShare: number | null;
}

/** The row becomes the GraphQL object here and nowhere else. */
export function chapterOf(row: ChapterRow): Chapter {
  return {
    id: globalId('Chapter', row.id),
    name: row.name,
    purpose: row.purpose,
    scope: roleScopeObject(row.area_id === null ? 'ORGANIZATION' : 'AREA', row.scope_id, row.scope_name),
    version: row.version,
    row,
  };
}
