import {
  type ClockTerms,
  DEFAULT_LADDER,
  type LadderLevel,
  termsOf,
} from '@chapterhouse/domain/impediments/impediment-ladder';
import type { WorkingCalendar } from '@chapterhouse/domain/organization/working-calendar';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';

interface LadderRow {
  time_zone: string;
  working_days: number[];
  working_day_starts: number;
  working_day_ends: number;
  holidays: string[];
  levels: LadderLevel[];
  version: number;
}

/** The organization's levels with their clocks, and the calendar that the clocks follow. */
export class Ladder {
  constructor(
    /** The lowest first. */
    readonly levels: readonly LadderLevel[],
    readonly calendar: WorkingCalendar,
    readonly version: number,
  ) {}

  nameOf(level: number): string {
    return this.levels.find((known) => known.level === level)?.name ?? String(level);
  }

  /** What the clock of an impediment that comes to the level now goes by. */
  termsOf(level: number): ClockTerms {
    return termsOf(this.levels.some((known) => known.level === level) ? this.levels : DEFAULT_LADDER, level);
  }
}

@Injectable()
export class ImpedimentLevels {
  async ladder(tx: Tx): Promise<Ladder> {
    const row = await tx.one<LadderRow>(LADDER, [tx.organizationId]);
    if (!row) throw new Error('The organization has no row of its own.');
    const calendar = {
      timeZone: row.time_zone,
      workingDays: row.working_days,
      startHour: row.working_day_starts,
      endHour: row.working_day_ends,
      holidays: row.holidays,
    };
    return new Ladder(row.levels, calendar, row.version);
  }

  /**
   * As `ladder`, and nobody changes the calendar until the transaction ends: for a clock that starts where none was, which
   * such a change would not find. Ask first of all; an impediment that is locked waits behind the change anyway.
   */
  async held(tx: Tx): Promise<Ladder> {
    await tx.run('select 1 from organizations where organization_id = $1 for share', [tx.organizationId]);
    return this.ladder(tx);
  }

  /** What a new organization starts with. */
  async equip(tx: Tx): Promise<void> {
    await this.write(tx, DEFAULT_LADDER);
    await tx.run('insert into impediment_counters (organization_id) values ($1) on conflict do nothing', [
      tx.organizationId,
    ]);
  }

  async write(tx: Tx, levels: readonly LadderLevel[]): Promise<void> {
    await tx.run(WRITE, [tx.organizationId, JSON.stringify(levels)]);
  }
}

const LADDER = `
  select o.time_zone, o.working_days, o.working_day_starts, o.working_day_ends,
         array(select to_char(day, 'YYYY-MM-DD') from unnest(o.holidays) as day) as holidays,
         (select coalesce(jsonb_agg(jsonb_build_object('level', l.level, 'name', l.name,
                   'clockWorkingHours', l.clock_working_hours, 'escalatesByItself', l.escalates_by_itself,
                   'remindBeforeHours', l.remind_before_hours) order by l.level), '[]'::jsonb)
            from impediment_levels l where l.organization_id = o.organization_id) as levels,
         coalesce((select v.version from impediment_ladders v where v.organization_id = o.organization_id), 1) as version
    from organizations o where o.organization_id = $1`;

const WRITE = `
  insert into impediment_levels (organization_id, level, name, clock_working_hours, escalates_by_itself, remind_before_hours)
  select $1, l.level, l.name, l."clockWorkingHours", l."escalatesByItself", l."remindBeforeHours"
    from jsonb_to_recordset($2::jsonb) as l(level smallint, name text, "clockWorkingHours" int,
      "escalatesByItself" boolean, "remindBeforeHours" int)
  on conflict (organization_id, level) do update set name = excluded.name,
      clock_working_hours = excluded.clock_working_hours, escalates_by_itself = excluded.escalates_by_itself,
      remind_before_hours = excluded.remind_before_hours`;
