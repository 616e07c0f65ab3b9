import { jest } from '@jest/globals';
import { DependencyReminders } from '../src/features/priorities/dependencies/dependency-reminders.js';
import { OrderSlots } from '../src/features/priorities/order/order-slots.js';
import { Clock } from '../src/platform/clock.js';
import { newId } from '../src/platform/database/new-id.js';
import { beginReactions, settleReactions } from './settle-reactions.js';
import type { GraphqlReply, TestApp } from './test-app.js';
import type { TestOrganization, TestPerson, TestTeam } from './world.js';

/** A Tuesday, in the working day of the story's organization: Monday to Friday, 9 to 17. Today stays the database's: days lie far ahead. */
export const TUESDAY = '2026-03-10T10:00:00.000Z';
/** A year in which the days of the stories lie: far ahead whenever they are told, and near enough to plan with. */
export const AHEAD = new Date().getFullYear() + 5;
/** 16 working hours later. */
export const DUE = '2026-03-12T10:00:00.000Z';

export interface ToldDependency {
  id: string;
  key: string;
  version: number;
  state: string;
  words: string;
  neededBy: string;
  promisedFor: string | null;
  proposedFor: string | null;
  answerDueAt: string | null;
  overdue: boolean;
  consumer: { key: string };
  provider: { key: string } | null;
  providerTeam: { name: string } | null;
  providerArea: { name: string } | null;
  consumerArea: { name: string } | null;
  waitsFor: { name: string }[];
  conflicts: string[];
  conflictWords: string[];
  viewerCan: string[];
  impediment: { key: string } | null;
  steps: { state: string; date: string | null; words: string; by: { name: string } }[];
}

export const DEPENDENCY = `id key version state words neededBy promisedFor proposedFor answerDueAt overdue consumer { key }
  provider { key } providerTeam { name } providerArea { name } consumerArea { name } waitsFor { name } conflicts conflictWords
  viewerCan impediment { key } steps { state date words by { name } }`;

/** Checkout's team Payments needs something of Search's team Index; everybody around both, and a clock that can be set. */
export class DependencyStory {
  /** Ids as in the database, by title. */
  private readonly items = new Map<string, string>();
  private constructor(
    readonly app: TestApp,
    readonly house: TestOrganization,
    readonly areas: { checkout: string; search: string },
    readonly payments: TestTeam,
    readonly index: TestTeam,
    readonly chief: TestPerson,
    /** Of Checkout, where something is needed. */
    readonly ari: TestPerson,
    /** Of Search, where it is provided. */
    readonly omar: TestPerson,
    /** Product Owner of Payments. */
    readonly pia: TestPerson,
    readonly dora: TestPerson,
    /** Product Owner of Index. */
    readonly ines: TestPerson,
    readonly ivan: TestPerson,
    readonly nils: TestPerson,
    /** Has an account and no role at all. */
    readonly gus: TestPerson,
  ) {}

  static async tell(app: TestApp, name: string): Promise<DependencyStory> {
    const house = await app.world.organization(name);
    await house.query(
      `update organizations set working_day_starts = 9, working_day_ends = 17 where organization_id = $1 returning 1`,
      [house.id],
    );
    const areas = { checkout: await house.areaNamed('Checkout'), search: await house.areaNamed('Search') };
    const payments = await house.team('Payments', areas.checkout);
    const index = await house.team('Index', areas.search);
    const story = new DependencyStory(
      app,
      house,
      areas,
      payments,
      index,
      await house.chiefProductOwner('Cora'),
      await house.areaProductOwner('Ari', areas.checkout),
      await house.areaProductOwner('Omar', areas.search),
      await payments.productOwner('Pia'),
      await payments.developer('Dora'),
      await index.productOwner('Ines'),
      await index.scrumMaster('Ivan'),
      await index.developer('Nils'),
      await house.person('Gus'),
    );
    await house.query(
      `insert into accounts (organization_id, person_id, email, password_hash)
       select organization_id, id, id || '@example.org', 'x' from people where organization_id = $1 returning 1`,
      [house.id],
    );
    await beginReactions(app, house.id);
    story.at(TUESDAY);
    for (const title of ['c1', 'c2', 'c3']) await story.add(title, 'checkout');
    for (const title of ['s1', 's2', 's3']) await story.add(title, 'search');
    return story;
  }

  /** From now on it is this moment. */
  at(moment: string): Date {
    const now = new Date(moment);
    jest.spyOn(this.app.app.get(Clock), 'now').mockImplementation(() => now);
    return now;
  }

  /** A feature of the area's team, last in the order. Its key is `X-` and the title. */
  async add(title: string, area: 'checkout' | 'search', more: Record<string, unknown> = {}): Promise<string> {
    const id = newId();
    const productId = this.house.productId;
    const areaId = this.areas[area];
    const team = area === 'checkout' ? this.payments : this.index;
    const row = { external_key: `X-${title}`, title, type: '', state: 'READY', product_id: productId, area_id: areaId };
    const item = { id, ...row, team_id: team.id, tier: 'FEATURE', kind: 'VALUE', created_at: '2026-01-01', ...more };
    await this.house.insert('backlog_items', item);
    if (item.tier !== 'TASK')
      await this.app.database.transaction({ organizationId: this.house.id }, (tx) =>
        this.app.app.get(OrderSlots).enter(tx, productId, [{ id, areaId }]),
      );
    this.items.set(title, id);
    return id;
  }

