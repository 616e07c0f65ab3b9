import { localDate } from '@chapterhouse/domain/organization/working-calendar';
import type { DependencyPayload } from '@chapterhouse/domain/priorities/dependency-events';
import { consumerPeople, waitsForPeople } from '@chapterhouse/domain/priorities/dependency-people';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { WorkingCalendarRead } from '../../organization/public.js';
import { DependenciesRepository } from './dependencies.repository.js';
import { DependencyPeopleRead } from './dependency-people.read.js';
import { endsOf } from './dependency-row.js';

const CAUSE = 'job:remind-of-dependencies';
/** Of one run; the next one goes on. */
const MOST_AT_ONCE = 500;

/**
 * Answers that are due: whose turn it is is reminded, and who asked hears that it is late. One dependency per transaction,
 * which holds its lock, the event and the mark that it happened: so it happens once, however many workers run and wherever
 * one of them dies.
 */
@Injectable()
export class DependencyReminders {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(WorkingCalendarRead) private readonly calendars: WorkingCalendarRead,
    @Inject(DependenciesRepository) private readonly dependencies: DependenciesRepository,
    @Inject(DependencyPeopleRead) private readonly people: DependencyPeopleRead,
  ) {}

  /** @returns how many dependencies */
  async dueAnswers(organizationId: string, now: Date, isStopping: () => boolean = () => false): Promise<number> {
    let reminded = 0;
    while (reminded < MOST_AT_ONCE && !isStopping()) {
      const found = await this.database.transaction({ organizationId, cause: CAUSE }, (tx) => this.next(tx, now));
      if (!found) break;
      reminded += 1;
    }
    return reminded;
  }

  /** @returns whether there was one */
  private async next(tx: Tx, now: Date): Promise<boolean> {
    const found = await tx.one<{ id: string }>(DUE, [tx.organizationId, now.toISOString()]);
    if (!found) return false;
    const row = await this.dependencies.byId(tx, found.id);
    if (!row) throw new Error('A dependency that is held is there.');
    const day = localDate(now, (await this.calendars.of(tx)).timeZone);
    const facts = await this.people.around(tx, [row], day);
    const asked = waitsForPeople(row.state, facts, endsOf(row), day);
    const late = row.state === 'REQUESTED' ? consumerPeople(facts, endsOf(row), day) : [];
    const told = late.filter((id) => !asked.includes(id));
    await tx.run('update dependencies set reminded_at = $3 where organization_id = $1 and id = $2', [
      tx.organizationId,
      row.id,
      now.toISOString(),
    ]);
    await this.events.append(tx, {
      name: 'dependency.answer-due',
      subjectType: 'Dependency',
      subjectId: row.id,
      subjectVersion: row.version,
      payload: { changes: [], asked, told } satisfies DependencyPayload,
    });
    return true;
  }
}

/** Not of items that are no more, as `endedEnd`. What somebody holds at this moment waits for the next run. */
const DUE = `
  select d.id from dependencies d
    join backlog_items c on c.organization_id = d.organization_id and c.id = d.consumer_id
    left join backlog_items p on p.organization_id = d.organization_id and p.id = d.provider_id
   where d.organization_id = $1 and d.answer_due_at <= $2::timestamptz and d.reminded_at is null
     and c.state not in ('DONE', 'DROPPED') and p.state is distinct from 'DROPPED'
   order by d.answer_due_at, d.id limit 1 for no key update of d skip locked`;
