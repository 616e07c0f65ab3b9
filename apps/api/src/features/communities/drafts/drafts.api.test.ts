import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ArtifactStory, text } from '../../../../test/artifact-story.js';
import { TestApp } from '../../../../test/test-app.js';

let app: TestApp;
let told: ArtifactStory;
beforeAll(async () => {
  app = await TestApp.start();
  told = await ArtifactStory.tell(app, 'Drafts');
});
afterAll(() => app?.stop());

const POEM = 'One\n\nTwo\n\nThree\n\nFour\n\nFive';

test('the longest page that may be written goes over the line with the text that it began from', async () => {
  const { ben } = told.story;
  const { id } = await told.create('Long');
  // Two of the characters that are counted and four bytes each.
  const most = `${'😀'.repeat(49)}\n`.repeat(2_020);
  await told.write(ben, id, most);
  const page = await told.page(id);
  expect(page.body).toBe(most);
  const longer = told.writing(id, { body: `${most}the end`, base: page });
  expect(await told.story.done(ben, longer)).toMatchObject({ version: page.version + 1 });
});

describe('two who write on one page', () => {
  test('in different places: both are kept', async () => {
    const { ana, ben } = told.story;
    const { id } = await told.create('Poems');
    await told.write(ben, id, POEM);
    const base = await told.page(id);
    await told.story.done(ben, told.writing(id, { body: POEM.replace('One', 'Uno'), base }));
    const merged = await told.story.done(ana, told.writing(id, { body: POEM.replace('Five', 'Cinque'), base }));
    expect(merged).toEqual({ body: POEM.replace('One', 'Uno').replace('Five', 'Cinque'), version: base.version + 2 });
  });

  test('in one place: the second is told what the first wrote, and nothing is written', async () => {
    const { ana, ben } = told.story;
    const { id } = await told.create('Poems');
    await told.write(ben, id, POEM);
    const base = await told.page(id);
    await told.story.done(ben, told.writing(id, { body: POEM.replace('Two', 'Due'), base }));
    const revision = await told.revision(id);
    expect(await told.refusal(ana, told.writing(id, { body: POEM.replace('Two', 'Zwei'), base }))).toMatchObject({
      code: 'CONFLICT',
      details: {
        currentVersion: base.version + 1,
        current: { path: 'index', body: POEM.replace('Two', 'Due') },
      },
    });
    expect(await told.revision(id)).toBe(revision);
  });

  test('at the same moment: each line of each is there in the end', async () => {
    const { ana, ben } = told.story;
    const { id } = await told.create('Lists');
    const lines = Array.from({ length: 40 }, (_, index) => `Line ${index}`);
    await told.write(ben, id, lines.join('\n'));
    const base = await told.page(id);
    const written = [0, 4, 8, 12, 16, 20, 24, 28, 32, 36].map((line, index) => {
      const body = lines.map((words, at) => (at === line ? `${words}, changed` : words)).join('\n');
      return told.story.done(index % 2 === 0 ? ana : ben, told.writing(id, { body, base }));
    });
    await Promise.all(written);
    const { body, version } = await told.page(id);
    expect(body.split('\n').filter((line) => line.endsWith('changed'))).toHaveLength(10);
    expect(version).toBe(base.version + 10);
  });

  test('one of whom began from the draft before: by the words, not by their number', async () => {
    const { ana, ben } = told.story;
    const { id } = await told.create('Again');
    await told.write(ben, id, POEM);
    await told.publish(id);
    await told.story.done(ana, `beginDraft(artifactId: "${id}") { revision }`);
    const first = await told.page(id);
    await told.write(ana, id, POEM.replace('Five', 'Fünf'));
    await told.publish(id);
    await told.story.done(ana, `beginDraft(artifactId: "${id}") { revision }`);
    const second = await told.page(id);
    expect(second.version).toBe(first.version);
    const late = await told.story.done(ben, told.writing(id, { body: POEM.replace('One', 'Eins'), base: first }));
    expect(late).toMatchObject({ body: POEM.replace('One', 'Eins').replace('Five', 'Fünf') });
  });

  test('a repetition with its key writes once', async () => {
    const { ben } = told.story;
    const { id } = await told.create('Once');
    const base = await told.page(id);
    const once = told.writing(id, { body: 'Once', base }).replace('page:', 'idempotencyKey: "write-once", page:');
    const [first, again] = [await told.story.done(ben, once), await told.story.done(ben, once)];
    expect(again).toEqual(first);
  });
});

