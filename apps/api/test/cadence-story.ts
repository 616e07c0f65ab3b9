import { Verifications } from '../src/platform/events/verifications.js';
import type { GraphqlReply, TestApp } from './test-app.js';
import type { TestOrganization, TestPerson, TestTeam } from './world.js';

/** What the tests look at in a date. */
export interface ToldOccurrence {
  id: string;
  originalStart: string;
  localStart: string;
  startsAt: string;
  endsAt: string;
  minutes: number;
  name: string;
  place: string;
  state: string;
  reason: string | null;
  moved: boolean;
  notes: string;
  version: number;
  viewerCan: string[];
  facilitator: { name: string } | null;
}

export interface ToldCadence {
  id: string;
  version: number;
  name: string;
  rule: string | null;
  sentence: string;
  startsAt: string;
  minutes: number;
  endsBefore: string | null;
  follows: { id: string } | null;
  followedBy: { id: string } | null;
  viewerCan: string[];
  next: ToldOccurrence[];
}

export const SEEN_DATE =
  'id originalStart localStart startsAt endsAt minutes name place state reason moved notes version viewerCan facilitator { name }';
export const SEEN = `id version name rule sentence startsAt minutes endsBefore follows { id } followedBy { id } viewerCan
  next(count: 4) { ${SEEN_DATE} }`;

/** A team with people around it who plan its meetings and come to them. */
export class CadenceStory {
  private constructor(
    private readonly app: TestApp,
    readonly house: TestOrganization,
    readonly team: TestTeam,
    /** Answers for the team's meetings. */
    readonly master: TestPerson,
    readonly dev: TestPerson,
    readonly other: TestPerson,
    readonly administrator: TestPerson,
    /** Has an account and no role at all. */
    readonly guest: TestPerson,
  ) {}

  static async tell(app: TestApp, name: string): Promise<CadenceStory> {
    const house = await app.world.organization(name, 'Europe/Berlin');
    const team = await house.team('Payments');
    return new CadenceStory(
      app,
      house,
      team,
      await team.scrumMaster('Sam'),
      await team.developer('Dora'),
      await team.developer('Otto'),
      await house.administrator('Ada'),
      await house.person('Gus'),
    );
  }

  tryCreating(
    input: object = {},
    { by = this.master, key = null as string | null } = {},
  ): Promise<GraphqlReply<{ createCadence: ToldCadence }>> {
    return this.app.graphql(
      by.cookie,
      `mutation ($input: CadenceInput!, $key: String) { createCadence(input: $input, idempotencyKey: $key) { ${SEEN} } }`,
      { input: { ...this.weekly(), ...input }, key },
    );
  }

  async create(input: object = {}, by: TestPerson = this.master): Promise<ToldCadence> {
    return told(await this.tryCreating(input, { by })).createCadence;
  }

  /** Tuesdays at 09:30 in Berlin. */
  weekly(): object {
    return {
      kind: 'REFINEMENT',
      name: 'Refinement',
      scopeKind: 'TEAM',
      scopeId: `Team_${this.team.id}`,
      rule: 'FREQ=WEEKLY;BYDAY=TU',
      startsAt: '2026-01-06T09:30',
      timeZone: 'Europe/Berlin',
      minutes: 60,
      facilitation: 'NONE',
      audience: { roles: ['DEVELOPER', 'SCRUM_MASTER'], personIds: [] },
    };
  }

  /** @param given `id: $id, ...` of a mutation of a date or series, its variables */
  act<T>(
    field: string,
    given: Record<string, unknown>,
    selection: string,
    by: TestPerson = this.master,
  ): Promise<GraphqlReply<T>> {
    const types = Object.keys(given).map((name) => `$${name}: ${TYPES[name] ?? 'String'}`);
    const passed = Object.keys(given).map((name) => `${name}: $${name}`);
    return this.app.graphql(
      by.cookie,
      `mutation (${types.join(', ')}) { ${field}(${passed.join(', ')}) { ${selection} } }`,
      given,
    );
  }

  async onDate(field: string, given: Record<string, unknown>, by: TestPerson = this.master): Promise<ToldOccurrence> {
    const reply = told(await this.act<Record<string, ToldOccurrence>>(field, given, SEEN_DATE, by));
    const found = reply[field];
    if (!found) throw new Error(`${field} answered nothing.`);
    return found;
  }

  async edit(
    cadence: Pick<ToldCadence, 'id' | 'version'>,
    span: string,
    changes: object,
    at: string | null = null,
  ): Promise<ToldCadence> {
    const { id, version } = cadence;
    const reply = await this.act<{ editCadence: ToldCadence }>('editCadence', { id, version, span, at, changes }, SEEN);
    return told(reply).editCadence;
  }

  async cadence(id: string, by: TestPerson = this.master): Promise<ToldCadence> {
    const reply = await this.app.graphql<{ cadence: ToldCadence }>(
      by.cookie,
      `query ($id: ID!) { cadence(id: $id) { ${SEEN} } }`,
      { id },
    );
    return told(reply).cadence;
  }

  async calendar(
    from: string,
    endsBefore: string,
    filter: object | null = null,
    by: TestPerson = this.master,
  ): Promise<ToldOccurrence[]> {
    const reply = await this.app.graphql<{ occurrences: ToldOccurrence[] }>(
      by.cookie,
      `query ($from: Date!, $endsBefore: Date!, $filter: CadenceFilter) {
        occurrences(from: $from, endsBefore: $endsBefore, filter: $filter) { ${SEEN_DATE} } }`,
      { from, endsBefore, filter },
    );
    return told(reply).occurrences;
  }

  /** Names of what happened, the last at the end. */
  async events(): Promise<string[]> {
    const rows = await this.house.query<{ name: string }>('select name from events order by id');
    return rows.map(({ name }) => name);
  }

  /** What `verify` says is wrong with meetings; empty when all is well. Stories have no events of their people and teams. */
  async wrong(): Promise<string[]> {
    const found = await this.app.database.transaction({ organizationId: this.house.id }, (tx) =>
      this.app.app.get(Verifications).run(tx),
    );
    return Object.entries(found).flatMap(([check, wrong]) => (/cadences|occurrences/.test(check) ? wrong : []));
  }
}

const TYPES: Record<string, string> = {
  id: 'ID!',
  version: 'Int!',
  span: 'CadenceSpan!',
  at: 'LocalDateTime',
  changes: 'CadenceChanges!',
  to: 'LocalDateTime!',
  reason: 'String!',
  notes: 'String!',
  personId: 'ID',
  answer: 'InvitationAnswer',
  endsBefore: 'Date!',
};

export function told<T>(reply: GraphqlReply<T>): T {
  if (!reply.data || reply.errors) throw new Error(reply.text);
  return reply.data;
}

export const codeOf = (reply: GraphqlReply<unknown>): string | undefined => reply.errors?.[0]?.extensions.code;
