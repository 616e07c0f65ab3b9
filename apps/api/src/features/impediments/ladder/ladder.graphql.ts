import type { LadderAction } from '@chapterhouse/domain/impediments/ladder-policy';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { globalId } from '../../../platform/graphql/global-id.js';
import { ActionScalar } from '../../../platform/graphql/scalars.js';
import type { Ladder } from '../impediment-levels.js';
import { ImpedimentLevel } from '../impediments.graphql.js';

@ObjectType({ description: 'The levels of the organization. Edited whole: its version is one.' })
export class ImpedimentLadder {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => [ImpedimentLevel], { description: 'The lowest first.' }) levels: ImpedimentLevel[];
  @Field(() => [ActionScalar]) viewerCan: LadderAction[];
}

export function ladderObject(organizationId: string, ladder: Ladder, viewerCan: LadderAction[]): ImpedimentLadder {
  const { version, levels } = ladder;
  return { id: globalId('ImpedimentLadder', organizationId), version, levels: [...levels], viewerCan };
}

@InputType()
export class ImpedimentLevelInput {
  @Field(() => Int, { description: '1 is the lowest.' }) level: number;
  @Field(() => String) name: string;
  @Field(() => Int) clockWorkingHours: number;
  @Field(() => Boolean) escalatesByItself: boolean;
  @Field(() => Int, { nullable: true, description: 'Null: its owner is not reminded before the end.' })
  remindBeforeHours?: number | null;
}
