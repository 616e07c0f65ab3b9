import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { mergePage } from '@chapterhouse/domain/communities/page-merge';
import type { ShownRefusal } from '../../../platform/refusals/shown-refusal';
import { PageWriter, type PageWriterOptions, type WriteAnswer } from './page-writer';

const WAIT = 1_000;
const LOST: ShownRefusal = { code: 'NETWORK', title: 'Away', next: 'Try again', details: {}, fields: {} };

/** A server with one page, which merges as the api does. */
function server(body: string) {
  const page = { version: 1, body };
  return {
    page,
    elsewhere: (text: string) => Object.assign(page, { version: page.version + 1, body: text }),
    send: jest.fn<PageWriterOptions['send']>((sent) => {
      const { text } =
        sent.baseVersion === page.version ? { text: sent.body } : mergePage(sent.baseBody, sent.body, page.body);
      if (text === null) return Promise.resolve({ kind: 'conflict', ...page });
      Object.assign(page, { version: page.version + 1, body: text });
      return Promise.resolve({ kind: 'written', ...page });
    }),
  };
}
const writer = (there: ReturnType<typeof server>, rest: Partial<PageWriterOptions> = {}) =>
  new PageWriter({
    base: { draftId: 'ArtifactDraft_1', ...there.page },
    send: there.send,
    keep: () => {},
    wait: WAIT,
    ...rest,
  });
const pass = (time = WAIT) => jest.advanceTimersByTimeAsync(time);

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test('is saved once, when the person pauses; the words lie in the browser until then', async () => {
  const there = server('one');
  const keep = jest.fn<PageWriterOptions['keep']>();
  const page = writer(there, { keep });
  page.type('one t');
  page.type('one two');
  expect(keep).toHaveBeenLastCalledWith({ text: 'one two', from: 'one' });
  expect(page.now().status).toBe('writing');
  await pass();
  expect(there.send).toHaveBeenCalledTimes(1);
  expect(there.page.body).toBe('one two');
  expect(page.now()).toMatchObject({ status: 'saved', text: 'one two', cameIn: 0 });
  expect(keep).toHaveBeenLastCalledWith(null);
});

test('what others wrote elsewhere comes in', async () => {
  const there = server('a\nb\nc');
  const page = writer(there);
  there.elsewhere('a\nb\nc, theirs');
  page.type('a, mine\nb\nc');
  await pass();
  expect(page.now()).toMatchObject({ text: 'a, mine\nb\nc, theirs', status: 'saved', cameIn: 1 });
});

test('whoever types on while it is saved and merged loses neither', async () => {
  const there = server('a\nb\nc');
  const page = writer(there);
  there.elsewhere('a\nb\nc, theirs');
  page.type('a, mine\nb\nc');
  void page.save();
  page.type('a, mine, and more\nb\nc');
  await pass(0);
  expect(page.now()).toMatchObject({ text: 'a, mine, and more\nb\nc', status: 'writing' });
  await pass();
  expect(page.now()).toMatchObject({ text: 'a, mine, and more\nb\nc, theirs', status: 'saved' });
  expect(there.page.body).toBe('a, mine, and more\nb\nc, theirs');
});

test('in the same place the saving stops, typing goes on, and what the person chose goes over theirs', async () => {
  const there = server('a');
  const page = writer(there);
  there.elsewhere('a, theirs');
  page.type('a, mine');
  await pass();
  expect(page.now()).toMatchObject({
    status: 'conflict',
    text: 'a, mine',
    conflict: { version: 2, body: 'a, theirs' },
  });
  page.type('a, mine!');
  await pass(60_000);
  expect(there.send).toHaveBeenCalledTimes(1);
  page.resolve('a, both');
  await pass(0);
  expect(there.page.body).toBe('a, both');
  expect(page.now()).toMatchObject({ status: 'saved', text: 'a, both', conflict: null });
});

test('a lost connection keeps the words and tries again by itself', async () => {
  const there = server('a');
  there.send.mockImplementationOnce(() => Promise.resolve<WriteAnswer>({ kind: 'refused', refusal: LOST }));
  const keep = jest.fn<PageWriterOptions['keep']>();
  const page = writer(there, { keep });
  page.type('a, mine');
  await pass();
  expect(page.now()).toMatchObject({ status: 'kept', refusal: LOST });
  expect(keep).toHaveBeenLastCalledWith({ text: 'a, mine', from: 'a', sent: 'a, mine' });
  await pass(8_000);
  expect(page.now()).toMatchObject({ status: 'saved', refusal: null });
});

