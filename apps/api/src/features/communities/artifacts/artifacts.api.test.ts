import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ArtifactStory, text } from '../../../../test/artifact-story.js';
import { CommunityStory } from '../../../../test/community-story.js';
import { TestApp } from '../../../../test/test-app.js';

let app: TestApp;
let told: ArtifactStory;
beforeAll(async () => {
  app = await TestApp.start();
  told = await ArtifactStory.tell(app, 'Harbour');
});
afterAll(() => app?.stop());

describe('an artifact', () => {
  test('is created by members with a page to write on; others are refused with a way to go', async () => {
    const { story } = told;
    const { id, key } = await told.create('How we test');
    expect(key).toMatch(/^A-\d+$/u);
    expect(
      await told.of(
        id,
        'state kind approvalsNeeded current { id } versions { id } draft { revision pages { path title } brokenLinks { line } changedPages { kind path } }',
      ),
    ).toEqual({
      state: 'DRAFT',
      kind: 'PLAYBOOK',
      approvalsNeeded: 2,
      current: null,
      versions: [],
      draft: {
        revision: expect.any(Number),
        pages: [{ path: 'index', title: 'How we test' }],
        brokenLinks: [],
        changedPages: [{ kind: 'ADDED', path: 'index' }],
      },
    });
    const input = `{ communityId: "${story.communityId}", kind: PLAYBOOK, title: "Mine" }`;
    expect(await story.refused(story.cleo, `createArtifact(input: ${input}) { id }`)).toBe('FORBIDDEN');
    const template = `{ communityId: "${story.communityId}", kind: TEMPLATE, title: "For nothing" }`;
    expect(await story.refused(story.ben, `createArtifact(input: ${template}) { id }`)).toBe('INVALID_INPUT');
    const easy = `{ communityId: "${story.communityId}", kind: PLAYBOOK, title: "Easy", approvalsNeeded: 0 }`;
    expect(await story.refused(story.ben, `createArtifact(input: ${easy}) { id }`)).toBe('FORBIDDEN');
  });

  test('is edited at the version that was seen; a key makes a repetition harmless', async () => {
    const { story } = told;
    const { id } = await told.create('Names');
    const edit = (version: number, title: string): string =>
      `editArtifact(id: "${id}", version: ${version}, changes: { title: ${text(title)}, summary: "For all" }) { title version }`;
    expect(await story.done(story.ben, edit(1, 'Good names'))).toEqual({ title: 'Good names', version: 2 });
    expect(await told.refusal(story.ana, edit(1, 'Other names'))).toMatchObject({
      code: 'CONFLICT',
      details: { currentVersion: 2, current: { title: 'Good names' } },
    });
    expect(await story.refused(story.cleo, edit(2, 'Mine'))).toBe('FORBIDDEN');
    const once = `createArtifact(idempotencyKey: "once-and-again", input: { communityId: "${story.communityId}", kind: CHECKLIST, title: "Once" }) { id }`;
    expect(await story.done(story.ben, once)).toEqual(await story.done(story.ben, once));
  });

  test('goes to the archive and back; there nothing of it changes', async () => {
    const { story } = told;
    const { id, version } = await told.create('Old ways');
    const archive = `archiveArtifact(id: "${id}", version: ${version}, reason: "Nobody does it") { state viewerCan archiveReason version }`;
    expect(await story.refused(story.ben, archive)).toBe('FORBIDDEN');
    expect(await story.done(story.ana, archive)).toEqual({
      state: 'ARCHIVED',
      archiveReason: 'Nobody does it',
      version: 2,
      viewerCan: ['artifact:view', 'artifact:watch', 'artifact:unarchive'],
    });
    const writing = told.writing(id, { body: 'New', base: { body: '', version: 1 } });
    expect(await story.refused(story.ben, writing)).toBe('ARTIFACT_ARCHIVED');
    expect(await story.done(story.ana, `unarchiveArtifact(id: "${id}", version: 2) { state }`)).toEqual({
      state: 'DRAFT',
    });
    expect((await story.done<{ body: string }>(story.ben, writing)).body).toBe('New');
  });

  test('is found by what is asked: kind, state, text, whose community; page after page', async () => {
    const { story } = told;
    const { id, key } = await told.create('Zebra crossings', 'kind: CHECKLIST, summary: "Stripes"');
    const found = async (args: string, who = story.cleo): Promise<string[]> => {
      const seen = await story.seen<{ artifacts: { edges: { node: { id: string } }[] } }>(
        who,
        `artifacts(${args}) { totalCount edges { node { id } } }`,
      );
      return seen.artifacts.edges.map(({ node }) => node.id);
    };
    expect(await found('filter: { text: "stripes" }')).toEqual([id]);
    expect(await found(`filter: { text: "${key}" }`)).toEqual([id]);
    expect(await found('filter: { text: "zebr" }')).toEqual([id]);
    expect(await found('filter: { kinds: [CHECKLIST], states: [DRAFT] }, first: 1')).toEqual([id]);
    expect(await found('filter: { states: [PUBLISHED] }')).toEqual([]);
    expect(await found('filter: { mine: true }')).toEqual([]);
    expect(await found('filter: { mine: true, text: "zebra" }', story.ben)).toEqual([id]);
    expect(await found('filter: { reviewOverdue: true }')).toEqual([]);
    const day = `editArtifact(id: "${id}", version: 1, changes: { reviewDueOn: "2020-02-01" }) { reviewOverdue }`;
    expect(await story.done(story.ben, day)).toEqual({ reviewOverdue: true });
    expect(await found('filter: { reviewOverdue: true }')).toEqual([id]);
    expect(await found(`filter: { teamId: "Team_${story.team.id}" }`)).toEqual([]);
    const first = await story.seen<{ artifacts: { pageInfo: { endCursor: string }; edges: object[] } }>(
      story.cleo,
      'artifacts(first: 1) { pageInfo { endCursor } edges { node { id } } }',
    );
    expect(await found(`first: 1, after: "${first.artifacts.pageInfo.endCursor}"`)).toHaveLength(1);
  });

  test('is watched by who wrote it, until they say no', async () => {
    const { story } = told;
    const { id } = await told.create('Watched');
    const watched = async (who = story.ben): Promise<unknown> =>
      story.seen(who, `node(id: "${id}") { ... on Artifact { watchedByViewer } }`);
    expect(await watched()).toEqual({ node: { watchedByViewer: true } });
    expect(await watched(story.cleo)).toEqual({ node: { watchedByViewer: false } });
    await story.done(story.ben, `watchArtifact(id: "${id}", watch: false) { id }`);
    await told.write(story.ben, id, 'More');
    expect(await watched()).toEqual({ node: { watchedByViewer: false } });
    await story.done(story.cleo, `watchArtifact(id: "${id}", watch: true) { id }`);
    expect(await watched(story.cleo)).toEqual({ node: { watchedByViewer: true } });
  });

  test('of another house is seen and changed by nobody here', async () => {
    const abroad = await CommunityStory.tell(app, 'Abroad');
    const { id, key } = await told.create('Ours');
    const { ana } = abroad;
    for (const mutation of [
      `editArtifact(id: "${id}", version: 1, changes: { title: "Theirs" }) { id }`,
      `archiveArtifact(id: "${id}", version: 1, reason: "Theirs") { id }`,
      `watchArtifact(id: "${id}", watch: true) { id }`,
      `beginDraft(artifactId: "${id}") { revision }`,
      told.writing(id, { body: 'Theirs', base: { body: '', version: 1 } }),
      `addPage(artifactId: "${id}", title: "Theirs") { revision }`,
      told.asking(id, 1, [ana]),
      told.publishing(id, 1),
      `proposeChange(artifactId: "${id}", pagePath: "index", baseNumber: 1, body: "Theirs", why: "Theirs") { id }`,
      `createArtifact(input: { communityId: "${told.story.communityId}", kind: PLAYBOOK, title: "T" }) { id }`,
      `createArtifact(input: { communityId: "${abroad.communityId}", kind: PLAYBOOK, title: "T", fromArtifactId: "${id}" }) { id }`,
    ])
      expect([mutation, await abroad.refused(ana, mutation)]).toEqual([mutation, 'NOT_FOUND']);
    const seen = await app.graphql<{ artifact: null }>(ana.cookie, `{ artifact(key: "${key}") { title } }`);
    expect(seen.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const node = await abroad.seen(ana, `node(id: "${id}") { id } artifacts { totalCount }`);
    expect(node).toEqual({ node: null, artifacts: { totalCount: 0 } });
    // Somebody of ours is nobody to ask there.
    const mine = await abroad.done<{ id: string }>(
      ana,
      `createArtifact(input: { communityId: "${abroad.communityId}", kind: PLAYBOOK, title: "T" }) { id }`,
    );
    expect(await abroad.refused(ana, told.asking(mine.id, 2, [ana, told.dan]))).toBe('NOT_FOUND');
  });
});
