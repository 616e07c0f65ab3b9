import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { PictureRefused } from '../markdown/pictures';
import { isAway, markReachable, markUnreachable } from '../offline/connection';
import { uploadImage } from './upload-image';

const send = jest.fn<typeof fetch>();
const picture = (type = 'image/png', bytes = 4) => new File([new Uint8Array(bytes)], 'the screen.png', { type });
const answers = (status: number, body: unknown) =>
  // jsdom has no Response.
  send.mockResolvedValueOnce({
    status,
    text: () => Promise.resolve(typeof body === 'string' ? body : JSON.stringify(body)),
  } as never);

const real = { fetch: globalThis.fetch, timeout: AbortSignal.timeout };
beforeEach(() => {
  globalThis.fetch = send;
  AbortSignal.timeout = () => new AbortController().signal;
});
afterEach(() => {
  Object.assign(globalThis, { fetch: real.fetch });
  AbortSignal.timeout = real.timeout;
  send.mockReset();
  markReachable();
});

async function refusal(file: File): Promise<PictureRefused> {
  try {
    await uploadImage(file);
  } catch (error) {
    if (error instanceof PictureRefused) return error;
    throw error;
  }
  throw new Error('It was taken.');
}

test('sends the file as it is, with its name and type, as only our own pages can', async () => {
  answers(201, { id: 'Image_1', url: '/files/images/Image_1', name: 'the screen.png' });
  const file = picture();
  expect(await uploadImage(file)).toEqual({ url: '/files/images/Image_1' });
  expect(send).toHaveBeenCalledWith(
    '/files/images?name=the+screen.png',
    expect.objectContaining({
      method: 'POST',
      body: file,
      headers: { 'content-type': 'image/png', 'x-chapterhouse': 'web' },
    }),
  );
});

test.each([
  ['SVG', picture('image/svg+xml'), /kind that is shown here/],
  ['a photo of a telephone', picture('image/heic'), /kind that is shown here/],
  ['more than 5 MB', picture('image/png', 5 * 1024 * 1024 + 1), /too large/],
])('%s is refused before it is sent', async (_what, file, title) => {
  expect(await refusal(file)).toMatchObject({ title: expect.stringMatching(title), again: false });
  expect(send).not.toHaveBeenCalled();
});

test.each([
  [
    415,
    { code: 'IMAGE_MISLABELLED', details: { declared: 'image/png', found: 'image/jpeg' } },
    /but it is JPEG/,
    false,
  ],
  [409, { code: 'IMAGE_QUOTA', details: { limit: 2_147_483_648 } }, /2048 MB/, true],
  [403, { code: 'FORBIDDEN', details: { action: 'image:upload', reason: 'It needs a role.' } }, /needs a role/, false],
  [401, { code: 'UNAUTHENTICATED', details: {} }, /signed out/, true],
  [500, { code: 'INTERNAL', errorId: 'e-1' }, /broke on the server/, true],
  [200, '<html>a hotel asks for a password</html>', /does not understand/, false],
])('%d is told in words', async (status, body, title, again) => {
  answers(status, body);
  expect(await refusal(picture())).toMatchObject({ title: expect.stringMatching(title), again });
});

test('without a connection it says that a picture needs one, and asks nobody', async () => {
  markUnreachable();
  expect(await refusal(picture())).toMatchObject({ title: 'A picture needs a connection.', again: true });
  expect(send).not.toHaveBeenCalled();
});

test('a connection that breaks is noticed by the whole page', async () => {
  send.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  expect(await refusal(picture())).toMatchObject({ title: 'A picture needs a connection.', again: true });
  expect(isAway()).toBe(true);
});
