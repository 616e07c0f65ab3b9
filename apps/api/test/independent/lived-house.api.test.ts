import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../test-app.js';
import { expectAgreement, expectGroupsAlone } from './agreement.js';
import { AnsweredNumbers } from './answered-numbers.js';
import { IndependentCalculation } from './independent-calculation.js';
import { LivedHouse } from './lived-house.js';
import { expectCosts, expectSourceMonths } from './source-months.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app?.stop());

const DAY = 86_400_000;
const NOW = new Date();

describe.each([1, 2])('a house in which everything happens, %s', (seed) => {
  let lived: LivedHouse;
  let answered: AnsweredNumbers;
  let calculated: IndependentCalculation;
  beforeAll(async () => {
    lived = await LivedHouse.tell(app, seed, 40, NOW);
    answered = new AnsweredNumbers(app, lived.person.cookie);
    calculated = await IndependentCalculation.of(app.databaseUrl, lived.organizationId, lived.now);
  });
  afterAll(() => calculated?.end());

  const day = (ago: number): string => new Date(NOW.getTime() - ago * DAY).toISOString().slice(0, 10);

  it('is one in which everything happened', () => {
    process.stdout.write(`${JSON.stringify(Object.fromEntries(lived.done))}\n`);
    expect(lived.done.size).toBe(16);
  });

  it.each([
    [430, -1],
    [200, 150],
    [90, -1],
    [300, 299],
  ])('from %s days ago until %s', async (from, endsBefore) => {
    const compared = await expectAgreement(answered, calculated, { from: day(from), endsBefore: day(endsBefore) });
    process.stdout.write(`${from} to ${endsBefore} days ago: ${JSON.stringify(compared)}\n`);
  });

  it('of one area, team or source alone, with the lists behind', async () => {
    const window = { from: day(430), endsBefore: day(-1) };
    expect(await expectGroupsAlone(answered, calculated, window)).toBeGreaterThan(30);
  });

  it('and the months of its sources', async () => {
    expect(await expectSourceMonths(app, lived.person.cookie, calculated)).toBeGreaterThan(500);
  });

  it('and what each impediment says that it cost', async () => {
    expect(await expectCosts(app, lived.person.cookie, calculated)).toBeGreaterThan(20);
  });
});
