import { beginReactions } from './settle-reactions.js';
import type { TestApp } from './test-app.js';
import type { TestOrganization, TestPerson, TestTeam } from './world.js';

/** A house with a community: Ana founded it, Ben is a member, Cleo is not. */
export class CommunityStory {
  private constructor(
    private readonly app: TestApp,
    readonly house: TestOrganization,
    readonly team: TestTeam,
    readonly ana: TestPerson,
    readonly ben: TestPerson,
    readonly cleo: TestPerson,
    readonly communityId: string,
  ) {}

  static async tell(app: TestApp, name: string): Promise<CommunityStory> {
    const house = await app.world.organization(name);
    const team = await house.team('Payments');
    const [ana, ben] = [await house.person('Ana'), await team.developer('Ben')];
    const cleo = await house.person('Cleo');
    const found = await app.graphql<{ foundCommunity: { id: string } }>(
      ana.cookie,
      `mutation { foundCommunity(name: "${name} testers", purpose: "We test *early*", topics: ["Testing"]) { id } }`,
    );
    const id = found.data?.foundCommunity.id;
    if (id === undefined) throw new Error(found.text);
    for (const person of [ana, ben, cleo])
      await house.query(
        `insert into accounts (organization_id, person_id, email, password_hash) values ($1, $2, $3, 'x')`,
        [house.id, person.id, `${person.id}@example.org`],
      );
    const story = new CommunityStory(app, house, team, ana, ben, cleo, id);
    await beginReactions(app, house.id);
    await story.done(ben, `joinCommunity(id: "${id}") { id }`);
    return story;
  }

  /** What the mutation answers. */
  async done<T = Record<string, unknown>>(person: TestPerson, mutation: string): Promise<T> {
    const reply = await this.app.graphql<Record<string, T>>(person.cookie, `mutation { it: ${mutation} }`);
    const answer = reply.data?.['it'];
    if (answer === undefined || answer === null) throw new Error(reply.text);
    return answer;
  }

  /** The code that the mutation is refused with. */
  async refused(person: TestPerson, mutation: string): Promise<string | undefined> {
    const reply = await this.app.graphql(person.cookie, `mutation { it: ${mutation} }`);
    return reply.errors?.[0]?.extensions.code;
  }

  async seen<T>(person: TestPerson, query: string): Promise<T> {
    const reply = await this.app.graphql<T>(person.cookie, `{ ${query} }`);
    if (!reply.data) throw new Error(reply.text);
    return reply.data;
  }
}
