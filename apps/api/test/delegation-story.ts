import { jest } from '@jest/globals';
import { Clock } from '../src/platform/clock.js';
import {
  BOARD,
  cellInput,
  DECISION,
  FLOW,
  type TestAsk,
  type TestBoard,
  type TestDecision,
  type TestFlow,
} from './delegation-answers.js';
import { beginReactions, settleReactions } from './settle-reactions.js';
import type { GraphqlReply, TestApp } from './test-app.js';
import type { RoleOptions, TestOrganization, TestPerson, TestTeam } from './world.js';

/** A Tuesday, in the working day of the story's organization: Monday to Friday, 9 to 17. */
export const TUESDAY = '2026-03-10T10:00:00.000Z';

/** A product with an area and two teams, everybody who may be trusted with something, and a clock that can be set. */
export class DelegationStory {
  private constructor(
    readonly app: TestApp,
    readonly house: TestOrganization,
    readonly productId: string,
    readonly areaId: string,
    readonly team: TestTeam,
    readonly otherTeam: TestTeam,
    /** Paula, Product Owner of Payments. */
    readonly owner: TestPerson,
    /** Bo, who stands in for Paula. */
    readonly backup: TestPerson,
    readonly master: TestPerson,
    readonly dev: TestPerson,
    /** Of the other team. */
    readonly stranger: TestPerson,
    readonly areaOwner: TestPerson,
    readonly chief: TestPerson,
    readonly lead: TestPerson,
    readonly executive: TestPerson,
    readonly admin: TestPerson,
  ) {}

  static async tell(app: TestApp, name: string): Promise<DelegationStory> {
    const house = await app.world.organization(name);
    await house.query(
      `update organizations set working_day_starts = 9, working_day_ends = 17 where organization_id = $1 returning 1`,
      [house.id],
    );
    const productId = await house.insert('products', { name: 'Shop' });
    const areaId = await house.insert('areas', { product_id: productId, name: 'Checkout' });
    const team = await house.team('Payments', areaId);
    const otherTeam = await house.team('Search', areaId);
    const of = { team_id: team.id };
    const story = new DelegationStory(
      app,
      house,
      productId,
      areaId,
      team,
      otherTeam,
      await house.holder('Paula', 'PRODUCT_OWNER', of),
      await house.holder('Bo', 'PRODUCT_OWNER', of, { kind: 'BACKUP' }),
      await house.holder('Sam', 'SCRUM_MASTER', of),
      await house.holder('Dora', 'DEVELOPER', of),
      await house.holder('Stella', 'DEVELOPER', { team_id: otherTeam.id }),
      await house.holder('Ada', 'AREA_PRODUCT_OWNER', { area_id: areaId }),
      await house.holder('Chris', 'CHIEF_PRODUCT_OWNER', { product_id: productId }),
      await house.holder('Lars', 'TECHNICAL_LEAD', { area_id: areaId }),
      await house.holder('Emil', 'EXECUTIVE_ACTION_TEAM'),
      await house.holder('Adam', 'ADMINISTRATOR'),
    );
    await house.query(
      `insert into accounts (organization_id, person_id, email, password_hash)
       select organization_id, id, id || '@example.org', 'x' from people where organization_id = $1 returning 1`,
      [house.id],
    );
    await beginReactions(app, house.id);
    story.at(TUESDAY);
    return story;
  }

  /** From now on it is this moment. */
  at(moment: string): Date {
    const now = new Date(moment);
    jest.spyOn(this.app.app.get(Clock), 'now').mockImplementation(() => now);
    return now;
  }

  holder(
    name: string,
    role: Parameters<TestOrganization['holder']>[1],
    options: RoleOptions = {},
  ): Promise<TestPerson> {
    return this.house.holder(name, role, {}, options);
  }

  away({ id }: TestPerson): Promise<string> {
    return this.house.insert('absences', { person_id: id, starts_on: '2026-01-01', ends_before: '2027-01-01' });
  }

