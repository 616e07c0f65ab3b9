import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ArtifactStory } from '../../../../test/artifact-story.js';
import { TestApp } from '../../../../test/test-app.js';

let app: TestApp;
let told: ArtifactStory;
beforeAll(async () => {
  app = await TestApp.start();
  told = await ArtifactStory.tell(app, 'Versions');
});
afterAll(() => app?.stop());

describe('a version', () => {
  test('is what the draft was; the next one begins from it and leaves it as it is', async () => {
    const { story } = told;
    const { id, key } = await told.create('Testing');
    await told.write(story.ben, id, '# Testing\n\nWe test early.');
    await story.done(story.ben, `addPage(artifactId: "${id}", title: "Tools", parentPath: "index") { revision }`);
    await told.write(story.ben, id, 'Playwright and friends', 'index/tools');
    const first = await told.publish(id, 'The first');
    expect(first).toMatchObject({ number: 1, title: 'Testing', approvedBy: [{ name: 'Cleo' }, { name: 'Dan' }] });
    expect(await told.of(id, 'state draft { revision } current { number } viewerCan')).toMatchObject({
      state: 'PUBLISHED',
      draft: null,
      current: { number: 1 },
      viewerCan: expect.arrayContaining(['draft:begin', 'proposal:make']),
    });
    await story.done(story.ben, `beginDraft(artifactId: "${id}") { revision }`);
    expect(await story.refused(story.ben, told.publishing(id, 1))).toBe('FORBIDDEN');
    expect(await story.refused(story.ana, told.publishing(id, 1))).toBe('NOT_READY_TO_PUBLISH');
    await told.write(story.ben, id, 'Playwright and others', 'index/tools');
    const second = await told.publish(id, 'Others');
    expect(second.number).toBe(2);
    expect(second.contentHash).not.toBe(first.contentHash);
    const page = (path: string): string =>
      `page(path: "${path}") { body version previous { path } following { path } }`;
    const seen = await story.seen<{ artifact: { versions: object[] } }>(
      story.cleo,
      `artifact(key: "${key.toLowerCase()}") { versions { number whatChanged publishedBy { name } pages { path depth parentPath } ${page('index/tools')} } }`,
    );
    const pages = [
      { path: 'index', depth: 0, parentPath: null },
      { path: 'index/tools', depth: 1, parentPath: 'index' },
    ];
    const around = { previous: { path: 'index' }, following: null };
    expect(seen.artifact.versions).toEqual([
      {
        number: 2,
        whatChanged: 'Others',
        publishedBy: { name: 'Ana' },
        pages,
        page: { body: 'Playwright and others', version: 2, ...around },
      },
      {
        number: 1,
        whatChanged: 'The first',
        publishedBy: { name: 'Ana' },
        pages,
        page: { body: 'Playwright and friends', version: 1, ...around },
      },
    ]);
    expect(await told.of(id, 'current { find(text: "playwright") { page { path } excerpt } }')).toEqual({
      current: { find: [{ page: { path: 'index/tools' }, excerpt: expect.stringContaining('Playwright') }] },
    });
  });

  test('finds words by their beginnings, and shows plain words with them marked', async () => {
    const { story } = told;
    const { id } = await told.create('Finding');
    await told.write(
      story.ben,
      id,
      '# Finding\n\n- [ ] **Onboard** [new people](A-1)\n\n| Who | When |\n| --- | --- |\n| CI/CD | `now` |',
    );
    await told.publish(id);
    const excerpts = async (text: string): Promise<string[]> => {
      const { current } = await told.of<{ current: { find: { excerpt: string }[] } }>(
        id,
        `current { find(text: "${text}") { excerpt } }`,
      );
      return current.find.map(({ excerpt }) => excerpt);
    };
    expect(await excerpts('onb')).toEqual(['\uE000Onboard\uE001 new people Who · When CI/CD · now']);
    expect(await excerpts('cd people')).toEqual(['Onboard new \uE000people\uE001 Who · When CI/\uE000CD\uE001 · now']);
    expect(await excerpts('onboard never')).toEqual([]);
    expect(await excerpts('**')).toEqual([]);
  });

  test('has pages of its own: who keeps what they read by its id mixes nothing up', async () => {
    const { story } = told;
    const { id } = await told.create('Identities');
    await told.write(story.ben, id, 'First');
    await told.publish(id);
    await story.done(story.ben, `beginDraft(artifactId: "${id}") { revision }`);
    await told.write(story.ben, id, 'Second');
    await told.publish(id);
    await story.done(story.ben, `beginDraft(artifactId: "${id}") { revision }`);
    const page = 'pages { id } page(path: "index") { id }';
    const seen = await told.of<Record<'versions' | 'draft', unknown>>(id, `versions { ${page} } draft { ${page} }`);
    const ids = [...JSON.stringify(seen).matchAll(/"id":"(Page_[^"]+)"/gu)].map(([, found]) => found);
    expect(ids).toHaveLength(6);
    expect(new Set(ids).size).toBe(3);
  });

  test('differs from another, and from the draft, line by line', async () => {
    const { story } = told;
    const { id } = await told.create('Differences');
    await told.write(story.ben, id, 'One\n\nTwo\n\nThree');
    await told.publish(id);
    await story.done(story.ben, `beginDraft(artifactId: "${id}") { revision }`);
    await told.write(story.ben, id, 'One\n\nTwo and more\n\nThree');
    await story.done(story.ben, `addPage(artifactId: "${id}", title: "New") { revision }`);
    interface Diff {
      kind: string;
      path: string;
      hunks: { lines: { kind: string; runs: { text: string }[] }[] }[];
    }
    const diff = async (args: string): Promise<Diff[]> =>
      (
        await story.seen<{ artifactDiff: Diff[] }>(
          story.cleo,
          `artifactDiff(artifactId: "${id}"${args}) { kind path hunks { lines { kind runs { text } } } }`,
        )
      ).artifactDiff;
    const draft = await diff('');
    expect(draft.map(({ kind, path }) => [kind, path])).toEqual([
      ['CHANGED', 'index'],
      ['ADDED', 'new'],
    ]);
    const lines = draft[0]?.hunks[0]?.lines.map(({ kind, runs }) => [kind, runs.map((run) => run.text).join('')]);
    expect(lines).toEqual(
      expect.arrayContaining([
        ['REMOVED', 'Two'],
        ['ADDED', 'Two and more'],
      ]),
    );
    expect(await diff(', fromNumber: 1')).toEqual(draft);
    const first = await diff(', toNumber: 1');
    expect(first.map(({ kind }) => kind)).toEqual(['ADDED']);
    expect(await diff(', fromNumber: 1, toNumber: 1')).toEqual([]);
    await told.publish(id);
    expect(await diff(', fromNumber: 1, toNumber: 2')).toEqual(draft);
    const gone = await app.graphql(story.cleo.cookie, `{ artifactDiff(artifactId: "${id}", toNumber: 7) { kind } }`);
    expect(gone.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

describe('publishing', () => {
  test('is for what was seen, something new, said in words, without marks left over', async () => {
    const { story } = told;
    const { id, version } = await told.create('Ready');
    await story.done(
      story.ana,
      `editArtifact(id: "${id}", version: ${version}, changes: { approvalsNeeded: 0 }) { id }`,
    );
    const revision = (): Promise<number> => told.revision(id);
    expect(await told.refusal(story.ben, told.publishing(id, await revision()))).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'pages' }] },
    });
    await told.write(story.ben, id, 'Mine\n<<<<<<< mine\na\n=======\nb\n>>>>>>> theirs');
    expect(await story.refused(story.ben, told.publishing(id, await revision()))).toBe('INVALID_INPUT');
    await told.write(story.ben, id, 'Ours');
    expect(await story.refused(story.ben, told.publishing(id, (await revision()) - 1))).toBe('CONFLICT');
    expect(await story.refused(story.ben, told.publishing(id, await revision(), ''))).toBe('INVALID_INPUT');
    expect(await story.refused(story.cleo, told.publishing(id, await revision()))).toBe('FORBIDDEN');
    expect(await story.done(story.ben, told.publishing(id, await revision()))).toMatchObject({ number: 1 });
    expect(await story.refused(story.ben, told.publishing(id, 1))).toBe('NO_DRAFT');
    await story.done(story.ana, `beginDraft(artifactId: "${id}") { revision }`);
    expect(await story.refused(story.ana, told.publishing(id, await revision()))).toBe('NOTHING_CHANGED');
  });

  test('happens once, however many ask for it at once', async () => {
    const { story } = told;
    const { id, version } = await told.create('Race');
    await story.done(
      story.ana,
      `editArtifact(id: "${id}", version: ${version}, changes: { approvalsNeeded: 0 }) { id }`,
    );
    await told.write(story.ben, id, 'Words');
    const revision = await told.revision(id);
    const replies = await Promise.all(
      [story.ana, story.ben, story.ana, story.ben].map((person) =>
        app.graphql(person.cookie, `mutation { it: ${told.publishing(id, revision)} }`),
      ),
    );
    const codes = replies.map(({ errors }) => errors?.[0]?.extensions.code ?? 'published').sort();
    expect(codes).toEqual(['NO_DRAFT', 'NO_DRAFT', 'NO_DRAFT', 'published']);
    expect(await told.of(id, 'versions { number }')).toEqual({ versions: [{ number: 1 }] });
  });

  test('a draft is thrown away by who alone wrote it, or who facilitates, never what was not published', async () => {
    const { story } = told;
    const { id } = await told.create('Thrown away');
    const discard = (revision: number): string =>
      `discardDraft(artifactId: "${id}", revision: ${revision}) { draft { revision } state }`;
    expect(await story.refused(story.ben, discard(await told.revision(id)))).toBe('NEVER_PUBLISHED');
    await told.write(story.ben, id, 'Words');
    await told.publish(id);
    await story.done(story.ben, `beginDraft(artifactId: "${id}") { revision }`);
    await told.write(story.ben, id, 'Other words');
    await told.write(story.ana, id, 'Other words of two');
    expect(await story.refused(story.ben, discard(await told.revision(id)))).toBe('FORBIDDEN');
    expect(await story.refused(story.ana, discard(1))).toBe('CONFLICT');
    expect(await story.done(story.ana, discard(await told.revision(id)))).toEqual({ draft: null, state: 'PUBLISHED' });
  });

  test('a copy of another artifact is something of its own', async () => {
    const { story } = told;
    const source = await told.create('Source');
    await told.write(story.ben, source.id, 'Words to copy');
    const copy = await told.create('Copy', `kind: PLAYBOOK, fromArtifactId: "${source.id}"`);
    expect(await told.page(copy.id)).toMatchObject({ body: 'Words to copy' });
    await told.write(story.ben, copy.id, 'Own words');
    expect(await told.page(source.id)).toMatchObject({ body: 'Words to copy' });
    const other = `{ communityId: "${story.communityId}", kind: CHECKLIST, title: "T", fromArtifactId: "${source.id}" }`;
    expect(await story.refused(story.ben, `createArtifact(input: ${other}) { id }`)).toBe('INVALID_INPUT');
  });
});
