import type { DecisionState } from '@chapterhouse/domain/decisions/decision-state';
import { newId } from '../../src/platform/database/new-id.js';
import type { TestOrganization } from '../world.js';

/** Who and what the decisions of the stage are about; the database's ids. */
export interface DecisionSurroundings {
  team: string;
  area: string;
  impediment: string;
  /** Proposes. */
  administrator: string;
  productOwner: string;
  person: string;
}

/** Ids and keys as clients see them. */
export interface StagedDecisions {
  /** Proposed by the administrator in the team, where nobody delegated anything: the Product Owner decides. */
  decision: string;
  /** Of the decision, to an impediment. */
  decisionLink: string;
  /** In force; the proposed one is to replace it. */
  decisionInForce: string;
  /** Vetoed and amended. */
  settledDecisionKey: string;
  /** The administrator's, of the team. */
  decisionFeed: string;
}

/** Decisions of three kinds with all that hangs on them; every text begins with the mark. Three numbers from the first. */
export async function stagedDecisions(
  organization: TestOrganization,
  mark: string,
  firstNumber: number,
  around: DecisionSurroundings,
): Promise<StagedDecisions> {
  const settled = await decided(organization, mark, firstNumber, around);
  await step(
    organization,
    settled,
    'ACCEPTED',
    "decided_by = proposed_by, decided_at = '2026-01-03', veto_ends_at = '2026-01-07'",
  );
  await organization.query(
    `update decisions set state = 'VETOED', vetoed_by = $2, vetoed_for = $2, vetoed_at = '2026-01-04', veto_reason = $3
      where id = $1`,
    [settled, around.productOwner, `${mark} veto`],
  );
  await organization.query(
    `insert into decision_amendments (organization_id, decision_id, number, text, by, at) values ($1, $2, 1, $3, $4, '2026-01-05')`,
    [organization.id, settled, `${mark} amendment`, around.person],
  );
  const inForce = await decided(organization, mark, firstNumber + 1, around);
  await step(organization, inForce, 'ACCEPTED', "decided_by = proposed_by, decided_at = '2026-01-03'");
  const proposed = await decided(organization, mark, firstNumber + 2, around);
  await organization.query(
    'insert into decision_supersedes (organization_id, decision_id, superseded_id) values ($1, $2, $3)',
    [organization.id, proposed, inForce],
  );
  await organization.query('insert into decision_counters (organization_id, last_number) values ($1, $2)', [
    organization.id,
    firstNumber + 2,
  ]);
  const feed = await organization.insert('decision_feeds', {
    team_id: around.team,
    secret_hash: Buffer.alloc(32, 9),
    created_by: around.administrator,
    created_at: '2026-01-02',
  });
  const [link] = await organization.query<{ id: string }>(
    `select id from decision_links where decision_id = $1 and kind = 'IMPEDIMENT'`,
    [proposed],
  );
  return {
    decision: `Decision_${proposed}`,
    decisionLink: `DecisionLink_${link?.id}`,
    decisionInForce: `Decision_${inForce}`,
    settledDecisionKey: `D-${firstNumber}`,
    decisionFeed: `DecisionFeed_${feed}`,
  };
}

async function step(organization: TestOrganization, id: string, state: DecisionState, columns: string): Promise<void> {
  await organization.query(`update decisions set state = $2, ${columns} where id = $1`, [id, state]);
}

async function decided(
  organization: TestOrganization,
  mark: string,
  number: number,
  around: DecisionSurroundings,
): Promise<string> {
  const argued = [{ tone: 'GOOD', text: `${mark} argument` }];
  const words = {
    context: `${mark} context`,
    drivers: [`${mark} driver`],
    options: [{ title: `${mark} option`, description: `${mark} description`, arguments: argued }],
    chosenOption: 0,
    outcome: `${mark} outcome`,
    rationale: `${mark} rationale`,
    gains: [`${mark} gain`],
    givesUp: [`${mark} loss`],
    consequences: argued,
    confirmation: `${mark} confirmation`,
    moreInformation: `${mark} information`,
  };
  const id = await organization.insert('decisions', {
    number,
    kind: 'PROCESS',
    state: 'PROPOSED',
    scope_kind: 'TEAM',
    team_id: around.team,
    title: `${mark} decision ${number}`,
    words,
    proposed_by: around.administrator,
    proposed_at: '2026-01-02',
    updated_at: '2026-01-02',
  });
  await organization.query(
    `insert into decision_people (organization_id, decision_id, part, position, person_id, name)
     values ($1, $2, 'CONSULTED', 0, $3, $4), ($1, $2, 'INFORMED', 0, null, $4)`,
    [organization.id, id, around.person, `${mark} named`],
  );
  const links = [
    ['IMPEDIMENT', 'impediment_id', around.impediment, ''],
    ['AREA', 'area_id', around.area, ''],
    ['ITEM', 'item_key', `${mark}-1`, ''],
    ['URL', 'url', `https://example.org/${mark}`, `${mark} page`],
    ['GOAL', null, null, `${mark} goal`],
  ] as const;
  for (const [kind, column, value, title] of links)
    await organization.query(
      `insert into decision_links (organization_id, id, decision_id, kind, title, added_at${column ? `, ${column}` : ''})
       values ($1, $2, $3, $4, $5, '2026-01-02'${column ? ', $6' : ''})`,
      [organization.id, newId(), id, kind, title, ...(column ? [value] : [])],
    );
  await organization.query(
    `insert into events (organization_id, name, subject_type, subject_id, subject_version, actor_person_id, payload)
     values ($1, 'decision.proposed', 'Decision', $2, 1, $3, $4)`,
    [
      organization.id,
      id,
      around.administrator,
      { changes: [{ field: 'title', from: null, to: `${mark} decision` }], note: `${mark} note` },
    ],
  );
  return id;
}
