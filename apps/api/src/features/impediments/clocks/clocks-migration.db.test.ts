import { randomUUID } from 'node:crypto';
import { type WorkingCalendar, workingTimeBetween } from '@chapterhouse/domain/organization/working-calendar';
import { expect, test } from '@jest/globals';
import { Clocks1763700000014 } from '../../../../migrations/1763700000014-clocks.js';
import { runMigrations, withFormerDatabase } from '../../../../test/former-database.js';
import { MIGRATIONS } from '../../../platform/database/data-source.js';

const HOUR = 3_600_000;
const BERLIN: WorkingCalendar = {
  timeZone: 'Europe/Berlin',
  workingDays: [1, 2, 3, 4, 5],
  startHour: 9,
  endHour: 17,
  holidays: ['2020-01-06'],
};

test('what is open already gets the clock that its row tells of; nobody is told twice, and the wall stands again', () =>
  withFormerDatabase(Clocks1763700000014, async (admin, url) => {
    const [organization, person, team, product, area] = Array.from({ length: 5 }, () => randomUUID());
    await admin.query(
      `insert into organizations (organization_id, slug, name, time_zone, holidays) values ('${organization}', 'old', 'Old', 'Europe/Berlin', '{2020-01-06}');
       insert into people (organization_id, id, name) values ('${organization}', '${person}', 'Ana');
       insert into products (organization_id, id, name) values ('${organization}', '${product}', 'P');
       insert into areas (organization_id, id, product_id, name) values ('${organization}', '${area}', '${product}', 'A');
       insert into teams (organization_id, id, area_id, name) values ('${organization}', '${team}', '${area}', 'T');
       insert into impediment_levels (organization_id, level, name, clock_working_hours)
       values ('${organization}', 1, 'Team', 16), ('${organization}', 2, 'Chapter', 6), ('${organization}', 3, 'Top', 80)`,
    );
    let number = 0;
    const raise = async (state: string, level: number, since: string, ends: string): Promise<string> => {
      const id = randomUUID();
      await admin.query(
        `insert into impediments (organization_id, id, number, title, category, state, severity, owner_id, level, level_since,
           clock_ends_at, raised_by, raised_at, raising_team_id, updated_at, resolution, resolved_at)
         values ($1, $2, $3, 'It', 'TOOLING', $4, 'LOW', $5, $6, ${since}, ${ends}, $5, ${since}, $7, now(),
           case when $4 = 'RESOLVED' then 'Gone' else '' end, case when $4 = 'RESOLVED' then now() end)`,
        [organization, id, (number += 1), state, person, level, team],
      );
      return id;
    };
    // Two weeks, 2020-01-02 Thursday to 01-16: its clock of 16 hours ran out on Friday evening, by the winter's hour.
    const over = await raise('RAISED', 1, `'2020-01-02T08:00Z'`, `'2020-01-03T16:00Z'`);
    const soon = await raise('TRIAGED', 3, 'now()', `now() + interval '30 days'`);
    const resolved = await raise('RESOLVED', 1, 'now()', 'null');
    await runMigrations(url, MIGRATIONS);

    const { rows } = await admin.query<Record<string, unknown>>('select * from impediment_clocks order by began_at');
    expect(rows.map((row) => row['impediment_id'])).toEqual([over, soon]);
    expect(rows.map((row) => row['impediment_id'])).not.toContain(resolved);
    const [first = {}, second = {}] = rows;
    expect(first).toMatchObject({
      number: 1,
      level: 1,
      clock_working_hours: 16,
      escalates_by_itself: false,
      remind_before_hours: null,
      began_at: '2020-01-02T08:00:00.000Z',
      runs_out_at: '2020-01-03T16:00:00.000Z',
      ended_at: null,
    });
    const worked = Number(first['worked_ms']);
    const countedTo = Date.parse(String(first['counted_to']));
    expect(Math.abs(worked - workingTimeBetween(Date.parse('2020-01-02T08:00Z'), countedTo, BERLIN))).toBeLessThan(5);
    // Years of summer and winter time; a reminder for each 16 hours of them counts as told.
    expect(worked).toBeGreaterThan(1_000 * HOUR);
    expect(first['told']).toBe(1 + Math.floor((worked / HOUR - 16) / 16));
    expect(second).toMatchObject({ level: 3, clock_working_hours: 80, told: 0 });
    expect(second['wakes_at']).toEqual(second['runs_out_at']);
    const walls = await admin.query<{ relname: string }>(
      `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
          and relname in ('organizations', 'impediments', 'impediment_levels', 'impediment_clocks', 'impediment_ladders')
          and relrowsecurity and relforcerowsecurity`,
    );
    expect(walls.rows).toHaveLength(5);
    const { rows: levels } = await admin.query<{ remind_before_hours: number | null }>(
      'select remind_before_hours from impediment_levels order by level',
    );
    // The second level's clock is shorter than the reminder would be.
    expect(levels.map((level) => level.remind_before_hours)).toEqual([4, null, 16]);
  }));
