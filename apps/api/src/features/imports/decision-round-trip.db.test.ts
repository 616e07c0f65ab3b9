import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { TestApp } from '../../../test/test-app.js';
import { Verifications } from '../../platform/events/verifications.js';
import { DecisionExport } from '../decisions/public.js';
import { ImportRunner } from './import-runner.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

async function exported(organizationId: string): Promise<{ zip: Buffer; texts: Record<string, string> }> {
  const files = app.app.get(DecisionExport);
  const pieces: Uint8Array[] = [];
  for await (const piece of files.zip({ organizationId }, await files.everyId({ organizationId }))) pieces.push(piece);
  const zip = Buffer.concat(pieces);
  const entries = Object.entries(unzipSync(zip));
  return { zip, texts: Object.fromEntries(entries.map(([name, bytes]) => [name, strFromU8(bytes)])) };
}

async function demoId(): Promise<string> {
  await app.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json' },
    payload: { query: 'mutation { createDemo { viewer { id } } }' },
  });
  const [demo] = await app.database.withoutOrganization<{ organization_id: string }>(
    `select organization_id from doorways where kind = 'demo'`,
  );
  return demo?.organization_id ?? '';
}

it('what the demo decided comes out of an empty organization as it went in, with all it touches', async () => {
  const before = await exported(await demoId());
  const impediments = Object.values(before.texts).flatMap((text) => text.match(/"?kind"?: *"?IMPEDIMENT\b/gu) ?? []);
  expect(impediments.length).toBeGreaterThan(0);

  const house = await app.world.organization('Round');
  const order = {
    organizationId: house.id,
    kind: 'ADR' as const,
    files: [{ name: 'd.zip', content: before.zip }],
    mapping: {},
  };
  const runner = app.app.get(ImportRunner);
  const preview = await runner.preview(order);
  const report = await runner.apply(order);
  expect(report.created['decision']).toBe(Object.keys(before.texts).length);
  // Nothing but the impediments of elsewhere is left as words, and each of them is told, before and after.
  for (const { problems } of [preview, report]) {
    expect(problems.map(({ what }) => what)).toEqual(
      impediments.map(() => expect.stringMatching(/^It touches IMP-\d+ .+, which is not here/u)),
    );
  }
  expect((await exported(house.id)).texts).toEqual(before.texts);
  const wrong = await app.database.transaction({ organizationId: house.id }, (tx) =>
    app.app.get(Verifications).run(tx),
  );
  const ofDecisions = Object.entries(wrong).filter(([rule]) => rule.includes('decision'));
  expect(ofDecisions.length).toBeGreaterThan(0);
  expect(ofDecisions.flatMap(([, found]) => found)).toEqual([]);
  expect(await runner.apply(order)).toMatchObject({ created: {}, updated: {}, problems: [] });
});

it('an export that comes home changes nothing, and tells what somebody changed in it', async () => {
  const organizationId = await demoId();
  await app.database.transaction({ organizationId }, (tx) =>
    tx.run(
      `update decisions set words = jsonb_set(words, '{context}', '"After [the first](/decisions/D-1)."')
        where organization_id = $1 and state = 'PROPOSED'`,
      [organizationId],
    ),
  );
  const { texts } = await exported(organizationId);
  const runner = app.app.get(ImportRunner);
  const order = (contents: Record<string, string>) => ({
    organizationId,
    kind: 'ADR' as const,
    files: Object.entries(contents).map(([name, content]) => ({ name, content })),
    mapping: {},
  });
  const count = Object.keys(texts).length;
  expect(Object.values(texts).join('')).toMatch(/After \[the first\]\(0001-.+\.md\)/u);
  expect(await runner.preview(order(texts))).toMatchObject({ unchanged: { decision: count }, problems: [] });
  const [first = '', second = '', third = ''] = Object.keys(texts).filter((name) =>
    /state"?: "?ACCEPTED/u.test(texts[name] ?? ''),
  );
  const changed = {
    ...texts,
    [first]: (texts[first] ?? '').replace(/^# .*$/mu, '# Something else entirely'),
    [second]: (texts[second] ?? '').replace(/(?<=^## Decision Outcome\n\n)/mu, 'Never. '),
    [third]: (texts[third] ?? '').replace(/(?<=state"?: "?)ACCEPTED/u, 'REVERTED'),
  };
  const report = await runner.apply(order(changed));
  expect(report).toMatchObject({ created: {}, updated: {}, unchanged: { decision: count } });
  expect(report.problems).toEqual([
    { where: first, what: expect.stringContaining('other words in the file than here') },
    { where: second, what: expect.stringContaining('other words in the file than here') },
    { where: third, what: expect.stringContaining('is accepted here and reverted in the file') },
  ]);
  expect((await exported(organizationId)).texts).toEqual(texts);
});
