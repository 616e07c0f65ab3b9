import { publishedArtifact } from '../published-artifact.js';
import type { TestOrganization } from '../world.js';

/** Who uses what the community of the stage published; the database's ids. */
export interface UseSurroundings {
  community: string;
  team: string;
  administrator: string;
  scrumMaster: string;
  developer: string;
}

/** Ids as clients see them. */
export interface StagedUse {
  /** With three versions, of which the team follows the first. */
  usedPlaybook: string;
  usedChecklist: string;
  usedTree: string;
  usedTemplateKey: string;
  adoption: string;
  /** The team's, started by the developer. */
  run: string;
  /** The developer's, at the root. */
  walk: string;
}

/** Somebody follows, runs and walks what is published; every text begins with the mark. Four numbers from `firstNumber` on. */
export async function stagedUse(
  organization: TestOrganization,
  mark: string,
  firstNumber: number,
  { community, team, administrator, scrumMaster, developer }: UseSurroundings,
): Promise<StagedUse> {
  const published = (kind: string, number: number, versions = 1): Promise<{ id: string }> =>
    publishedArtifact(organization, { kind, communityId: community, by: administrator, versions, number, mark });
  const versionOf = async ({ id }: { id: string }): Promise<string | undefined> => {
    const sql = 'select id from artifact_versions where organization_id = $1 and artifact_id = $2 and number = 1';
    return (await organization.query<{ id: string }>(sql, [organization.id, id]))[0]?.id;
  };
  const playbook = await published('PLAYBOOK', firstNumber, 3);
  const checklist = await published('CHECKLIST', firstNumber + 1);
  const tree = await published('DECISION_TREE', firstNumber + 2);
  await published('TEMPLATE', firstNumber + 3);

  const adoption = await organization.insert('adoptions', {
    team_id: team,
    artifact_id: playbook.id,
    number: 1,
    since: '2026-01-12',
    feel: 'MIXED',
    note: `${mark} note of an adoption`,
    by_id: scrumMaster,
    at: '2026-01-12',
  });
  await organization.query(
    `insert into adoption_steps (organization_id, adoption_id, position, number, since) values ($1, $2, 1, 1, '2026-01-12')`,
    [organization.id, adoption],
  );
  const run = await organization.insert('checklist_runs', {
    version_id: await versionOf(checklist),
    step_count: 2,
    title: `${mark} run`,
    team_id: team,
    started_by: developer,
    started_at: '2026-02-01',
  });
  await organization.query(
    `insert into checklist_run_steps (organization_id, run_id, step_id, done, note, by_id, at)
     values ($1, $2, 'one', true, $3, $4, '2026-02-02')`,
    [organization.id, run, `${mark} note of a step`, developer],
  );
  const walk = await organization.insert('tree_walks', {
    version_id: await versionOf(tree),
    person_id: developer,
    at_node: 'A',
    started_at: '2026-02-01',
    touched_at: '2026-02-01',
  });
  return {
    usedPlaybook: `Artifact_${playbook.id}`,
    usedChecklist: `Artifact_${checklist.id}`,
    usedTree: `Artifact_${tree.id}`,
    usedTemplateKey: `A-${firstNumber + 3}`,
    adoption: `Adoption_${adoption}`,
    run: `ChecklistRun_${run}`,
    walk: `Walk_${walk}`,
  };
}