  /** The global one. */
  id(title: string): string {
    const id = this.items.get(title);
    if (id === undefined) throw new Error(`There is no ${title}.`);
    return `BacklogItem_${id}`;
  }

  /** @param given the arguments; words are quoted, names of variables are not needed */
  mutate(
    by: TestPerson,
    field: string,
    given: Record<string, unknown>,
  ): Promise<GraphqlReply<Record<string, ToldDependency>>> {
    const args = Object.entries(given)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
    return this.app.graphql(by.cookie, `mutation { ${field}(${args.join(', ')}) { ${DEPENDENCY} } }`);
  }

  async done(by: TestPerson, field: string, given: Record<string, unknown>): Promise<ToldDependency> {
    const reply = await this.mutate(by, field, given);
    const result = reply.data?.[field];
    if (!result) throw new Error(`${field}: ${reply.text}`);
    return result;
  }

  /** The code that it is refused with, and its details. */
  async refused(
    by: TestPerson,
    field: string,
    given: Record<string, unknown>,
  ): Promise<{ code: string; details: Record<string, unknown> | undefined }> {
    const reply = await this.mutate(by, field, given);
    const extensions = reply.errors?.[0]?.extensions;
    return { code: extensions?.code ?? `done: ${reply.text}`, details: extensions?.details };
  }

  /** Pia asks for something of an item of Index, or of the team. */
  ask(consumer = 'c1', provider: string | null = 's1', more: Record<string, unknown> = {}): Promise<ToldDependency> {
    return this.done(this.pia, 'requestDependency', {
      consumerId: this.id(consumer),
      ...(provider === null ? { providerTeamId: `Team_${this.index.id}` } : { providerId: this.id(provider) }),
      neededBy: `${AHEAD}-04-10`,
      words: 'A search by card number.',
      ...more,
    });
  }

  /** An answer to, or a step of, one as it was seen. */
  step(by: TestPerson, field: string, { id, version }: ToldDependency, more = {}): Promise<ToldDependency> {
    return this.done(by, field, { id, version, ...more });
  }

  async see(key: string, by: TestPerson = this.pia): Promise<ToldDependency> {
    const reply = await this.app.graphql<{ dependency: ToldDependency }>(
      by.cookie,
      `{ dependency(key: ${JSON.stringify(key)}) { ${DEPENDENCY} } }`,
    );
    if (!reply.data?.dependency) throw new Error(reply.text);
    return reply.data.dependency;
  }

  /** @param filter GraphQL text */
  async keys(by: TestPerson, filter: string): Promise<string[]> {
    const reply = await this.app.graphql<{ dependencies: { totalCount: number; edges: { node: { key: string } }[] } }>(
      by.cookie,
      `{ dependencies(filter: ${filter}, first: 100) { totalCount edges { node { key } } } }`,
    );
    if (!reply.data) throw new Error(reply.text);
    return reply.data.dependencies.edges.map(({ node }) => node.key);
  }

  /** "REASON event" of everything, oldest first, after reacting. */
  async told(person: TestPerson): Promise<string[]> {
    await settleReactions(this.app, this.house.id);
    const reply = await this.app.graphql<{
      inbox: { edges: { node: { reason: string; event: string; dependency: { key: string } | null } }[] };
    }>(person.cookie, `{ inbox(first: 100) { edges { node { reason event dependency { key } } } } }`);
    if (!reply.data) throw new Error(reply.text);
    return reply.data.inbox.edges
      .map(({ node }) => `${node.reason} ${node.event.replace('dependency.', '')} ${node.dependency?.key ?? '-'}`)
      .reverse();
  }

  /** Events of what is not read yet, oldest first, after reacting. */
  async unread(person: TestPerson): Promise<string[]> {
    await settleReactions(this.app, this.house.id);
    const reply = await this.app.graphql<{ inbox: { edges: { node: { event: string } }[] } }>(
      person.cookie,
      `{ inbox(first: 100, unreadOnly: true) { edges { node { event } } } }`,
    );
    if (!reply.data) throw new Error(reply.text);
    return reply.data.inbox.edges.map(({ node }) => node.event.replace('dependency.', '')).reverse();
  }

  /** What the worker does every minute. @returns how many were reminded of */
  remind(now: Date): Promise<number> {
    return this.app.app.get(DependencyReminders).dueAnswers(this.house.id, now);
  }

  /** Names and versions of the events, oldest first. */
  async events({ id }: { id: string }): Promise<string[]> {
    const rows = await this.house.query<{ name: string; subject_version: number }>(
      `select name, subject_version from events where organization_id = $1 and subject_id = $2 order by id`,
      [this.house.id, id.replace(/^\w+?_/u, '')],
    );
    return rows.map((row) => `${row.name.replace(/^\w+\./u, '')} ${row.subject_version}`);
  }
}
