import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ImpedimentStory } from '../../../test/impediment-story.js';
import { getImage, sentImage } from '../../../test/image-files.js';
import { TestApp } from '../../../test/test-app.js';
import { until } from '../../../test/waiting.js';
import { Verifications } from '../../platform/events/verifications.js';
import { JobRunner } from '../../platform/jobs/job-runner.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { ImagesJobs } from './images.jobs.js';

let app: TestApp;
let story: ImpedimentStory;
beforeAll(async () => {
  app = await TestApp.start();
  story = await ImpedimentStory.tell(app, 'Harbour');
});
afterAll(() => app?.stop());

const scope = (): { organizationId: string; cause: string } => ({
  organizationId: story.house.id,
  cause: 'job:files.sweep-images',
});
const sweep = (): Promise<number> => app.app.get(ImagesJobs).sweep(scope());
const picture = (): Promise<string> => sentImage(app, story.dev.cookie);
const isThere = async (url: string): Promise<boolean> =>
  (await getImage(app, story.dev.cookie, url)).statusCode === 200;
/** As if so many days had passed. */
const wait = (days: number): Promise<object[]> =>
  story.house.query('update images set unused_since = unused_since - make_interval(days => $1)', [days]);
const edit = async (id: string, description: string): Promise<void> => {
  const [row] = await story.house.query<{ version: number }>('select version from impediments where id = $1', [
    id.slice(-36),
  ]);
  const given = `id: "${id}", version: ${row?.version}, input: { description: ${JSON.stringify(description)} }`;
  await story.done(story.dev, 'editImpediment', given);
};
const described = (description: string): string => `, description: ${JSON.stringify(description)}`;
const raise = (description: string): Promise<{ id: string }> => story.raise('It stands', described(description));
/** @returns its id, as clients see it */
const comment = async (impedimentId: string, body: string): Promise<string> => {
  await story.done(story.neighbour, 'commentOnImpediment', `id: "${impedimentId}", body: ${JSON.stringify(body)}`);
  const [row] = await story.house.query<{ id: string }>(
    'select id from impediment_comments order by at desc, id desc limit 1',
  );
  return `ImpedimentComment_${row?.id}`;
};

test('what a description or a comment shows stays, by whatever words it is shown; the rest goes after a week', async () => {
  const [inDescription, commented, linked, forgotten] = [
    await picture(),
    await picture(),
    await picture(),
    await picture(),
  ];
  const both = await picture();
  const { id } = await raise(`Look: ![the screen](${inDescription}) and ![again](${both})![and again](${both})`);
  await comment(id, `<img src="${commented}"> is here, and https://house.example${linked}?x=1#y too`);
  await wait(6);
  expect(await sweep()).toBe(0);
  await wait(2);
  expect(await sweep()).toBe(1);
  expect(await Promise.all([inDescription, commented, linked, both].map(isThere))).toEqual([true, true, true, true]);
  expect(await isThere(forgotten)).toBe(false);
  const [event] = await story.house.query<object>(
    `select name, actor_person_id, cause, payload from events where subject_id = $1 order by id desc limit 1`,
    [forgotten.slice(-36)],
  );
  expect(event).toEqual({
    name: 'image.removed',
    actor_person_id: null,
    cause: 'job:files.sweep-images',
    payload: { changes: [{ field: 'image', from: 'screen.png', to: null }] },
  });
  const found = await app.database.transaction(scope(), (tx) => app.app.get(Verifications).run(tx));
  expect(found['images are as they came']).toEqual([]);
});

test('cut out: a week to put it back, from then on and not from when it came', async () => {
  const url = await picture();
  const { id } = await raise(`![](${url})`);
  await wait(100);
  await sweep();
  await edit(id, 'Nothing to see.');
  expect(await sweep()).toBe(0);
  await wait(6);
  await edit(id, `Back: ![](${url})`);
  await sweep();
  await edit(id, 'Gone again.');
  await sweep();
  await wait(6);
  expect(await sweep()).toBe(0);
  expect(await isThere(url)).toBe(true);
  await wait(2);
  expect(await sweep()).toBe(1);
  expect(await isThere(url)).toBe(false);
});

test('a comment that is edited or removed shows nothing any more', async () => {
  const [edited, removed] = [await picture(), await picture()];
  const { id } = await raise('Comments');
  const first = await comment(id, `![](${edited})`);
  const second = await comment(id, `![](${removed})`);
  await sweep();
  for (const [field, given] of [
    ['editImpedimentComment', `id: "${first}", version: 1, body: "Never mind"`],
    ['removeImpedimentComment', `id: "${second}", version: 1`],
  ] as const) {
    const reply = await story.mutate(story.neighbour, field, given, 'id');
    expect(reply.errors).toBeUndefined();
  }
  await sweep();
  await wait(8);
  expect(await sweep()).toBe(2);
});

test('texts of another organization keep nothing, and its own pictures are its own', async () => {
  const other = await ImpedimentStory.tell(app, 'Elsewhere');
  const url = await picture();
  await other.raise('Theirs', described(`![](${url})`));
  const theirs = await sentImage(app, other.dev.cookie);
  await wait(8);
  expect(await sweep()).toBe(1);
  expect((await getImage(app, other.dev.cookie, theirs)).statusCode).toBe(200);
});

test('the worker does it by itself; two at once remove each picture once', async () => {
  const urls = await Promise.all([picture(), picture(), picture()]);
  await wait(8);
  const both = await Promise.all([sweep(), sweep()]);
  expect(both.reduce((sum, count) => sum + count)).toBe(3);
  const last = await picture();
  await wait(8);
  await app.app.get(JobRunner).start();
  await app.database.transaction(scope(), (tx) => app.app.get(Jobs).enqueue(tx, 'files.sweep-images', {}));
  await until(async () => !(await isThere(last)));
  const events = await story.house.query<object>(
    `select 1 from events where name = 'image.removed' and subject_id = any($1::uuid[])`,
    [[...urls, last].map((url) => url.slice(-36))],
  );
  expect(events).toHaveLength(4);
});
