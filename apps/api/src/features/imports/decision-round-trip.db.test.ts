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

it('what the demo decided comes out of an empty organization as it went in, with all it touches', async () => {
  await app.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json' },
    payload: { query: 'mutation { createDemo { viewer { id } } }' },
  });
  const [demo] = await app.database.withoutOrganization<{ organization_id: string }>(
    `select organization_id from doorways where kind = 'demo'`,
  );
  const before = await exported(demo?.organization_id ?? '');
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
}, 120_000);
