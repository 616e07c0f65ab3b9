import { expect, test } from '@jest/globals';
import { mergingSend } from './merging-send';
import type { WriteAnswer } from './page-writer';

const answering = (...answers: WriteAnswer[]) => {
  const sent: [string, number][] = [];
  const send = mergingSend(async (body, revision) => {
    sent.push([body, revision]);
    return answers.shift() ?? { kind: 'written', version: revision + 1, body };
  });
  return { sent, send };
};
const from = { baseBody: 'one\ntwo\nthree', baseVersion: 3 };

test('what others wrote in other lines is merged and sent again', async () => {
  const { sent, send } = answering({ kind: 'conflict', version: 5, body: 'ONE\ntwo\nthree' });
  expect(await send({ ...from, body: 'one\ntwo\nTHREE' })).toEqual({
    kind: 'written',
    version: 6,
    body: 'ONE\ntwo\nTHREE',
  });
  expect(sent).toEqual([
    ['one\ntwo\nTHREE', 3],
    ['ONE\ntwo\nTHREE', 5],
  ]);
});

test('what others wrote in the same line is for a person to choose', async () => {
  const theirs: WriteAnswer = { kind: 'conflict', version: 5, body: 'one\nzwei\nthree' };
  const { sent, send } = answering(theirs);
  expect(await send({ ...from, body: 'one\nTWO\nthree' })).toEqual(theirs);
  expect(sent).toHaveLength(1);
});

test('what others wrote already is not written again', async () => {
  const { sent, send } = answering({ kind: 'conflict', version: 5, body: 'one\nTWO\nthree\nfour' });
  expect(await send({ ...from, body: 'one\nTWO\nthree' })).toMatchObject({ kind: 'written', version: 5 });
  expect(sent).toHaveLength(1);
});
