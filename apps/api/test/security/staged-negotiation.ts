import type { TestOrganization } from '../world.js';
import type { StagedItems } from './staged-item.js';

/** Who and what the dependency and the scenario of the stage are about; the database's ids, but of items as clients see them. */
export interface NegotiationSurroundings extends Pick<StagedItems, 'item' | 'epic'> {
  otherTeam: string;
  otherArea: string;
  administrator: string;
  person: string;
  impediment: string;
}

/** Ids and keys as clients see them. */
export interface StagedNegotiation {
  /** The item needs something of an item of the other team, which has not answered. */
  dependency: string;
  dependencyKey: string;
  /** The administrator's, and shared. */
  scenario: string;
}

/** A dependency with its steps and a scenario with a comment; every text begins with the mark. One number. */
export async function stagedNegotiation(
  organization: TestOrganization,
  mark: string,
  firstNumber: number,
  around: NegotiationSurroundings,
): Promise<StagedNegotiation> {
  // The one needs something.
  const [item = '', epic = ''] = [around.item, around.epic].map((id) => id.replace('BacklogItem_', ''));
  const provider = await organization.insert('backlog_items', {
    external_key: `EXT-${firstNumber}`,
    type: 'Story',
    title: `${mark} item of another tool`,
    state: 'READY',
    product_id: organization.productId,
    area_id: around.otherArea,
    team_id: around.otherTeam,
    tier: 'FEATURE',
    kind: 'VALUE',
    created_at: '2026-01-02',
  });
  const dependency = await organization.insert('dependencies', {
    number: firstNumber,
    consumer_id: item,
    provider_id: provider,
    state: 'REQUESTED',
    words: `${mark} words of a dependency`,
    needed_by: '2099-03-01',
    requested_by: around.person,
    requested_at: '2026-01-02',
    asked_at: '2026-01-02',
    answer_due_at: '2026-01-06',
    reminded_at: '2026-01-06',
    impediment_id: around.impediment,
    updated_at: '2026-01-02',
  });
  const run = (sql: string, values: unknown[]): Promise<object[]> =>
    organization.query(sql, [organization.id, ...values]);
  await run('insert into dependency_counters (organization_id, last_number) values ($1, $2)', [firstNumber]);
  await run(
    `insert into dependency_steps (organization_id, dependency_id, position, state, by_id, at, date, words)
     values ($1, $2, 1, 'REQUESTED', $3, '2026-01-02', '2099-03-01', $4)`,
    [dependency, around.person, `${mark} words of a step`],
  );
  const scenario = await organization.insert('scenarios', {
    product_id: organization.productId,
    name: `${mark} scenario`,
    note: `${mark} note`,
    state: 'SHARED',
    owner_id: around.administrator,
    base_number: 0,
    base_item_ids: [item, epic],
    moves: JSON.stringify([{ ids: [epic], position: 1, withinArea: false }]),
    created_at: '2026-01-02',
    updated_at: '2026-01-02',
  });
  await organization.insert('scenario_comments', {
    scenario_id: scenario,
    by_id: around.person,
    at: '2026-01-03',
    text: `${mark} comment on a scenario`,
  });
  return {
    dependency: `Dependency_${dependency}`,
    dependencyKey: `DEP-${firstNumber}`,
    scenario: `Scenario_${scenario}`,
  };
}