test('words that arrived without an answer are not taken for somebody else’s', async () => {
  const there = server('a');
  there.send.mockImplementationOnce(({ body }) => {
    there.elsewhere(body);
    return Promise.resolve<WriteAnswer>({ kind: 'refused', refusal: LOST });
  });
  const keep = jest.fn<PageWriterOptions['keep']>();
  const page = writer(there, { keep });
  page.type('a, mine');
  await pass();
  page.type('a, mine, and more');
  const kept = keep.mock.lastCall?.[0];
  expect(kept).toEqual({ text: 'a, mine, and more', from: 'a', sent: 'a, mine' });
  await pass();
  expect(page.now()).toMatchObject({ status: 'saved', text: 'a, mine, and more' });
  expect(there.page.body).toBe('a, mine, and more');
  // Neither after the tab was closed meanwhile.
  Object.assign(there.page, { body: 'a, mine' });
  const again = writer(there, { restored: kept ?? null });
  await pass();
  expect(again.now()).toMatchObject({ status: 'saved', text: 'a, mine, and more' });
});

test('words from before are merged with what was written since', async () => {
  const there = server('a\nb\nc');
  there.elsewhere('a\nb\nc, theirs');
  const page = writer(there, { restored: { text: 'a, mine\nb\nc', from: 'a\nb\nc' } });
  expect(page.now().text).toBe('a, mine\nb\nc');
  await pass();
  expect(there.page.body).toBe('a, mine\nb\nc, theirs');
});

test('another’s change is followed only where nothing is unsaved', async () => {
  const there = server('a');
  const page = writer(there);
  page.follow({ draftId: 'ArtifactDraft_1', version: 2, body: 'a, theirs' });
  expect(page.now()).toMatchObject({ text: 'a, theirs', cameIn: 1 });
  page.type('a, theirs, mine');
  page.follow({ draftId: 'ArtifactDraft_1', version: 3, body: 'other' });
  expect(page.now().text).toBe('a, theirs, mine');
  page.follow({ draftId: 'ArtifactDraft_1', version: 1, body: 'older' });
  expect(page.now().text).toBe('a, theirs, mine');
});

test('the next draft is followed although it counts from the beginning', async () => {
  const there = server('a, of before');
  const page = writer({ ...there, page: { version: 7, body: 'a, of before' } });
  page.follow({ draftId: 'ArtifactDraft_2', version: 1, body: 'a' });
  expect(page.now()).toMatchObject({ text: 'a', status: 'saved', cameIn: 1 });
  page.follow({ draftId: 'ArtifactDraft_2', version: 2, body: 'a, theirs' });
  expect(page.now()).toMatchObject({ text: 'a, theirs', cameIn: 2 });
});

test('words of a draft that is gone are never sent as the next one’s version of the same number', async () => {
  const there = server('a');
  const page = writer(there);
  page.type('a, mine');
  page.follow({ draftId: 'ArtifactDraft_2', version: 1, body: 'b' });
  expect(page.now()).toMatchObject({ text: 'a, mine', status: 'writing' });
  await pass();
  expect(there.send).toHaveBeenCalledWith({ body: 'a, mine', baseVersion: 0, baseBody: 'a' });
});

test('words that are saved already are not called unsaved, and not sent again', async () => {
  const there = server('a');
  there.send.mockImplementationOnce(() => Promise.resolve<WriteAnswer>({ kind: 'refused', refusal: LOST }));
  const keep = jest.fn<PageWriterOptions['keep']>();
  const page = writer(there, { keep });
  page.type('a, mine');
  await pass();
  expect(page.now().status).toBe('kept');
  page.follow({ draftId: 'ArtifactDraft_1', version: 2, body: 'a, mine' });
  expect(page.now()).toMatchObject({ status: 'saved', refusal: null });
  expect(keep).toHaveBeenLastCalledWith(null);
  await pass(60_000);
  expect(there.send).toHaveBeenCalledTimes(1);
});

test('what waits is sent when the screen goes', async () => {
  const there = server('a');
  const page = writer(there);
  page.type('a, mine');
  page.close();
  await pass(0);
  expect(there.page.body).toBe('a, mine');
});

test('what is typed while it is saved is sent too when the screen goes', async () => {
  const there = server('a\nb\nc');
  const keep = jest.fn<PageWriterOptions['keep']>();
  const page = writer(there, { keep });
  there.elsewhere('a\nb\nc, theirs');
  page.type('a, mine\nb\nc');
  void page.save();
  page.type('a, mine, and more\nb\nc');
  page.close();
  await pass(0);
  expect(there.page.body).toBe('a, mine, and more\nb\nc, theirs');
  expect(keep).toHaveBeenLastCalledWith(null);
});

test('what is refused for a reason is not sent again by itself', async () => {
  const there = server('a');
  const refusal: ShownRefusal = { ...LOST, code: 'FORBIDDEN' };
  there.send.mockResolvedValueOnce({ kind: 'refused', refusal });
  const page = writer(there);
  page.type('a, mine');
  await pass();
  await pass(60_000);
  expect(there.send).toHaveBeenCalledTimes(1);
  expect(page.now()).toMatchObject({ status: 'kept', refusal, text: 'a, mine' });
  await page.save();
  expect(page.now().status).toBe('saved');
});
