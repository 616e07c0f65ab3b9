import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import { BriefStory, type TestBrief } from '../../../../test/brief-story.js';
import { TestApp } from '../../../../test/test-app.js';
import type { TestPerson } from '../../../../test/world.js';

let app: TestApp;
let story: BriefStory;
let brief: TestBrief;
beforeAll(async () => {
  app = await TestApp.start();
  story = await BriefStory.tell(app, 'Harbour');
  brief = await story.send(await story.impediments.inState('TRIAGED', 'Test cards are <b>refused</b>'));
});
afterAll(() => app?.stop());

function file(ending: string, by: TestPerson | null = story.executive, id = brief.id) {
  return app.app.inject({
    url: `/files/briefs/${id}.${ending}`,
    headers: by ? { cookie: `chapterhouse=${by.cookie}` } : {},
  });
}

async function words(pdf: Buffer): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  return text.replaceAll(/\s+/gu, ' ');
}

it('is the brief as markdown, and nothing a browser would open', async () => {
  const reply = await file('md');
  expect(reply.statusCode).toBe(200);
  expect(reply.headers).toMatchObject({
    'content-type': 'text/markdown; charset=utf-8',
    'content-disposition': expect.stringMatching(/^attachment; filename="IMP-\d+-escalation-brief\.md"$/u),
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-cache',
  });
  expect(reply.body).toContain('Test cards are \\<b\\>refused\\</b\\>');
  expect(reply.body).toMatch(/## Sent\n\nBy .+ to Edna on .+ \(UTC\)\.\n\nNot changed since\. .+: [0-9a-f]{64}\n$/u);
  expect(reply.body).toContain('## What is asked, by 20 March 2090\n\nPay for support level 2');
});

it('is the brief as PDF, with the answer once there is one', async () => {
  const reply = await file('pdf', story.impediments.guest);
  expect(reply.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': expect.stringMatching(/^attachment; filename="IMP-\d+-escalation-brief\.pdf"$/u),
    'x-content-type-options': 'nosniff',
  });
  expect(await words(reply.rawPayload)).toContain('Pay for support level 2');
  await story.away(story.executive);
  const standIn = await story.executiveNamed('Sina', { kind: 'BACKUP' });
  await story.answer(brief, { by: standIn, words: 'From April on.' });
  expect(await words((await file('pdf')).rawPayload)).toMatch(/Agreed: Sina for Edna, .* From April on\./u);
  expect((await file('md')).body).toContain('**Agreed: Sina for Edna');
});

it('without a session, of another house, or none: not for you', async () => {
  const abroad = await BriefStory.tell(app, 'Abroad');
  for (const ending of ['md', 'pdf']) {
    expect((await file(ending, null)).statusCode).toBe(401);
    const random = await file(ending, abroad.executive, 'EscalationBrief_00000000-0000-7000-8000-000000000000');
    const foreign = await file(ending, abroad.executive);
    expect([foreign.statusCode, foreign.body]).toEqual([404, random.body]);
    for (const id of [brief.id.replace('_', '%5F'), brief.id.toUpperCase(), `${brief.id}%2F..`, '..%2Fx', 'x.y'])
      expect((await file(ending, story.executive, id)).statusCode).toBe(404);
  }
  expect((await file('html')).headers['content-type']).not.toMatch(/markdown|pdf/u);
});

it('not without an end', async () => {
  const statuses = [];
  for (let times = 0; times < 35; times += 1) statuses.push((await file('md', story.lead)).statusCode);
  expect(statuses.filter((status) => status === 429).length).toBe(5);
});
