import { NO_DECISION_WORDS } from '@chapterhouse/domain/decisions/decision-fields';
import { newId } from '../../src/platform/database/new-id.js';
import type { TestOrganization } from '../world.js';

/** Who and what the delegation of the stage is about; the database's ids. */
export interface DelegationSurroundings {
  team: string;
  /** Proposes. */
  administrator: string;
  productOwner: string;
  developer: string;
}

/** Ids as clients see them. */
export interface StagedDelegation {
  decisionArea: string;
  /** The Product Owner's consent to a proposal of the team's board. */
  decisionAsk: string;
  /** Accepted by the team, and open to a veto. */
  vetoableDecision: string;
}

/** A board with what hangs on it; every text begins with the mark. Two numbers of decisions from the first. */
export async function stagedDelegation(
  organization: TestOrganization,
  mark: string,
  firstNumber: number,
  around: DelegationSurroundings,
): Promise<StagedDelegation> {
  const area = await organization.insert('decision_areas', {
    name: `${mark} decision area`,
    description: `${mark} description`,
  });
  const terms = (level: string) => ({
    level,
    delegate: { kind: 'TEAM', role: null, personId: null },
    vetoHours: 16,
    answerHours: 16,
  });
  await organization.query(
    `insert into delegation_board_versions (organization_id, scope_kind, scope_id, number, cells, saved_by, saved_at, note)
     values ($1, 'TEAM', $2, 1, $3, $4, '2026-01-02', $5)`,
    [
      organization.id,
      around.team,
      JSON.stringify([{ decisionAreaId: area, ...terms('AGREE') }]),
      around.productOwner,
      `${mark} note`,
    ],
  );
  const proposed = (number: number, level: string): Promise<string> =>
    organization.insert('decisions', {
      number,
      kind: 'PROCESS',
      state: 'PROPOSED',
      scope_kind: 'TEAM',
      team_id: around.team,
      decision_area_id: area,
      title: `${mark} delegated ${number}`,
      words: { ...NO_DECISION_WORDS, rationale: `${mark} rationale` },
      delegation: { ...terms(level), scope: { kind: 'TEAM', id: around.team } },
      proposed_by: around.administrator,
      proposed_at: '2026-01-02',
      updated_at: '2026-01-02',
    });
  const asked = await proposed(firstNumber, 'AGREE');
  const vetoable = await proposed(firstNumber + 1, 'INQUIRE');
  await organization.query(
    `update decisions set state = 'ACCEPTED', decided_by = $2, decided_at = '2026-01-03', veto_ends_at = '2090-01-01' where id = $1`,
    [vetoable, around.developer],
  );
  const ask = await organization.insert('decision_asks', {
    decision_id: asked,
    kind: 'CONSENT',
    side: 'ACCOUNTABLE',
    asked_at: '2026-01-02',
    due_at: '2026-01-04',
  });
  await organization.insert('decision_asks', {
    decision_id: asked,
    kind: 'CONSENT',
    side: 'DELEGATE',
    asked_at: '2026-01-02',
    due_at: '2026-01-04',
    answer: 'OBJECTED',
    words: `${mark} objection`,
    answered_by: around.developer,
    answered_at: '2026-01-03',
  });
  await organization.query('update decision_counters set last_number = $2 where organization_id = $1', [
    organization.id,
    firstNumber + 1,
  ]);
  await organization.insert('inbox_entries', {
    id: newId(),
    person_id: around.administrator,
    reason: 'VETOED',
    event_name: 'decision.vetoed',
    occasion: '2',
    event_ids: [1],
    decision_id: vetoable,
    excerpt: `${mark} reason`,
    at: '2026-01-04',
  });
  return {
    decisionArea: `DecisionArea_${area}`,
    decisionAsk: `DecisionAsk_${ask}`,
    vetoableDecision: `Decision_${vetoable}`,
  };
}
