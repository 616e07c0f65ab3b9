import { IDEA_STATES, type IdeaState, isTrialOverdue } from '@chapterhouse/domain/communities/idea-state';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../../platform/graphql/connection.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { globalId } from '../../../platform/graphql/global-id.js';
import { Node } from '../../../platform/graphql/node.js';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.js';
import type { IdeaRow } from './idea-row.js';

export const IdeaStateEnum = enumOf('IdeaState', IDEA_STATES);

@ObjectType({ implements: () => [Node] })
export class Idea implements Node {
  @Field(() => ID) id: string;
  @Field(() => String) title: string;
  @Field(() => String) words: string;
  @Field(() => IdeaStateEnum) state: IdeaState;
  @Field(() => DateTimeScalar) at: string;
  @Field(() => Int) votes: number;
  @Field(() => Boolean) viewerVoted: boolean;
  @Field(() => DateScalar, { nullable: true }) trialUntil: string | null;
  @Field(() => Boolean) trialOverdue: boolean;
  @Field(() => String, { nullable: true }) result: string | null;
  @Field(() => String, { nullable: true }) dropReason: string | null;
  @Field(() => Int) version: number;
  /** Not in the schema: what its other fields are loaded by. */
  row: IdeaRow;
}

export const IdeaConnection = connectionOf(Idea, 'Idea');

/** The row becomes the GraphQL object here and nowhere else. @param today YYYY-MM-DD */
export function ideaOf(row: IdeaRow, today: string): Idea {
  return {
    id: globalId('Idea', row.id),
    title: row.title,
    words: row.words,
    state: row.state,
    at: row.at,
    votes: row.votes,
    viewerVoted: row.viewer_voted,
    trialUntil: row.trial_until,
    trialOverdue: isTrialOverdue({ state: row.state, trialUntil: row.trial_until }, today),
    result: row.result,
    dropReason: row.drop_reason,
    version: row.version,
    row,
  };
}
