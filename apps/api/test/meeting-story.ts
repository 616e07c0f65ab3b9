import { Verifications } from '../src/platform/events/verifications.js';
import { beginReactions, settleReactions } from './settle-reactions.js';
import type { GraphqlReply, TestApp } from './test-app.js';
import type { TestOrganization, TestPerson, TestTeam } from './world.js';

/** What the tests look at in a date of a meeting. */
export interface ToldDate {
  id: string;
  originalStart: string;
  localStart: string;
  version: number;
  facilitator: { name: string } | null;
  viewerCan: string[];
}

export interface ToldMeeting {
  id: string;
  version: number;
  rota: { id: string; version: number } | null;
  next: ToldDate[];
}

const DATE = 'id originalStart localStart version facilitator { name } viewerCan';
const MEETING = `id version rota { id version } next(count: 12) { ${DATE} }`;

/** A team that meets, with people around it who can sign in. */
export class MeetingStory {
  private constructor(
    readonly app: TestApp,
    readonly house: TestOrganization,
    readonly team: TestTeam,
    readonly owner: TestPerson,
    readonly master: TestPerson,
    readonly ana: TestPerson,
    readonly ben: TestPerson,
    readonly cem: TestPerson,
    /** Developer of another team. */
    readonly neighbour: TestPerson,
  ) {}

  static async tell(app: TestApp, name: string): Promise<MeetingStory> {
    const house = await app.world.organization(name);
    const team = await house.team('Payments');
    const story = new MeetingStory(
      app,
      house,
      team,
      await team.productOwner('Pia'),
      await team.scrumMaster('Sam'),
      await team.developer('Ana'),
      await team.developer('Ben'),
      await team.developer('Cem'),
      await (await house.team('Harbour')).developer('Nils'),
    );
    for (const person of [story.owner, story.master, story.ana, story.ben, story.cem, story.neighbour])
      await house.query(
        `insert into accounts (organization_id, person_id, email, password_hash) values ($1, $2, $3, 'x')`,
        [house.id, person.id, `${person.id}@example.org`],
      );
    await beginReactions(app, house.id);
    return story;
  }

  /** The day so many days from now, in UTC, where everything of the story is. */
  day(days: number): string {
    return new Date(Date.now() + days * 24 * 3_600_000).toISOString().slice(0, 10);
  }

  act<T>(by: TestPerson, operation: string, variables: object = {}): Promise<GraphqlReply<T>> {
    return this.app.graphql<T>(by.cookie, operation, variables);
  }

  async done<T>(by: TestPerson, operation: string, variables: object = {}): Promise<T> {
    const reply = await this.act<T>(by, operation, variables);
    if (!reply.data || reply.errors) throw new Error(reply.text);
    return reply.data;
  }

  /** Every day from tomorrow on, its facilitators take turns. @param input beside what every meeting has */
  async plan(input: object = {}, by: TestPerson = this.master): Promise<ToldMeeting> {
    const { createCadence } = await this.done<{ createCadence: ToldMeeting }>(
      by,
      `mutation ($input: CadenceInput!) { createCadence(input: $input) { ${MEETING} } }`,
      {
        input: {
          kind: 'DAILY_SCRUM',
          name: 'Daily Scrum',
          scopeKind: 'TEAM',
          scopeId: `Team_${this.team.id}`,
          rule: 'FREQ=DAILY',
          startsAt: `${this.day(1)}T09:30`,
          timeZone: 'UTC',
          minutes: 15,
          facilitation: 'ROTA',
          rotaPersonIds: [this.ana, this.ben, this.cem].map(({ id }) => `Person_${id}`),
          audience: { roles: ['DEVELOPER', 'SCRUM_MASTER'], personIds: [] },
          ...input,
        },
      },
    );
    return createCadence;
  }

  async meeting(id: string, by: TestPerson = this.master): Promise<ToldMeeting> {
    const { cadence } = await this.done<{ cadence: ToldMeeting }>(
      by,
      `query ($id: ID!) { cadence(id: $id) { ${MEETING} } }`,
      { id },
    );
    return cadence;
  }

  away(person: TestPerson, from: number, until: number): Promise<string> {
    return this.house.insert('absences', {
      person_id: person.id,
      starts_on: this.day(from),
      ends_before: this.day(until),
    });
  }

  settle(): Promise<void> {
    return settleReactions(this.app, this.house.id);
  }

  /** Reacts, and then "REASON event" of everything, oldest first. */
  async told(person: TestPerson): Promise<string[]> {
    await this.settle();
    const { inbox } = await this.done<{ inbox: { edges: { node: { reason: string; event: string } }[] } }>(
      person,
      '{ inbox { edges { node { reason event } } } }',
    );
    return inbox.edges.map(({ node }) => `${node.reason} ${node.event}`).reverse();
  }

  /** What `verify` finds wrong with meetings; stories have no events of their people and teams. */
  async wrong(): Promise<string[]> {
    const found = await this.app.database.transaction({ organizationId: this.house.id }, (tx) =>
      this.app.app.get(Verifications).run(tx),
    );
    return Object.entries(found).flatMap(([name, problems]) =>
      /rota|action|cadence|series|occurrence|meeting/.test(name) ? problems : [],
    );
  }
}
