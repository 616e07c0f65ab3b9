import type { DecisionKind } from '@chapterhouse/domain/decisions/decision-fields';
import type { DecisionState } from '@chapterhouse/domain/decisions/decision-state';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../../platform/graphql/connection.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { DateScalar } from '../../../platform/graphql/scalars.js';
import { DecisionKindEnum, DecisionStateEnum } from '../decision-enums.graphql.js';
import { Decision } from '../decisions.graphql.js';
import { DECISION_ORDERS, type DecisionOrder } from './search-sql.js';

export const DecisionOrderEnum = enumOf('DecisionOrder', DECISION_ORDERS);

@InputType()
export class DecisionFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'A key; or words, also of names of its people and of keys and titles of what it touches: the last one may be unfinished, "in quotes" as they stand, -not this. Misspelt ones are put right where nothing is found.',
  })
  text?: string | null;
  @Field(() => [DecisionStateEnum], { nullable: true }) states?: DecisionState[] | null;
  @Field(() => [DecisionKindEnum], { nullable: true }) kinds?: DecisionKind[] | null;
  @Field(() => ID, {
    nullable: true,
    description: 'PRODUCT, AREA, TEAM or ORGANIZATION scope ids; with `within`, everything below as well.',
  })
  scopeId?: string | null;
  @Field(() => Boolean, { nullable: true }) within?: boolean | null;
  @Field(() => ID, { nullable: true }) decisionAreaId?: string | null;
  @Field(() => ID, { nullable: true, description: 'In any part: proposed, decided, consulted, informed.' })
  personId?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Decided from this day on; proposed, where nothing is decided yet.',
  })
  from?: string | null;
  @Field(() => DateScalar, { nullable: true }) endsBefore?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Touches this impediment, team, area, product or item (global id), or',
  })
  touchesId?: string | null;
  @Field(() => String, { nullable: true, description: 'an item or impediment by its key.' }) touchesKey?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Only those that wait for the viewer.' })
  waitsForMe?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'In force, and the day to look at them again has come.' })
  revisitDue?: boolean | null;
}

@ArgsType()
export class DecisionsArguments {
  @Field(() => Int, { nullable: true, description: '1 to 100; 25 when omitted.' }) first?: number | null;
  @Field(() => String, { nullable: true }) after?: string | null;
  @Field(() => DecisionFilter, { nullable: true }) filter?: DecisionFilter | null;
  @Field(() => DecisionOrderEnum, {
    nullable: true,
    description:
      'RELEVANCE when omitted, which is NEWEST where no text is looked for. By the day of deciding, or of proposing where nothing is decided yet.',
  })
  order?: DecisionOrder | null;
}

@ObjectType({
  description: 'One hit; `snippet` and `titleMarked` are plain text with the hits between U+E000 and U+E001.',
})
export class DecisionHit {
  @Field(() => Decision) decision: Decision;
  @Field(() => String) titleMarked: string;
  @Field(() => String) snippet: string;
}

export const DecisionHitConnection = connectionOf(DecisionHit, 'DecisionHit');
