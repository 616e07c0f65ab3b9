import type { BriefTeam, EscalationBrief } from '@chapterhouse/domain/impediments/escalation-brief';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { globalId } from '../../../platform/graphql/global-id.js';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';

const BriefLackEnum = enumOf('BriefLack', ['BEFORE', 'DURING']);

@ObjectType({ description: 'The impediment in the words of the moment.' })
class BriefImpediment {
  @Field(() => ID) id: string;
  @Field(() => String) key: string;
  @Field(() => String) title: string;
  @Field(() => String) category: string;
  @Field(() => String, { nullable: true }) severity: string | null;
  @Field(() => String, { nullable: true, description: 'What the teams wait for.' }) source: string | null;
  @Field(() => DateTimeScalar) raisedAt: string;
  @Field(() => Int) ageInWorkingDays: number;
}

@ObjectType('BriefTeam')
class BriefTeamObject {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String) area: string;
  @Field(() => Int) blockedTeamDays: number;
  @Field(() => Boolean, { description: 'False: it was, and was taken off.' }) stillBlocked: boolean;
}

@ObjectType()
class BriefBlockedItem {
  @Field(() => String) key: string;
  @Field(() => String, { nullable: true }) title: string | null;
}

@ObjectType()
class BriefCost {
  @Field(() => Int) soFar: number;
  @Field(() => Int, { description: 'What each further working day costs.' }) perDay: number;
}

@ObjectType()
class BriefSprint {
  @Field(() => String) name: string;
  @Field(() => Float) done: number;
}

@ObjectType()
class BriefMean {
  @Field(() => Float, { nullable: true, description: 'Null: not enough data.' }) mean: number | null;
  @Field(() => [BriefSprint], { description: 'What it is the mean of.' }) sprints: BriefSprint[];
}

@ObjectType()
class BriefPace {
  @Field(() => Float, { nullable: true, description: 'Per sprint; null: not enough data, see `lack`.' })
  lost: number | null;
  @Field(() => BriefLackEnum, {
    nullable: true,
    description: 'Two finished sprints before it, or one that it overlaps.',
  })
  lack: 'BEFORE' | 'DURING' | null;
  @Field(() => BriefMean) before: BriefMean;
  @Field(() => BriefMean) during: BriefMean;
}

@ObjectType()
class BriefTeamVelocity {
  @Field(() => String) team: string;
  @Field(() => BriefPace) items: BriefPace;
  @Field(() => BriefPace) points: BriefPace;
}

@ObjectType()
class BriefVelocity {
  @Field(() => String) formula: string;
  @Field(() => [BriefTeamVelocity]) teams: BriefTeamVelocity[];
}

@ObjectType()
class BriefEarlierImpediment {
  @Field(() => ID) id: string;
  @Field(() => String) key: string;
  @Field(() => String) title: string;
  @Field(() => String) state: string;
  @Field(() => String) resolution: string;
  @Field(() => Int) blockedTeamDays: number;
}

@ObjectType({ description: 'Of the same source and category.' })
class BriefEarlier {
  @Field(() => [String], { description: '`2026-Q1`: the calendar quarters that were looked at.' }) quarters: string[];
  @Field(() => [BriefEarlierImpediment]) impediments: BriefEarlierImpediment[];
  @Field(() => Int) blockedTeamDays: number;
  @Field(() => Boolean, { description: 'The third time in these quarters, or a later one.' }) recurring: boolean;
}

@ObjectType({
  description: 'What a brief says: data with what each number was computed from, and what people propose.',
})
export class BriefData {
  @Field(() => DateTimeScalar) asOf: string;
  @Field(() => String) timeZone: string;
  @Field(() => BriefImpediment) impediment: BriefImpediment;
  @Field(() => [BriefTeamObject], { description: 'Those still blocked first, then those that cost most.' })
  teams: BriefTeamObject[];
  @Field(() => [BriefBlockedItem]) blockedItems: BriefBlockedItem[];
  @Field(() => BriefCost) blockedTeamDays: BriefCost;
  @Field(() => BriefVelocity) velocity: BriefVelocity;
  @Field(() => BriefEarlier) earlier: BriefEarlier;
  @Field(() => String, { description: 'The structural change that is proposed; empty in a preview.' }) proposal: string;
  @Field(() => String, { description: 'The decision asked for; empty in a preview.' }) ask: string;
  @Field(() => DateScalar, { nullable: true, description: 'Null in a preview.' }) answerBy: string | null;
}

/** The brief with ids as the schema has them. */
export function briefDataOf({ impediment, teams, earlier, answerBy, ...rest }: EscalationBrief): BriefData {
  return {
    asOf: rest.asOf,
    timeZone: rest.timeZone,
    impediment: { ...impediment, id: globalId('Impediment', impediment.id) },
    teams: teams.map((team: BriefTeam) => ({ ...team, id: globalId('Team', team.id) })),
    blockedItems: [...rest.blockedItems],
    blockedTeamDays: rest.blockedTeamDays,
    velocity: {
      formula: rest.velocity.formula,
      teams: rest.velocity.teams.map(({ team, items, points }) => ({
        team,
        items: paceOf(items),
        points: paceOf(points),
      })),
    },
    earlier: {
      quarters: [...earlier.quarters],
      impediments: earlier.impediments.map((one) => ({ ...one, id: globalId('Impediment', one.id) })),
      blockedTeamDays: earlier.blockedTeamDays,
      recurring: earlier.recurring,
    },
    proposal: rest.proposal,
    ask: rest.ask,
    answerBy: answerBy === '' ? null : answerBy,
  };
}

type Pace = EscalationBrief['velocity']['teams'][number]['items'];

function paceOf({ before, during, ...pace }: Pace): BriefPace {
  return {
    ...pace,
    before: { mean: before.mean, sprints: [...before.sprints] },
    during: { mean: during.mean, sprints: [...during.sprints] },
  };
}
