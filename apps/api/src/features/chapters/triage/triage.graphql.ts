import { summary } from '@chapterhouse/domain/chapters/triage-minutes';
import {
  DOTS_PER_PERSON,
  TRIAGE_REASONS,
  TRIAGE_RESULT_KINDS,
  TRIAGE_SESSION_STATES,
  type TriageReason,
  type TriageResultKind,
  type TriageSessionState,
} from '@chapterhouse/domain/chapters/triage-state';
import type { ImpedimentSeverity } from '@chapterhouse/domain/impediments/impediment-fields';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../../platform/graphql/connection.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { globalId } from '../../../platform/graphql/global-id.js';
import { Node } from '../../../platform/graphql/node.js';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { ImpedimentSeverityEnum, SendEscalationBriefInput } from '../../impediments/public.js';
import { dotsOn, type ItemRow, type SessionState, spentOn } from './session-row.js';

export const TriageReasonEnum = enumOf('TriageReason', TRIAGE_REASONS);
export const TriageResultKindEnum = enumOf('TriageResultKind', TRIAGE_RESULT_KINDS);
export const TriageSessionStateEnum = enumOf('TriageSessionState', TRIAGE_SESSION_STATES);

@ObjectType({ description: 'Runs to `endsAt`, or stands paused with `secondsLeft`.' })
export class Timebox {
  @Field(() => Int) seconds: number;
  @Field(() => DateTimeScalar, { nullable: true }) endsAt: string | null;
  @Field(() => Int, { nullable: true }) secondsLeft: number | null;
}

@ObjectType({ implements: () => [Node] })
export class TriageItem implements Node {
  @Field(() => ID) id: string;
  @Field(() => Int) position: number;
  @Field(() => TriageReasonEnum) reason: TriageReason;
  @Field(() => String, { description: 'Why it is on the agenda: Its clock ran out 3 working days ago.' }) why: string;
  @Field(() => TriageResultKindEnum, { nullable: true }) result: TriageResultKind | null;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) endedAt: string | null;
  @Field(() => Int) dots: number;
  @Field(() => Int) secondsSpent: number;
  @Field(() => Int) version: number;
  /** Not in the schema: what its other fields are loaded by. */
  row: ItemRow;
}

@ObjectType({ implements: () => [Node] })
export class TriageSession implements Node {
  @Field(() => ID) id: string;
  @Field(() => TriageSessionStateEnum) state: TriageSessionState;
  @Field(() => DateTimeScalar) startedAt: string;
  @Field(() => DateTimeScalar, { nullable: true }) endedAt: string | null;
  @Field(() => TriageItem, { nullable: true }) current: TriageItem | null;
  @Field(() => [TriageItem]) items: TriageItem[];
  @Field(() => Timebox, { nullable: true }) timebox: Timebox | null;
  @Field(() => Int, { description: 'Of each person, over all items.' }) dotsPerPerson: number;
  @Field(() => String, { nullable: true, description: 'Markdown; null until it ended.' }) minutes: string | null;
  @Field(() => String, { nullable: true, description: 'How many ended how: 2 triaged, 1 parked. Null until it ended.' })
  summary: string | null;
  @Field(() => DateTimeScalar) serverTime: string;
  @Field(() => Int) version: number;
  /** Not in the schema: what its other fields are loaded by. */
  loaded: SessionState;
}

export const TriageSessionConnection = connectionOf(TriageSession, 'TriageSession');

@InputType({
  description:
    'How an item ends. TRIAGED: owner, severity, level, next step. DECLINED: reason. MERGED: intoKey. ESCALATED: level, and the brief where it is the top one. PARKED: reason. DONE: of an action or a source.',
})
export class TriageResultInput {
  @Field(() => TriageResultKindEnum) kind: TriageResultKind;
  @Field(() => ID, { nullable: true }) ownerId?: string | null;
  @Field(() => ImpedimentSeverityEnum, { nullable: true }) severity?: ImpedimentSeverity | null;
  @Field(() => Int, { nullable: true }) level?: number | null;
  @Field(() => String, { nullable: true }) nextStep?: string | null;
  @Field(() => String, { nullable: true }) reason?: string | null;
  @Field(() => String, { nullable: true }) intoKey?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Of the impediment as it was seen; for whatever changes it. CONFLICT where it is another one by now.',
  })
  impedimentVersion?: number | null;
  @Field(() => SendEscalationBriefInput, { nullable: true }) brief?: SendEscalationBriefInput | null;
  @Field(() => DateScalar, { nullable: true }) dueOn?: string | null;
}

/** The row becomes the GraphQL object here and nowhere else. @param now milliseconds */
export function triageItemOf(row: ItemRow, now: number): TriageItem {
  return {
    id: globalId('TriageItem', row.id),
    position: row.position,
    reason: row.reason,
    why: row.why,
    result: row.result,
    note: row.note,
    endedAt: row.ended_at,
    dots: dotsOn(row),
    secondsSpent: spentOn(row, now),
    version: row.version,
    row,
  };
}

/** The same for whoever looks; what is the viewer's own is worked out of `loaded`. */
export function triageSessionOf(loaded: SessionState): TriageSession {
  const { session, readAt } = loaded;
  const items = loaded.items.map((row) => triageItemOf(row, readAt));
  return {
    id: globalId('TriageSession', session.id),
    state: session.state,
    startedAt: session.started_at,
    endedAt: session.ended_at,
    current: items.find(({ row }) => row.taken_up_at !== null) ?? null,
    items,
    timebox:
      session.timebox_seconds === null
        ? null
        : {
            seconds: session.timebox_seconds,
            endsAt: session.timebox_ends_at,
            secondsLeft: session.timebox_left,
          },
    dotsPerPerson: DOTS_PER_PERSON,
    minutes: session.minutes,
    summary: session.state === 'ENDED' ? summary(items.flatMap(({ result }) => (result ? [{ result }] : []))) : null,
    serverTime: new Date(readAt).toISOString(),
    version: session.version,
    loaded,
  };
}
