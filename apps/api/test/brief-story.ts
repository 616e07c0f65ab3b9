import { ImpedimentStory, type TestImpediment } from './impediment-story.js';
import type { GraphqlReply, TestApp } from './test-app.js';
import type { RoleOptions, TestPerson } from './world.js';

export interface TestBrief {
  id: string;
  state: string;
  fingerprint: string;
  recipients: { name: string }[];
  answer: { kind: string; words: string; by: { name: string }; insteadOf: { name: string } | null } | null;
  impediment: { key: string };
  viewerCan: string[];
}

export const BRIEF =
  'id state overdue fingerprint answerBy recipients { name } sentBy { name } replacedById impediment { key } viewerCan ' +
  'answer { kind words by { name } insteadOf { name } }';

/** The impediments' story with leadership that can be asked. */
export class BriefStory {
  private constructor(
    private readonly app: TestApp,
    readonly impediments: ImpedimentStory,
    /** Of the Executive Action Team. */
    readonly executive: TestPerson,
    readonly otherExecutive: TestPerson,
    /** Scrum of Scrums Master of the organization; sends. */
    readonly lead: TestPerson,
  ) {}

  static async tell(app: TestApp, name: string): Promise<BriefStory> {
    const impediments = await ImpedimentStory.tell(app, name);
    const { house } = impediments;
    const story = new BriefStory(
      app,
      impediments,
      await house.holder('Edna', 'EXECUTIVE_ACTION_TEAM'),
      await house.holder('Emil', 'EXECUTIVE_ACTION_TEAM'),
      await house.scrumOfScrumsMaster('Lena'),
    );
    const { dev, master, neighbour } = impediments;
    for (const person of [dev, master, neighbour, story.executive, story.otherExecutive, story.lead])
      await story.canSignIn(person);
    return story;
  }

  async executiveNamed(name: string, options: RoleOptions = {}): Promise<TestPerson> {
    const person = await this.impediments.house.holder(name, 'EXECUTIVE_ACTION_TEAM', {}, options);
    await this.canSignIn(person);
    return person;
  }

  async canSignIn({ id }: TestPerson): Promise<void> {
    const { house } = this.impediments;
    await house.query(
      `insert into accounts (organization_id, person_id, email, password_hash) values ($1, $2, $3, 'x')`,
      [house.id, id, `${id}@example.org`],
    );
  }

  away({ id }: TestPerson): Promise<string> {
    return this.impediments.house.insert('absences', {
      person_id: id,
      starts_on: '2020-01-01',
      ends_before: '2090-01-01',
    });
  }

  trySending(
    it: Pick<TestImpediment, 'id' | 'version'>,
    { by = this.lead, to = [this.executive.id], key = '', input = {} as object } = {},
  ): Promise<
    GraphqlReply<{ sendEscalationBrief: { key: string; level: number; version: number; briefs: TestBrief[] } }>
  > {
    return this.app.graphql(
      by.cookie,
      `mutation ($id: ID!, $version: Int!, $input: SendEscalationBriefInput!, $key: String) {
        sendEscalationBrief(id: $id, version: $version, input: $input, idempotencyKey: $key) { key level version briefs { ${BRIEF} } } }`,
      {
        id: it.id,
        version: it.version,
        key: key || null,
        input: {
          proposal: 'One contact for all teams',
          ask: 'Pay for support level 2',
          answerBy: '2090-03-20',
          recipientIds: to.map((id) => `Person_${id}`),
          ...input,
        },
      },
    );
  }

  /** The brief that was sent. */
  async send(...given: Parameters<BriefStory['trySending']>): Promise<TestBrief> {
    const reply = await this.trySending(...given);
    const [brief] = reply.data?.sendEscalationBrief.briefs ?? [];
    if (!brief) throw new Error(reply.text);
    return brief;
  }

  answer(
    brief: Pick<TestBrief, 'id'>,
    { by = this.executive, kind = 'AGREED', words = 'From April on. I pay.', key = '' } = {},
  ): Promise<GraphqlReply<{ answerEscalationBrief: TestBrief }>> {
    return this.app.graphql(
      by.cookie,
      `mutation ($id: ID!, $kind: BriefAnswerKind!, $words: String!, $key: String) {
        answerEscalationBrief(id: $id, kind: $kind, words: $words, idempotencyKey: $key) { ${BRIEF} } }`,
      { id: brief.id, kind, words, key: key || null },
    );
  }

  async brief(id: string, by: TestPerson = this.executive): Promise<TestBrief> {
    const reply = await this.app.graphql<{ escalationBrief: TestBrief }>(
      by.cookie,
      `{ escalationBrief(id: "${id}") { ${BRIEF} } }`,
    );
    if (!reply.data) throw new Error(reply.text);
    return reply.data.escalationBrief;
  }

  /** Keys of what is asked, in order. */
  async asked(person: TestPerson, given = ''): Promise<string[]> {
    const reply = await this.app.graphql<{ briefsAskedOfMe: { edges: { node: TestBrief }[] } }>(
      person.cookie,
      `{ briefsAskedOfMe${given} { edges { node { ${BRIEF} } } } }`,
    );
    if (!reply.data) throw new Error(reply.text);
    return reply.data.briefsAskedOfMe.edges.map(({ node }) => node.impediment.key);
  }
}
