import type { DecisionKind, DecisionPersonPart, DecisionWords } from '@chapterhouse/domain/decisions/decision-fields';
import type { DecisionLinkKind } from '@chapterhouse/domain/decisions/decision-links';
import type { FrozenDecision, RecordedAnswer, RecordedLink } from '@chapterhouse/domain/decisions/decision-record';
import type { DecisionState } from '@chapterhouse/domain/decisions/decision-state';
import type { FrozenDelegation } from '@chapterhouse/domain/decisions/delegation-cell';
import type { ScopeKind } from '@chapterhouse/domain/organization/role';
import type { FlowSubject } from './delegation/decision-flows.js';

/** A decision with what hangs on it, in one row. Ids are the database's, moments ISO text, days YYYY-MM-DD. */
export interface DecisionRow {
  id: string;
  number: number;
  version: number;
  kind: DecisionKind;
  state: DecisionState;
  scope_kind: ScopeKind;
  scope_id: string;
  scope_name: string;
  decision_area_id: string | null;
  title: string;
  words: DecisionWords;
  delegation: FrozenDelegation | null;
  revisit_on: string | null;
  proposed_by: string | null;
  proposed_at: string;
  decided_by: string | null;
  decided_at: string | null;
  veto_ends_at: string | null;
  vetoed_by: string | null;
  vetoed_for: string | null;
  vetoed_at: string | null;
  veto_reason: string;
  superseded_by: string | null;
  revert_reason: string;
  close_reason: string;
  brief_id: string | null;
  import_identity: string | null;
  imported_from: string;
  updated_at: string;
  people: DecisionPersonRow[];
  links: DecisionLinkRow[];
  /** What it means to replace, or meant to; sorted. */
  supersedes: string[];
}

export interface DecisionPersonRow {
  part: DecisionPersonPart;
  person_id: string | null;
  name: string;
}

export interface DecisionLinkRow {
  id: string;
  kind: DecisionLinkKind;
  /** Of what is kept here; null for pages, goals and items that are not in the backlog. */
  thing_id: string | null;
  /** Of an item or impediment. */
  key: string | null;
  title: string;
  url: string | null;
  /** Null: a file brought it, or it was taken over from a brief. */
  added_by: string | null;
  /** It was there when it was decided: of what it was decided about. */
  stays: boolean;
}

/** What every read of decisions selects, of `decisions d`. What hangs on them are probes of indexes led by the decision. */
export const DECISION_COLUMNS = `
  d.id, d.number, d.version, d.kind, d.state, d.scope_kind, d.scope_id,
  case d.scope_kind
    when 'TEAM' then (select t.name from teams t where t.organization_id = d.organization_id and t.id = d.team_id)
    when 'AREA' then (select a.name from areas a where a.organization_id = d.organization_id and a.id = d.area_id)
    when 'PRODUCT' then (select p.name from products p where p.organization_id = d.organization_id and p.id = d.product_id)
    else (select o.name from organizations o where o.organization_id = d.organization_id)
  end as scope_name,
  d.decision_area_id, d.title, d.words, d.delegation, d.revisit_on, d.proposed_by, d.proposed_at, d.decided_by, d.decided_at,
  d.veto_ends_at, d.vetoed_by, d.vetoed_for, d.vetoed_at, d.veto_reason, d.superseded_by, d.revert_reason, d.close_reason,
  d.brief_id, d.import_identity, d.imported_from, d.updated_at,
  (select coalesce(jsonb_agg(jsonb_build_object('part', x.part, 'person_id', x.person_id, 'name', x.name)
            order by array_position(array['DECISION_MAKER', 'CONSULTED', 'INFORMED'], x.part), x.position), '[]'::jsonb)
     from decision_people x where x.organization_id = d.organization_id and x.decision_id = d.id) as people,
  (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'kind', l.kind, 'url', l.url, 'added_by', l.added_by,
            'stays', d.state <> 'PROPOSED' and l.added_at <= coalesce(d.decided_at, d.proposed_at),
            'thing_id', coalesce(l.impediment_id, l.team_id, l.area_id, l.product_id, b.id),
            'key', coalesce(l.item_key, 'IMP-' || i.number),
            'title', coalesce(i.title, t.name, a.name, p.name, b.title, nullif(l.title, ''), l.url, ''))
            order by l.added_at, l.id), '[]'::jsonb)
     from decision_links l
     left join impediments i on i.organization_id = l.organization_id and i.id = l.impediment_id
     left join teams t on t.organization_id = l.organization_id and t.id = l.team_id
     left join areas a on a.organization_id = l.organization_id and a.id = l.area_id
     left join products p on p.organization_id = l.organization_id and p.id = l.product_id
     left join backlog_items b on b.organization_id = l.organization_id and b.external_key = l.item_key
    where l.organization_id = d.organization_id and l.decision_id = d.id) as links,
  array(select s.superseded_id from decision_supersedes s
         where s.organization_id = d.organization_id and s.decision_id = d.id order by s.superseded_id) as supersedes`;

export function decisionKeyOf(number: number): string {
  return `D-${number}`;
}

/** The number in a key, in capitals or not; undefined when it is no key of a decision. */
export function decisionNumberOf(key: string): number | undefined {
  const match = /^D-?([1-9]\d{0,8})$/i.exec(key.trim());
  return match?.[1] ? Number(match[1]) : undefined;
}

/** What its delegation looks at. */
export function subjectOf(row: DecisionRow): FlowSubject {
  return {
    id: row.id,
    scope: { kind: row.scope_kind, id: row.scope_id },
    delegation: row.delegation,
    rationale: row.words.rationale,
    proposedBy: row.proposed_by,
    vetoEndsAt: row.veto_ends_at,
  };
}

export function decisionMakersOf({ people }: Pick<DecisionRow, 'people'>): string[] {
  return people.flatMap(({ part, person_id: id }) => (part === 'DECISION_MAKER' && id !== null ? [id] : []));
}

/**
 * What is put on the record, and never changes from then on.
 * @param links that were there when it was decided
 * @param answers what was consented, objected and advised; left out of what files and demos tell
 */
export function frozenOf(row: DecisionRow, links: RecordedLink[], answers?: RecordedAnswer[]): FrozenDecision {
  return {
    number: row.number,
    title: row.title,
    kind: row.kind,
    scope: { kind: row.scope_kind, id: row.scope_id },
    decisionAreaId: row.decision_area_id,
    words: row.words,
    people: row.people.map(({ part, person_id: personId, name }) => ({ part, personId, name })),
    supersedes: row.supersedes,
    delegation: row.delegation,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    vetoEndsAt: row.veto_ends_at,
    closeReason: row.close_reason,
    importIdentity: row.import_identity,
    ...(answers && { answers }),
    links,
  };
}
