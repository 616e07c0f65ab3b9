import { reminderMoment } from '@chapterhouse/domain/cadences/reminder-moment';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { WorkingCalendarRead } from '../../organization/public.js';
import { keyOfRef } from '../occurrence-id.js';
import { type OccurrenceFacts, OccurrencesRead } from '../occurrences.read.js';
import { OccurrencesRepository } from '../occurrences.repository.js';
import { FacilitatorsRead } from '../rotas/facilitators.read.js';

const CAUSE = 'job:remind-of-facilitation';
/** Longer than any holidays: whoever facilitates after them is told before. */
const AHEAD = 15 * 24 * 3_600_000;

/** Whoever facilitates is told in working time, a day before. Once each: the mark and the event are one transaction. */
@Injectable()
export class FacilitationReminders {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(WorkingCalendarRead) private readonly calendars: WorkingCalendarRead,
    @Inject(OccurrencesRead) private readonly occurrences: OccurrencesRead,
    @Inject(OccurrencesRepository) private readonly rows: OccurrencesRepository,
    @Inject(FacilitatorsRead) private readonly facilitators: FacilitatorsRead,
  ) {}

  /** @returns how many */
  async near(organizationId: string, now: Date, isStopping: () => boolean = () => false): Promise<number> {
    const scope = { organizationId, cause: CAUSE };
    const due = await this.database.transaction(scope, (tx) => this.due(tx, now));
    let reminded = 0;
    for (const { date, personId } of due) {
      if (isStopping()) break;
      if (await this.database.transaction(scope, (tx) => this.one(tx, date, personId, now))) reminded += 1;
    }
    return reminded;
  }

  private async due(tx: Tx, now: Date): Promise<{ date: OccurrenceFacts; personId: string }[]> {
    const moments = { from: now.getTime(), before: now.getTime() + AHEAD };
    const calendar = await this.calendars.of(tx);
    const dates = (await this.occurrences.between(tx, moments, null)).filter(
      ({ state, startsAt }) => state === 'PLANNED' && reminderMoment(startsAt, calendar) <= now.getTime(),
    );
    const people = await this.facilitators.of(tx, dates);
    const told = new Set(
      (
        await tx.query<{ key: string }>(TOLD, [
          tx.organizationId,
          [...new Set(dates.map(({ cadenceId }) => cadenceId))],
        ])
      ).map(({ key }) => key),
    );
    return dates.flatMap((date) => {
      const personId = people.get(keyOfRef(date)) ?? null;
      return personId === null || told.has(`${keyOfRef(date)} ${personId}`) ? [] : [{ date, personId }];
    });
  }

  private async one(tx: Tx, date: OccurrenceFacts, personId: string, now: Date): Promise<boolean> {
    const { cadenceId, originalStart } = date;
    const at = now.toISOString();
    const isFirst = await tx.run(MARK, [tx.organizationId, cadenceId, originalStart, personId, at]);
    if (isFirst === 0) return false;
    const row = await this.rows.opened(tx, date, at);
    await this.events.append(tx, {
      name: 'occurrence.facilitation-near',
      subjectType: 'Occurrence',
      subjectId: row.id,
      subjectVersion: row.version,
      payload: { changes: [], cadenceId, originalStart, told: [personId] },
    });
    return true;
  }
}

const TOLD = `
  select cadence_id || ' ' || to_char(original_start, 'YYYY-MM-DD"T"HH24:MI') || ' ' || person_id as key
    from facilitation_reminders where organization_id = $1 and cadence_id = any($2::uuid[])`;

const MARK = `
  insert into facilitation_reminders (organization_id, cadence_id, original_start, person_id, at) values ($1, $2, $3, $4, $5)
  on conflict do nothing`;
