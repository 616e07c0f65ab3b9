import { progressOf } from '@chapterhouse/domain/communities/checklist-run';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../../platform/graphql/connection.js';
import { globalId } from '../../../platform/graphql/global-id.js';
import { Node } from '../../../platform/graphql/node.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import type { RunRow } from './runs.repository.js';

@ObjectType()
export class ChecklistStep {
  @Field(() => ID) id: string;
  @Field(() => String) text: string;
  @Field(() => String) hint: string;
  @Field(() => Int) depth: number;
}

@ObjectType()
export class RunStep {
  @Field(() => ChecklistStep) step: ChecklistStep;
  @Field(() => Boolean) done: boolean;
  @Field(() => DateTimeScalar, { nullable: true }) at: string | null;
  @Field(() => String) note: string;
  /** Not in the schema: who touched it last; null: nobody. */
  byId: string | null;
}

@ObjectType({ implements: () => [Node] })
export class ChecklistRun implements Node {
  @Field(() => ID) id: string;
  @Field(() => String) title: string;
  @Field(() => DateTimeScalar) startedAt: string;
  @Field(() => DateTimeScalar, { nullable: true }) endedAt: string | null;
  @Field(() => Int) done: number;
  @Field(() => Int) total: number;
  @Field(() => [RunStep]) steps: RunStep[];
  @Field(() => Int) rowVersion: number;
  /** Not in the schema: what its other fields are loaded by. */
  row: RunRow;
}

export const ChecklistRunConnection = connectionOf(ChecklistRun, 'ChecklistRun');

/** The row becomes the GraphQL object here and nowhere else. */
export function checklistRunOf(row: RunRow): ChecklistRun {
  const touched = new Map(Object.entries(row.touched));
  const steps = row.checklist.map((step) => {
    const { done = false, note = '', by = null, at = null } = touched.get(step.id) ?? {};
    return { step, done, note, byId: by, at };
  });
  return {
    id: globalId('ChecklistRun', row.id),
    title: row.title,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    ...progressOf(
      row.checklist,
      steps.map(({ step, done }) => ({ stepId: step.id, done })),
    ),
    steps,
    rowVersion: row.version,
    row,
  };
}
