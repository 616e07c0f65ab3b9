const AT = (column) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * The answer to the web's board query as one text.
 * $1 organization, $2 person who views, $3 what they may do by state, and by whether there are other teams than the
 * raising one: { "RAISED": [...], "RAISED+": [...] }
 */
export const BOARD = `
  with permitted as materialized (select key, value from json_each($3::json))
  select json_build_object('data', json_build_object('impedimentBoard', json_build_object(
    '__typename', 'ImpedimentBoard',
    'impediments', (select json_agg(card.json order by card.raised_at, card.id) from (
      select i.raised_at, i.id, json_build_object(
        '__typename', 'Impediment', 'id', 'Impediment_' || i.id, 'key', 'IMP-' || i.number, 'title', i.title, 'state', i.state,
        'category', i.category, 'severity', i.severity, 'level', i.level, 'clockEndsAt', ${AT('i.clock_ends_at')},
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
        'affectedTeams', affected.teams) as json
        from impediments i
        join teams t on t.organization_id = $1 and t.id = i.raising_team_id
        join areas a on a.organization_id = $1 and a.id = t.area_id
        left join people o on o.organization_id = $1 and o.id = i.owner_id
        cross join lateral (
          select bool_or(m.id <> i.raising_team_id) as others,
                 json_agg(json_build_object('__typename', 'Team', 'id', 'Team_' || m.id, 'name', m.name) order by l.added_at, l.team_id) as teams
            from impediment_teams l join teams m on m.organization_id = $1 and m.id = l.team_id
           where l.organization_id = $1 and l.impediment_id = i.id) as affected
        join permitted on permitted.key = i.state || case when affected.others then '+' else '' end
       where i.organization_id = $1 and i.state in ('RAISED', 'TRIAGED', 'IN_PROGRESS', 'RESOLVED')) as card),
    'truncated', false,
    'closedLast30Days', (select count(*) from impediments i, (select (now() at time zone 'UTC')::date - 30 as day) as since
       where i.organization_id = $1 and i.state in ('CLOSED', 'DECLINED', 'DUPLICATE') and i.state = 'CLOSED'
         and i.updated_at >= since.day and i.closed_at >= since.day),
    'cursor', pg_snapshot_xmin(pg_current_snapshot())::text)))::text`;
