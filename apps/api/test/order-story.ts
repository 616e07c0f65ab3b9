import type { OneOrder } from '@chapterhouse/domain/priorities/one-order';
import { OrderSlots } from '../src/features/priorities/order/order-slots.js';
import { ProductOrderRead } from '../src/features/priorities/order/product-order.read.js';
import { newId } from '../src/platform/database/new-id.js';
import type { GraphqlReply, TestApp } from './test-app.js';
import type { TestOrganization, TestPerson } from './world.js';

export interface ToldMove {
  id: string;
  number: number;
  scope: string;
  from: number | null;
  to: number | null;
  count: number;
  reason: string;
}

export interface Moved {
  number: number;
  moves: ToldMove[];
  undo: { id: string; label: string; until: string } | null;
}

export interface ShownOrder {
  number: number;
  length: number;
  total: number;
  cursor: string;
  rows: { position: number; item: { id: string; key: string; title: string } }[];
  viewerCan: string[];
  ownAreas: { name: string }[];
  product: { id: string };
}

const MOVED = 'number moves { id number scope from to count reason } undo { id label until }';

/** A product with areas, items in its one order, and the people who may move them. */
export class OrderStory {
  /** Ids as in the database, by title. */
  readonly items = new Map<string, string>();
  private constructor(
    private readonly app: TestApp,
    readonly house: TestOrganization,
    /** Ids as in the database, by name. */
    readonly areas: ReadonlyMap<string, string>,
    readonly chief: TestPerson,
    /** By the area's name. */
    readonly owners: ReadonlyMap<string, TestPerson>,
    readonly developer: TestPerson,
  ) {}

  static async tell(app: TestApp, name: string, areaNames: readonly string[] = ['a', 'b', 'c']): Promise<OrderStory> {
    const house = await app.world.organization(name);
    const areas = new Map<string, string>();
    const owners = new Map<string, TestPerson>();
    for (const areaName of areaNames) {
      const id = await house.areaNamed(areaName);
      areas.set(areaName, id);
      owners.set(areaName, await house.areaProductOwner(`Owner of ${areaName}`, id));
    }
    const chief = await house.chiefProductOwner('Chief');
    const team = await house.team('Team', [...areas.values()][0]);
    return new OrderStory(app, house, areas, chief, owners, await team.developer('Dora'));
  }

  owner(area: string): TestPerson {
    const owner = this.owners.get(area);
    if (!owner) throw new Error(`Nobody owns ${area}.`);
    return owner;
  }

  /** Features by their titles; the first letter is the area, `-` is none. They come in last, in this order. */
  async add(titles: string, tier: 'EPIC' | 'FEATURE' | 'TASK' = 'FEATURE'): Promise<void> {
    const items = titles.split(' ').map((title) => ({
      title,
      id: newId(),
      areaId: this.areas.get(title.charAt(0)) ?? null,
    }));
    await this.app.database.transaction({ organizationId: this.house.id }, async (tx) => {
      await tx.run(
        `insert into backlog_items (organization_id, id, external_key, title, type, state, product_id, area_id, tier, kind, created_at)
         select $1, id, 'X-' || title, title, '', 'READY', $2, "areaId", $3, 'VALUE', now()
           from jsonb_to_recordset($4::jsonb) as n(id uuid, title text, "areaId" uuid)`,
        [this.house.id, this.house.productId, tier, JSON.stringify(items)],
      );
      if (tier !== 'TASK') await this.slots.enter(tx, this.house.productId, items);
    });
    for (const { title, id } of items) this.items.set(title, id);
  }

  get slots(): OrderSlots {
    return this.app.app.get(OrderSlots);
  }

  id(title: string): string {
    const id = this.items.get(title);
    if (id === undefined) throw new Error(`There is no ${title}.`);
    return id;
  }

  globalIds(titles: string): string[] {
    return titles.split(' ').map((title) => `BacklogItem_${this.id(title)}`);
  }

  /** @param to with titles where an item is named */
  async tryMoving(
    by: TestPerson,
    titles: string,
    to: Record<string, unknown>,
    more: Record<string, unknown> = {},
  ): Promise<GraphqlReply<{ moveInOrder: Moved }>> {
    const named = Object.fromEntries(
      Object.entries(to).map(([key, value]) => [
        key,
        (key === 'before' || key === 'after') && typeof value === 'string' ? `BacklogItem_${this.id(value)}` : value,
      ]),
    );
    return this.app.graphql(
      by.cookie,
      `mutation ($ids: [ID!]!, $to: OrderPlace!, $reason: String, $withinArea: Boolean, $key: String) {
         moveInOrder(ids: $ids, to: $to, reason: $reason, withinArea: $withinArea, idempotencyKey: $key) { ${MOVED} } }`,
      { ids: this.globalIds(titles), to: named, ...more },
    );
  }

  async move(
    by: TestPerson,
    titles: string,
    to: Record<string, unknown>,
    more: Record<string, unknown> = {},
  ): Promise<Moved> {
    const reply = await this.tryMoving(by, titles, to, more);
    if (!reply.data) throw new Error(reply.text);
    return reply.data.moveInOrder;
  }

  tryUndoing(by: TestPerson, id: string): Promise<GraphqlReply<{ undoOrderMove: Moved }>> {
    return this.app.graphql(by.cookie, `mutation ($id: ID!) { undoOrderMove(id: $id) { ${MOVED} } }`, { id });
  }

  async show(by: TestPerson, asked: Record<string, unknown> = {}): Promise<ShownOrder> {
    const reply = await this.app.graphql<{ productOrder: ShownOrder }>(
      by.cookie,
      `query ($productId: ID!, $filter: ItemFilter, $from: Int, $count: Int) {
         productOrder(productId: $productId, filter: $filter, from: $from, count: $count) {
           number length total cursor viewerCan ownAreas { name } product { id } rows { position item { id key title } } } }`,
      { productId: `Product_${this.house.productId}`, ...asked },
    );
    if (!reply.data) throw new Error(reply.text);
    return reply.data.productOrder;
  }

  /** All of the order as it is stored. */
  async stored(): Promise<{ number: number; order: OneOrder }> {
    return this.app.database.transaction({ organizationId: this.house.id }, (tx) =>
      this.app.app.get(ProductOrderRead).whole(tx, this.house.productId),
    );
  }

  /** The titles, first to last. */
  async said(): Promise<string> {
    const { order } = await this.stored();
    return order.map(({ id }) => this.titleOf(id)).join(' ');
  }

  titleOf(id: string): string {
    return [...this.items].find(([, known]) => known === id)?.[0] ?? id;
  }
}
