import type { ItemState } from '@chapterhouse/domain/priorities/item-state';
import type { GraphqlReply, TestApp } from './test-app.js';
import type { TestOrganization, TestPerson, TestTeam } from './world.js';

/** What the tests look at in an item. */
export interface ToldItem {
  id: string;
  key: string;
  version: number;
  title: string;
  tier: string;
  kind: string;
  state: ItemState;
  points: number | null;
  position: number | null;
  viewerCan: string[];
  readiness: { ready: boolean; missing: string[] };
  area: { id: string } | null;
  team: { id: string } | null;
  parent: { key: string } | null;
}

export const SEEN =
  'id key version title tier kind state points position viewerCan readiness { ready missing } area { id } team { id } parent { key }';

/** Types of arguments by their names, as the schema has them. */
const TYPES: Record<string, string> = {
  id: 'ID!',
  ids: '[ID!]!',
  version: 'Int!',
  productId: 'ID!',
  input: 'BacklogItemInput!',
  changes: 'BacklogItemChanges!',
  bulk: 'BulkItemChanges!',
  place: 'OrderPlace',
  state: 'ItemState!',
  reason: 'String',
  value: 'Int',
  timeCriticality: 'Int',
  riskReduction: 'Int',
  after: 'ID',
  idempotencyKey: 'String',
  title: 'String!',
  newTitle: 'String',
  description: 'String',
  measures: '[GoalMeasureInput!]',
  achieved: 'Boolean!',
  words: 'String!',
};
/** Where an argument has another name than its variable. */
const NAMES: Record<string, string> = { bulk: 'changes', newTitle: 'title' };

/** Two areas of one product, a team in each, and everybody around them. */
export class BacklogStory {
  private constructor(
    private readonly app: TestApp,
    readonly house: TestOrganization,
    readonly areaId: string,
    readonly otherAreaId: string,
    readonly team: TestTeam,
    readonly otherTeam: TestTeam,
    readonly chief: TestPerson,
    /** Area Product Owner of the first area. */
    readonly areaOwner: TestPerson,
    readonly otherAreaOwner: TestPerson,
    /** Product Owner of the team. */
    readonly owner: TestPerson,
    readonly master: TestPerson,
    readonly dev: TestPerson,
    readonly otherDev: TestPerson,
    /** Has an account and no role at all. */
    readonly guest: TestPerson,
  ) {}

  static async tell(app: TestApp, name: string): Promise<BacklogStory> {
    const house = await app.world.organization(name);
    const areaId = await house.areaNamed('Checkout');
    const otherAreaId = await house.areaNamed('Search');
    const team = await house.team('Payments', areaId);
    const otherTeam = await house.team('Index', otherAreaId);
    return new BacklogStory(
      app,
      house,
      areaId,
      otherAreaId,
      team,
      otherTeam,
      await house.chiefProductOwner('Cora'),
      await house.areaProductOwner('Ari', areaId),
      await house.areaProductOwner('Omar', otherAreaId),
      await team.productOwner('Pia'),
      await team.scrumMaster('Mira'),
      await team.developer('Dora'),
      await otherTeam.developer('Nils'),
      await house.person('Gus'),
    );
  }

  get productId(): string {
    return `Product_${this.house.productId}`;
  }

  /** @param given values of the arguments by name */
  mutate<T = ToldItem>(
    by: TestPerson,
    field: string,
    given: Record<string, unknown>,
    selection = SEEN,
  ): Promise<GraphqlReply<Record<string, T>>> {
    const names = Object.keys(given);
    return this.app.graphql(
      by.cookie,
      `mutation (${names.map((name) => `$${name}: ${TYPES[name] ?? 'ID'}`).join(', ')}) {
         ${field}(${names.map((name) => `${NAMES[name] ?? name}: $${name}`).join(', ')}) { ${selection} } }`,
      given,
    );
  }

  async done<T = ToldItem>(
    by: TestPerson,
    field: string,
    given: Record<string, unknown>,
    selection = SEEN,
  ): Promise<T> {
    const reply = await this.mutate<T>(by, field, given, selection);
    const result = reply.data?.[field];
    if (!result) throw new Error(`${field}: ${reply.text}`);
    return result;
  }

  /** The code that it is refused with. */
  async refused(by: TestPerson, field: string, given: Record<string, unknown>, selection = SEEN): Promise<string> {
    const reply = await this.mutate(by, field, given, selection);
    return reply.errors?.[0]?.extensions.code ?? `done: ${reply.text}`;
  }

  /** A feature of the team, of the Chief Product Owner unless another one writes it. */
  write(input: Record<string, unknown> = {}, by: TestPerson = this.chief, more = {}): Promise<ToldItem> {
    const usual = { title: 'Pay by phone', tier: 'FEATURE', kind: 'VALUE' };
    return this.done(by, 'createBacklogItem', { productId: this.productId, input: { ...usual, ...input }, ...more });
  }

  edit(by: TestPerson, item: ToldItem, changes: Record<string, unknown>): Promise<ToldItem> {
    return this.done(by, 'editBacklogItem', { id: item.id, version: item.version, changes });
  }

  move(by: TestPerson, item: ToldItem, state: ItemState, reason?: string): Promise<ToldItem> {
    return this.done(by, 'changeItemState', { id: item.id, version: item.version, state, reason });
  }

  async find(key: string, selection = SEEN): Promise<ToldItem & Record<string, unknown>> {
    const reply = await this.app.graphql<{ backlogItem: ToldItem & Record<string, unknown> }>(
      this.chief.cookie,
      `query ($key: String!) { backlogItem(key: $key) { ${selection} } }`,
      { key },
    );
    if (!reply.data) throw new Error(reply.text);
    return reply.data.backlogItem;
  }

  /** Keys of the backlog, as somebody without a role sees it. @param more GraphQL text of further arguments */
  async keys(filter: Record<string, unknown> | null = null, more = ''): Promise<string[]> {
    const reply = await this.app.graphql<{ backlog: { edges: { node: { key: string } }[] } }>(
      this.guest.cookie,
      `query ($productId: ID!, $filter: ItemFilter) {
         backlog(productId: $productId, filter: $filter, first: 100 ${more}) { edges { node { key } } } }`,
      { productId: this.productId, filter },
    );
    if (!reply.data) throw new Error(reply.text);
    return reply.data.backlog.edges.map(({ node }) => node.key);
  }

  /** Names of the events of a thing, oldest first. @param id the global one */
  async events(id: string): Promise<string[]> {
    const rows = await this.house.query<{ name: string }>(
      'select name from events where organization_id = $1 and subject_id = $2 order by id',
      [this.house.id, id.replace(/^\w+_/, '')],
    );
    return rows.map((row) => row.name);
  }

  /** A goal of the product in the database, whoever may set one. */
  goal(title: string, state = 'ACTIVE'): Promise<string> {
    return this.house.insert('product_goals', {
      product_id: this.house.productId,
      title,
      state,
      active_since: state === 'ACTIVE' ? '2026-01-01' : null,
      created_at: '2026-01-01',
      updated_at: '2026-01-01',
    });
  }
}
