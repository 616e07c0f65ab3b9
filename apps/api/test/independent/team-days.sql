-- Blocked team-days: one affected team for one working day that began with the impediment in its way.
-- A day begins at midnight. What happens at that very moment belongs to the day: what was resolved then was still in
-- the way when the day began, what was raised then was not yet.

-- Since when until when an impediment stood in the way, from change of state to change of state.
create temp table in_the_way as
select spans.impediment_id, spans.since, coalesce(spans.until, pg_temp.this_moment()) as until
  from (
    select impediment_id, came_to, at as since,
           lead(at) over (partition by impediment_id order by order_in_log) as until
      from standing) as spans
 where spans.came_to in ('Raised', 'Triaged', 'In progress');

-- Since when until when a team was affected: those that are, and those that were until somebody removed them.
create temp table affected as
select t.impediment_id, t.team_id, t.added_at as since, 'infinity'::timestamptz as until
  from impediment_teams t where t.organization_id = (select organization_id from house)
union all
select e.subject_id, team.id,
       coalesce((
           select max(before.at) from events before, jsonb_array_elements(before.payload -> 'changes') as addition
            where before.organization_id = e.organization_id and before.subject_id = e.subject_id and before.id < e.id
              and addition ->> 'field' = 'affectedTeams' and addition ->> 'to' = team.name),
         (select i.raised_at from impediments i where i.organization_id = e.organization_id and i.id = e.subject_id)),
       e.at
  from events e
 cross join lateral jsonb_array_elements(e.payload -> 'changes') as removal
  join teams team on team.organization_id = e.organization_id and team.name = removal ->> 'from'
 where e.organization_id = (select organization_id from house) and e.name = 'impediment.team-removed'
   and removal ->> 'field' = 'affectedTeams';

-- One row for each of them.
create temp table team_days as
select distinct i.id, i.state, t.team_id, pg_temp.leading_source(i.source_id) as source_id, day,
       to_char(day, 'YYYY-MM') as month
  from impediments i
  join affected t on t.impediment_id = i.id
  join in_the_way w on w.impediment_id = i.id
 cross join lateral pg_temp.days(w.since, w.until) as day
 where i.organization_id = (select organization_id from house) and i.state <> 'DUPLICATE'
   and pg_temp.works_on(day)
   and pg_temp.begins(day) > greatest(w.since, t.since)
   and pg_temp.begins(day) <= least(w.until, t.until);
