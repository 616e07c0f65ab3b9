import { expect, test } from '@jest/globals';
import { buildSchema, getOperationAST, parse } from 'graphql';
import type { Viewer } from '../../auth/viewer.js';
import { SharedFieldsRegistry } from '../sharing/shared-fields.js';
import { type Keeping, KeptAnswers } from './kept-answers.js';

const schema = buildSchema('type Query { board: String }');
const viewer = {
  organizationId: 'house',
  now: new Date(0),
  actor: { personId: 'ana', assignments: [] },
} as unknown as Viewer;

function answers() {
  const fields = new SharedFieldsRegistry();
  fields.declare({ Query: { board: 'viewer' } });
  const kept = new KeptAnswers(fields);
  const house = { state: {} };
  kept.register('board', { stateFor: () => Promise.resolve(house.state), holdsUntil: () => 1000 });
  const document = parse('{ board }');
  const operation = getOperationAST(document);
  if (!operation) throw new Error('No operation.');
  const begin = (who = viewer): Promise<Keeping | undefined> =>
    kept.begin({
      schema,
      document,
      operation,
      variables: {},
      context: { viewer: who, requestId: '', address: '', loaders: new Map() },
    });
  return { begin, house };
}
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Asks at once; collects who is told what. */
async function many(begin: () => Promise<Keeping | undefined>, count: number): Promise<Keeping[]> {
  const told: Keeping[] = [];
  for (let n = 0; n < count; n++) void begin().then((keeping) => keeping && told.push(keeping));
  await settled();
  return told;
}

test('of those who ask at once one writes; the others wait and get what it wrote', async () => {
  const { begin } = answers();
  const told = await many(begin, 5);
  expect(told).toHaveLength(1);
  const [writer] = told;
  if (!writer || writer.body) throw new Error('The first one writes.');
  const body = writer.keep('text');
  writer.giveUp();
  await settled();
  expect(told.slice(1).map((keeping) => keeping.body)).toEqual([body, body, body, body]);
  expect((await begin())?.body).toBe(body);
});

test('who waited in vain writes', async () => {
  const { begin } = answers();
  const told = await many(begin, 3);
  const [writer] = told;
  if (!writer || writer.body) throw new Error('The first one writes.');
  writer.giveUp();
  await settled();
  expect(told.slice(1).map((keeping) => keeping.body)).toEqual([undefined, undefined]);
});

test('another state, another person, a later time: nothing is kept', async () => {
  const { begin, house } = answers();
  const writer = await begin();
  if (!writer || writer.body) throw new Error('The first one writes.');
  writer.keep('text');
  expect((await begin({ ...viewer, now: new Date(999) }))?.body).toBeDefined();
  expect((await begin({ ...viewer, now: new Date(1000) }))?.body).toBeUndefined();
  const assignments = [{ role: 'ADMINISTRATOR' }];
  expect(
    (await begin({ ...viewer, actor: { ...viewer.actor, assignments } } as unknown as Viewer))?.body,
  ).toBeUndefined();
  expect((await begin({ ...viewer, organizationId: 'abroad' }))?.body).toBeUndefined();
  house.state = {};
  expect((await begin())?.body).toBeUndefined();
});
