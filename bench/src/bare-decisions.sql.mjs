const AT = (column) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const PERSON = (alias) =>
  `case when ${alias}.id is not null then json_build_object('__typename', 'Person', 'id', 'Person_' || ${alias}.id, 'name', ${alias}.name) end`;
const MARKS = 'StartSel=\uE000,StopSel=\uE001';
/** Where the parser would make one word of what the index has as several; as in the product. */
const PARTED = (text) =>
  `regexp_replace(${text}, U&'([]/._:@&+=~#%$<>|^(){}-]|[\\00A0\\00A7\\00AB\\00B7\\00BB\\2010-\\2014\\2018-\\201E\\2022\\2026\\2190\\2192])', '\u0001\\1\u0001', 'g')`;
/** One line, parts of the words with a dot between them. */
const LINE = (text) =>
  `btrim(regexp_replace(regexp_replace(regexp_replace(translate(${text}, '\u0001', ''), '\\s+', ' ', 'g'), '( ?\u0002 ?)+', ' · ', 'g'), ' … ?·| · ?…', ' …', 'g'), ' ·')`;

/**
 * The answer to the web's own search of the decision log as one text, the first 25 by rank.
 * $1 organization, $2 finished words, $3 the beginning of another one
 */
export const DECISIONS = `
  with asked as materialized (
    select plainto_tsquery('simple', $2) || plainto_tsquery('english', $2) as finished,
           to_tsquery('simple', quote_literal($3) || ':*') || to_tsquery('english', quote_literal($3) || ':*') as begun
  ), found as materialized (
    select t.decision_id as id, ts_rank('{0.1, 0.25, 0.5, 1}', t.ranked, a.finished || a.begun) as rank
      from asked a join decision_texts t on t.organization_id = $1
       and t.words @@ case when numnode(a.finished) = 0 then a.begun else a.finished && a.begun end
  ), page as (
    select id, rank, row_number() over (order by rank desc, id desc) as place from found order by rank desc, id desc limit 26
  ), shown as (
    select p.place, translate(replace(encode(convert_to('["' || p.rank || '","' || p.id || '"]', 'UTF8'), 'base64'), E'\\n', ''), '+/=', '-_') as cursor,
           json_build_object('__typename', 'DecisionHit',
             'titleMarked', ${LINE(`ts_headline('english', ${PARTED('d.title')}, a.finished || a.begun, 'HighlightAll=true,${MARKS}')`)},
             'snippet', ${LINE(`ts_headline('english', ${PARTED('said.words')}, a.finished || a.begun, case when length(said.words) <= 240
                then 'HighlightAll=true,${MARKS}' else 'MaxFragments=2,MinWords=8,MaxWords=22,ShortWord=0,FragmentDelimiter=" … ",${MARKS}' end)`)},
             'decision', json_build_object('__typename', 'Decision', 'id', 'Decision_' || d.id, 'key', 'D-' || d.number,
               'title', d.title, 'kind', d.kind, 'state', d.state,
               'scope', json_build_object('__typename', 'RoleScope', 'kind', 'TEAM', 'id', 'Team_' || t.id, 'name', t.name),
               'decisionArea', case when r.id is not null then
                 json_build_object('__typename', 'DecisionArea', 'id', 'DecisionArea_' || r.id, 'name', r.name) end,
               'proposedBy', ${PERSON('p1')}, 'proposedAt', ${AT('d.proposed_at')},
               'decidedBy', ${PERSON('p2')}, 'decidedAt', ${AT('d.decided_at')},
               'veto', case when d.state = 'VETOED' then
                 json_build_object('__typename', 'DecisionVeto', 'by', ${PERSON('p3')}, 'at', ${AT('d.vetoed_at')}) end,
               'supersededBy', case when s.id is not null then
                 json_build_object('__typename', 'Decision', 'id', 'Decision_' || s.id, 'key', 'D-' || s.number) end,
               'revisitOn', d.revisit_on)) as node
      from page p
      join decisions d on d.organization_id = $1 and d.id = p.id
      join teams t on t.organization_id = $1 and t.id = d.team_id
      left join decision_areas r on r.organization_id = $1 and r.id = d.decision_area_id
      left join people p1 on p1.organization_id = $1 and p1.id = d.proposed_by
      left join people p2 on p2.organization_id = $1 and p2.id = d.decided_by
      left join people p3 on p3.organization_id = $1 and p3.id = d.vetoed_by
      left join decisions s on s.organization_id = $1 and s.id = d.superseded_by
     cross join asked a
     cross join lateral (select left(chapterhouse_decision_text(d.words), 4000) as words) as said
     where p.place <= 25
  )
  select json_build_object('data', json_build_object('decisions', json_build_object('__typename', 'DecisionHitConnection',
    'edges', (select coalesce(json_agg(json_build_object('__typename', 'DecisionHitEdge', 'cursor', cursor, 'node', node) order by place), '[]') from shown),
    'pageInfo', json_build_object('__typename', 'PageInfo', 'hasNextPage', (select count(*) > 25 from page),
      'endCursor', (select cursor from shown order by place desc limit 1)),
    'totalCount', (select count(*) from found))))::text`;
