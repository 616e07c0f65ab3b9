import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar } from '../../../platform/graphql/scalars.js';
import { Team } from '../../organization/public.js';

@ObjectType()
export class MyFacilitationMonth {
  @Field(() => String) month: string;
  @Field(() => Int) held: number;
  @Field(() => Int) facilitatedByMe: number;
}

@ObjectType()
export class MyFacilitationOfTeam {
  @Field(() => Team) team: Team;
  @Field(() => Int) held: number;
  @Field(() => Int) facilitatedByMe: number;
  @Field(() => Int) facilitatedByOthers: number;
  @Field(() => [MyFacilitationMonth]) months: MyFacilitationMonth[];
}

@ObjectType({ description: 'A mirror, for the Scrum Master alone: nobody else is told these numbers.' })
export class MyFacilitation {
  @Field(() => DateScalar) from: string;
  @Field(() => DateScalar) endsBefore: string;
  @Field(() => [MyFacilitationOfTeam]) teams: MyFacilitationOfTeam[];
}
