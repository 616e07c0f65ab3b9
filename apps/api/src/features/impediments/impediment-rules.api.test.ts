import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ImpedimentStory } from '../../../test/impediment-story.js';
import { TestApp } from '../../../test/test-app.js';

let app: TestApp;
let story: ImpedimentStory;
let abroad: ImpedimentStory;
beforeAll(async () => {
  app = await TestApp.start();
  story = await ImpedimentStory.tell(app, 'Harbour');
  abroad = await ImpedimentStory.tell(app, 'Canary house');
});
afterAll(() => app?.stop());

const codeOf = (reply: { errors?: { extensions: { code: string } }[] }): string | undefined =>
  reply.errors?.[0]?.extensions.code;

describe('two people edit one impediment', () => {
  test('one is saved, the other gets one CONFLICT that shows the saved text', async () => {
    const it = await story.raise('Old title');
    const edit = (title: string) => (person: typeof story.dev) =>
      story.mutate(person, 'editImpediment', `id: "${it.id}", version: ${it.version}, input: { title: "${title}" }`);
    const replies = await Promise.all([edit('Mira says')(story.master), edit('Dora says')(story.dev)]);
    const conflicts = replies.filter((reply) => codeOf(reply) === 'CONFLICT');
    const saved = replies.find((reply) => !reply.errors)?.data?.['editImpediment'];
    expect(conflicts).toHaveLength(1);
    expect(conflicts[0]?.errors?.[0]?.extensions.details).toMatchObject({
      currentVersion: 2,
      current: { id: it.id, version: 2, title: saved?.title, raisedBy: { name: 'Dora' } },
    });
  });

  test('null clears source and due, what is not given stays, what is the same is no event', async () => {
    const it = await story.raise('Wait', ', newSource: { name: "Vault", kind: SERVICE }, description: "Long"');
    const edit = async (version: number, input: string): Promise<unknown> =>
      (
        await story.mutate(
          story.dev,
          'editImpediment',
          `id: "${it.id}", version: ${version}, input: { ${input} }`,
          'title description dueOn source { name } blockedItems { externalKey } version',
        )
      ).data?.['editImpediment'];
    const common = { title: 'Wait', description: 'Long', blockedItems: [{ externalKey: 'A-1' }] };
    expect(await edit(1, 'dueOn: "2026-03-01", blockedItemKeys: ["A-1"]')).toEqual({
      ...common,
      dueOn: '2026-03-01',
      source: { name: 'Vault' },
      version: 2,
    });
    expect(await edit(2, 'dueOn: null, sourceId: null')).toEqual({ ...common, dueOn: null, source: null, version: 3 });
    expect(await edit(3, 'title: "Wait "')).toEqual({ ...common, dueOn: null, source: null, version: 3 });
    expect(await story.events(it.id)).toEqual(['impediment.raised', 'impediment.edited', 'impediment.edited']);
  });
});

