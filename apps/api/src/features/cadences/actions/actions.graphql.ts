import { ACTION_STATES, type ActionState } from '@chapterhouse/domain/cadences/action-state';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../../platform/graphql/connection.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { globalId } from '../../../platform/graphql/global-id.js';
import { Node } from '../../../platform/graphql/node.js';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.js';
import type { OccurrenceRef } from '../occurrence-id.js';
import { type ActionRow, refOf } from './action-row.js';

export const ActionStateEnum = enumOf('ActionState', ACTION_STATES);

@ObjectType({ implements: () => [Node], description: 'An action: a small promise with an owner and a date.' })
export class ActionItem implements Node {
  @Field(() => ID) id: string;
  @Field(() => String) title: string;
  @Field(() => DateScalar) dueOn: string;
  @Field(() => ActionStateEnum) state: ActionState;
  @Field(() => String, { nullable: true, description: 'What came of it, or why it was dropped.' })
  result: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) endedAt: string | null;
  /** Not in the schema: what people, `occurrence`, `impediment` and `team` are loaded by. */
  ownerId: string;
  ref: OccurrenceRef | null;
  chapterId: string | null;
  impedimentId: string | null;
  teamId: string | null;
  createdById: string;
  @Field(() => DateTimeScalar) createdAt: string;
  @Field(() => Int) version: number;
}

export const ActionItemConnection = connectionOf(ActionItem, 'ActionItem');

@InputType()
export class ActionFilter {
  @Field(() => Boolean, { nullable: true }) mine?: boolean | null;
  @Field(() => ActionStateEnum, { nullable: true }) state?: ActionState | null;
  @Field(() => ID, { nullable: true }) cadenceId?: string | null;
  @Field(() => ID, { nullable: true }) chapterId?: string | null;
  @Field(() => ID, { nullable: true }) teamId?: string | null;
  @Field(() => Boolean, { nullable: true }) overdue?: boolean | null;
}

@InputType()
export class ActionInput {
  @Field(() => String) title: string;
  @Field(() => ID) ownerId: string;
  @Field(() => DateScalar) dueOn: string;
  @Field(() => ID, { nullable: true }) occurrenceId?: string | null;
  @Field(() => ID, { nullable: true }) chapterId?: string | null;
  @Field(() => ID, { nullable: true }) impedimentId?: string | null;
  @Field(() => ID, { nullable: true }) teamId?: string | null;
}

@InputType()
export class ActionChanges {
  @Field(() => String, { nullable: true }) title?: string | null;
  @Field(() => ID, { nullable: true }) ownerId?: string | null;
  @Field(() => DateScalar, { nullable: true }) dueOn?: string | null;
}

/** The row becomes the GraphQL object here and nowhere else. */
export function actionOf(row: ActionRow): ActionItem {
  return {
    id: globalId('ActionItem', row.id),
    title: row.title,
    dueOn: row.due_on,
    state: row.state,
    result: row.result === '' ? null : row.result,
    endedAt: row.ended_at,
    ownerId: row.owner_id,
    ref: refOf(row),
    chapterId: row.chapter_id,
    impedimentId: row.impediment_id,
    teamId: row.team_id,
    createdById: row.created_by,
    createdAt: row.created_at,
    version: row.version,
  };
}
