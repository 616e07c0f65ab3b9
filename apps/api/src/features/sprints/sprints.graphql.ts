import { SPRINT_STATES, type SprintState } from '@chapterhouse/domain/sprints/sprint-fields';
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { globalId } from '../../platform/graphql/global-id.js';
import { Node } from '../../platform/graphql/node.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { shownNumbers, type SprintRow } from './sprint-row.js';

export const SprintStateEnum: Record<string, SprintState> = Object.fromEntries(
  SPRINT_STATES.map((state) => [state, state]),
);
registerEnumType(SprintStateEnum, { name: 'SprintState', description: 'Planned, running, finished.' });

@ObjectType({ description: 'What the items of an imported sprint add up to, whatever was said by hand.' })
export class SprintCount {
  @Field(() => Int, { nullable: true }) plannedItems: number | null;
  @Field(() => Float, { nullable: true }) plannedPoints: number | null;
  @Field(() => Int, { nullable: true }) doneItems: number | null;
  @Field(() => Float, { nullable: true }) donePoints: number | null;
}

@ObjectType({
  implements: () => [Node],
  description: 'A Sprint of one team, as a record of what was planned and done.',
})
export class Sprint implements Node {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String, { description: 'The Sprint Goal; empty when none is known.' }) goal: string;
  @Field(() => SprintStateEnum) state: SprintState;
  @Field(() => DateScalar, { nullable: true }) startsOn: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'The day after its last.' }) endsBefore: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Null: not known. Of an import: all items that were in it; its files do not say which came later.',
  })
  plannedItems: number | null;
  @Field(() => Float, { nullable: true, description: 'Null: not known, or the team does not estimate.' })
  plannedPoints: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Null: not known. Of an import: those of its items that were resolved while it ran.',
  })
  doneItems: number | null;
  @Field(() => Float, { nullable: true }) donePoints: number | null;
  @Field(() => Boolean, { description: 'Brought by an import; nobody recorded it by hand.' }) imported: boolean;
  @Field(() => [String], {
    description: 'Fields of an imported sprint that somebody changed here. Imports leave them alone, and say so.',
  })
  editedByHand: string[];
  @Field(() => SprintCount, { nullable: true, description: 'Null for one that was recorded by hand.' })
  counted: SprintCount | null;
  @Field(() => Int) version: number;
  /** Not in the schema: what `team` is loaded by. */
  teamId: string;
}

export const SprintConnection = connectionOf(Sprint, 'Sprint');

/** The row becomes the GraphQL object here and nowhere else. */
export function sprintOf(row: SprintRow): Sprint {
  const { startsOn: _startsOn, endsBefore: _endsBefore, ...counted } = row.by_import;
  return {
    id: globalId('Sprint', row.id),
    name: row.name,
    goal: row.goal,
    state: row.state,
    ...shownNumbers(row),
    imported: row.imported,
    editedByHand: row.edited_by_hand,
    counted: row.imported ? counted : null,
    version: row.version,
    teamId: row.team_id,
  };
}

@InputType()
export class RecordSprintInput {
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true }) goal?: string | null;
  @Field(() => SprintStateEnum) state: SprintState;
  @Field(() => DateScalar, { nullable: true, description: 'A finished one needs both days.' }) startsOn?: string | null;
  @Field(() => DateScalar, { nullable: true }) endsBefore?: string | null;
  @Field(() => Int, { nullable: true }) plannedItems?: number | null;
  @Field(() => Float, { nullable: true }) plannedPoints?: number | null;
  @Field(() => Int, { nullable: true }) doneItems?: number | null;
  @Field(() => Float, { nullable: true }) donePoints?: number | null;
}

@InputType({
  description:
    'Only the given fields change. Null clears goal, days and numbers; of an imported sprint it takes back what was said here, so that the import tells days and numbers again.',
})
export class EditSprintInput {
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => String, { nullable: true }) goal?: string | null;
  @Field(() => SprintStateEnum, { nullable: true }) state?: SprintState | null;
  @Field(() => DateScalar, { nullable: true }) startsOn?: string | null;
  @Field(() => DateScalar, { nullable: true }) endsBefore?: string | null;
  @Field(() => Int, { nullable: true }) plannedItems?: number | null;
  @Field(() => Float, { nullable: true }) plannedPoints?: number | null;
  @Field(() => Int, { nullable: true }) doneItems?: number | null;
  @Field(() => Float, { nullable: true }) donePoints?: number | null;
}

@InputType({ description: 'What is left out stays as it is; without a last day, it is the planned one or today.' })
export class FinishSprintInput {
  @Field(() => DateScalar, { nullable: true }) startsOn?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'The day after its last.' }) endsBefore?: string | null;
  @Field(() => Int, { nullable: true }) doneItems?: number | null;
  @Field(() => Float, { nullable: true }) donePoints?: number | null;
}
