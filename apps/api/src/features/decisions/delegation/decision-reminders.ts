import type { DecisionEvent, DecisionPayload } from '@chapterhouse/domain/decisions/decision-events';
import { mayAccept, ruleOf } from '@chapterhouse/domain/decisions/delegation-flow';
import { capital, eitherOf } from '@chapterhouse/domain/decisions/delegation-words';
import { localDate } from '@chapterhouse/domain/organization/working-calendar';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { WorkingCalendarRead } from '../../organization/public.js';
import { decisionMakersOf, type DecisionRow, subjectOf } from '../decision-row.js';
import { DecisionsRepository } from '../decisions.repository.js';
import { type AskRow, AsksRepository } from './asks.repository.js';
import { type FlowMoment, FlowsRead, type LoadedFlow } from './flows.read.js';

export const CAUSE = 'job:remind-of-decisions';
/** Of one run; the next one goes on. */
const MOST_AT_ONCE = 500;

/** A decision whose time has come, locked. */
interface Due {
  tx: Tx;
  row: DecisionRow;
  moment: FlowMoment;
}

type Reminder = Pick<DecisionPayload, 'asked' | 'told' | 'note'>;

/**
 * What time does to decisions: consents and advice are due, vetoes can be given no more, days to look again come. One
 * decision per transaction, which holds its lock, the event and the mark that it happened: so it happens once, however many
 * workers run and wherever one of them dies.
 */
@Injectable()
export class DecisionReminders {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(WorkingCalendarRead) private readonly calendars: WorkingCalendarRead,
    @Inject(DecisionsRepository) private readonly decisions: DecisionsRepository,
    @Inject(AsksRepository) private readonly asks: AsksRepository,
    @Inject(FlowsRead) private readonly flows: FlowsRead,
  ) {}

  /** Consents and advice that nobody gave in time. Advice is waited for no longer; a consent still is. @returns how many decisions */
  overdueAnswers(organizationId: string, now: Date, isStopping?: () => boolean): Promise<number> {
    return this.each(
      organizationId,
      now,
      OVERDUE,
      isStopping,
      'decision.answer-overdue',
      async ({ tx, row, moment }) => {
        const late = await this.asks.tellOverdue(tx, row.id, moment.now.toISOString());
        if (late.length === 0 || row.state !== 'PROPOSED') return undefined;
        return overdueReminder(row, await this.flows.one(tx, moment, subjectOf(row)), late);
      },
    );
  }

  /** @returns how many decisions stand from now on */
  endedVetoes(organizationId: string, now: Date, isStopping?: () => boolean): Promise<number> {
    return this.each(
      organizationId,
      now,
      VETO_ENDED,
      isStopping,
      'decision.veto-ended',
      async ({ tx, row, moment }) => {
        const isFirst = await marked(tx, row.id, 'VETO_ENDED', row.veto_ends_at, moment.now);
        return isFirst && row.state === 'ACCEPTED' ? { told: makersOf(row) } : undefined;
      },
    );
  }

  /** @returns how many decisions are to be looked at again */
  dueRevisits(organizationId: string, now: Date, isStopping?: () => boolean): Promise<number> {
    return this.each(organizationId, now, REVISIT, isStopping, 'decision.revisit-due', async ({ tx, row, moment }) => {
      const isFirst = await marked(tx, row.id, 'REVISIT', row.revisit_on, moment.now);
      if (!isFirst || row.state !== 'ACCEPTED') return undefined;
      const { facts } = await this.flows.one(tx, moment, subjectOf(row));
      return { told: [...new Set([...makersOf(row), ...mayAccept(facts).personIds])] };
    });
  }

  private async each(
    organizationId: string,
    now: Date,
    due: string,
    isStopping: () => boolean = () => false,
    event: DecisionEvent,
    remind: (due: Due) => Promise<Reminder | undefined>,
  ): Promise<number> {
    const seen: string[] = [];
    let reminded = 0;
    let failure: unknown;
    while (seen.length < MOST_AT_ONCE && !isStopping()) {
      const before = seen.length;
      try {
        const done = await this.database.transaction({ organizationId, cause: CAUSE }, (tx) =>
          this.one(tx, now, due, seen, event, remind),
        );
        if (done === 'nobody') break;
        if (done === 'reminded') reminded += 1;
      } catch (error) {
        failure ??= error;
        // Not even found whose turn it is: nothing more can be done now.
        if (seen.length === before) break;
      }
    }
    if (failure !== undefined) throw failure;
    return reminded;
  }

  /** @param seen those that had their turn; grows by the one that has it now */
  private async one(
    tx: Tx,
    now: Date,
    due: string,
    seen: string[],
    event: DecisionEvent,
    remind: (due: Due) => Promise<Reminder | undefined>,
  ): Promise<'reminded' | 'nothing' | 'nobody'> {
    const { timeZone } = await this.calendars.of(tx);
    const moment = { now, today: localDate(now, timeZone) };
    const found = await tx.one<{ id: string }>(due, [tx.organizationId, now.toISOString(), moment.today, seen]);
    if (!found) return 'nobody';
    seen.push(found.id);
    // Asked again behind the lock: somebody may have been quicker.
    const row = await this.decisions.byId(tx, found.id);
    const reminder = row && (await remind({ tx, row, moment }));
    if (!reminder) return 'nothing';
    await this.events.append(tx, {
      name: event,
      subjectType: 'Decision',
      subjectId: row.id,
      subjectVersion: row.version,
      payload: { changes: [], ...reminder },
    });
    return 'reminded';
  }
}

