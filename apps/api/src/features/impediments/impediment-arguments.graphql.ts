import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import type { Viewer } from '../../platform/auth/viewer.js';
import { readId } from '../../platform/graphql/global-id.js';
import type { ImpedimentCall } from './impediment-transaction.js';

/** Of a mutation that adds something beside an impediment's own fields. */
@ArgsType()
export class PartArguments {
  @Field(() => ID) id: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

/** Of a mutation that changes an impediment's own fields: `version` is the one that the person saw. */
@ArgsType()
export class ChangeArguments {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
export class TeamArguments extends PartArguments {
  @Field(() => ID) teamId: string;
}

/**
 * What the use cases are called with.
 * @param input all else that was given
 * @throws NOT_FOUND for what is no id of an impediment
 */
export function callOf(viewer: Viewer, given: PartArguments | ChangeArguments, input: object = {}): ImpedimentCall {
  return {
    viewer,
    id: readId('Impediment', given.id),
    ...('version' in given && { version: given.version }),
    input,
    idempotencyKey: given.idempotencyKey,
  };
}

export function teamCallOf(viewer: Viewer, given: TeamArguments): ImpedimentCall & { teamId: string } {
  const teamId = readId('Team', given.teamId);
  return { ...callOf(viewer, given, { teamId }), teamId };
}
