import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { RepeatableArgs } from './structure.args.js';

@ArgsType()
export class AddPersonArgs extends RepeatableArgs {
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true }) email?: string | null;
}

/** Only what is given changes; `email: null` forgets it. */
@ArgsType()
export class EditPersonArgs extends RepeatableArgs {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => String, { nullable: true }) email?: string | null;
}

@ArgsType()
export class DeactivatePersonArgs extends RepeatableArgs {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
}

@ArgsType()
export class PeopleArgs {
  @Field(() => Int, { nullable: true }) first?: number | null;
  @Field(() => String, { nullable: true }) after?: string | null;
  @Field(() => String, { nullable: true }) search?: string | null;
}
