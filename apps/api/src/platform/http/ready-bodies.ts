import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** As fast as it gets without being much larger: the same as for every other answer. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
const ENCODERS = {
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, BROTLI),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
};
type Encoding = keyof typeof ENCODERS;

/** The body of an answer that goes out many times: encoded and compressed once. */
export class ReadyBody {
  private readonly bytes: Buffer;
  private readonly encoded = new Map<Encoding, Promise<Buffer>>();

  constructor(text: string) {
    this.bytes = Buffer.from(text);
  }

  /** At most: with both compressed forms, which are smaller. */
  get size(): number {
    return 2 * this.bytes.length;
  }

  as(encoding: Encoding | undefined): Buffer | Promise<Buffer> {
    if (encoding === undefined) return this.bytes;
    let encoded = this.encoded.get(encoding);
    if (!encoded) this.encoded.set(encoding, (encoded = ENCODERS[encoding](this.bytes)));
    return encoded;
  }
}

const bodies = new WeakMap<FastifyRequest, ReadyBody>();

/** This body goes out in answer to the request, whatever its handler returns. */
export function answerWith(request: FastifyRequest, body: ReadyBody): void {
  bodies.set(request, body);
}

/** Sends what is ready as it is; the plugin that compresses leaves alone what is compressed. */
export function sendReadyBodies(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (request, reply, payload) => {
    const body = bodies.get(request);
    // An answer that turned into an error on its way is that error.
    if (!body || reply.statusCode !== 200) return payload;
    const encoding = encodingOf(request.headers['accept-encoding']);
    void reply.header('vary', 'accept-encoding').removeHeader('content-length');
    if (encoding) void reply.header('content-encoding', encoding);
    return body.as(encoding);
  });
}

/** The first of ours that the client takes. */
function encodingOf(accepted: string | string[] | undefined): Encoding | undefined {
  const words = String(accepted ?? '')
    .toLowerCase()
    .split(',')
    .map((word) => word.trim().split(/\s*;\s*q=/u));
  const takes = (encoding: Encoding): boolean =>
    words.some(([name, quality]) => name === encoding && Number(quality ?? 1) > 0);
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : undefined;
}
