import { Verifications } from '../src/platform/events/verifications.js';
import type { ImpedimentStory } from './impediment-story.js';
import type { GraphqlReply, TestApp } from './test-app.js';
import type { TestPerson } from './world.js';

/** What the tests of merging look at in a source. */
export interface TestSource {
  id: string;
  name: string;
  version: number;
  aliases: string[];
  openCount: number;
  pastCount: number;
}
type Known = Pick<TestSource, 'id'>;
type MergeReply = GraphqlReply<{ mergeSources: { movedImpediments: number; source: TestSource } }>;

const SEEN = 'id name version aliases openCount pastCount';

/** Sources of an organization, named by those who wait for them, and merged. */
export class SourceStory {
  constructor(
    private readonly app: TestApp,
    private readonly story: ImpedimentStory,
  ) {}

  /** With one open impediment that waits for it. */
  async named(name: string): Promise<TestSource> {
    await this.story.raise(`Waiting for ${name}`, `, newSource: { name: "${name}", kind: DEPARTMENT }`);
    const reply = await this.app.graphql<{ sources: TestSource[] }>(
      this.story.dev.cookie,
      `{ sources(search: "${name}", first: 1) { ${SEEN} } }`,
    );
    const [source] = reply.data?.sources ?? [];
    if (!source) throw new Error(reply.text);
    return source;
  }

  merge(
    person: TestPerson,
    { id, version }: Known & { version: number },
    into: Known,
    key?: string,
  ): Promise<MergeReply> {
    const more = key === undefined ? '' : `, idempotencyKey: "${key}"`;
    return this.app.graphql(
      person.cookie,
      `mutation { mergeSources(id: "${id}", version: ${version}, intoId: "${into.id}"${more}) { movedImpediments source { ${SEEN} } } }`,
    );
  }

  /** Where the id leads. */
  async shown({ id }: Known): Promise<TestSource | undefined> {
    const person = this.story.dev.cookie;
    const reply = await this.app.graphql<{ source: TestSource }>(person, `{ source(id: "${id}") { ${SEEN} } }`);
    return reply.data?.source;
  }

  /** Titles of what waits for the source, by the database itself. */
  async waitingFor({ id }: Known): Promise<string[]> {
    const rows = await this.story.house.query<{ title: string }>(
      'select title from impediments where organization_id = $1 and source_id = $2 order by title',
      [this.story.house.id, id.replace('Source_', '')],
    );
    return rows.map(({ title }) => title);
  }

  async eventNames({ id }: Known): Promise<string[]> {
    const rows = await this.story.house.query<{ name: string }>(
      'select name from events where organization_id = $1 and subject_id = $2 order by id',
      [this.story.house.id, id.replace('Source_', '')],
    );
    return rows.map(({ name }) => name);
  }

  /** What has changed without an event, of impediments and sources. */
  async disagreements(): Promise<string[]> {
    const found = await this.app.database.transaction({ organizationId: this.story.house.id, cause: 'test' }, (tx) =>
      this.app.app.get(Verifications).run(tx),
    );
    const checks = Object.keys(found).filter((check) => /impediments|sources/u.test(check));
    if (checks.length < 3) throw new Error('The checks of impediments and sources are gone.');
    return checks.flatMap((check) => found[check] ?? []);
  }
}
