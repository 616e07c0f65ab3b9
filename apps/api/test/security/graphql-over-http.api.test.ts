import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { auditServer } from 'graphql-http';
import { TestApp } from '../test-app.js';
import { listen } from './live-client.js';

/** Audits that are no MUST and that we do not pass, each with the reason. Remove a line when it passes. */
const NOT_PASSED: Record<string, string> = {
  '5A70': 'MAY: queries by GET are refused, so that no link of another site can ask anything.',
  D6D5: 'MAY: as above, variables by GET.',
  '6A70': 'MAY: as above, variables by GET.',
  '572B':
    'SHOULD: a document that does not parse gets 400 also as application/json; monitoring sees it, clients read the body anyway.',
  FDE2: 'SHOULD: as above, a document that is not valid.',
  '7B9B': 'SHOULD: as above, a wrong value of a variable.',
};

let app: TestApp;
let origin: string;

beforeAll(async () => {
  // The audits read the schema, which is shown in development only.
  app = await TestApp.start({ NODE_ENV: 'development' });
  origin = await listen(app);
});
afterAll(() => app.stop());

test('the GraphQL-over-HTTP audits: every MUST passes, the others pass or stand in the table', async () => {
  const results = await auditServer({ url: `${origin}/graphql` });
  const failed = results.flatMap((result) => (result.status === 'ok' ? [] : [result]));
  expect(failed.filter(({ name }) => name.startsWith('MUST')).map(({ id, reason }) => `${id}: ${reason}`)).toEqual([]);
  expect(failed.map(({ id }) => id).toSorted()).toEqual(Object.keys(NOT_PASSED).toSorted());
});