  async here({ id }: TestPerson): Promise<void> {
    await this.house.query('delete from absences where organization_id = $1 and person_id = $2 returning 1', [
      this.house.id,
      id,
    ]);
  }

  /** A new one; its global id. */
  async area(name: string): Promise<string> {
    return `DecisionArea_${await this.house.insert('decision_areas', { name })}`;
  }

  trySaving(
    cells: object[],
    { by = this.owner, scope = this.atTeam, number = 0, note = '', key = '' } = {},
  ): Promise<GraphqlReply<{ saveDelegationBoard: TestBoard }>> {
    return this.app.graphql(
      by.cookie,
      `mutation ($kind: ScopeKind!, $id: ID!, $number: Int!, $cells: [DelegationCellInput!]!, $note: String, $key: String) {
        saveDelegationBoard(scopeKind: $kind, scopeId: $id, number: $number, cells: $cells, note: $note, idempotencyKey: $key) { ${BOARD} } }`,
      { ...scope, number, cells, note, key: key || null },
    );
  }

  async save(...given: Parameters<DelegationStory['trySaving']>): Promise<TestBoard> {
    const reply = await this.trySaving(...given);
    if (!reply.data?.saveDelegationBoard) throw new Error(reply.text);
    return reply.data.saveDelegationBoard;
  }

  get atTeam(): { kind: string; id: string } {
    return { kind: 'TEAM', id: `Team_${this.team.id}` };
  }
  get atArea(): { kind: string; id: string } {
    return { kind: 'AREA', id: `Area_${this.areaId}` };
  }
  get atProduct(): { kind: string; id: string } {
    return { kind: 'PRODUCT', id: `Product_${this.productId}` };
  }
  get atOrganization(): { kind: string; id: string } {
    return { kind: 'ORGANIZATION', id: `Organization_${this.house.id}` };
  }

  async board(by = this.dev, scope = this.atTeam): Promise<TestBoard> {
    const reply = await this.app.graphql<{ delegationBoard: TestBoard }>(
      by.cookie,
      `query ($kind: ScopeKind!, $id: ID!) { delegationBoard(scopeKind: $kind, scopeId: $id) { ${BOARD} } }`,
      scope,
    );
    if (!reply.data) throw new Error(reply.text);
    return reply.data.delegationBoard;
  }

  async preview(
    by: TestPerson,
    decisionAreaId: string | null,
    scope = this.atTeam,
    supersedes: string[] | null = null,
  ): Promise<TestFlow> {
    const reply = await this.app.graphql<{ decisionFlowPreview: TestFlow }>(
      by.cookie,
      `query ($kind: ScopeKind!, $id: ID!, $area: ID, $supersedes: [ID!]) {
        decisionFlowPreview(scopeKind: $kind, scopeId: $id, decisionAreaId: $area, supersedesIds: $supersedes) { ${FLOW} } }`,
      { ...scope, area: decisionAreaId, supersedes },
    );
    if (!reply.data) throw new Error(reply.text);
    return reply.data.decisionFlowPreview;
  }

  /** A decision area that the team's board delegates so; its id. */
  async delegated(level: string, more: object = {}, name = `What is ${level}`): Promise<string> {
    const area = await this.area(name);
    const before = await this.board(this.owner);
    const own = before.cells.filter(({ inheritedFrom }) => inheritedFrom === null).map(cellInput);
    await this.save([...own, { decisionAreaId: area, level, delegateKind: 'TEAM', ...more }], {
      number: before.number,
    });
    return area;
  }

  /** @param input more of ProposeDecisionInput */
  async propose(by: TestPerson, decisionAreaId: string | null, input: object = {}): Promise<TestDecision> {
    const reply = await this.app.graphql<{ proposeDecision: TestDecision }>(
      by.cookie,
      `mutation ($input: ProposeDecisionInput!) { proposeDecision(input: $input) { ${DECISION} } }`,
      {
        input: {
          title: 'Cards are tested nightly',
          kind: 'PROCESS',
          scopeKind: 'TEAM',
          scopeId: this.atTeam.id,
          decisionAreaId,
          outcome: 'Every night at two.',
          ...input,
        },
      },
    );
    if (!reply.data?.proposeDecision) throw new Error(reply.text);
    return reply.data.proposeDecision;
  }

