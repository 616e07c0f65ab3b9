import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ImpedimentStory } from '../../../../test/impediment-story.js';
import { TestApp } from '../../../../test/test-app.js';

interface Answer {
  impedimentNumbers: { total: { reopened: { count: number; of: number } } };
}

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app?.stop());

async function reopenedIn({ dev }: ImpedimentStory): Promise<{ count: number; of: number } | undefined> {
  const reply = await app.graphql<Answer>(
    dev.cookie,
    `{ impedimentNumbers(from: "2026-01-01", endsBefore: "2035-01-01", by: NONE) { total { reopened { count of } } } }`,
  );
  return reply.data?.impedimentNumbers.total.reopened;
}

/** Does it and takes it back. */
async function doAndUndo(
  { master }: ImpedimentStory,
  field: string,
  given: string,
  between?: () => Promise<void>,
): Promise<void> {
  const done = await app.graphql<{ changed: { viewerUndo: { id: string } | null } }>(
    master.cookie,
    `mutation { changed: ${field}(${given}) { viewerUndo { id } } }`,
  );
  await between?.();
  const undone = await app.graphql(
    master.cookie,
    `mutation { undoImpedimentChange(id: "${done.data?.changed.viewerUndo?.id}") { undone { id } } }`,
  );
  expect(undone.errors).toBeUndefined();
}

test('what was declined and came back counts, also when a duplicate of it is taken back afterwards', async () => {
  const story = await ImpedimentStory.tell(app, 'Came back');
  const it = await story.inState('DECLINED');
  await story.done(story.master, 'reopenImpediment', `id: "${it.id}", version: ${it.version}, reason: "It is back"`);
  expect(await reopenedIn(story)).toEqual({ count: 1, of: 1 });

  const same = await story.raise('The same once more');
  const given = `id: "${same.id}", version: ${same.version}, duplicateOfKey: "${it.key}"`;
  await doAndUndo(story, 'markImpedimentDuplicate', given);
  expect(await story.events(it.id)).toContain('impediment.undone');
  expect(await reopenedIn(story)).toEqual({ count: 1, of: 1 });
});

test('an end that is taken back itself was none', async () => {
  const story = await ImpedimentStory.tell(app, 'Never ended');
  const it = await story.inState('RAISED');
  const given = `id: "${it.id}", version: ${it.version}, reason: "Not ours"`;
  await doAndUndo(story, 'declineImpediment', given, async () => {
    expect(await reopenedIn(story)).toEqual({ count: 0, of: 1 });
  });
  expect(await reopenedIn(story)).toEqual({ count: 0, of: 0 });
});
