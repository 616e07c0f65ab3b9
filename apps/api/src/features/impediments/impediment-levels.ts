import { clockEndsAt } from '@chapterhouse/domain/impediments/impediment-clock';
import { DEFAULT_LADDER } from '@chapterhouse/domain/impediments/impediment-ladder';
import type { WorkingCalendar } from '@chapterhouse/domain/organization/working-calendar';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { ImpedimentLevel } from './impediments.graphql.js';

interface LadderRow {
  time_zone: string;
  working_days: number[];
  working_day_starts: number;
  working_day_ends: number;
  holidays: string[];
  levels: ImpedimentLevel[];
}

/** The organization's levels with their clocks, and the calendar that the clocks follow. */
export class Ladder {
  constructor(
    readonly levels: ImpedimentLevel[],
    readonly calendar: WorkingCalendar,
  ) {}

  nameOf(level: number): string {
    return this.levels.find((known) => known.level === level)?.name ?? String(level);
  }

  /** When an impediment that came to the level at `since` has outlived it; ISO text. */
  clockEndsAt(level: number, since: Date): string | null {
    const hours = this.levels.find((known) => known.level === level)?.clockWorkingHours;
    return hours === undefined ? null : clockEndsAt(since, hours, this.calendar).toISOString();
  }
}

@Injectable()
export class ImpedimentLevels {
  async ladder(tx: Tx): Promise<Ladder> {
    const row = await tx.one<LadderRow>(LADDER, [tx.organizationId]);
    if (!row) throw new Error('The organization has no row of its own.');
    return new Ladder(row.levels, {
      timeZone: row.time_zone,
      workingDays: row.working_days,
      startHour: row.working_day_starts,
      endHour: row.working_day_ends,
      holidays: row.holidays,
    });
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
    await tx.run(
      `insert into impediment_levels (organization_id, level, name, clock_working_hours)
       select $1, l.level, l.name, l.hours from jsonb_to_recordset($2::jsonb) as l(level smallint, name text, hours int)
       on conflict do nothing`,
      [
        tx.organizationId,
        JSON.stringify(
          DEFAULT_LADDER.map(({ level, name, clockWorkingHours }) => ({ level, name, hours: clockWorkingHours })),
        ),
      ],
    );
    await tx.run('insert into impediment_counters (organization_id) values ($1) on conflict do nothing', [
      tx.organizationId,
    ]);
  }
}

const LADDER = `
  select o.time_zone, o.working_days, o.working_day_starts, o.working_day_ends,
         array(select to_char(day, 'YYYY-MM-DD') from unnest(o.holidays) as day) as holidays,
         (select coalesce(jsonb_agg(jsonb_build_object('level', l.level, 'name', l.name,
                   'clockWorkingHours', l.clock_working_hours) order by l.level), '[]'::jsonb)
            from impediment_levels l where l.organization_id = o.organization_id) as levels
    from organizations o where o.organization_id = $1`;
