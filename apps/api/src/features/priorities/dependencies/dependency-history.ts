import { addWorkingHours, localDate } from '@chapterhouse/domain/organization/working-calendar';
import { answersFor, consumerPeople } from '@chapterhouse/domain/priorities/dependency-people';
import type { DependencyEvent, DependencyPayload } from '@chapterhouse/domain/priorities/dependency-events';
import { DEPENDENCY_ANSWER_HOURS } from '@chapterhouse/domain/priorities/dependency-fields';
import {
  DEPENDENCY_STATE_TITLES,
  type DependencyState,
  sideToAnswer,
} from '@chapterhouse/domain/priorities/dependency-state';
import { Inject, Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog, type NewEvent } from '../../../platform/events/event-log.js';
import { WorkingCalendarRead } from '../../organization/public.js';
import { DependenciesRepository } from './dependencies.repository.js';
import { DependencyPeopleRead } from './dependency-people.read.js';
import { endsOf } from './dependency-row.js';

/** One step of a negotiation of the past. Ids are the database's, moments ISO text, days YYYY-MM-DD. */
export interface HistoricStep {
  state: DependencyState;
  byId: string;
  at: string;
  /** Needed, promised or proposed. */
  date: string | null;
  words: string;
}

/** A dependency with its whole history, as a demo tells it; its first step is the request. */
export interface HistoricDependency {
  consumerId: string;
  providerId: string | null;
  providerTeamId: string | null;
  steps: readonly [HistoricStep, ...HistoricStep[]];
}

/** Which event led to a state. */
const EVENTS: Record<DependencyState, DependencyEvent> = {
  REQUESTED: 'dependency.asked-again',
  COMMITTED: 'dependency.committed',
  COUNTERED: 'dependency.countered',
  DECLINED: 'dependency.declined',
  DELIVERED: 'dependency.delivered',
  WITHDRAWN: 'dependency.withdrawn',
};

/**
 * Negotiations of the past, in bulk: rows, steps and the event log, with the dates and people of then. Who may, and whether
 * it closes a circle, is not asked: the demo says so itself.
 */
@Injectable()
export class DependencyHistory {
  constructor(
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(WorkingCalendarRead) private readonly calendars: WorkingCalendarRead,
    @Inject(DependenciesRepository) private readonly dependencies: DependenciesRepository,
    @Inject(DependencyPeopleRead) private readonly people: DependencyPeopleRead,
  ) {}

  /** Keys in the order given. @param now what is due by then was reminded of */
  async record(tx: Tx, dependencies: readonly HistoricDependency[], now: Date): Promise<void> {
    const calendar = await this.calendars.of(tx);
    const rows = dependencies.map((told, index) => {
      const asked = told.steps.findLast(({ state }) => state === 'REQUESTED') ?? told.steps[0];
      const last = told.steps.at(-1) ?? asked;
      const due = addWorkingHours(new Date(last.at), DEPENDENCY_ANSWER_HOURS, calendar);
      const isWaiting = sideToAnswer(last.state) !== null;
      const promised = told.steps.findLast(({ state }) => state === 'COMMITTED');
      const isPromised = last.state === 'COMMITTED' || last.state === 'DELIVERED';
      return {
        ...told,
        id: newId(),
        number: index + 1,
        version: told.steps.length,
        state: last.state,
        words: told.steps[0].words,
        neededBy: asked.date,
        promisedFor: isPromised ? (promised?.date ?? null) : null,
        proposedFor: last.state === 'COUNTERED' ? last.date : null,
        requestedBy: told.steps[0].byId,
        requestedAt: told.steps[0].at,
        askedAt: last.at,
        answerDueAt: isWaiting ? due.toISOString() : null,
        remindedAt: isWaiting && due <= now ? due.toISOString() : null,
        updatedAt: last.at,
        steps: told.steps.map((step, place) => ({ ...step, position: place + 1 })),
      };
    });
    const given = [tx.organizationId, JSON.stringify(rows)];
    await tx.run(INSERT, given);
    await tx.run(STEPS, given);
    await tx.run(
      `insert into dependency_counters as c (organization_id, last_number) values ($1, $2)
       on conflict (organization_id) do update set last_number = greatest(c.last_number, excluded.last_number)`,
      [tx.organizationId, rows.length],
    );
    const sides = await this.sides(
      tx,
      rows.map(({ id }) => id),
      localDate(now, calendar.timeZone),
    );
    const happened = rows.flatMap(({ id, steps, version, remindedAt }) => {
      const side = sides.get(id) ?? { consumer: [], provider: [] };
      const told = steps.map((step, place) => eventOf(id, step, steps[place - 1], side));
      const last = steps.at(-1);
      if (remindedAt === null || !last) return told;
      const asked = last.state === 'COUNTERED' ? side.consumer : side.provider;
      const reminder = { changes: [], asked, told: side.consumer } satisfies DependencyPayload;
      const due = { ...eventOf(id, last, undefined, side), name: 'dependency.answer-due', subjectVersion: version };
      return [...told, { ...due, at: remindedAt, actorId: null, payload: reminder }];
    });
    await this.events.append(
      tx,
      ...happened.toSorted((one, other) => Date.parse(one.at ?? '') - Date.parse(other.at ?? '')),
    );
  }

