import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ImportRunner } from '../../src/features/imports/import-runner.js';
import { Clock } from '../../src/platform/clock.js';
import { TestApp } from '../test-app.js';
import { expectAgreement, expectGroupsAlone } from './agreement.js';
import { AnsweredNumbers } from './answered-numbers.js';
import { IndependentCalculation } from './independent-calculation.js';
import { expectCosts, expectSourceMonths } from './source-months.js';

const FOLDER = join(import.meta.dirname, '../../../../../shared/data/jira-rest');
const NAMES = ['ALOY.json', 'DAEMON.json', 'MOD.json'];
const there = existsSync(FOLDER);
const suite = there ? describe : describe.skip;
if (!there) process.stderr.write(`Skipped: no real Jira files in ${FOLDER}.\n`);

suite.each(['PROJECT', 'SPRINT_SUFFIX'] as const)('the numbers of a real Jira import, teams from %s', (teamsFrom) => {
  let app: TestApp;
  let cookie: string;
  let answered: AnsweredNumbers;
  let calculated: IndependentCalculation;
  const now = new Date();

  beforeAll(async () => {
    app = await TestApp.start();
    jest.spyOn(app.app.get(Clock), 'now').mockImplementation(() => new Date(now));
    const house = await app.world.organization('Jira', 'America/Los_Angeles');
    const files = NAMES.map((name) => ({ name, content: readFileSync(join(FOLDER, name)) }));
    await app.app
      .get(ImportRunner)
      .apply({ organizationId: house.id, kind: 'JIRA_JSON', files, mapping: { teamsFrom } });
    ({ cookie } = await house.person('Reader'));
    answered = new AnsweredNumbers(app, cookie);
    calculated = await IndependentCalculation.of(app.databaseUrl, house.id, now);
  });
  afterAll(async () => {
    await calculated?.end();
    await app?.stop();
  });

  it.each([
    [2012, 2022],
    [2013, 2014],
    [2015, 2018],
    [2018, 2028],
  ])('from %s until %s', async (from, endsBefore) => {
    const window = { from: `${from}-01-01`, endsBefore: `${endsBefore}-01-01` };
    const compared = await expectAgreement(answered, calculated, window);
    process.stdout.write(`${teamsFrom}, ${from} to ${endsBefore}: ${JSON.stringify(compared)}\n`);
    expect(compared.listed).toBeGreaterThan(0);
  });

  it('of one area, team or source alone, with the lists behind', async () => {
    const window = { from: '2012-01-01', endsBefore: '2022-01-01' };
    expect(await expectGroupsAlone(answered, calculated, window)).toBeGreaterThan(0);
  });

  it('and the months of its sources', async () => {
    const counted = await expectSourceMonths(app, cookie, calculated);
    expect(await expectCosts(app, cookie, calculated)).toBeGreaterThan(0);
    process.stdout.write(`${teamsFrom}: ${counted} blocked team-days in twelve months\n`);
  });
});
