import { CommunityStory } from './community-story.js';
import type { TestApp } from './test-app.js';
import type { TestPerson } from './world.js';

/** The draft, as writers see it. */
export interface SeenDraft {
  revision: number;
  pages: { path: string; title: string; depth: number; parentPath: string | null }[];
}

/** Ana facilitates, Ben writes, Cleo and Dan of the same house review. */
export class ArtifactStory {
  private constructor(
    private readonly app: TestApp,
    readonly story: CommunityStory,
    readonly dan: TestPerson,
  ) {}

  static async tell(app: TestApp, name: string): Promise<ArtifactStory> {
    const story = await CommunityStory.tell(app, name);
    return new ArtifactStory(app, story, await story.house.person('Dan'));
  }

  /** By Ben. Answers its id as clients see it, and its key. */
  create(title: string, more = 'kind: PLAYBOOK'): Promise<{ id: string; key: string; version: number }> {
    const { story } = this;
    const input = `{ communityId: "${story.communityId}", title: ${text(title)}, ${more} }`;
    return story.done(story.ben, `createArtifact(input: ${input}) { id key version }`);
  }

  draft(id: string): Promise<SeenDraft | null> {
    return this.of<{ draft: SeenDraft | null }>(id, 'draft { revision pages { path title depth parentPath } }').then(
      ({ draft }) => draft,
    );
  }

  async revision(id: string): Promise<number> {
    return (await this.draft(id))?.revision ?? 0;
  }

  /** Of the artifact, as Ana sees it. */
  async of<T>(id: string, fields: string): Promise<T> {
    const { node } = await this.story.seen<{ node: T }>(
      this.story.ana,
      `node(id: "${id}") { ... on Artifact { ${fields} } }`,
    );
    return node;
  }

  page(id: string, path = 'index'): Promise<{ body: string; version: number; title: string }> {
    return this.of<{ draft: { page: { body: string; version: number; title: string } } }>(
      id,
      `draft { page(path: ${text(path)}) { body version title } }`,
    ).then(({ draft }) => draft.page);
  }

  /** Writes over what is there. */
  async write(
    person: TestPerson,
    id: string,
    body: string,
    path = 'index',
  ): Promise<{ body: string; version: number }> {
    const base = await this.page(id, path);
    return this.story.done(person, this.writing(id, { path, body, base }));
  }

  writing(
    id: string,
    given: { path?: string; pageId?: string; body: string; base: { body: string; version: number } },
  ): string {
    const { path = 'index', pageId, body, base } = given;
    const which = pageId === undefined ? '' : `, pageId: "${pageId}"`;
    return `writePage(artifactId: "${id}", page: { path: ${text(path)}${which}, body: ${text(body)}, baseVersion: ${base.version}, baseBody: ${text(base.body)} }) { body version }`;
  }

  asking(id: string, revision: number, reviewers: readonly TestPerson[], words = 'What is new'): string {
    const ids = reviewers.map((person) => `"Person_${person.id}"`).join(', ');
    return `askForReview(artifactId: "${id}", revision: ${revision}, reviewerIds: [${ids}], whatChanged: ${text(words)}) { id revision approvalsMissing }`;
  }

  publishing(id: string, revision: number, words = 'What is new'): string {
    return `publishVersion(artifactId: "${id}", revision: ${revision}, whatChanged: ${text(words)}) { id number title contentHash approvedBy { name } }`;
  }

  /** Ben asks Cleo and Dan, both approve, Ana publishes. */
  async publish(id: string, words = 'What is new'): Promise<{ id: string; number: number; contentHash: string }> {
    const { story, dan } = this;
    const review = await this.ask(id, words);
    for (const person of [story.cleo, dan])
      await story.done(person, `giveVerdict(reviewId: "${review}", verdict: APPROVED) { id }`);
    return story.done(story.ana, this.publishing(id, await this.revision(id), words));
  }

  async ask(id: string, words = 'What is new'): Promise<string> {
    const { story, dan } = this;
    const mutation = this.asking(id, await this.revision(id), [story.cleo, dan], words);
    return (await story.done<{ id: string }>(story.ben, mutation)).id;
  }

  /** What the mutation is refused with: its code and what it says beside. */
  async refusal(person: TestPerson, mutation: string): Promise<Record<string, unknown>> {
    const reply = await this.app.graphql(person.cookie, `mutation { it: ${mutation} }`);
    return { ...reply.errors?.[0]?.extensions };
  }
}

/** As a GraphQL text. */
export function text(words: string): string {
  return JSON.stringify(words);
}