  /** @param given GraphQL text of more arguments */
  change(
    by: TestPerson,
    field: string,
    it: Pick<TestDecision, 'id' | 'version'>,
    given = '',
  ): Promise<GraphqlReply<Record<string, TestDecision>>> {
    const args = `id: "${it.id}", version: ${it.version}${given && `, ${given}`}`;
    return this.app.graphql(by.cookie, `mutation { ${field}(${args}) { ${DECISION} } }`);
  }

  async changed(...given: Parameters<DelegationStory['change']>): Promise<TestDecision> {
    const reply = await this.change(...given);
    const decision = reply.data?.[given[1]];
    if (!decision) throw new Error(reply.text);
    return decision;
  }

  /** @param version as it was read; the present one when omitted */
  async answer(
    by: TestPerson,
    ask: Pick<TestAsk, 'id'> | undefined,
    answer: string,
    words = '',
    key = '',
    version?: number,
  ): Promise<GraphqlReply<{ answerDecisionAsk: TestDecision }>> {
    return this.app.graphql(
      by.cookie,
      `mutation ($id: ID!, $version: Int!, $answer: AskAnswer!, $words: String, $key: String) {
        answerDecisionAsk(id: $id, version: $version, answer: $answer, words: $words, idempotencyKey: $key) { ${DECISION} } }`,
      { id: ask?.id, version: version ?? (await this.versionAsked(ask)), answer, words, key: key || null },
    );
  }

  private async versionAsked(ask: Pick<TestAsk, 'id'> | undefined): Promise<number> {
    const [row] = await this.house.query<{ version: number }>(
      `select d.version from decision_asks a join decisions d on d.organization_id = a.organization_id and d.id = a.decision_id
        where a.organization_id = $1 and a.id::text = split_part($2, '_', 2)`,
      [this.house.id, ask?.id ?? ''],
    );
    return row?.version ?? 1;
  }

  async decision(key: string, by: TestPerson = this.dev): Promise<TestDecision> {
    const reply = await this.app.graphql<{ decision: TestDecision }>(
      by.cookie,
      `{ decision(key: "${key}") { ${DECISION} } }`,
    );
    if (!reply.data) throw new Error(reply.text);
    return reply.data.decision;
  }

  /** Keys of what waits for the person, or of what they answered. */
  async asked(by: TestPerson, given = ''): Promise<string[]> {
    const reply = await this.app.graphql<{ decisionsAskedOfMe: { edges: { node: { key: string } }[] } }>(
      by.cookie,
      `{ decisionsAskedOfMe${given} { totalCount pageInfo { endCursor } edges { node { key } } } }`,
    );
    if (!reply.data) throw new Error(reply.text);
    return reply.data.decisionsAskedOfMe.edges.map(({ node }) => node.key);
  }

  /** Reacts, and then "Name REASON event key" of all inboxes, sorted. */
  async told(): Promise<string[]> {
    await settleReactions(this.app, this.house.id);
    const rows = await this.house.query<{ line: string }>(
      `select p.name || ' ' || e.reason || ' ' || replace(e.event_name, 'decision.', '') || ' D-' || d.number as line
         from inbox_entries e
         join people p on p.organization_id = e.organization_id and p.id = e.person_id
         join decisions d on d.organization_id = e.organization_id and d.id = e.decision_id
        where e.organization_id = $1 order by 1`,
      [this.house.id],
    );
    return rows.map(({ line }) => line);
  }

  /** Events of decisions with what they say, oldest first. */
  events(
    name: string,
  ): Promise<{ payload: Record<string, unknown>; actor_person_id: string | null; cause: string | null }[]> {
    return this.house.query(
      `select payload, actor_person_id, cause from events where organization_id = $1 and name = $2 order by id`,
      [this.house.id, name],
    );
  }
}
