import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { DateScalar } from '../../platform/graphql/scalars.js';

/** A mutation that may be sent again with the same key and takes effect once. */
@ArgsType()
export class RepeatableArgs {
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
export class EditOrganizationArgs extends RepeatableArgs {
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => String, { nullable: true }) timeZone?: string | null;
  @Field(() => [Int], { nullable: true }) workingDays?: number[] | null;
  @Field(() => Int, { nullable: true }) workingDayStarts?: number | null;
  @Field(() => Int, { nullable: true }) workingDayEnds?: number | null;
  @Field(() => [DateScalar], { nullable: true }) holidays?: string[] | null;
}

@InputType()
export class HolidayInput {
  @Field(() => DateScalar) date: string;
  @Field(() => String) name: string;
}

/** Only what is given changes; the list of holidays is given whole. */
@ArgsType()
export class EditWorkingCalendarArgs extends RepeatableArgs {
  @Field(() => Int, { description: "The organization's." }) version: number;
  @Field(() => String, { nullable: true }) timeZone?: string | null;
  @Field(() => [Int], { nullable: true }) workingDays?: number[] | null;
  @Field(() => Int, { nullable: true }) workingDayStarts?: number | null;
  @Field(() => Int, { nullable: true }) workingDayEnds?: number | null;
  @Field(() => [HolidayInput], { nullable: true }) holidays?: HolidayInput[] | null;
}

@ArgsType()
export class CreateProductArgs extends RepeatableArgs {
  @Field(() => String) name: string;
}

@ArgsType()
export class EditProductArgs extends RepeatableArgs {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String) name: string;
}

@ArgsType()
export class CreateAreaArgs extends RepeatableArgs {
  @Field(() => ID) productId: string;
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true }) purpose?: string | null;
}

/** Only what is given changes; `archivedOn: null` opens it again. */
@ArgsType()
export class EditAreaArgs extends RepeatableArgs {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => String, { nullable: true }) purpose?: string | null;
  @Field(() => DateScalar, { nullable: true }) archivedOn?: string | null;
}

@ArgsType()
export class CreateTeamArgs extends RepeatableArgs {
  @Field(() => ID) areaId: string;
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true }) purpose?: string | null;
}

/** As of an area. */
@ArgsType()
export class EditTeamArgs extends EditAreaArgs {}

@ArgsType()
export class MoveTeamArgs extends RepeatableArgs {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => ID) areaId: string;
}
