import type { ActionEvent } from '@chapterhouse/domain/cadences/action-events';
import { localDate } from '@chapterhouse/domain/organization/working-calendar';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { WorkingCalendarRead } from '../../organization/public.js';
import { ActionTransaction } from './action-transaction.js';

const CAUSE = 'job:remind-of-actions';
/** Of one run; the next one goes on. */
const MOST_AT_ONCE = 500;

interface Due {
  id: string;
  version: number;
  owner_id: string;
  due_on: string;
}

/**
 * Owners are reminded on the day, and once when it is over: another day is another reminder. One action per transaction,
 * which holds its lock, the event and the mark: so it happens once, however many workers run and wherever one dies.
 */
@Injectable()
export class ActionReminders {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(WorkingCalendarRead) private readonly calendars: WorkingCalendarRead,
    @Inject(ActionTransaction) private readonly frame: ActionTransaction,
  ) {}

  /** @returns how many */
  async due(organizationId: string, now: Date, isStopping: () => boolean = () => false): Promise<number> {
    return (
      (await this.each(organizationId, now, 'action.overdue', OVERDUE, isStopping)) +
      (await this.each(organizationId, now, 'action.due', DUE, isStopping))
    );
  }

  private async each(
    organizationId: string,
    now: Date,
    event: ActionEvent,
    mark: string,
    isStopping: () => boolean,
  ): Promise<number> {
    let reminded = 0;
    while (reminded < MOST_AT_ONCE && !isStopping()) {
      const done = await this.database.transaction({ organizationId, cause: CAUSE }, async (tx) =>
        this.one(tx, now, event, mark),
      );
      if (!done) break;
      reminded += 1;
    }
    return reminded;
  }

  private async one(tx: Tx, now: Date, event: ActionEvent, mark: string): Promise<boolean> {
    const { timeZone } = await this.calendars.of(tx);
    const due = await tx.one<Due & Record<string, unknown>>(mark, [tx.organizationId, localDate(now, timeZone)]);
    if (!due) return false;
    await this.frame.tell(tx, due.id, due.version, event, { changes: [], told: [due.owner_id] });
    return true;
  }
}

const FIRST = (condition: string): string => `
  select id from action_items where organization_id = $1 and state = 'OPEN' and ${condition}
   order by due_on, id limit 1 for no key update skip locked`;

const DUE = `
  update action_items i set due_told = i.due_on
    from (${FIRST('due_on = $2::date and due_told is distinct from due_on')}) as first
   where i.organization_id = $1 and i.id = first.id returning i.id, i.version, i.owner_id, i.due_on`;

const OVERDUE = `
  update action_items i set overdue_told = i.due_on
    from (${FIRST('due_on < $2::date and overdue_told is distinct from due_on')}) as first
   where i.organization_id = $1 and i.id = first.id returning i.id, i.version, i.owner_id, i.due_on`;
