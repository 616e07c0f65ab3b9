import type { DecisionKind } from '@chapterhouse/domain/decisions/decision-fields';
import type { DecisionState } from '@chapterhouse/domain/decisions/decision-state';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId, splitId } from '../../../platform/graphql/global-id.js';
import { typedText } from '../../../platform/graphql/typed-text.js';
import { impedimentNumberOf } from '../../impediments/public.js';
import type { DecisionFilter } from './decision-hits.graphql.js';

/** What a list of decisions is narrowed to, apart from its words; ids as in the database, days YYYY-MM-DD. */
export interface Narrowed {
  number?: number | undefined;
  states?: readonly DecisionState[] | undefined;
  kinds?: readonly DecisionKind[] | undefined;
  scope?: { id: string; within: boolean } | undefined;
  decisionAreaId?: string | undefined;
  /** In any part: proposed, decided, vetoed, is named in it. */
  personId?: string | undefined;
  /** When it was decided, or proposed where nothing is decided yet. */
  from?: string | undefined;
  endsBefore?: string | undefined;
  touches?: Touched | undefined;
  /** Only these: those that wait for the viewer. */
  ids?: readonly string[] | undefined;
  /** In force, and its day to look at it again has come. */
  revisitDueOn?: string | undefined;
}

export type Touched = { type: TouchedType; id: string } | { key: string };
const TOUCHED = ['Impediment', 'BacklogItem', 'Team', 'Area', 'Product'] as const;
export type TouchedType = (typeof TOUCHED)[number];

const SCOPES: readonly string[] = ['Organization', 'Product', 'Area', 'Team'];

/** @throws NOT_FOUND for what is no id of a thing that it may be */
export function readNarrowed(filter: DecisionFilter | null | undefined, today: string): Narrowed {
  if (!filter) return {};
  const { states, kinds, scopeId, within, decisionAreaId, personId, from, endsBefore, revisitDue } = filter;
  return {
    states: states ?? undefined,
    kinds: kinds ?? undefined,
    scope: scopeId ? { id: idOf(scopeId, SCOPES).id, within: within ?? false } : undefined,
    decisionAreaId: decisionAreaId ? readId('DecisionArea', decisionAreaId) : undefined,
    personId: personId ? readId('Person', personId) : undefined,
    from: from ?? undefined,
    endsBefore: endsBefore ?? undefined,
    touches: touchedOf(filter),
    revisitDueOn: revisitDue ? today : undefined,
  };
}

function touchedOf({ touchesId, touchesKey }: DecisionFilter): Touched | undefined {
  if (touchesId) {
    const { type, id } = idOf(touchesId, TOUCHED);
    return { type, id };
  }
  const key = typedText(touchesKey ?? '');
  return key === '' ? undefined : { key };
}

function idOf<Type extends string>(given: string, types: readonly Type[]): { type: Type; id: string } {
  const parts = splitId(given);
  const type = types.find((one) => one === parts?.type);
  if (parts === undefined || type === undefined) throw refusePlatform('NOT_FOUND', {});
  return { type, id: parts.id };
}

/** When it was decided, or proposed where nothing is decided yet. */
export const DATE_OF_DECISION = 'coalesce(d.decided_at, d.proposed_at)';

/**
 * Conditions on `decisions d`, in words of this file only; what was given goes into `values`, the organization is $1.
 * @param timeZone that days are of
 */
