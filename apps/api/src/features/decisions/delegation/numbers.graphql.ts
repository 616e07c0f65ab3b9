import type { DelegationLevel } from '@chapterhouse/domain/decisions/delegation-levels';
import type { DelegationNumbers, LevelNumbers } from '@chapterhouse/domain/decisions/delegation-numbers';
import { ArgsType, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar } from '../../../platform/graphql/scalars.js';
import { DelegationLevelEnum } from './delegation-enums.graphql.js';

@ObjectType()
export class DelegationLevelNumbers implements LevelNumbers {
  @Field(() => DelegationLevelEnum) level: DelegationLevel;
  @Field(() => Int) decided: number;
  @Field(() => Float, {
    nullable: true,
    description: 'Working hours from proposed to accepted or rejected; null where nothing was decided.',
  })
  medianHours: number | null;
  @Field(() => Int) vetoed: number;
}

@ObjectType('DelegationNumbers', {
  description:
    'How healthy delegation is, of what was accepted or rejected in a window of days; what files brought is not counted.',
})
export class DelegationNumbersObject implements DelegationNumbers {
  @Field(() => DateScalar) from: string;
  @Field(() => DateScalar) endsBefore: string;
  @Field(() => Int) decided: number;
  @Field(() => Int, { description: 'At ADVISE, INQUIRE, DELEGATE.' }) delegated: number;
  @Field(() => Float, { nullable: true, description: '0 to 1; null when nothing was decided.' })
  shareDelegated: number | null;
  @Field(() => Int, { description: 'Given in the window, whenever the decision was made.' }) vetoes: number;
  @Field(() => Int, { description: 'Asked in the window, and answered late or still open past their time.' })
  overdueConsents: number;
  @Field(() => Int, { description: 'Asked of somebody in the window: not those given by proposing.' }) consents: number;
  @Field(() => [DelegationLevelNumbers]) byLevel: DelegationLevelNumbers[];
}

@ArgsType()
export class DelegationNumbersArguments {
  @Field(() => DateScalar) from: string;
  @Field(() => DateScalar, { description: 'The day after the last; at most ten years.' }) endsBefore: string;
  @Field(() => ID, { nullable: true, description: 'A team, area, product or the organization, with all below it.' })
  scopeId?: string | null;
}