/** Who answers is reminded where it is still waited for; who proposed it, and who decides, hear that it is late. */
function overdueReminder(row: DecisionRow, { facts }: LoadedFlow, late: readonly AskRow[]): Reminder {
  const sides = late.flatMap(({ side }) => (side === 'ACCOUNTABLE' ? facts.accountable : facts.delegate) ?? []);
  const who = capital(eitherOf(sides.map(({ party }) => party)));
  const waits = ruleOf(facts.delegation).asks.some(({ kind }) => kind === 'CONSENT');
  const told = [...(row.proposed_by === null ? [] : [row.proposed_by]), ...mayAccept(facts).personIds];
  return {
    note: waits ? `${who}: the consent is due.` : `${who}: the time for advice is over; it can be decided without.`,
    asked: waits ? [...new Set(sides.flatMap(({ people }) => people.map(({ personId }) => personId)))] : [],
    told: [...new Set(told)],
  };
}

/** Whoever proposed, made and accepted it. */
function makersOf(row: DecisionRow): string[] {
  return [...new Set([row.proposed_by, row.decided_by, ...decisionMakersOf(row)].filter((id) => id !== null))];
}

/** Whether nobody was reminded of it yet; from now on somebody was. */
async function marked(
  tx: Tx,
  id: string,
  kind: 'REVISIT' | 'VETO_ENDED',
  about: string | null,
  at: Date,
): Promise<boolean> {
  const inserted = await tx.run(
    `insert into decision_reminders (organization_id, decision_id, kind, about, at) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [tx.organizationId, id, kind, about ?? '', at.toISOString()],
  );
  return inserted > 0;
}

/** Each finds one decision and locks it; what somebody holds at this moment waits for the next run. */
const SELECT = `
  select d.id from decisions d
   cross join (select $2::timestamptz as now, $3::date as today, $4::uuid[] as seen) as m
   where d.organization_id = $1 and d.id <> all(m.seen)`;
const TAKE = 'order by d.id limit 1 for no key update of d skip locked';

const OVERDUE = `${SELECT} and d.state = 'PROPOSED'
     and exists (select from decision_asks a where a.organization_id = d.organization_id and a.decision_id = d.id
                    and a.answer is null and a.ended_at is null and a.overdue_told_at is null and a.due_at <= m.now)
   ${TAKE}`;

/** Not of last year, where a worker was away for long; and not of what files brought. */
const VETO_ENDED = `${SELECT} and d.state = 'ACCEPTED' and d.import_identity is null
     and d.veto_ends_at <= m.now and d.veto_ends_at > m.now - interval '60 days'
     and not exists (select from decision_reminders r where r.organization_id = d.organization_id and r.decision_id = d.id
                        and r.kind = 'VETO_ENDED')
   ${TAKE}`;

/** Another day is another reminder. */
const REVISIT = `${SELECT} and d.state = 'ACCEPTED' and d.revisit_on <= m.today
     and not exists (select from decision_reminders r where r.organization_id = d.organization_id and r.decision_id = d.id
                        and r.kind = 'REVISIT' and r.about = d.revisit_on::text)
   ${TAKE}`;
