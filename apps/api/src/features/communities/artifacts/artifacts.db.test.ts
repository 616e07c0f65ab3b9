import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ArtifactStory } from '../../../../test/artifact-story.js';
import { TestApp } from '../../../../test/test-app.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Verifications } from '../../../platform/events/verifications.js';
import { ArtifactsRepository } from './artifacts.repository.js';
import { ReviewReminders } from './review-reminders.js';

let app: TestApp;
let told: ArtifactStory;
beforeAll(async () => {
  app = await TestApp.start();
  told = await ArtifactStory.tell(app, 'Sealed');
});
afterAll(() => app?.stop());

/** A published one, with the database's ids. */
async function published(title: string): Promise<{ id: string; key: string; artifactId: string; versionId: string }> {
  const { id, key } = await told.create(title);
  await told.write(told.story.ben, id, `Words of ${title}`);
  const version = await told.publish(id);
  return { id, key, artifactId: id.replace('Artifact_', ''), versionId: version.id.replace('ArtifactVersion_', '') };
}

const query = (sql: string, values: unknown[]): Promise<object[]> => told.story.house.query(sql, values);
const wrong = async (): Promise<string[]> => {
  const organizationId = told.story.house.id;
  const found = await app.database.transaction({ organizationId }, (tx) => app.app.get(Verifications).run(tx));
  // The story's people and teams came without events.
  return Object.values(found)
    .flat()
    .filter((words) => !/^(?:Product|Area|Team|Person|RoleAssignment) .* has no event/u.test(words));
};

describe('what is published', () => {
  it('is changed, taken away and added to by nobody', async () => {
    const { versionId } = await published('Stone');
    for (const sql of [
      `update artifact_versions set what_changed = 'Other' where id = $1`,
      'delete from artifact_versions where id = $1',
      `update artifact_version_pages set body = 'Other' where version_id = $1`,
      'delete from artifact_version_pages where version_id = $1',
    ])
      await expect(query(sql, [versionId])).rejects.toThrow(/permission denied/u);
    await expect(
      query(
        `insert into artifact_version_pages (organization_id, version_id, page_id, path, title, depth, position, body)
         values ($1, $2, gen_random_uuid(), 'late', 'Late', 0, 7, 'Late')`,
        [told.story.house.id, versionId],
      ),
    ).rejects.toThrow(/no more pages/u);
  });

  it('is counted one by one: no number is left out, and the last one is the current one', async () => {
    const { artifactId, versionId } = await published('Counted');
    for (const [sql, values] of [
      ['update artifacts set version_count = 2 where id = $1', [artifactId]],
      ['update artifacts set version_count = 0, current_version_id = null where id = $1', [artifactId]],
      ['update artifacts set current_version_id = gen_random_uuid() where id = $1', [artifactId]],
      ['update artifacts set number = 4711 where id = $1', [artifactId]],
    ] as const)
      await expect(query(sql, [...values])).rejects.toThrow(/current version/u);
    const other = await published('Other');
    await expect(
      query('update artifacts set current_version_id = $2 where id = $1', [artifactId, other.versionId]),
    ).rejects.toThrow(/current version/u);
    expect(await query('select current_version_id as id from artifacts where id = $1', [artifactId])).toEqual([
      { id: versionId },
    ]);
  });

  it('verdicts stay as they were given', async () => {
    const { artifactId } = await published('Verdicts');
    const [review] = await told.story.house.query<{ id: string }>(
      'select id from artifact_reviews where artifact_id = $1',
      [artifactId],
    );
    for (const sql of [
      `update artifact_verdicts set verdict = 'CHANGES_ASKED', words = 'No' where review_id = $1`,
      'delete from artifact_verdicts where review_id = $1',
    ])
      await expect(query(sql, [review?.id])).rejects.toThrow(/permission denied/u);
  });

  it('numbers of artifacts have no gaps, however many are created at once, and whatever fails', async () => {
    const { story } = told;
    await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        app.graphql(
          (index % 3 === 0 ? story.cleo : story.ben).cookie,
          `mutation { createArtifact(input: { communityId: "${story.communityId}", kind: PLAYBOOK, title: "N ${index}" }) { key } }`,
        ),
      ),
    );
    const [counted] = await story.house.query<{ last: number; rows: number; counter: number }>(
      `select max(number)::int as last, count(*)::int as rows,
              (select last_number from artifact_counters where organization_id = $1) as counter
         from artifacts where organization_id = $1`,
      [story.house.id],
    );
    expect(counted?.rows).toBe(counted?.last);
    expect(counted?.counter).toBe(counted?.last);
  });
});