export function narrowedSql(narrowed: Narrowed, { timeZone }: Pick<Viewer, 'timeZone'>, values: unknown[]): string[] {
  const conditions: string[] = [];
  const put = (value: unknown): string => `$${values.push(value)}`;
  const { number, states, kinds, scope, decisionAreaId, personId, from, endsBefore, touches, ids, revisitDueOn } =
    narrowed;
  if (number !== undefined) conditions.push(`d.number = ${put(number)}::int`);
  if (states !== undefined) conditions.push(`d.state = any(${put(states)}::text[])`);
  if (kinds !== undefined) conditions.push(`d.kind = any(${put(kinds)}::text[])`);
  if (scope) conditions.push(scope.within ? within(put(scope.id)) : `d.scope_id = ${put(scope.id)}::uuid`);
  if (decisionAreaId !== undefined) conditions.push(`d.decision_area_id = ${put(decisionAreaId)}::uuid`);
  if (personId !== undefined) conditions.push(`d.id in (${IDS_OF.Person(`${put(personId)}::uuid`)})`);
  const startOf = (day: string): string => `(${put(day)}::date)::timestamp at time zone ${put(timeZone)}::text`;
  if (from !== undefined) conditions.push(`${DATE_OF_DECISION} >= ${startOf(from)}`);
  if (endsBefore !== undefined) conditions.push(`${DATE_OF_DECISION} < ${startOf(endsBefore)}`);
  if (touches) conditions.push(touching(touches, put));
  if (ids !== undefined) conditions.push(`d.id = any(${put(ids)}::uuid[])`);
  if (revisitDueOn !== undefined)
    conditions.push(`d.state = 'ACCEPTED' and d.revisit_on <= ${put(revisitDueOn)}::date`);
  return conditions;
}

/** The scope and everything below it. */
function within(place: string): string {
  return `(${place}::uuid in (d.organization_id, d.scope_id)
    or d.area_id in (select a.id from areas a where a.organization_id = $1 and a.product_id = ${place}::uuid)
    or d.team_id in (select t.id from teams t join areas a on a.organization_id = t.organization_id and a.id = t.area_id
                      where t.organization_id = $1 and ${place}::uuid in (a.id, a.product_id)))`;
}

/**
 * SQL: the ids of the decisions that somebody takes part in, or that touch a thing. A place is touched by what is decided in
 * it, too; an impediment by what its briefs were answered with. Each part has an index: together they would have none.
 * @param id SQL; $1 is the organization
 */
export const IDS_OF: Record<TouchedType | 'Person', (id: string) => string> = {
  Person: (id) => `
    select p.id from decisions p where p.organization_id = $1 and p.proposed_by = ${id}
    union select p.id from decisions p where p.organization_id = $1 and p.decided_by = ${id}
    union select p.id from decisions p where p.organization_id = $1 and p.state = 'VETOED' and p.vetoed_by = ${id}
    union select p.decision_id from decision_people p where p.organization_id = $1 and p.person_id = ${id}`,
  Impediment: (id) => `
    ${linked(`l.impediment_id = ${id}`)}
    union select a.id from escalation_briefs b join decisions a on a.organization_id = b.organization_id and a.brief_id = b.id
           where b.organization_id = $1 and b.impediment_id = ${id}`,
  BacklogItem: (id) =>
    linked(`l.item_key = (select b.external_key from backlog_items b where b.organization_id = $1 and b.id = ${id})`),
  Team: (id) => `${linked(`l.team_id = ${id}`)} union ${decidedIn(id)}`,
  Area: (id) => `${linked(`l.area_id = ${id}`)} union ${decidedIn(id)}`,
  Product: (id) => `${linked(`l.product_id = ${id}`)} union ${decidedIn(id)}`,
};

function touching(touched: Touched, put: (value: unknown) => string): string {
  if ('id' in touched) return `d.id in (${IDS_OF[touched.type](`${put(touched.id)}::uuid`)})`;
  // Keys of items are written as their tracker writes them, which is in capitals.
  const key = put(touched.key);
  const items = linked(`l.item_key in (${key}, upper(${key}))`);
  const impediment = impedimentNumberOf(touched.key);
  if (impediment === undefined) return `d.id in (${items})`;
  const id = `(select i.id from impediments i where i.organization_id = $1 and i.number = ${put(impediment)}::int)`;
  return `d.id in (${items} union ${IDS_OF.Impediment(id)})`;
}

function decidedIn(id: string): string {
  return `select i.id from decisions i where i.organization_id = $1 and i.scope_id = ${id}`;
}

function linked(condition: string): string {
  return `select l.decision_id as id from decision_links l where l.organization_id = $1 and ${condition}`;
}
