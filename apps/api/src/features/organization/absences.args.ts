import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { RepeatableArgs } from './structure.args.js';

@ArgsType()
export class RecordAbsenceArgs extends RepeatableArgs {
  @Field(() => ID) personId: string;
  @Field(() => DateScalar) startsOn: string;
  @Field(() => DateScalar) endsBefore: string;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@ArgsType()
export class RemoveAbsenceArgs extends RepeatableArgs {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
}
