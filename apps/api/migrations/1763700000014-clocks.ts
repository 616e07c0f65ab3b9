import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/**
 * A clock for each stay of an impediment at a level, with the terms that it began with, and a ladder that can be edited.
 * What is here already gets the clock that its row tells of: it runs out when the row says so.
 */
export class Clocks1763700000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table impediment_levels
        add column escalates_by_itself boolean not null default false,
        add column remind_before_hours integer,
        add constraint impediment_levels_top_stays check (not escalates_by_itself or level < 3),
        add constraint impediment_levels_reminds_in_time
          check (remind_before_hours >= 1 and remind_before_hours < clock_working_hours);

      -- The ladder is edited whole: its version is one. Without a row it is version 1.
      create table impediment_ladders (
        organization_id uuid primary key references organizations,
        version integer not null default 1
      );
      ${tenantTable('impediment_ladders')}

      create table impediment_clocks (
        organization_id uuid not null,
        impediment_id uuid not null,
        -- 1, 2, 3, ... in the order of the stays of one impediment.
        number integer not null check (number >= 1),
        level smallint not null check (level between 1 and 3),
        -- The terms, as the ladder was when it came to the level.
        clock_working_hours integer not null check (clock_working_hours between 1 and 2000),
        escalates_by_itself boolean not null,
        remind_before_hours integer check (remind_before_hours >= 1 and remind_before_hours < clock_working_hours),
        began_at timestamptz not null,
        -- Working time until counted_to.
        worked_ms bigint not null default 0 check (worked_ms >= 0),
        counted_to timestamptz not null,
        paused_at timestamptz,
        paused_because text check (length(paused_because) between 1 and 2000),
        -- When its hours were over, or will be when nothing happens. Null while it stands still with hours left, and
        -- where it ended with hours left.
        runs_out_at timestamptz,
        -- When the impediment left the level, or stood in nobody's way any more.
        ended_at timestamptz,
        -- The number of the last reminder of this stay.
        told integer not null default 0,
        -- When a worker next has something to do for it.
        wakes_at timestamptz,
        primary key (organization_id, impediment_id, number),
        foreign key (organization_id, impediment_id) references impediments on delete cascade,
        constraint impediment_clocks_count_on check (counted_to >= began_at),
        constraint impediment_clocks_paused_why check ((paused_at is null) = (paused_because is null)),
        constraint impediment_clocks_ended check (ended_at is null or (ended_at = counted_to and wakes_at is null))
      ) with (fillfactor = 80);
      create unique index impediment_clocks_one_goes_on on impediment_clocks (organization_id, impediment_id)
        where ended_at is null;
      create index impediment_clocks_to_wake on impediment_clocks (organization_id, wakes_at)
        where wakes_at is not null;
    `);
    await runner.query(FILL);
    await runner.query(tenantTable('impediment_clocks'));
  }

  async down(): Promise<void> {
    throw new Error('Not undone: restore a backup instead.');
  }
}

/**
 * The owner of the tables is behind their wall as well; for this one statement it looks over it. Nobody was promised
 * reminders of clocks that run, nor that they go up by themselves; the worker reminds of those that will run out.
 * What was told of those that have run out is worked out when the worker first looks at them.
 */
const FILL = `
  alter table organizations no force row level security;
  alter table impediments no force row level security;
  alter table impediment_levels no force row level security;

  update impediment_levels set remind_before_hours = case level when 1 then 4 when 2 then 8 else 16 end
   where clock_working_hours > case level when 1 then 4 when 2 then 8 else 16 end;

  insert into impediment_clocks (organization_id, impediment_id, number, level, clock_working_hours, escalates_by_itself,
      began_at, worked_ms, counted_to, runs_out_at, told, wakes_at)
  select i.organization_id, i.id, 1, i.level, l.clock_working_hours, false,
         i.level_since,
         greatest(0, l.clock_working_hours * 3600000::bigint + sign_of * w.ms),
         date_trunc('milliseconds', greatest(i.level_since, now())), i.clock_ends_at,
         case when sign_of > 0 then 1 + w.ms / (greatest(l.clock_working_hours, 8) * 3600000::bigint) else 0 end,
         greatest(i.clock_ends_at, now())
    from impediments i
    join organizations o on o.organization_id = i.organization_id
    join impediment_levels l on l.organization_id = i.organization_id and l.level = i.level
   cross join lateral (select case when i.clock_ends_at <= now() then 1 else -1 end as sign_of) as s
   cross join lateral (
     -- Working time between now and when it runs or ran out.
     select coalesce(sum(greatest(0, extract(epoch from
              least(greatest(now(), i.clock_ends_at), (day + o.working_day_ends * interval '1 hour') at time zone o.time_zone)
              - greatest(least(now(), i.clock_ends_at), (day + o.working_day_starts * interval '1 hour') at time zone o.time_zone))
            * 1000))::bigint, 0) as ms
       from generate_series(
              date_trunc('day', least(now(), i.clock_ends_at) at time zone o.time_zone),
              date_trunc('day', greatest(now(), i.clock_ends_at) at time zone o.time_zone), interval '1 day') as day
      where extract(isodow from day)::int = any(o.working_days) and not (day::date = any(o.holidays))) as w
   where i.state in ('RAISED', 'TRIAGED', 'IN_PROGRESS') and i.clock_ends_at is not null;

  alter table organizations force row level security;
  alter table impediments force row level security;
  alter table impediment_levels force row level security;
`;
