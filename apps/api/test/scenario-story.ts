import { OrderStory } from './order-story.js';
import type { GraphqlReply, TestApp } from './test-app.js';
import type { TestOrganization, TestPerson } from './world.js';

export interface ToldScenario {
  id: string;
  name: string;
  note: string;
  state: string;
  version: number;
  baseNumber: number;
  behindBy: number;
  moveCount: number;
  owner: { name: string };
  comments: { text: string; by: { name: string } }[];
  decision: { key: string; state: string } | null;
  publishedAt: string | null;
  viewerCan: string[];
}

export const SCENARIO = `id name note state version baseNumber behindBy moveCount owner { name } comments { text by { name } }
  decision { key state } publishedAt viewerCan`;

export const WORDS = {
  title: 'Search comes first',
  outcome: 'Search before checkout in the spring.',
  rationale: 'Half of the customers leave while they search.',
  gains: ['Fewer customers leave'],
  givesUp: ['Paying by phone comes later'],
};

/** The order's story with scenarios of it. */
export class ScenarioStory {
  private constructor(
    private readonly app: TestApp,
    readonly order: OrderStory,
    readonly admin: TestPerson,
    /** Product Owner of a team of area a. */
    readonly owner: TestPerson,
    readonly guest: TestPerson,
  ) {}

  static async tell(app: TestApp, name: string, titles = 'a1 b1 c1 a2 b2 c2'): Promise<ScenarioStory> {
    const order = await OrderStory.tell(app, name);
    const { house } = order;
    const team = await house.team('Payments', order.areas.get('a'));
    const admin = await house.administrator('Adam');
    const story = new ScenarioStory(app, order, admin, await team.productOwner('Pia'), await house.person('Gus'));
    await order.add(titles);
    return story;
  }

  get house(): TestOrganization {
    return this.order.house;
  }

  /** @param given values of the arguments, with titles where items are named */
  mutate<T = ToldScenario>(
    by: TestPerson,
    field: string,
    given: Record<string, unknown>,
    selection = SCENARIO,
  ): Promise<GraphqlReply<Record<string, T>>> {
    const args = Object.entries(given).map(([name, value]) => `${name}: ${written(value)}`);
    return this.app.graphql(by.cookie, `mutation { ${field}(${args.join(', ')}) { ${selection} } }`);
  }

  async done<T = ToldScenario>(
    by: TestPerson,
    field: string,
    given: Record<string, unknown>,
    selection = SCENARIO,
  ): Promise<T> {
    const reply = await this.mutate<T>(by, field, given, selection);
    const result = reply.data?.[field];
    if (!result) throw new Error(`${field}: ${reply.text}`);
    return result;
  }

  async refused(
    by: TestPerson,
    field: string,
    given: Record<string, unknown>,
  ): Promise<{ code: string; details: Record<string, unknown> | undefined }> {
    const selection = field === 'publishScenario' ? 'number' : SCENARIO;
    const reply = await this.mutate(by, field, given, selection);
    const extensions = reply.errors?.[0]?.extensions;
    return { code: extensions?.code ?? `done: ${reply.text}`, details: extensions?.details };
  }

  begin(by: TestPerson = this.order.chief, name = 'Search first'): Promise<ToldScenario> {
    return this.done(by, 'createScenario', { productId: `Product_${this.house.productId}`, name });
  }

  /** @param to as of a move in the order, with titles */
  move(
    by: TestPerson,
    { id, version }: ToldScenario,
    titles: string,
    to: Record<string, unknown>,
  ): Promise<ToldScenario> {
    return this.done(by, 'moveInScenario', { id, version, ids: this.order.globalIds(titles), to: this.place(to) });
  }

  place(to: Record<string, unknown>): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(to).map(([key, value]) => [
        key,
        key === 'before' || key === 'after' ? `BacklogItem_${this.order.id(String(value))}` : value,
      ]),
    );
  }

  step(by: TestPerson, field: string, { id, version }: ToldScenario, more = {}): Promise<ToldScenario> {
    return this.done(by, field, { id, version, ...more });
  }

  publish(
    by: TestPerson,
    { id, version }: ToldScenario,
    more: object = {},
  ): Promise<GraphqlReply<Record<string, { number: number; scenario: ToldScenario; decision: { key: string } }>>> {
    const selection = `number scenario { ${SCENARIO} } decision { key title state outcome rationale gains givesUp kind
      scope { kind } decidedBy { name } links { kind key } }`;
    return this.mutate(by, 'publishScenario', { id, version, decision: WORDS, ...more }, selection);
  }

  async ask<T>(by: TestPerson, query: string): Promise<T> {
    const reply = await this.app.graphql<T>(by.cookie, query);
    if (!reply.data) throw new Error(reply.text);
    return reply.data;
  }

  /** "title position<was", first to last. @param more GraphQL text of further arguments */
  async said(by: TestPerson, { id }: { id: string }, more = ''): Promise<string> {
    const { scenarioOrder } = await this.ask<{
      scenarioOrder: { rows: { position: number; was: number; item: { title: string } }[] };
    }>(by, `{ scenarioOrder(id: "${id}"${more}) { length total rows { position was item { title } } } }`);
    return scenarioOrder.rows.map(({ position, was, item }) => `${item.title} ${position}<${was}`).join(' ');
  }

  /** Everything that publishing writes, as it is stored. */
  async stored(): Promise<unknown> {
    const tables: [string, string][] = [
      ['order_slots', 'item_id'],
      ['product_orders', 'product_id'],
      ['order_moves', 'number'],
      ['scenarios', 'id'],
      ['decisions', 'number'],
      ['decision_counters', 'organization_id'],
      ['decision_records', 'position'],
      ['decision_links', 'id'],
      ['events', 'id'],
      ['idempotency_keys', 'key'],
    ];
    const rows: Record<string, unknown> = {};
    for (const [table, by] of tables)
      rows[table] = await this.house.query(`select * from ${table} where organization_id = $1 order by ${by}`, [
        this.house.id,
      ]);
    return rows;
  }
}

/** As GraphQL writes values: names of fields bare. */
function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, of]) => `${name}: ${written(of)}`);
  return `{ ${fields.join(', ')} }`;
}
