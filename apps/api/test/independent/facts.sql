-- What is known of each impediment, one row for each; duplicates count nowhere.

-- Every stay at a level that had a clock: how many working hours passed in it while the clock did not stand still.
create temp table stays as
select c.impediment_id, c.number, c.level, c.clock_working_hours,
       pg_temp.working_hours(c.began_at, coalesce(c.ended_at, pg_temp.this_moment()))
         - coalesce((
             select sum(pg_temp.working_hours(greatest(pause.since, c.began_at), pause.until))
               from (
                 select p.at as since,
                        least(
                          coalesce(c.ended_at, pg_temp.this_moment()),
                          (select min(r.at) from events r
                            where r.organization_id = p.organization_id and r.subject_id = p.subject_id
                              and r.id > p.id and r.name = 'impediment.clock-resumed')) as until
                   from events p
                  where p.organization_id = c.organization_id and p.subject_id = c.impediment_id
                    and p.name = 'impediment.clock-paused'
                    and p.at >= c.began_at and p.at < coalesce(c.ended_at, pg_temp.this_moment())) as pause), 0)
         as passed_hours
  from impediment_clocks c
 where c.organization_id = (select organization_id from house);

create temp table facts as
select i.id, 'IMP-' || i.number as key, i.state, i.raised_at,
       i.raising_team_id as team_id,
       (select t.area_id from teams t where t.organization_id = i.organization_id and t.id = i.raising_team_id) as area_id,
       pg_temp.leading_source(i.source_id) as source_id,
       -- The table keeps the first triage.
       i.triaged_at as first_triaged_at,
       -- For good: it is resolved or closed now.
       case when i.state in ('RESOLVED', 'CLOSED') then i.resolved_at end as resolved_at,
       -- The level changes only before it is resolved.
       i.level,
       exists (select from stays s where s.impediment_id = i.id) as had_clock,
       exists (select from stays s where s.impediment_id = i.id and s.passed_hours >= s.clock_working_hours) as ran_out,
       -- Ended is resolved or declined, when it last was; also where it has come back since.
       (select max(s.at) from standing s where s.impediment_id = i.id and s.came_to in ('Resolved', 'Declined')) as ended_at,
       i.reopened_count > 0 as reopened,
       -- Ever at a level above the one at which it began.
       exists (
         select from stays later join stays first on first.impediment_id = later.impediment_id and first.number = 1
          where later.impediment_id = i.id and later.level > first.level) as escalated
  from impediments i
 where i.organization_id = (select organization_id from house) and i.state <> 'DUPLICATE';

-- One row for each impediment and number that it has to do with: when, how long, and whether a share counts it.
create temp table counted as
select rows.*, pg_temp.day_of(at) as day, to_char(pg_temp.day_of(at), 'YYYY-MM') as month
  from (
    select 'TIME_TO_TRIAGE' as number, id, key, area_id, team_id, source_id, null::int as level, first_triaged_at as at,
           pg_temp.working_hours(raised_at, first_triaged_at) as hours, true as counts
      from facts where first_triaged_at is not null
    union all
    select 'TIME_TO_RESOLVE', id, key, area_id, team_id, source_id, level, resolved_at,
           pg_temp.working_hours(raised_at, resolved_at), true
      from facts where resolved_at is not null
    union all
    select 'OVERDUE', id, key, area_id, team_id, source_id, null, raised_at, null, ran_out
      from facts where had_clock
    union all
    select 'REOPENED', id, key, area_id, team_id, source_id, null, ended_at, null, reopened
      from facts where ended_at is not null
    union all
    select 'RESOLVED_WITHOUT_ESCALATION', id, key, area_id, team_id, source_id, null, resolved_at, null, not escalated
      from facts where resolved_at is not null
  ) as rows;