describe('triage', () => {
  const triage = (id: string, version: number, ownerId: string, level = 1): ReturnType<ImpedimentStory['mutate']> =>
    story.mutate(
      story.master,
      'triageImpediment',
      `id: "${id}", version: ${version}, input: { ownerId: "Person_${ownerId}", severity: HIGH, level: ${level}, nextStep: "Ask" }`,
      'owner { name } level levelSince clockEndsAt raisedAt activity { edges { node { changes } } }',
    );

  test('its owner watches it, and the log says what changed in words', async () => {
    const it = await story.raise('Needs an owner');
    const reply = await triage(it.id, 1, story.neighbour.id, 2);
    expect(JSON.stringify(reply.data)).toContain('{"to":"Nils","from":null,"field":"owner"}');
    expect(JSON.stringify(reply.data)).toContain('{"to":"Scrum of Scrums","from":"Team","field":"level"}');
    expect(JSON.stringify(reply.data)).not.toContain(story.neighbour.id);
    const seen = await app.graphql<{ impediment: { viewerWatches: boolean } }>(
      story.neighbour.cookie,
      `{ impediment(key: "${it.key}") { viewerWatches } }`,
    );
    expect(seen.data?.impediment.viewerWatches).toBe(true);
  });

  test('an owner abroad is like nobody; one who has left is refused by name of the field; so is no level', async () => {
    const it = await story.raise('Whose');
    const [theirs, nobodys] = [await triage(it.id, 1, abroad.dev.id), await triage(it.id, 1, randomUUID())];
    expect(theirs.text).toBe(nobodys.text);
    expect(codeOf(theirs)).toBe('NOT_FOUND');
    const gone = await story.house.person('Gone');
    await story.house.query('update people set deactivated_at = now() where organization_id = $1 and id = $2', [
      story.house.id,
      gone.id,
    ]);
    expect((await triage(it.id, 1, gone.id)).errors?.[0]?.extensions.details).toMatchObject({
      fields: [{ field: 'ownerId' }],
    });
    expect((await triage(it.id, 1, story.dev.id, 4)).errors?.[0]?.extensions.details).toMatchObject({
      fields: [{ field: 'level' }],
    });
  });

  test('the clock runs from when the level was reached, stops when resolved, starts anew when reopened', async () => {
    const resolved = await story.inState('RESOLVED');
    const clock = async (): Promise<{ clockEndsAt: string | null; levelSince: string; raisedAt: string } | undefined> =>
      (
        await app.graphql<{ impediment: { clockEndsAt: string | null; levelSince: string; raisedAt: string } }>(
          story.dev.cookie,
          `{ impediment(key: "${resolved.key}") { clockEndsAt levelSince raisedAt } }`,
        )
      ).data?.impediment;
    const before = await clock();
    expect(before?.clockEndsAt).toBeNull();
    await story.done(
      story.dev,
      'reopenImpediment',
      `id: "${resolved.id}", version: ${resolved.version}, reason: "Again"`,
    );
    const after = await clock();
    expect(after?.clockEndsAt).not.toBeNull();
    expect(Date.parse(after?.levelSince ?? '')).toBeGreaterThan(Date.parse(before?.levelSince ?? ''));
  });
});

describe('duplicates', () => {
  const mark = (id: string, version: number, key: string): ReturnType<ImpedimentStory['mutate']> =>
    story.mutate(
      story.master,
      'markImpedimentDuplicate',
      `id: "${id}", version: ${version}, duplicateOfKey: "${key}"`,
      'id state duplicateOf { key }',
    );

  test('hand over teams, items, votes and watchers to the end of the chain', async () => {
    const original = await story.raise('Original');
    const middle = await story.raise('Middle');
    const last = await story.raise(
      'Last',
      `, affectedTeamIds: ["Team_${story.otherTeam.id}"], blockedItemKeys: ["Z-9"]`,
    );
    await story.done(story.neighbour, 'voteForImpediment', `id: "${last.id}", vote: true`);
    await story.done(story.stakeholder, 'watchImpediment', `id: "${last.id}", watch: true`);
    await mark(middle.id, 1, original.key);
    expect((await mark(last.id, 1, middle.key.toLowerCase())).data?.['markImpedimentDuplicate']).toMatchObject({
      duplicateOf: { key: original.key },
    });
    const seen = await app.graphql(
      story.stakeholder.cookie,
      `{ impediment(key: "${original.key}") { voteCount viewerWatches version affectedTeams { name } blockedItems { externalKey } activity { edges { node { note } } } } }`,
    );
    expect(seen.data).toMatchObject({
      impediment: {
        voteCount: 1,
        viewerWatches: true,
        version: 1,
        affectedTeams: [{ name: 'Payments' }, { name: 'Ledger' }],
        blockedItems: [{ externalKey: 'Z-9' }],
      },
    });
    expect(seen.text).toContain(`${last.key} is a duplicate of this.`);
  });

  test('of itself, in a circle, of a key that nobody here has: refused', async () => {
    const [a, b] = [await story.raise('A'), await story.raise('B')];
    expect(codeOf(await mark(a.id, 1, a.key))).toBe('DUPLICATE_OF_ITSELF');
    await mark(a.id, 1, b.key);
    expect(codeOf(await mark(b.id, 1, a.key))).toBe('DUPLICATE_CYCLE');
    expect(codeOf(await mark(b.id, 1, 'IMP-99999'))).toBe('NOT_FOUND');
    expect(codeOf(await mark(b.id, 1, 'nonsense'))).toBe('NOT_FOUND');
  });

  test('each of the other at the same moment: one wins', async () => {
    const [a, b] = [await story.raise('A'), await story.raise('B')];
    const replies = await Promise.all([mark(a.id, 1, b.key), mark(b.id, 1, a.key)]);
    expect(replies.map(codeOf).sort()).toEqual(['DUPLICATE_CYCLE', undefined]);
  });
});

