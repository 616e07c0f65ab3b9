import type { CadenceKind, FacilitationMode } from '@chapterhouse/domain/cadences/cadence-kinds';
import { hintsOf } from '@chapterhouse/domain/cadences/cadence-templates';
import { sentenceOf } from '@chapterhouse/domain/cadences/recurrence-sentence';
import type { Role, ScopeKind } from '@chapterhouse/domain/organization/role';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { globalId } from '../../platform/graphql/global-id.js';
import { Node } from '../../platform/graphql/node.js';
import { DateScalar, DateTimeScalar, LocalDateTimeScalar } from '../../platform/graphql/scalars.js';
import { RoleEnum, RoleScope, roleScopeObject, ScopeKindEnum } from '../organization/public.js';
import { CadenceKindEnum, FacilitationModeEnum } from './cadence-enums.graphql.js';
import type { CadenceRow } from './cadence-row.js';

@ObjectType({ description: 'Who is invited: holders of these roles in the scope, and these people.' })
export class CadenceAudience {
  @Field(() => [RoleEnum]) roles: Role[];
  /** Not in the schema: what `people` are loaded by. */
  personIds: string[];
}

@ObjectType({
  description: 'A hint for an accountability: Product Owners listen at a Daily Scrum, they do not direct.',
})
export class RoleHint {
  @Field(() => RoleEnum) role: Role;
  @Field(() => String) words: string;
}

@ObjectType('CadenceTemplate')
export class CadenceTemplateObject {
  @Field(() => CadenceKindEnum) kind: CadenceKind;
  @Field(() => String) name: string;
  @Field(() => String) purpose: string;
  @Field(() => String) rule: string;
  @Field(() => Int) minutes: number;
  @Field(() => String) agenda: string;
  @Field(() => [RoleHint]) hints: readonly RoleHint[];
  @Field(() => [RoleEnum]) roles: readonly Role[];
  @Field(() => FacilitationModeEnum) facilitation: FacilitationMode;
  @Field(() => [ScopeKindEnum]) scopeKinds: readonly ScopeKind[];
  @Field(() => String, { nullable: true }) source: string | null;
}

@ObjectType({ implements: () => [Node], description: 'A series of meetings.' })
export class Cadence implements Node {
  @Field(() => ID) id: string;
  @Field(() => CadenceKindEnum) kind: CadenceKind;
  @Field(() => String) name: string;
  @Field(() => RoleScope) scope: RoleScope;
  /** Not in the schema: what `chapter` and `community` are loaded by. */
  chapterId: string | null;
  communityId: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'RFC 5545 recurrence rule without DTSTART: FREQ=WEEKLY;INTERVAL=2;BYDAY=TU. Null: takes place once.',
  })
  rule: string | null;
  @Field(() => String, { description: 'The rule for people: Every second Tuesday at 09:30.' }) sentence: string;
  @Field(() => LocalDateTimeScalar) startsAt: string;
  @Field(() => String) timeZone: string;
  @Field(() => Int) minutes: number;
  @Field(() => String) place: string;
  @Field(() => String, { description: 'Markdown.' }) agenda: string;
  @Field(() => [RoleHint]) hints: readonly RoleHint[];
  @Field(() => FacilitationModeEnum) facilitation: FacilitationMode;
  /** Not in the schema: what `facilitator` is loaded by. */
  facilitatorId: string | null;
  @Field(() => CadenceAudience) audience: CadenceAudience;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first wall-clock day on which it no longer takes place.',
  })
  endsBefore: string | null;
  /** Not in the schema: what `follows`, `followedBy` and `rota` are loaded by. */
  followsId: string | null;
  followedById: string | null;
  rootId: string;
  @Field(() => Int) version: number;
  @Field(() => DateTimeScalar) createdAt: string;
  @Field(() => DateTimeScalar) updatedAt: string;
}

export const CadenceConnection = connectionOf(Cadence, 'Cadence');

/** The row becomes the GraphQL object here and nowhere else. */
export function cadenceOf(row: CadenceRow): Cadence {
  return {
    id: globalId('Cadence', row.id),
    kind: row.kind,
    name: row.name,
    scope: roleScopeObject(row.scope_kind, row.scope_id, row.scope_name),
    chapterId: row.chapter_id,
    communityId: row.community_id,
    rule: row.rule,
    sentence: sentenceOf(row.rule, row.starts_at, row.time_zone),
    startsAt: row.starts_at,
    timeZone: row.time_zone,
    minutes: row.minutes,
    place: row.place,
    agenda: row.agenda,
    hints: hintsOf(row.kind),
    facilitation: row.facilitation,
    facilitatorId: row.facilitator_id,
    audience: { roles: row.roles, personIds: row.person_ids },
    endsBefore: row.ends_before,
    followsId: row.follows_id,
    followedById: row.followed_by_id,
    rootId: row.root_id,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
