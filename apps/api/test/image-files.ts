import type { TestApp } from './test-app.js';

type Reply = Awaited<ReturnType<TestApp['app']['inject']>>;

const PNG_MAGIC = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** A file that begins like a PNG of this size and has so many bytes. */
export function png(width = 4, height = 3, bytes = 64): Buffer {
  const file = Buffer.alloc(bytes);
  file.set([...PNG_MAGIC, 0, 0, 0, 13]);
  file.write('IHDR', 12, 'latin1');
  file.writeUInt32BE(width, 16);
  file.writeUInt32BE(height, 20);
  return file;
}

export interface SentImage {
  name?: string;
  type?: string | null;
  body?: Buffer | string | NodeJS.ReadableStream;
  headers?: Record<string, string>;
}

/** Sends a picture as our pages do; nobody's when the cookie is null. */
export function sendImage(app: TestApp, cookie: string | null, sent: SentImage = {}): Promise<Reply> {
  const { name = 'screen.png', type = 'image/png', body = png(), headers = {} } = sent;
  return app.app.inject({
    method: 'POST',
    url: `/files/images?name=${encodeURIComponent(name)}`,
    headers: {
      'x-chapterhouse': 'web',
      ...(type !== null && { 'content-type': type }),
      ...(cookie !== null && { cookie: `chapterhouse=${cookie}` }),
      ...headers,
    },
    payload: body,
  });
}

/** Its address. */
export async function sentImage(app: TestApp, cookie: string, sent: SentImage = {}): Promise<string> {
  const reply = await sendImage(app, cookie, sent);
  if (reply.statusCode !== 201) throw new Error(reply.body);
  return reply.json<{ url: string }>().url;
}

export function getImage(
  app: TestApp,
  cookie: string | null,
  url: string,
  headers: Record<string, string> = {},
): Promise<Reply> {
  return app.app.inject({
    method: 'GET',
    url,
    headers: { ...(cookie !== null && { cookie: `chapterhouse=${cookie}` }), ...headers },
  });
}
