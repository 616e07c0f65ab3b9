import type { DelegateKind } from '@chapterhouse/domain/decisions/delegation-cell';
import type { DelegationAction } from '@chapterhouse/domain/decisions/delegation-policy';
import type { DelegationLevel } from '@chapterhouse/domain/decisions/delegation-levels';
import type { DelegationTemplate, TemplateCell } from '@chapterhouse/domain/decisions/delegation-templates';
import type { Role } from '@chapterhouse/domain/organization/role';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Node } from '../../../platform/graphql/node.js';
import { ActionScalar, DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { Person, RoleEnum, RoleScope } from '../../organization/public.js';
import { DelegateKindEnum, DelegationLevelEnum } from './delegation-enums.graphql.js';

@ObjectType({
  description:
    'Whom a cell trusts: everybody in the teams of the scope (TEAM), the holder of a role (ROLE), one person.',
})
export class Delegate {
  @Field(() => DelegateKindEnum) kind: DelegateKind;
  @Field(() => RoleEnum, { nullable: true }) role: Role | null;
  @Field(() => Person, { nullable: true }) person: Person | null;
  @Field(() => String) name: string;
}

@ObjectType({ implements: () => [Node], description: 'What an organization decides about.' })
export class DecisionArea implements Node {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String) description: string;
  @Field(() => Boolean) archived: boolean;
  @Field(() => Int) version: number;
}

@ObjectType('DelegationCell')
export class DelegationCellObject {
  @Field(() => DecisionArea) decisionArea: DecisionArea;
  @Field(() => DelegationLevelEnum) level: DelegationLevel;
  @Field(() => Delegate) delegate: Delegate;
  @Field(() => Int, { description: 'Working hours of the veto; 0: none. Only with ADVISE and INQUIRE.' })
  vetoHours: number;
  @Field(() => Int, { description: 'Working hours in which advice and consent are due.' }) answerHours: number;
  @Field(() => String, { description: 'One sentence: what it means here.' }) sentence: string;
  @Field(() => RoleScope, {
    nullable: true,
    description: "The scope that it is inherited from; null where it is this board's own.",
  })
  inheritedFrom: RoleScope | null;
}

@ObjectType()
export class DelegationBoardVersion {
  @Field(() => Int) number: number;
  @Field(() => Person) savedBy: Person;
  @Field(() => DateTimeScalar) savedAt: string;
  @Field(() => String) note: string;
  @Field(() => [DelegationCellObject]) cells: DelegationCellObject[];
}

@ObjectType()
export class DelegationBoard {
  @Field(() => RoleScope) scope: RoleScope;
  @Field(() => Int, {
    description: '0: none was ever saved; everything is inherited, or decided by the accountable one.',
  })
  number: number;
  @Field(() => Person, { nullable: true }) savedBy: Person | null;
  @Field(() => DateTimeScalar, { nullable: true }) savedAt: string | null;
  @Field(() => [DelegationCellObject], {
    description: 'One for each decision area that has one here or above; the nearest wins.',
  })
  cells: DelegationCellObject[];
  @Field(() => [DecisionArea]) decisionAreas: DecisionArea[];
  @Field(() => [ActionScalar]) viewerCan: DelegationAction[];
}

@ObjectType('DelegationTemplateCell')
class DelegationTemplateCellObject implements TemplateCell {
  @Field(() => String) decisionArea: string;
  @Field(() => String) description: string;
  @Field(() => DelegationLevelEnum) level: DelegationLevel;
  @Field(() => DelegateKindEnum) delegateKind: 'TEAM' | 'ROLE';
  @Field(() => RoleEnum, { nullable: true }) role: Role | null;
  @Field(() => Int) vetoHours: number;
  @Field(() => Int) answerHours: number;
}

@ObjectType('DelegationTemplate', { description: 'A board for a start: to be looked at, changed and saved.' })
export class DelegationTemplateObject implements DelegationTemplate {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String) description: string;
  @Field(() => [DelegationTemplateCellObject]) cells: DelegationTemplateCellObject[];
}

@InputType()
export class DelegationCellInput {
  @Field(() => ID) decisionAreaId: string;
  @Field(() => DelegationLevelEnum) level: DelegationLevel;
  @Field(() => DelegateKindEnum) delegateKind: DelegateKind;
  @Field(() => RoleEnum, { nullable: true }) role?: Role | null;
  @Field(() => ID, { nullable: true }) personId?: string | null;
  @Field(() => Int, { nullable: true, description: '16 when omitted, where the level has a veto.' })
  vetoHours?: number | null;
  @Field(() => Int, { nullable: true, description: '16 when omitted.' }) answerHours?: number | null;
}
