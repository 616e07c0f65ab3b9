import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { graphql } from './board.mjs';

export const name =
  'A chosen folder of 400 files becomes a playbook, twice changes nothing; its document runs nothing, whatever the pages hold';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const SCRIPTS = [
  '<script>window.__pwned=1</script>',
  '<img src=x onerror="window.__pwned=1">',
  '<svg onload="window.__pwned=1"></svg>',
  '<iframe srcdoc="<script>parent.__pwned=1</script>"></iframe>',
  '<details open ontoggle=window.__pwned=1>x</details>',
  '"><script>window.__pwned=1</script>',
  '[click](javascript:window.__pwned=1)',
  '<a href="javascript:window.__pwned=1" autofocus onfocus=window.__pwned=1>x</a>',
  '![x](https://evil.example/beacon.png)',
  '<style>@import "//evil.example/x.css"</style>',
];

async function folder(top) {
  const files = {
    'README.md': `# Our way\n\n[Pairing](guide/0.md#why) and [gone](guide/gone.md).\n\n${SCRIPTS.join('\n\n')}\n`,
    'notes.txt': 'no page',
  };
  for (let n = 0; n < 300; n += 1)
    files[`guide/${n}.md`] = `# Page ${n}\n\n## Why\n\n![crane](${n % 100}.png) ${SCRIPTS[n % SCRIPTS.length]}\n`;
  for (let n = 0; n < 100; n += 1) files[`guide/${n}.png`] = PIXEL;
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(top, path)), { recursive: true });
    await writeFile(join(top, path), content);
  }
}

export async function run({ person, expect, checkAccessibility }) {
  const ana = await person();
  const { page } = ana;
  await page.addInitScript(() => {
    window.__violations = [];
    document.addEventListener('securitypolicyviolation', (event) => window.__violations.push(event.violatedDirective));
  });
  await ana.setUp();
  const at = await mkdtemp(join(tmpdir(), 'chapterhouse-folder-'));
  const top = join(at, 'handbook');
  try {
    await folder(top);
    await send(page, top);
    await expect.visible(page.getByText(/301 pages, 100 pictures/));
    await expect.visible(page.getByLabel('Name of the new community'));
    await checkAccessibility(page, 'what a folder becomes');
    await page.getByRole('button', { name: 'Preview', exact: true }).click();
    await expect.visible(page.getByText('README.md:3'));
    await expect.visible(page.getByText(/The link guide\/gone\.md is broken/));
    await page.getByRole('button', { name: 'Apply' }).click();
    await expect.visible(page.getByRole('heading', { name: 'Done', exact: true }));
    await page.getByRole('link', { name: 'See Our way' }).click();
    await page.waitForURL(/\/artifacts\/A-1/);
    await expect.visible(page.getByRole('heading', { name: /Our way/ }).first());

    await send(page, top, dropped);
    await expect.visible(page.getByText(/It updates A-1 Our way/));
    await page.getByRole('button', { name: 'Preview', exact: true }).click();
    await expect.visible(page.getByText('Nothing: all that could be read is here already, as it is in the file.'));
  } finally {
    await rm(at, { recursive: true, force: true });
  }

  const ask = async (query) => {
    const reply = await graphql(page, query);
    if (reply.errors) throw new Error(JSON.stringify(reply.errors));
    return reply.data;
  };
  const { artifact } = await ask('{ artifact(key: "A-1") { id version draft { revision } } }');
  await ask(
    `mutation { editArtifact(id: "${artifact.id}", version: ${artifact.version}, changes: { approvalsNeeded: 0 }) { id } }`,
  );
  const { publishVersion: made } = await ask(
    `mutation { publishVersion(artifactId: "${artifact.id}", revision: ${artifact.draft.revision}, whatChanged: "As it came") { printUrl pdfUrl archiveUrl siteUrl } }`,
  );
  const elsewhere = [];
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(page.url()).origin) elsewhere.push(request.url());
  });
  await page.goto(made.printUrl);
  await expect.visible(page.getByRole('heading', { name: 'Page 299' }));
  expect.equal(
    await page
      .locator('main img')
      .first()
      .evaluate((image) => image.naturalWidth),
    1,
  );
  expect.equal(await page.evaluate(() => [window.__pwned ?? null, window.__violations]), [null, []]);
  for (const address of ['/artifacts/A-1/pages/index', '/artifacts/A-1/pages/guide/1']) {
    await page.goto(address);
    await expect.visible(page.getByRole('heading', { name: /Our way|Page 1/ }).first());
    expect.equal(await page.evaluate(() => [window.__pwned ?? null, window.__violations]), [null, []]);
  }
  expect.equal(elsewhere, []);
}

async function send(page, top, give = chosen) {
  await page.goto('/imports');
  await page.getByRole('button', { name: 'New import' }).first().click();
  await page.getByRole('radio', { name: /Playbook/ }).check();
  await give(page, top);
  await packed(page);
  await page.getByRole('button', { name: 'Send the file' }).click();
}

async function chosen(page, top) {
  await page.getByLabel('Folder', { exact: true }).setInputFiles(top);
}

/** As a hand does it: only so the browser gives a folder that can be looked into. */
async function dropped(page, top) {
  const place = page.getByText('Drop files or a folder here, or');
  await place.scrollIntoViewIfNeeded();
  const box = await place.boundingBox();
  const at = { x: box.x + 5, y: box.y + 5, data: { items: [], files: [top], dragOperationsMask: 1 } };
  const hand = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop']) await hand.send('Input.dispatchDragEvent', { type, ...at });
  await hand.detach();
}

async function packed(page) {
  await page.getByRole('list', { name: 'Chosen files' }).getByText('handbook.zip').waitFor();
}