  /** Who answers for both ends, by the dependency. */
  private async sides(tx: Tx, ids: readonly string[], day: string): Promise<Map<string, Sides>> {
    const rows = await this.dependencies.byIds(tx, ids);
    const facts = await this.people.around(tx, rows, day);
    return new Map(
      rows.map((row) => {
        const ends = endsOf(row);
        return [
          row.id,
          { consumer: consumerPeople(facts, ends, day), provider: answersFor(facts, ends.provider, day) },
        ];
      }),
    );
  }
}

interface Sides {
  consumer: string[];
  provider: string[];
}

function eventOf(
  id: string,
  step: HistoricStep & { position: number },
  before: HistoricStep | undefined,
  { consumer, provider }: Sides,
): NewEvent {
  const titles = DEPENDENCY_STATE_TITLES;
  const asked = step.state === 'REQUESTED' ? provider : step.state === 'COUNTERED' ? consumer : [];
  const told = step.state === 'REQUESTED' || step.state === 'WITHDRAWN' ? provider : consumer;
  return {
    name: before === undefined ? 'dependency.requested' : EVENTS[step.state],
    subjectType: 'Dependency',
    subjectId: id,
    subjectVersion: step.position,
    at: step.at,
    actorId: step.byId,
    payload: {
      changes: [{ field: 'state', from: before ? titles[before.state] : null, to: titles[step.state] }],
      ...(step.words !== '' && { note: step.words }),
      asked,
      told: told.filter((personId) => !asked.includes(personId)),
    } satisfies DependencyPayload,
  };
}

const INSERT = `
  insert into dependencies (organization_id, id, number, version, consumer_id, provider_id, provider_team_id, state, words,
      needed_by, promised_for, proposed_for, requested_by, requested_at, asked_at, answer_due_at, reminded_at, updated_at)
  select $1, g.id, g.number, g.version, g."consumerId", g."providerId", g."providerTeamId", g.state, g.words, g."neededBy",
         g."promisedFor", g."proposedFor", g."requestedBy", g."requestedAt", g."askedAt", g."answerDueAt", g."remindedAt", g."updatedAt"
    from jsonb_to_recordset($2::jsonb) as g(id uuid, number int, version int, "consumerId" uuid, "providerId" uuid,
      "providerTeamId" uuid, state text, words text, "neededBy" date, "promisedFor" date, "proposedFor" date, "requestedBy" uuid,
      "requestedAt" timestamptz, "askedAt" timestamptz, "answerDueAt" timestamptz, "remindedAt" timestamptz, "updatedAt" timestamptz)`;

const STEPS = `
  insert into dependency_steps (organization_id, dependency_id, position, state, by_id, at, date, words)
  select $1, g.id, s.position, s.state, s."byId", s.at, s.date, s.words
    from jsonb_to_recordset($2::jsonb) as g(id uuid, steps jsonb),
         jsonb_to_recordset(g.steps) as s(position int, state text, "byId" uuid, at timestamptz, date date, words text)`;