describe('teams', () => {
  test('the raising team stays; a team abroad is like nobody; twice is once', async () => {
    const it = await story.raise('Shared');
    const change = (field: string, teamId: string): ReturnType<ImpedimentStory['mutate']> =>
      story.mutate(story.master, field, `id: "${it.id}", teamId: "Team_${teamId}"`);
    expect(codeOf(await change('removeAffectedTeam', story.team.id))).toBe('RAISING_TEAM_STAYS');
    for (const field of ['addAffectedTeam', 'removeAffectedTeam']) {
      const theirs = await change(field, abroad.team.id);
      expect(theirs.text).toBe((await change(field, randomUUID())).text);
      expect(codeOf(theirs)).toBe('NOT_FOUND');
    }
    await Promise.all([change('addAffectedTeam', story.otherTeam.id), change('addAffectedTeam', story.otherTeam.id)]);
    expect(await story.events(it.id)).toEqual(['impediment.raised', 'impediment.team-added']);
  });
});

test('comments come oldest first, page by page', async () => {
  const it = await story.raise('Talk');
  for (const body of ['one', 'two', 'three'])
    await story.done(story.dev, 'commentOnImpediment', `id: "${it.id}", body: "${body}"`);
  const page = (after: string): Promise<{ data: unknown; text: string }> =>
    app.graphql(
      story.dev.cookie,
      `{ impediment(key: "${it.key}") { commentCount comments(first: 2${after}) { totalCount edges { cursor node { id body author { name } } } pageInfo { hasNextPage endCursor } } } }`,
    ) as Promise<{ data: unknown; text: string }>;
  const first = await page('');
  expect(first.data).toMatchObject({
    impediment: {
      commentCount: 3,
      comments: {
        totalCount: 3,
        edges: [{ node: { body: 'one' } }, { node: { body: 'two' } }],
        pageInfo: { hasNextPage: true },
      },
    },
  });
  const cursor = /"endCursor":"([^"]+)"/.exec(first.text)?.[1] ?? '';
  expect((await page(`, after: "${cursor}"`)).data).toMatchObject({
    impediment: { comments: { edges: [{ node: { body: 'three' } }], pageInfo: { hasNextPage: false } } },
  });
  expect(
    codeOf(
      await app.graphql(
        story.dev.cookie,
        `{ impediment(key: "${it.key}") { comments(after: "bm9wZQ") { totalCount } } }`,
      ),
    ),
  ).toBe('INVALID_INPUT');
  expect(codeOf(await story.mutate(story.dev, 'commentOnImpediment', `id: "${it.id}", body: " "`))).toBe(
    'INVALID_INPUT',
  );
});

test('each mutation of one document answers with what it wrote', async () => {
  const it = await story.raise('Twice');
  const say = (alias: string): string =>
    `${alias}: commentOnImpediment(id: "${it.id}", body: "${alias}") { commentCount comments { edges { node { body } } } activity { totalCount } }`;
  const reply = await app.graphql(story.dev.cookie, `mutation { ${say('a')} ${say('b')} }`);
  const bodies = (...texts: string[]): object => ({ edges: texts.map((body) => ({ node: { body } })) });
  expect(reply.data).toEqual({
    a: { commentCount: 1, comments: bodies('a'), activity: { totalCount: 2 } },
    b: { commentCount: 2, comments: bodies('a', 'b'), activity: { totalCount: 3 } },
  });
});
