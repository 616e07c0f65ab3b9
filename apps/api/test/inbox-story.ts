import { ImpedimentStory, type TestImpediment } from './impediment-story.js';
import { beginReactions, settleReactions } from './settle-reactions.js';
import type { TestApp } from './test-app.js';
import type { TestPerson } from './world.js';
import { EventLog } from '../src/platform/events/event-log.js';

export interface TestInboxEntry {
  id: string;
  reason: string;
  event: string;
  count: number;
  excerpt: string;
  commentId: string | null;
  at: string;
  readAt: string | null;
  actor: { name: string } | null;
  impediment: { key: string } | null;
}

export interface TestInbox {
  totalCount: number;
  unreadCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: { node: TestInboxEntry }[];
}

const NODE = 'id reason event count excerpt commentId at readAt actor { name } impediment { key }';

/** The impediments' story with people who can sign in, and their inboxes. */
export class InboxStory {
  private constructor(
    private readonly app: TestApp,
    readonly impediments: ImpedimentStory,
  ) {}

  static async tell(app: TestApp, name: string): Promise<InboxStory> {
    const impediments = await ImpedimentStory.tell(app, name);
    const story = new InboxStory(app, impediments);
    const { dev, master, neighbour, stakeholder, house } = impediments;
    for (const person of [dev, master, neighbour, stakeholder]) {
      await house.query(
        `insert into accounts (organization_id, person_id, email, password_hash) values ($1, $2, $3, 'x')`,
        [house.id, person.id, `${person.id}@example.org`],
      );
    }
    await beginReactions(app, house.id);
    return story;
  }

  settle(): Promise<void> {
    return settleReactions(this.app, this.impediments.house.id);
  }

  /** @param given GraphQL text of the arguments, in brackets */
  async inbox(person: TestPerson, given = ''): Promise<TestInbox> {
    const reply = await this.app.graphql<{ inbox: TestInbox }>(
      person.cookie,
      `{ inbox${given} { totalCount unreadCount pageInfo { hasNextPage endCursor } edges { node { ${NODE} } } } }`,
    );
    if (!reply.data) throw new Error(reply.text);
    return reply.data.inbox;
  }

  /** Reacts, and then "REASON event" of everything, oldest first. */
  async told(person: TestPerson): Promise<string[]> {
    await this.settle();
    const { edges } = await this.inbox(person);
    return edges.map(({ node }) => `${node.reason} ${node.event.replace('impediment.', '')}`).reverse();
  }

  comment(by: TestPerson, { id }: TestImpediment, body: string): Promise<TestImpediment> {
    return this.impediments.done(by, 'commentOnImpediment', `id: "${id}", body: ${JSON.stringify(body)}`);
  }

  /** Events of one transaction, as a bulk change appends them. */
  async happen(
    actor: TestPerson | null,
    events: { id: string; name: string; payload?: object }[],
    cause?: string,
  ): Promise<void> {
    const organizationId = this.impediments.house.id;
    await this.app.database.transaction({ organizationId, actorId: actor?.id, cause }, (tx) =>
      this.app.app.get(EventLog).append(
        tx,
        ...events.map(({ id, name, payload }) => ({
          name,
          subjectType: 'Impediment',
          subjectId: id.replace('Impediment_', ''),
          subjectVersion: 1,
          payload: { changes: [], ...payload },
        })),
      ),
    );
  }
}
