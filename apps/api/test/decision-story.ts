import type { DecisionState } from '@chapterhouse/domain/decisions/decision-state';
import pg from 'pg';
import { Verifications } from '../src/platform/events/verifications.js';
import type { GraphqlReply, TestApp } from './test-app.js';
import type { TestOrganization, TestPerson, TestTeam } from './world.js';

/** What the tests look at in a decision. */
export interface ToldDecision {
  id: string;
  key: string;
  version: number;
  state: DecisionState;
  title: string;
  outcome: string;
  contentHash: string | null;
  viewerCan: string[];
}

const SEEN = 'id key version state title outcome contentHash viewerCan';

/** A team whose Product Owner decides, since nobody delegated anything, with people around it. */
export class DecisionStory {
  private constructor(
    private readonly app: TestApp,
    readonly house: TestOrganization,
    readonly team: TestTeam,
    /** Accountable for the team: decides. */
    readonly owner: TestPerson,
    /** Developer of the team; proposes. */
    readonly dev: TestPerson,
    /** Developer of the team who has nothing to do with it. */
    readonly other: TestPerson,
    readonly administrator: TestPerson,
    /** Has an account and no role at all. */
    readonly guest: TestPerson,
  ) {}

  static async tell(app: TestApp, name: string): Promise<DecisionStory> {
    const house = await app.world.organization(name);
    const team = await house.team('Payments');
    return new DecisionStory(
      app,
      house,
      team,
      await team.productOwner('Pia'),
      await team.developer('Dora'),
      await team.developer('Otto'),
      await house.administrator('Ada'),
      await house.person('Gus'),
    );
  }

  /** @param input beside title, kind and scope; `selection` of what comes back */
  tryProposing(
    input: object = {},
    { by = this.dev, key = null as string | null, selection = SEEN } = {},
  ): Promise<GraphqlReply<{ proposeDecision: ToldDecision }>> {
    return this.app.graphql(
      by.cookie,
      `mutation ($input: ProposeDecisionInput!, $key: String) {
         proposeDecision(input: $input, idempotencyKey: $key) { ${selection} } }`,
      {
        input: {
          title: 'One queue for all',
          kind: 'ARCHITECTURE',
          scopeKind: 'TEAM',
          scopeId: `Team_${this.team.id}`,
          ...input,
        },
        key,
      },
    );
  }

  async propose(input: object = {}, by: TestPerson = this.dev): Promise<ToldDecision> {
    const reply = await this.tryProposing({ outcome: 'We use one queue.', ...input }, { by });
    if (!reply.data) throw new Error(reply.text);
    return reply.data.proposeDecision;
  }

  /** @param given values of the arguments beside id and version, by name */
  mutate(
    by: TestPerson,
    field: string,
    it: { id: string; version?: number },
    given: Record<string, unknown> = {},
    selection = SEEN,
  ): Promise<GraphqlReply<Record<string, ToldDecision>>> {
    const variables: Record<string, unknown> = {
      id: it.id,
      ...(VERSIONED.has(field) && { version: it.version }),
      ...given,
    };
    const names = Object.keys(variables);
    return this.app.graphql(
      by.cookie,
      `mutation (${names.map((name) => `$${name}: ${typeOf(field, name)}`).join(', ')}) {
         ${field}(${names.map((name) => `${name}: $${name}`).join(', ')}) { ${selection} } }`,
      variables,
    );
  }

  async done(
    by: TestPerson,
    field: string,
    it: ToldDecision,
    given: Record<string, unknown> = {},
  ): Promise<ToldDecision> {
    const reply = await this.mutate(by, field, it, given);
    const done = reply.data?.[field];
    if (!done) throw new Error(`${field}: ${reply.text}`);
    return done;
  }

  /** A fresh decision that has come to the state by the usual way. */
  async inState(state: Exclude<DecisionState, 'VETOED'>, input: object = {}): Promise<ToldDecision> {
    const it = await this.propose(input);
    if (state === 'PROPOSED') return it;
    if (state === 'REJECTED') return this.done(this.owner, 'rejectDecision', it, { reason: 'Too early' });
    if (state === 'WITHDRAWN') return this.done(this.dev, 'withdrawDecision', it);
    const accepted = await this.done(this.owner, 'acceptDecision', it);
    if (state === 'ACCEPTED') return accepted;
    if (state === 'REVERTED') return this.done(this.owner, 'revertDecision', accepted, { reason: 'It was wrong' });
    const successor = await this.propose({ title: 'Two queues', supersedesIds: [accepted.id] });
    await this.done(this.owner, 'acceptDecision', successor);
    return this.see(accepted.key);
  }

  async see(key: string, by: TestPerson = this.dev): Promise<ToldDecision> {
    return this.ask<ToldDecision>(key, SEEN, by);
  }

  /** Any fields of a decision. */
  async ask<T>(key: string, selection: string, by: TestPerson = this.dev): Promise<T> {
    const reply = await this.app.graphql<{ decision: T }>(by.cookie, `{ decision(key: "${key}") { ${selection} } }`);
    if (!reply.data) throw new Error(reply.text);
    return reply.data.decision;
  }

  /** Events of a decision, oldest first. */
  events({
    id,
  }: {
    id: string;
  }): Promise<{ name: string; subject_version: number; payload: Record<string, unknown> }[]> {
    return this.house.query(
      'select name, subject_version, payload from events where organization_id = $1 and subject_id = $2 order by id',
      [this.house.id, rowId(id)],
    );
  }

  /** What `verify` says is wrong with decisions; empty when all is well. Stories have no events of their people and teams. */
  async wrong(): Promise<string[]> {
    const found = await this.app.database.transaction({ organizationId: this.house.id }, (tx) =>
      this.app.app.get(Verifications).run(tx),
    );
    return Object.entries(found).flatMap(([check, wrong]) => (check.includes('decisions') ? wrong : []));
  }

  /** As somebody who owns the database and passes every wall of it, triggers too when they are off. */
  async asOwner(...statements: (string | [string, unknown[]])[]): Promise<void> {
    const owner = new pg.Client({ connectionString: this.app.databaseUrl });
    await owner.connect();
    try {
      for (const statement of statements) {
        const [sql, values] = typeof statement === 'string' ? [statement, []] : statement;
        await owner.query(sql, values);
      }
    } finally {
      await owner.end();
    }
  }
}

/** The database's. */
export function rowId(id: string): string {
  return id.replace(/^.*_/u, '');
}

const VERSIONED = new Set([
  'editDecision',
  'acceptDecision',
  'rejectDecision',
  'withdrawDecision',
  'vetoDecision',
  'revertDecision',
  'setDecisionRevisit',
]);

const TYPES: Record<string, string> = {
  id: 'ID!',
  version: 'Int!',
  input: 'EditDecisionInput!',
  chosenOption: 'Int',
  link: 'DecisionLinkInput!',
  linkId: 'ID!',
  revisitOn: 'Date',
  stillHolds: 'Boolean',
  text: 'String!',
};

function typeOf(field: string, name: string): string {
  const isNeeded = name === 'reason' && field !== 'withdrawDecision';
  return isNeeded ? 'String!' : (TYPES[name] ?? 'String');
}
