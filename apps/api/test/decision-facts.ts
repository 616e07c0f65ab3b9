import type { TestOrganization } from './world.js';

/**
 * All that a decision is, read from the tables without any of our files: equal in two organizations when one came from
 * the other's export. Ids are told as keys and names; whoever did something is a person of one organization only.
 */
export function decisionFacts(house: TestOrganization): Promise<Record<string, unknown>[]> {
  return house.query(`
    select d.number, d.title, d.kind, d.state, d.words, d.scope_kind, d.revisit_on, d.proposed_at, d.decided_at, d.veto_ends_at,
           d.vetoed_at, split_part(d.veto_reason, E'\\n\\n— ', 1) as veto_reason, d.revert_reason, d.close_reason,
           case when d.scope_kind <> 'ORGANIZATION' then coalesce(t.name, a.name, p.name) end as scope, e.name as decision_area,
           (select s.number from decisions s where s.organization_id = d.organization_id and s.id = d.superseded_by) as superseded_by,
           (select jsonb_agg(o.number order by o.number) from decision_supersedes x join decisions o on o.id = x.superseded_id
             where x.decision_id = d.id) as supersedes,
           (select jsonb_agg(jsonb_build_array(l.kind, coalesce(l.item_key, l.url, lt.name, la.name, lp.name), l.title)
                     order by l.kind, coalesce(l.item_key, l.url, lt.name, la.name, lp.name, l.title))
              from decision_links l left join teams lt on lt.id = l.team_id left join areas la on la.id = l.area_id
              left join products lp on lp.id = l.product_id where l.decision_id = d.id) as links,
           (select jsonb_agg(jsonb_build_array(m.number, split_part(m.text, E'\\n\\n— ', 1), m.at) order by m.number)
              from decision_amendments m where m.decision_id = d.id) as amendments
      from decisions d left join teams t on t.id = d.team_id left join areas a on a.id = d.area_id
      left join products p on p.id = d.product_id left join decision_areas e on e.id = d.decision_area_id
     order by d.number`);
}

/** By the number of the decision: its people, as `part name`. */
export function decisionPeople(house: TestOrganization): Promise<{ number: number; people: string[] }[]> {
  return house.query(`
    select d.number, coalesce(array_agg(x.part || ' ' || x.name order by x.part, x.position) filter (where x.name is not null), '{}') as people
      from decisions d left join decision_people x on x.decision_id = d.id group by 1 order by 1`);
}
