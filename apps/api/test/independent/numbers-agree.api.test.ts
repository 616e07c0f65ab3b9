import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { Clock } from '../../src/platform/clock.js';
import { TestApp } from '../test-app.js';
import { expectAgreement, expectGroupsAlone } from './agreement.js';
import { AnsweredNumbers } from './answered-numbers.js';
import { IndependentCalculation } from './independent-calculation.js';
import { expectCosts, expectSourceMonths } from './source-months.js';

let app: TestApp;
let cookie: string;
let answered: AnsweredNumbers;
let calculated: IndependentCalculation;
const now = new Date();

beforeAll(async () => {
  app = await TestApp.start();
  // No clock runs out between the question and the calculation.
  jest.spyOn(app.app.get(Clock), 'now').mockImplementation(() => new Date(now));
  const entered = await app.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json' },
    payload: { query: 'mutation { createDemo { viewer { id organization { id } } } }' },
  });
  cookie = /chapterhouse=([^;]+)/u.exec(String(entered.headers['set-cookie']))?.[1] ?? '';
  const organizationId = /Organization_([0-9a-f-]+)/u.exec(entered.body)?.[1] ?? '';
  answered = new AnsweredNumbers(app, cookie);
  calculated = await IndependentCalculation.of(app.databaseUrl, organizationId, now);
});
afterAll(async () => {
  await calculated?.end();
  await app?.stop();
});

/** The first day of the month so many months from this one. */
function month(offset: number): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset, 1)).toISOString().slice(0, 10);
}

test.each([
  ['the last twelve months', month(-11), month(1)],
  ['the half year before', month(-17), month(-11)],
  ['last month', month(-1), month(0)],
  ['all of it', month(-36), month(1)],
  ['some days', `${month(-4).slice(0, 8)}07`, `${month(-4).slice(0, 8)}19`],
])('the demo: %s', async (_, from, endsBefore) => {
  const compared = await expectAgreement(answered, calculated, { from, endsBefore });
  process.stdout.write(`${from} to ${endsBefore}: ${JSON.stringify(compared)}\n`);
  expect(compared.numbers).toBeGreaterThan(50);
  expect(compared.listed).toBeGreaterThan(10);
});

test('the demo: one area, team or source alone, and lists as long as the numbers say', async () => {
  const window = { from: month(-11), endsBefore: month(1) };
  expect(await expectGroupsAlone(answered, calculated, window)).toBeGreaterThan(200);
});

test('the demo: blocked team-days of sources by month, counted day by day', async () => {
  expect(await expectSourceMonths(app, cookie, calculated)).toBeGreaterThan(1000);
  expect(await expectCosts(app, cookie, calculated)).toBeGreaterThan(500);
});
