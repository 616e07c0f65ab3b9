import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { AssignRoleInput } from './role-assignment.graphql.js';
import { RepeatableArgs } from './structure.args.js';

@ArgsType()
export class AssignRoleArgs extends RepeatableArgs {
  @Field(() => AssignRoleInput) input: AssignRoleInput;
}

@ArgsType()
export class EndRoleArgs extends RepeatableArgs {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => DateScalar) endsBefore: string;
}

@ArgsType()
export class HandOverRoleArgs extends RepeatableArgs {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => ID) toPersonId: string;
  @Field(() => DateScalar) on: string;
}

/** Assignments valid on a day. */
@ArgsType()
export class OnDayArgs {
  @Field(() => DateScalar, { nullable: true }) on?: string | null;
}

@ArgsType()
export class WhichAssignmentsArgs extends OnDayArgs {
  @Field(() => Boolean, { nullable: true }) all?: boolean | null;
}