describe('publishing that dies', () => {
  /** After the version, its pages and the end of the draft were written. */
  async function dying<T>(how: (tx: Tx) => Promise<unknown>, work: () => Promise<T>): Promise<T> {
    const repository = app.app.get(ArtifactsRepository, { strict: false });
    const update = repository.update.bind(repository);
    repository.update = async (...given) => {
      await update(...given);
      await how(given[0]);
      return 0;
    };
    try {
      return await work();
    } finally {
      repository.update = update;
    }
  }

  it.each<[string, (tx: Tx) => Promise<unknown>]>([
    ['a fault', () => Promise.reject(new Error('The machine is gone.'))],
    ['a connection that is cut', (tx) => tx.query('select pg_terminate_backend(pg_backend_pid())', [])],
  ])('of %s left nothing behind: no version, draft and review as they were; the next is number 1', async (_, how) => {
    const { story, dan } = told;
    const { id } = await told.create('Dying');
    await told.write(story.ben, id, 'Words');
    const review = await told.ask(id);
    for (const person of [story.cleo, dan])
      await story.done(person, `giveVerdict(reviewId: "${review}", verdict: APPROVED) { id }`);
    const revision = await told.revision(id);
    const before = await told.of(
      id,
      'version draft { revision page(path: "index") { body } review { id approvalsMissing } }',
    );
    expect(await dying(how, () => story.refused(story.ben, told.publishing(id, revision)))).toMatch(
      /^(?:INTERNAL|UNAVAILABLE)$/u,
    );
    expect(
      await told.of(id, 'version draft { revision page(path: "index") { body } review { id approvalsMissing } }'),
    ).toEqual(before);
    expect(await told.of(id, 'versions { number }')).toEqual({ versions: [] });
    expect(await story.done(story.ben, told.publishing(id, revision))).toMatchObject({ number: 1 });
  });
});

describe('review dates', () => {
  const remind = (at: string): Promise<number> =>
    app.app.get(ReviewReminders, { strict: false }).remind(told.story.house.id, new Date(at));
  const due = async (id: string, day: string): Promise<void> => {
    const { version } = await told.of<{ version: number }>(id, 'version');
    await told.story.done(
      told.story.ana,
      `editArtifact(id: "${id}", version: ${version}, changes: { reviewDueOn: "${day}" }) { id }`,
    );
  };
  beforeEach(() => query('update artifacts set review_due_on = null', []));

  it('are told on their day, once, then every month, until the day is another one', async () => {
    const { id, artifactId } = await published('Due');
    await due(id, '2031-01-31');
    expect(await remind('2031-01-30T23:00:00Z')).toBe(0);
    const before = await told.of(id, 'version updatedAt');
    expect(await remind('2031-01-31T00:30:00Z')).toBe(1);
    // A job changes nothing that people see.
    expect(await told.of(id, 'version updatedAt')).toEqual(before);
    expect(await remind('2031-01-31T01:30:00Z')).toBe(0);
    expect(await remind('2031-02-27T12:00:00Z')).toBe(0);
    expect(await remind('2031-02-28T12:00:00Z')).toBe(1);
    expect(await remind('2031-03-30T12:00:00Z')).toBe(0);
    expect(await remind('2031-03-31T12:00:00Z')).toBe(1);
    await due(id, '2031-09-01');
    expect(await remind('2031-08-31T12:00:00Z')).toBe(0);
    expect(await remind('2031-09-01T12:00:00Z')).toBe(1);
    const events = await told.story.house.query<{ payload: { told: string[] } }>(
      `select payload from events where name = 'artifact.review-due' and subject_id = $1`,
      [artifactId],
    );
    expect(events).toHaveLength(4);
    // Who facilitates, and who watches: Ben wrote it, Cleo and Dan reviewed it.
    const { ana, ben, cleo } = told.story;
    expect([...(events[0]?.payload.told ?? [])].sort()).toEqual([ana.id, ben.id, cleo.id, told.dan.id].sort());
    expect(await wrong()).toEqual([]);
  });

  it('are told once by two workers at once; archived ones are not', async () => {
    const [first, second, archived] = [await published('One'), await published('Two'), await published('Gone')];
    for (const { id } of [first, second, archived]) await due(id, '2032-01-01');
    const { version } = await told.of<{ version: number }>(archived.id, 'version');
    await told.story.done(
      told.story.ana,
      `archiveArtifact(id: "${archived.id}", version: ${version}, reason: "Old") { id }`,
    );
    const counts = await Promise.all([remind('2032-01-01T12:00:00Z'), remind('2032-01-01T12:00:00Z')]);
    expect(counts.reduce((sum, count) => sum + count, 0) + (await remind('2032-01-01T12:00:00Z'))).toBe(2);
  });

  it('one that fails does not keep the others waiting', async () => {
    const [first, second] = [await published('Bad'), await published('Good')];
    for (const { id } of [first, second]) await due(id, '2033-01-01');
    const repository = app.app.get(ArtifactsRepository, { strict: false });
    const watchers = repository.watchers.bind(repository);
    repository.watchers = (tx, id) => (id === first.artifactId ? Promise.reject(new Error('Bad')) : watchers(tx, id));
    await expect(remind('2033-01-01T12:00:00Z')).rejects.toThrow('Bad');
    repository.watchers = watchers;
    expect(
      await told.story.house.query(
        `select subject_id from events where name = 'artifact.review-due' and subject_id = $1`,
        [second.artifactId],
      ),
    ).toHaveLength(1);
    expect(await remind('2033-01-01T13:00:00Z')).toBe(1);
  });
});

it('verify finds what is not as it was published, and nothing while all is well', async () => {
  expect(await wrong()).toEqual([]);
  const { artifactId, key } = await published('Changed behind our backs');
  const number = key.replace('A-', '');
  await told.story.house.query(
    `insert into artifact_versions (organization_id, id, artifact_id, number, title, what_changed, content_hash, published_at, published_by)
     select organization_id, gen_random_uuid(), artifact_id, 2, title, what_changed, content_hash, published_at, published_by
       from artifact_versions where artifact_id = $1`,
    [artifactId],
  );
  expect(await wrong()).toEqual([
    `The versions of A-${number} are not numbered from 1 to the last one.`,
    `Version 2 of A-${number} is not what was published.`,
  ]);
});
