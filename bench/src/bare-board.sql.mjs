const AT = (column) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
/** Mondays to Fridays from Monday, 5 January 1970, up to the day of a moment, in UTC. */
const WORKING_DAYS = (at) =>
  `(select 5 * (n / 7) + least(n % 7 + 1, 5) from (select (${at} at time zone 'UTC')::date - date '1970-01-05' as n) as day)`;

/**
 * The answer to the web's board query as one text.
 * $1 organization, $2 person who views, $3 what they may do by state, and by whether there are other teams than the
 * raising one, or its clock ran out: { "RAISED": [...], "RAISED+": [...], "RAISED+!": [...] }
 */
export const BOARD = `
  with permitted as materialized (select key, value from json_each($3::json))
  select json_build_object('data', json_build_object('impedimentBoard', json_build_object(
    '__typename', 'ImpedimentBoard',
    'impediments', (select json_agg(card.json order by card.raised_at, card.id) from (
      select i.raised_at, i.id, json_build_object(
        '__typename', 'Impediment', 'id', 'Impediment_' || i.id, 'key', 'IMP-' || i.number, 'title', i.title, 'state', i.state,
        'category', i.category, 'severity', i.severity, 'level', i.level, 'clockEndsAt', ${AT('i.clock_ends_at')},
        'clock', (select json_build_object('__typename', 'ImpedimentClock', 'pausedAt', ${AT('c.paused_at')}, 'pausedBecause', c.paused_because)
          from impediment_clocks c where c.organization_id = $1 and c.impediment_id = i.id and c.ended_at is null),
        'raisedAt', ${AT('i.raised_at')}, 'dueOn', i.due_on, 'nextStep', i.next_step, 'version', i.version,
        'commentCount', (select count(*) from impediment_comments c where c.organization_id = $1 and c.impediment_id = i.id),
        'voteCount', (select count(*) from impediment_votes v where v.organization_id = $1 and v.impediment_id = i.id),
        'viewerVotes', exists(select 1 from impediment_votes v
          where v.organization_id = $1 and v.impediment_id = i.id and v.person_id = $2),
        'viewerWatches', exists(select 1 from impediment_watchers w
          where w.organization_id = $1 and w.impediment_id = i.id and w.person_id = $2),
        'viewerCan', permitted.value,
        'owner', case when o.id is not null then json_build_object('__typename', 'Person', 'id', 'Person_' || o.id, 'name', o.name) end,
        'raisingTeam', json_build_object('__typename', 'Team', 'id', 'Team_' || t.id, 'name', t.name,
          'area', json_build_object('__typename', 'Area', 'id', 'Area_' || a.id, 'name', a.name)),
        'affectedTeams', affected.teams,
        'source', (select json_build_object('__typename', 'Source', 'id', 'Source_' || s.id, 'name', s.name, 'kind', s.kind)
          from sources s where s.organization_id = $1 and s.id = i.source_id),
        'labels', (select coalesce(json_agg(json_build_object('__typename', 'Label', 'id', 'Label_' || x.id, 'name', x.name) order by lower(x.name)), '[]')
          from impediment_labels l join labels x on x.organization_id = $1 and x.id = l.label_id
         where l.organization_id = $1 and l.impediment_id = i.id),
        'blockedTeamDays', affected.days, 'updatedAt', ${AT('i.updated_at')}) as json
        from impediments i
        join teams t on t.organization_id = $1 and t.id = i.raising_team_id
        join areas a on a.organization_id = $1 and a.id = t.area_id
        left join people o on o.organization_id = $1 and o.id = i.owner_id
        cross join lateral (
          select bool_or(m.id <> i.raising_team_id) as others,
                 json_agg(json_build_object('__typename', 'Team', 'id', 'Team_' || m.id, 'name', m.name) order by l.added_at, l.team_id) as teams,
                 sum(greatest(0, ${WORKING_DAYS('coalesce(i.resolved_at, now())')} - ${WORKING_DAYS('greatest(l.added_at, i.raised_at)')})) as days
            from impediment_teams l join teams m on m.organization_id = $1 and m.id = l.team_id
           where l.organization_id = $1 and l.impediment_id = i.id) as affected
        join permitted on permitted.key = i.state || case when affected.others then '+' else '' end ||
           case when i.clock_ends_at <= now() then '!' else '' end
       where i.organization_id = $1 and i.state in ('RAISED', 'TRIAGED', 'IN_PROGRESS', 'RESOLVED')) as card),
    'truncated', false,
    'closedLast30Days', (select count(*) from impediments i, (select (now() at time zone 'UTC')::date - 30 as day) as since
       where i.organization_id = $1 and i.state in ('CLOSED', 'DECLINED', 'DUPLICATE') and i.state = 'CLOSED'
         and i.updated_at >= since.day and i.closed_at >= since.day),
    'cursor', pg_snapshot_xmin(pg_current_snapshot())::text)))::text`;