describe('the pages of a playbook', () => {
  const paths = async (id: string): Promise<string[]> => (await told.draft(id))?.pages.map(({ path }) => path) ?? [];
  const add = (id: string, title: string, parent?: string): Promise<unknown> =>
    told.story.done(
      told.story.ben,
      `addPage(artifactId: "${id}", title: ${text(title)}${parent === undefined ? '' : `, parentPath: ${text(parent)}`}) { revision }`,
    );
  const move = (id: string, path: string, to: string | null, after: string | null = null): string =>
    `movePage(artifactId: "${id}", path: ${text(path)}, toParentPath: ${JSON.stringify(to)}, afterPath: ${JSON.stringify(after)}) { revision }`;

  test('are written wherever they were moved to meanwhile, by their id', async () => {
    const { ben } = told.story;
    const { id } = await told.create('Moved away');
    const other = await told.create('Another one');
    await add(id, 'Day one');
    await add(id, 'Day two');
    const base = await told.page(id, 'day-one');
    const opened = await told.of<{ draft: { page: { id: string } } }>(id, 'draft { page(path: "day-one") { id } }');
    const pageId = opened.draft.page.id;
    await told.story.done(ben, move(id, 'day-one', 'day-two'));
    const late = told.writing(id, { path: 'day-one', pageId, body: 'Bring tea', base });
    expect(await told.story.done(ben, late)).toMatchObject({ body: 'Bring tea' });
    expect(await told.page(id, 'day-two/day-one')).toMatchObject({ body: 'Bring tea' });
    // A page of another artifact is none of this one.
    expect(await told.story.refused(ben, told.writing(other.id, { path: 'index', pageId, body: 'Mine', base }))).toBe(
      'PAGE_GONE',
    );
  });

  test('are added, called otherwise, moved with all below them, and removed', async () => {
    const { ben } = told.story;
    const { id } = await told.create('Tree');
    await add(id, 'Day one');
    await add(id, 'Day two');
    await add(id, 'Laptop & keys', 'day-one');
    expect(await paths(id)).toEqual(['index', 'day-one', 'day-one/laptop-keys', 'day-two']);
    await told.story.done(ben, move(id, 'day-one', 'day-two'));
    expect(await paths(id)).toEqual(['index', 'day-two', 'day-two/day-one', 'day-two/day-one/laptop-keys']);
    expect(await told.story.refused(ben, move(id, 'day-two', 'day-two/day-one'))).toBe('PAGE_IN_ITSELF');
    expect(await told.story.refused(ben, move(id, 'gone', null))).toBe('PAGE_GONE');
    const renamed = `renamePage(artifactId: "${id}", path: "day-two", title: "The second day") { pages { path title } }`;
    expect(await told.story.done(ben, renamed)).toMatchObject({
      pages: expect.arrayContaining([{ path: 'day-two', title: 'The second day' }]),
    });
    await told.story.done(ben, move(id, 'day-two', null, null));
    expect(await paths(id)).toEqual(['day-two', 'day-two/day-one', 'day-two/day-one/laptop-keys', 'index']);
    await told.story.done(ben, `removePage(artifactId: "${id}", path: "day-two") { revision }`);
    expect(await paths(id)).toEqual(['index']);
    expect(await told.story.refused(ben, `removePage(artifactId: "${id}", path: "index") { revision }`)).toBe(
      'LAST_PAGE',
    );
  });

  test('keep leading to one another when they move; what is broken is told with its line', async () => {
    const { ben } = told.story;
    const { id, key } = await told.create('Links');
    await add(id, 'Guide');
    await add(id, 'Setup', 'guide');
    await add(id, 'Archive');
    await told.write(ben, id, `See [setup](${key}/guide/setup#keys) or ${key}/guide/setup.\n\n\`${key}/guide/setup\``);
    await told.write(ben, id, 'Beside: [guide](../guide.md), [gone](nowhere.md)', 'guide/setup');
    const before = await told.page(id, 'guide/setup');
    await told.story.done(ben, move(id, 'guide/setup', 'archive'));
    expect((await told.page(id)).body).toBe(
      `See [setup](${key}/archive/setup#keys) or ${key}/archive/setup.\n\n\`${key}/guide/setup\``,
    );
    // It still leads where it led.
    expect(await told.page(id, 'archive/setup')).toEqual(before);
    await told.story.done(ben, move(id, 'guide', 'archive/setup'));
    expect((await told.page(id, 'archive/setup')).body).toBe(
      `Beside: [guide](${key}/archive/setup/guide), [gone](nowhere.md)`,
    );
    expect(await told.of(id, 'draft { brokenLinks { pagePath line target why } }')).toEqual({
      draft: {
        brokenLinks: [
          { pagePath: 'archive/setup', line: 1, target: 'nowhere.md', why: 'This artifact has no such page.' },
        ],
      },
    });
  });

  test('that differ from what is published are told in reading order, then those that are gone', async () => {
    const { ben } = told.story;
    const { id } = await told.create('Changes');
    for (const title of ['Gone', 'Kept', 'Moved', 'Changed', 'Also gone']) await add(id, title);
    await told.write(ben, id, 'Words');
    await told.publish(id);
    await told.story.done(ben, `beginDraft(artifactId: "${id}") { revision }`);
    const changed = async (): Promise<object[]> => {
      const fields = 'draft { changedPages { kind path title wasPath } }';
      return (await told.of<{ draft: { changedPages: object[] } }>(id, fields)).draft.changedPages;
    };
    expect(await changed()).toEqual([]);
    for (const path of ['gone', 'also-gone'])
      await told.story.done(ben, `removePage(artifactId: "${id}", path: "${path}") { revision }`);
    await told.write(ben, id, 'Other words', 'changed');
    await told.story.done(ben, move(id, 'moved', 'kept'));
    await add(id, 'New', 'kept');
    await told.story.done(ben, move(id, 'changed', null));
    expect(await changed()).toEqual([
      { kind: 'CHANGED', path: 'changed', title: 'Changed', wasPath: null },
      { kind: 'MOVED', path: 'kept/moved', title: 'Moved', wasPath: 'moved' },
      { kind: 'ADDED', path: 'kept/new', title: 'New', wasPath: null },
      { kind: 'REMOVED', path: 'gone', title: 'Gone', wasPath: null },
      { kind: 'REMOVED', path: 'also-gone', title: 'Also gone', wasPath: null },
    ]);
  });

  test('somebody writing on a page that moves loses nothing', async () => {
    const { ana, ben } = told.story;
    const { id, key } = await told.create('Moving');
    await add(id, 'A');
    await add(id, 'B');
    await told.write(ben, id, `To [a](${key}/a)\n\nMiddle\n\nEnd`);
    const base = await told.page(id);
    await told.story.done(ana, move(id, 'a', 'b'));
    const body = base.body.replace('End', 'The end');
    expect(await told.story.done(ben, told.writing(id, { body, base }))).toMatchObject({
      body: `To [a](${key}/b/a)\n\nMiddle\n\nThe end`,
    });
    expect(await told.story.refused(ben, told.writing(id, { path: 'a', body: 'Mine', base }))).toBe('PAGE_GONE');
  });
});

