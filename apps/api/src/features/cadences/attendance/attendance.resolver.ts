import type { InvitationAnswer, OutcomeKind } from '@chapterhouse/domain/cadences/meeting-events';
import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId, readIds } from '../../../platform/graphql/global-id.js';
import { DateScalar } from '../../../platform/graphql/scalars.js';
import { readOccurrenceId } from '../occurrence-id.js';
import { Occurrence } from '../occurrences.graphql.js';
import { InvitationAnswerEnum, OutcomeKindEnum } from './attendance.graphql.js';
import { ChangeOutcomes } from './change-outcomes.js';
import { RecordAttendance } from './record-attendance.js';

@ArgsType()
class OutcomeArguments {
  @Field(() => ID) occurrenceId: string;
  @Field(() => OutcomeKindEnum) kind: OutcomeKind;
  @Field(() => String, { nullable: true }) text?: string | null;
  @Field(() => String, { nullable: true }) decisionKey?: string | null;
  @Field(() => String, { nullable: true }) impedimentKey?: string | null;
  @Field(() => ID, { nullable: true }) ownerId?: string | null;
  @Field(() => DateScalar, { nullable: true }) dueOn?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@Resolver()
export class AttendanceResolver {
  constructor(
    @Inject(RecordAttendance) private readonly recording: RecordAttendance,
    @Inject(ChangeOutcomes) private readonly outcomes: ChangeOutcomes,
  ) {}

  @Mutation(() => Occurrence)
  @Action('occurrence:answer')
  answerOccurrence(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('answer', { type: () => InvitationAnswerEnum, nullable: true }) answer: InvitationAnswer | null | undefined,
    @Args('idempotencyKey', { type: () => String, nullable: true }) idempotencyKey: string | null | undefined,
  ): Promise<Occurrence> {
    const call = { viewer, ref: readOccurrenceId(id), input: { answer: answer ?? null }, idempotencyKey };
    return this.recording.answer(call, answer ?? null);
  }

  @Mutation(() => Occurrence)
  @Action('occurrence:record-attendance')
  recordAttendance(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('attendedIds', { type: () => [ID] }) attendedIds: string[],
    @Args('missedIds', { type: () => [ID] }) missedIds: string[],
    @Args('idempotencyKey', { type: () => String, nullable: true }) idempotencyKey: string | null | undefined,
  ): Promise<Occurrence> {
    const call = { viewer, ref: readOccurrenceId(id), input: { attendedIds, missedIds }, idempotencyKey };
    return this.recording.record(call, readIds('Person', attendedIds), readIds('Person', missedIds));
  }

  @Mutation(() => Occurrence)
  @Action('occurrence:add-outcome')
  addOutcome(@CurrentViewer() viewer: Viewer, @Args() given: OutcomeArguments): Promise<Occurrence> {
    const { occurrenceId, idempotencyKey, ...input } = given;
    return this.outcomes.add({ viewer, ref: readOccurrenceId(occurrenceId), input, idempotencyKey }, input);
  }

  @Mutation(() => Occurrence)
  @Action('occurrence:remove-outcome')
  removeOutcome(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) idempotencyKey: string | null | undefined,
  ): Promise<Occurrence> {
    return this.outcomes.remove(viewer, readId('Outcome', id), idempotencyKey);
  }
}
