import type { Tx } from '../database/tx.js';

/** Tables of one organization whose rows change only together with an event. */
export type Witnessed =
  | 'products'
  | 'areas'
  | 'teams'
  | 'people'
  | 'role_assignments'
  | 'absences'
  | 'impediments'
  | 'product_goals'
  | 'decisions'
  | 'decision_areas'
  | 'dependencies'
  | 'scenarios'
  | 'cadences'
  | 'chapters'
  | 'practices'
  | 'triage_sessions'
  | 'communities'
  | 'artifacts'
  | 'artifact_proposals'
  | 'discussions'
  | 'ideas'
  | 'adoptions'
  | 'checklist_runs';

/** More would not help anybody. */
const MOST_SHOWN = 20;

/**
 * Says which rows have another version than their latest event: a change without its event, or the reverse.
 * @param subjectType as in the event log
 */
export async function disagreements(tx: Tx, table: Witnessed, subjectType: string): Promise<string[]> {
  const rows = await tx.query<{ id: string; version: number; told: number | null }>(
    `select r.id, r.version, e.told
       from ${table} r
       left join lateral (select max(subject_version) as told from events
                           where organization_id = r.organization_id and subject_type = $2 and subject_id = r.id) e on true
      where r.organization_id = $1 and e.told is distinct from r.version
      order by r.id limit ${MOST_SHOWN}`,
    [tx.organizationId, subjectType],
  );
  return rows.map(({ id, version, told }) =>
    told === null
      ? `${subjectType} ${id} has no event.`
      : `${subjectType} ${id} is at version ${version}, its latest event at ${told}.`,
  );
}
