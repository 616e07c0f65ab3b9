import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { DateScalar } from '../../../platform/graphql/scalars.js';

@ArgsType()
export class RequestDependencyArguments {
  @Field(() => ID) consumerId: string;
  @Field(() => ID, { nullable: true }) providerId?: string | null;
  @Field(() => ID, { nullable: true }) providerTeamId?: string | null;
  @Field(() => DateScalar) neededBy: string;
  @Field(() => String) words: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

/** Of a mutation of an existing dependency: `version` is the one that the person saw. */
@ArgsType()
export class DependencyArguments {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
