import { ImpedimentStory } from './impediment-story.js';
import type { GraphqlReply, TestApp } from './test-app.js';
import type { TestPerson } from './world.js';

/** What the tests look at in an item. */
export interface TestItem {
  id: string;
  position: number;
  reason: string;
  why: string;
  result: string | null;
  note: string | null;
  dots: number;
  viewerDots: number;
  secondsSpent: number;
  version: number;
  impediment: { id: string; key: string; title: string; state: string; level: number; version: number } | null;
  source: { name: string } | null;
  action: { title: string; state: string } | null;
  actions: { title: string; owner: { name: string } }[];
}

/** What the tests look at in a session. */
export interface TestSession {
  id: string;
  state: string;
  version: number;
  facilitator: { id: string; name: string };
  current: { id: string } | null;
  items: TestItem[];
  participants: { person: { name: string } }[];
  timebox: { seconds: number; endsAt: string | null; secondsLeft: number | null } | null;
  dotsPerPerson: number;
  viewerDotsLeft: number;
  minutes: string | null;
  toldTeams: { name: string }[];
  viewerCan: string[];
}

/** The item about the impediment of this title. */
export function itemOf(session: TestSession, title: string): TestItem {
  const item = session.items.find(({ impediment }) => impediment?.title === title);
  if (!item) throw new Error(`${title} is not on the agenda: ${JSON.stringify(session.items)}`);
  return item;
}

export const SESSION_SEEN = `
  id state version facilitator { id name } current { id }
  items { id position reason why result note dots viewerDots secondsSpent version
    impediment { id key title state level version } source { name } action { title state } actions { title owner { name } } }
  participants { person { name } } timebox { seconds endsAt secondsLeft }
  dotsPerPerson viewerDotsLeft minutes toldTeams { name } viewerCan`;

type Given = Record<string, unknown>;

const TYPES: Record<string, string> = {
  sessionId: 'ID!',
  itemId: 'ID!',
  chapterId: 'ID!',
  occurrenceId: 'ID',
  personId: 'ID!',
  ownerId: 'ID!',
  version: 'Int!',
  dots: 'Int!',
  position: 'Int!',
  seconds: 'Int',
  title: 'String!',
  dueOn: 'Date!',
  impedimentKey: 'String!',
  idempotencyKey: 'String',
  result: 'TriageResultInput!',
};

/** The chapter of an area with two Scrum Masters, and their session. */
export class TriageStory {
  private constructor(
    private readonly app: TestApp,
    readonly impediments: ImpedimentStory,
    readonly chapterId: string,
    /** Scrum Master of the other team. */
    readonly otherMaster: TestPerson,
    readonly leader: TestPerson,
  ) {}

  static async tell(app: TestApp, name: string): Promise<TriageStory> {
    const impediments = await ImpedimentStory.tell(app, name);
    const { house, team, otherTeam } = impediments;
    const otherMaster = await otherTeam.scrumMaster('Omar');
    const leader = await house.scrumOfScrumsMaster('Lena', team.areaId);
    const reply = await app.graphql<{ createChapter: { id: string } }>(
      leader.cookie,
      `mutation { createChapter(name: "${name} chapter", scopeKind: AREA, scopeId: "Area_${team.areaId}") { id } }`,
    );
    if (!reply.data) throw new Error(reply.text);
    return new TriageStory(app, impediments, reply.data.createChapter.id, otherMaster, leader);
  }

  /** Who facilitates, unless it is handed over. */
  get master(): TestPerson {
    return this.impediments.master;
  }

  /** Affects both teams. */
  shared(title: string): Promise<{ id: string; key: string; version: number }> {
    return this.impediments.raise(title, `, affectedTeamIds: ["Team_${this.impediments.otherTeam.id}"]`);
  }

  async act(person: TestPerson, field: string, given: Given): Promise<GraphqlReply<Record<string, TestSession>>> {
    const names = Object.keys(given);
    const declared = names.map((name) => `$${name}: ${type(field, name)}`).join(', ');
    const passed = names.map((name) => `${name}: $${name}`).join(', ');
    return this.app.graphql(person.cookie, `mutation (${declared}) { ${field}(${passed}) { ${SESSION_SEEN} } }`, given);
  }

  async done(person: TestPerson, field: string, given: Given): Promise<TestSession> {
    const reply = await this.act(person, field, given);
    const session = reply.data?.[field];
    if (!session) throw new Error(`${field}: ${reply.text}`);
    return session;
  }

  async refused(person: TestPerson, field: string, given: Given): Promise<{ code: string; details: unknown }> {
    const reply = await this.act(person, field, given);
    const [error] = reply.errors ?? [];
    if (!error) throw new Error(`${field} was not refused.`);
    return { code: error.extensions.code, details: error.extensions.details };
  }

  start(by: TestPerson = this.master, more: Given = {}): Promise<TestSession> {
    return this.done(by, 'startTriage', { chapterId: this.chapterId, ...more });
  }

  async session(person: TestPerson, id: string): Promise<TestSession> {
    const reply = await this.app.graphql<{ triageSession: TestSession }>(
      person.cookie,
      `query ($id: ID!) { triageSession(id: $id) { ${SESSION_SEEN} } }`,
      { id },
    );
    if (!reply.data) throw new Error(reply.text);
    return reply.data.triageSession;
  }

  /** Names of the events of a session, in order. */
  async events(sessionId: string): Promise<string[]> {
    const rows = await this.impediments.house.query<{ name: string }>(
      `select name from events where organization_id = $1 and subject_type = 'TriageSession' and subject_id = $2 order by id`,
      [this.impediments.house.id, sessionId.replace('TriageSession_', '')],
    );
    return rows.map(({ name }) => name.replace('triage-session.', ''));
  }
}

function type(field: string, name: string): string {
  if (field === 'startTimebox' && name === 'seconds') return 'Int!';
  const found = TYPES[name];
  if (found === undefined) throw new Error(`What type is ${name}?`);
  return found;
}
