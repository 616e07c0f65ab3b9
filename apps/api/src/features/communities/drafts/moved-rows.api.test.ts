import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ArtifactStory } from '../../../../test/artifact-story.js';
import { TestApp } from '../../../../test/test-app.js';
import { newId } from '../../../platform/database/new-id.js';
import { readId } from '../../../platform/graphql/global-id.js';

/** Pages beside the one that moves. */
const OTHERS = 60;

let app: TestApp;
let told: ArtifactStory;
beforeAll(async () => {
  app = await TestApp.start();
  told = await ArtifactStory.tell(app, 'Rows');
});
afterAll(() => app?.stop());

test('a page that moves writes the pages that name it, and no other, whatever else they link to', async () => {
  const { story } = told;
  const { id, key } = await told.create('Many pages');
  const artifactId = readId('Artifact', id);
  const body = (n: number): string => {
    if (n === 7) return `[guide](${key}/guide)`;
    if (n === 8) return `See ${key}/guide.`;
    return n % 2 === 0 ? '[web](https://example.org/a_(b)?x=1&y=2)' : `[other](${key}/page-2) and \`${key}/guide\``;
  };
  const pages = Array.from({ length: OTHERS }, (_, n) => ({ id: newId(), slug: `page-${n}`, body: body(n) }));
  await story.house.query(
    `insert into artifact_draft_pages (organization_id, artifact_id, id, slug, path, title, position, body, updated_at)
     select $1, $2, g.id, g.slug, g.slug, g.slug, 100 + row_number() over (), g.body, now()
       from jsonb_to_recordset($3::jsonb) as g(id uuid, slug text, body text)`,
    [story.house.id, artifactId, JSON.stringify([...pages, { id: newId(), slug: 'guide', body: 'Guide' }])],
  );
  const rows = (): Promise<{ path: string; version: number }[]> =>
    story.house.query(
      `select path, version from artifact_draft_pages where organization_id = $1 and artifact_id = $2 order by path`,
      [story.house.id, artifactId],
    );
  const before = new Map((await rows()).map(({ path, version }) => [path, version]));
  await story.done(story.ben, `movePage(artifactId: "${id}", path: "guide", toParentPath: "page-1") { revision }`);
  const written = (await rows()).filter(({ path, version }) => (before.get(path) ?? version) !== version);
  expect(written.map(({ path }) => path)).toEqual(['page-7', 'page-8']);
  expect(await told.page(id, 'page-7')).toMatchObject({ body: `[guide](${key}/page-1/guide)` });
  expect(await told.page(id, 'page-8')).toMatchObject({ body: `See ${key}/page-1/guide.` });
});
