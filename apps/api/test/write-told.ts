import { eventsOf, stillAffected, type Told } from './told-impediments.js';
import type { TestOrganization } from './world.js';

/** Puts told impediments into an organization, with three sources; each blocks an item `EXT-<number>`. @returns the sources */
export async function writeTold(
  house: TestOrganization,
  told: readonly Told[],
  teamIds: readonly string[],
  personId: string,
): Promise<string[]> {
  const sources = await Promise.all(
    [0, 1, 2].map((index) => house.insert('sources', { name: `Source ${index}`, kind: 'VENDOR' })),
  );
  for (const one of told) await writeOne(house, one, teamIds, { personId, sourceId: sources[one.source] ?? null });
  await house.query('update impediment_counters set last_number = $1 where organization_id = $2', [
    told.length,
    house.id,
  ]);
  return sources;
}

async function writeOne(
  house: TestOrganization,
  one: Told,
  teamIds: readonly string[],
  { personId, sourceId }: { personId: string; sourceId: string | null },
): Promise<void> {
  const last = one.steps.findLast(({ what }) => what === 'RESOLVE' || what === 'DECLINE' || what === 'REOPEN');
  const state = last?.what === 'RESOLVE' ? 'RESOLVED' : last?.what === 'DECLINE' ? 'DECLINED' : 'TRIAGED';
  const lastAt = one.steps.at(-1)?.at ?? one.raisedAt;
  await house.insert('impediments', {
    id: one.id,
    number: one.number,
    title: `Told ${one.number}`,
    category: one.category,
    severity: 'HIGH',
    state,
    level_since: iso(one.raisedAt),
    raised_by: personId,
    owner_id: personId,
    raised_at: iso(one.raisedAt),
    raising_team_id: teamIds[0],
    source_id: sourceId,
    resolution: state === 'RESOLVED' ? 'Gone' : '',
    decline_reason: state === 'DECLINED' ? 'No' : '',
    resolved_at: state === 'RESOLVED' ? iso(last?.at ?? 0) : null,
    updated_at: iso(state === 'DECLINED' ? (last?.at ?? 0) : lastAt),
  });
  await house.query(`insert into impediment_items (organization_id, impediment_id, external_key) values ($1, $2, $3)`, [
    house.id,
    one.id,
    `EXT-${one.number}`,
  ]);
  for (const [team, since] of stillAffected(one))
    await house.query(
      `insert into impediment_teams (organization_id, impediment_id, team_id, added_at) values ($1, $2, $3, $4)`,
      [house.id, one.id, teamIds[team], iso(since)],
    );
  let version = 1;
  for (const { name, at, payload } of eventsOf(one, teamIds)) {
    version += 1;
    await house.query(
      `insert into events (organization_id, name, subject_type, subject_id, subject_version, at, payload)
       values ($1, $2, 'Impediment', $3, $4, $5, $6)`,
      [house.id, name, one.id, version, iso(at), payload],
    );
  }
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