describe('other kinds', () => {
  test('a checklist has steps that keep their ids, at the revision that was seen', async () => {
    const { ana, ben } = told.story;
    const { id } = await told.create('Before release', 'kind: CHECKLIST');
    const write = (revision: number, steps: string): string =>
      `writeChecklist(artifactId: "${id}", revision: ${revision}, steps: [${steps}]) { revision checklist { id text hint depth } }`;
    const first = await told.story.done<{ revision: number; checklist: { id: string }[] }>(
      ben,
      write(
        await told.revision(id),
        '{ text: "Tests are green" }, { text: "Told everybody", hint: "By mail", depth: 1 }',
      ),
    );
    expect(first.checklist).toMatchObject([
      { text: 'Tests are green', hint: '', depth: 0 },
      { text: 'Told everybody', hint: 'By mail', depth: 1 },
    ]);
    const kept = first.checklist[1]?.id ?? '';
    const again = write(first.revision, `{ id: "${kept}", text: "Told all" }`);
    expect(await told.story.done(ana, again)).toMatchObject({ checklist: [{ id: kept, text: 'Told all' }] });
    expect(await told.refusal(ben, again)).toMatchObject({
      code: 'CONFLICT',
      details: { currentVersion: first.revision + 1, current: { steps: [{ text: 'Told all' }] } },
    });
    const deep = write(await told.revision(id), '{ text: "Deep", depth: 2 }');
    expect(await told.story.refused(ben, deep)).toBe('INVALID_INPUT');
    expect(await told.story.refused(ben, `addPage(artifactId: "${id}", title: "P") { revision }`)).toBe(
      'NOT_OF_THIS_KIND',
    );
  });

  test('a tree may be unfinished while it is written; it is not published so', async () => {
    const { ana, ben, story } = { ...told.story, story: told.story };
    const { id } = await told.create('Which store', 'kind: DECISION_TREE');
    const tree = (mermaid: string, revision: number): string =>
      `writeTree(artifactId: "${id}", revision: ${revision}, mermaid: ${text(mermaid)}) { revision tree { root problems { code } } }`;
    const bad = await story.done<{ revision: number; tree: { problems: object[] } }>(
      ben,
      tree('flowchart TD\n  A{Rows?} -->|yes| B{Many?}', await told.revision(id)),
    );
    expect(bad.tree.problems).not.toEqual([]);
    await story.done(ana, `editArtifact(id: "${id}", version: 1, changes: { approvalsNeeded: 0 }) { id }`);
    expect(await told.refusal(ben, told.publishing(id, bad.revision))).toMatchObject({
      code: 'NOT_READY_TO_PUBLISH',
      details: { approvalsMissing: 0, treeProblems: bad.tree.problems.length },
    });
    const good = await story.done<{ revision: number; tree: object }>(
      ben,
      tree('flowchart TD\n  A{Rows?} -->|yes| B([Postgres])\n  A -->|no| C([Files])', bad.revision),
    );
    expect(good.tree).toEqual({ root: 'A', problems: [] });
    expect(await story.refused(ben, tree('flowchart TD', 1))).toBe('CONFLICT');
    expect(await story.done(ben, told.publishing(id, good.revision))).toMatchObject({ number: 1 });
  });
});
