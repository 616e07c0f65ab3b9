import type { AccountabilityAnswer } from '@chapterhouse/domain/organization/accountability';
import type { OrganizationWarningCode } from '@chapterhouse/domain/organization/organization-warnings';
import type { Role } from '@chapterhouse/domain/organization/role';
import { Field, ObjectType } from '@nestjs/graphql';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { Person } from './person.graphql.js';
import { AnswersBecauseEnum, OrganizationWarningCodeEnum, RoleEnum } from './role.graphql.js';
import { RoleScope } from './role-scope.graphql.js';
import { Team } from './team.graphql.js';

@ObjectType({ description: 'Who answers for a role in a scope on a date.' })
export class Accountability {
  @Field(() => RoleEnum) role: Role;
  @Field(() => RoleScope) scope: RoleScope;
  @Field(() => Person, { nullable: true }) holder: Person | null;
  @Field(() => AnswersBecauseEnum) because: AccountabilityAnswer['because'];
  @Field(() => Person, { nullable: true }) primary: Person | null;
  @Field(() => DateScalar, { nullable: true }) primaryAbsentUntil: string | null;
}

@ObjectType()
export class OrganizationWarning {
  @Field(() => OrganizationWarningCodeEnum) code: OrganizationWarningCode;
  @Field(() => RoleEnum, { nullable: true }) role: Role | null;
  @Field(() => RoleScope, { nullable: true }) scope: RoleScope | null;
  @Field(() => [Person]) people: Person[];
  @Field(() => [Team]) teams: Team[];
}
