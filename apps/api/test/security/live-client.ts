import { once } from 'node:events';
import { jest } from '@jest/globals';
import WebSocket from 'ws';
import { LiveEvents } from '../../src/platform/realtime/live-events.js';
import type { TestApp } from '../test-app.js';
import { PATIENCE_MS } from '../waiting.js';

export interface ServerMessage {
  type: string;
  id?: string;
  payload?: unknown;
}

export interface DialOptions {
  cookie?: string;
  /** null sends none. */
  origin?: string | null;
  protocol?: string | null;
  path?: string;
}

/** Speaks graphql-transport-ws by hand, so that it can also speak it wrongly. */
export class LiveClient {
  readonly messages: ServerMessage[] = [];
  readonly closed: Promise<number>;
  private static readonly open = new Set<LiveClient>();
  private readonly arrivals = new Set<() => void>();

  private constructor(readonly ws: WebSocket) {
    LiveClient.open.add(this);
    ws.on('error', () => undefined);
    ws.on('message', (data) => {
      this.messages.push(JSON.parse(String(data)) as ServerMessage);
      for (const arrived of this.arrivals) arrived();
    });
    this.closed = once(ws, 'close').then(([code]: unknown[]) => Number(code));
    void this.wakeWhenClosed();
  }

  /** Opens a socket. @throws with the HTTP status when the upgrade is refused */
  static async dial(origin: string, options: DialOptions = {}): Promise<LiveClient> {
    const { protocol = 'graphql-transport-ws', path = '/graphql' } = options;
    const ws = new WebSocket(`${origin.replace('http', 'ws')}${path}`, protocol === null ? [] : [protocol], {
      headers: {
        ...(options.cookie !== undefined && { cookie: `chapterhouse=${options.cookie}` }),
        ...(options.origin !== null && { origin: options.origin ?? origin }),
      },
      perMessageDeflate: true,
    });
    await new Promise<void>((resolve, reject) => {
      ws.once('open', () => resolve());
      ws.once('unexpected-response', (_request, response) => {
        response.resume();
        reject(new Error(`refused ${response.statusCode}`));
        ws.terminate();
      });
      ws.once('error', reject);
    });
    return new LiveClient(ws);
  }

  /** Dials and says hello. */
  static async signedIn(origin: string, cookie: string): Promise<LiveClient> {
    const client = await LiveClient.dial(origin, { cookie });
    client.send({ type: 'connection_init' });
    await client.next((message) => message.type === 'connection_ack');
    return client;
  }

  send(message: object): void {
    this.ws.send(JSON.stringify(message));
  }

  subscribe(id: string, query: string, variables: object = {}): void {
    this.send({ id, type: 'subscribe', payload: { query, variables } });
  }

  /** The first message, also of those that came already, that fits. @throws when the socket is closed, and after {@link PATIENCE_MS} */
  async next(fits: (message: ServerMessage) => boolean): Promise<ServerMessage> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const found = this.messages.find(fits);
      if (found) return found;
      const left = deadline - Date.now();
      if (left <= 0 || this.ws.readyState === WebSocket.CLOSED)
        throw new Error(`No such message among ${JSON.stringify(this.messages).slice(0, 500)}`);
      await new Promise<void>((resolve) => {
        const done = (): void => {
          clearTimeout(timer);
          this.arrivals.delete(done);
          resolve();
        };
        const timer = setTimeout(done, left);
        this.arrivals.add(done);
      });
    }
  }

  /** Whatever a test has left open. */
  static closeAll(): void {
    for (const client of LiveClient.open) client.close();
    LiveClient.open.clear();
  }

  private async wakeWhenClosed(): Promise<void> {
    await this.closed;
    for (const arrived of this.arrivals) arrived();
  }

  ofId(id: string): ServerMessage[] {
    return this.messages.filter((message) => message.id === id);
  }

  close(): void {
    this.ws.terminate();
  }
}

/** Makes the api listen on a free port of loopback. @returns its origin */
export async function listen(app: TestApp): Promise<string> {
  await app.app.listen(0, '127.0.0.1');
  const address = app.app.getHttpServer().address() as { port: number };
  return `http://127.0.0.1:${address.port}`;
}

/** Resolves when so many subscriptions listen; to be called before they are sent. */
export function subscriptionsListen(app: TestApp, count: number): Promise<void> {
  const live = app.app.get(LiveEvents);
  const follow = live.follow.bind(live);
  return new Promise((resolve) => {
    let listening = 0;
    const spy = jest.spyOn(live, 'follow').mockImplementation(async (...args) => {
      const stream = await follow(...args);
      listening += 1;
      if (listening === count) {
        spy.mockRestore();
        resolve();
      }
      return stream;
    });
  });
}
