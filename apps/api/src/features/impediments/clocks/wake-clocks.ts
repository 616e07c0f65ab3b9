import { type AutomaticEscalation, escalationDue } from '@chapterhouse/domain/impediments/automatic-escalation';
import { workedAt } from '@chapterhouse/domain/impediments/level-clock';
import { type Reminder, reminderDue } from '@chapterhouse/domain/impediments/level-reminders';
import type { ImpedimentEvent } from '@chapterhouse/domain/impediments/impediment-events';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { ImpedimentLevels, type Ladder } from '../impediment-levels.js';
import type { ImpedimentRow } from '../impediment-row.js';
import { ImpedimentsRepository } from '../impediments.repository.js';
import { outlivedWords, reminderWords } from './clock-words.js';
import { ClocksRepository } from './clocks.repository.js';
import { ImpedimentClocks } from './impediment-clocks.js';
import type { Stay } from './stay.js';

export const CAUSE = 'job:wake-clocks';
/** Of one run; the next one, a minute later, goes on. */
const MOST_AT_ONCE = 2_000;

/** An impediment whose clock woke, locked, with what its clock asks for. */
interface Woken {
  tx: Tx;
  row: ImpedimentRow;
  stay: Stay;
  ladder: Ladder;
  now: number;
}

export interface Woke {
  escalated: number;
  reminded: number;
}

/**
 * What time does: tells owners of clocks that run out soon or have, and takes impediments up where their terms say so.
 * One impediment per transaction, which holds its lock, the change, the event and when to wake next: all of it happens, or
 * none. So it happens once, however many workers run and wherever one of them dies.
 */
@Injectable()
export class WakeClocks {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(ImpedimentLevels) private readonly levels: ImpedimentLevels,
    @Inject(ImpedimentsRepository) private readonly impediments: ImpedimentsRepository,
    @Inject(ClocksRepository) private readonly repository: ClocksRepository,
    @Inject(ImpedimentClocks) private readonly clocks: ImpedimentClocks,
  ) {}

  /**
   * May run at any time, twice, and on several workers at once. What somebody holds at this moment waits for the next run;
   * one that fails keeps no other from its turn.
   * @param isStopping asked between two impediments
   * @throws the first failure, after all others had their turn
   */
  async wake(organizationId: string, now: Date, isStopping: () => boolean = () => false): Promise<Woke> {
    const woke: Woke = { escalated: 0, reminded: 0 };
    const seen: string[] = [];
    let failure: unknown;
    while (seen.length < MOST_AT_ONCE && !isStopping()) {
      const before = seen.length;
      try {
        const done = await this.database.transaction({ organizationId, cause: CAUSE }, (tx) =>
          this.wakeOne(tx, now.getTime(), seen),
        );
        if (done === 'nobody') break;
        if (done !== 'nothing') woke[done] += 1;
      } catch (error) {
        failure ??= error;
        // Not even found whose turn it is: nothing more can be done now.
        if (seen.length === before) break;
      }
    }
    if (failure !== undefined) throw failure;
    return woke;
  }

  /** @param seen those that had their turn; grows by the one that has it now */
  private async wakeOne(tx: Tx, now: number, seen: string[]): Promise<keyof Woke | 'nothing' | 'nobody'> {
    const due = await tx.one<{ id: string }>(DUE, [tx.organizationId, new Date(now).toISOString(), seen]);
    if (!due) return 'nobody';
    seen.push(due.id);
    // Asked again behind the lock: somebody may have been quicker.
    const row = await this.impediments.byId(tx, due.id);
    if (!row) return 'nothing';
    const ladder = await this.levels.ladder(tx);
    const stay = await this.clocks.last(tx, row, ladder);
    if (!stay || stay.clock.endedAt !== null) return 'nothing';
    const woken = { tx, row, stay, ladder, now };
    const escalation = escalationDue(stay.clock, now, ladder.calendar);
    if (escalation) {
      await this.escalate(woken, escalation);
      return 'escalated';
    }
    const reminder = reminderDue(stay.clock, stay.told, now, ladder.calendar);
    if (reminder) await this.remind(woken, reminder);
    // Also where there is nothing to do any more: it shall not wake for it again.
    else await this.repository.save(tx, [{ impedimentId: row.id, stay }], ladder.calendar);
    return reminder ? 'reminded' : 'nothing';
  }

  private async escalate({ tx, row, stay, ladder, now }: Woken, { toLevel }: AutomaticEscalation): Promise<void> {
    const at = new Date(now).toISOString();
    const { columns } = await this.clocks.comesTo({ tx, row, at }, toLevel, ladder);
    const version = await tx.one<{ version: number }>(ESCALATE, [
      tx.organizationId,
      row.id,
      columns.level,
      columns.level_since,
      columns.clock_ends_at,
    ]);
    await this.events.append(tx, {
      name: 'impediment.level-set' satisfies ImpedimentEvent,
      subjectType: 'Impediment',
      subjectId: row.id,
      subjectVersion: version?.version ?? row.version,
      payload: {
        changes: [{ field: 'level', from: ladder.nameOf(row.level), to: ladder.nameOf(toLevel) }],
        note: outlivedWords(stay.clock, ladder.nameOf(row.level)),
      },
    });
  }

  /** Changes nothing of the impediment itself: its version stays, and nobody's edit is spoiled. */
  private async remind({ tx, row, stay, ladder, now }: Woken, reminder: Reminder): Promise<void> {
    const { calendar } = ladder;
    await this.repository.save(tx, [{ impedimentId: row.id, stay: { ...stay, told: reminder.number } }], calendar);
    const worked = workedAt(stay.clock, now, calendar);
    await this.events.append(tx, {
      name: 'impediment.reminded' satisfies ImpedimentEvent,
      subjectType: 'Impediment',
      subjectId: row.id,
      subjectVersion: row.version,
      payload: { changes: [], note: reminderWords(reminder, stay.clock, ladder.nameOf(row.level), worked) },
    });
  }
}

/** The impediment is locked, for everybody who changes its clock does so; what another one holds is passed over. */
const DUE = `
  select i.id from impediment_clocks c
    join impediments i on i.organization_id = c.organization_id and i.id = c.impediment_id
   where c.organization_id = $1 and c.wakes_at <= $2 and c.impediment_id <> all($3::uuid[])
   order by c.wakes_at, c.impediment_id limit 1 for no key update of i skip locked`;

const ESCALATE = `
  update impediments set level = $3, level_since = $4, clock_ends_at = $5, updated_at = greatest(updated_at, $4::timestamptz),
      version = version + 1
   where organization_id = $1 and id = $2 returning version`;
