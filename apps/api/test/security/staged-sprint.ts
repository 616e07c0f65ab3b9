import type { TestOrganization } from '../world.js';

/** A running sprint of the team and a finished one; every text begins with the mark. @returns the running one's id in the database */
export async function stagedSprints(organization: TestOrganization, mark: string, team: string): Promise<string> {
  const running = await organization.insert('sprints', {
    team_id: team,
    name: `${mark} sprint`,
    goal: `${mark} goal`,
    state: 'ACTIVE',
    starts_on: '2026-03-16',
    imported: false,
  });
  await organization.insert('sprints', {
    team_id: team,
    name: `${mark} sprint of old`,
    state: 'CLOSED',
    starts_on: '2026-03-02',
    ends_before: '2026-03-16',
    done_items: 3,
    imported: false,
  });
  return running;
}
