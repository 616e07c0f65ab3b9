import WebSocket from 'ws';
import type { TestPerson } from './world.js';

/** What a participant's screen shows of a session: of everybody, and of themselves. */
export interface ShownSession {
  state: string;
  serverTime: string;
  current: { id: string } | null;
  items: {
    id: string;
    position: number;
    dots: number;
    viewerDots: number;
    result: string | null;
    note: string | null;
  }[];
  participants: { person: { name: string } }[];
  viewerDotsLeft: number;
}

interface Message {
  id?: string;
  type: string;
  payload?: {
    data?: { triageSessionChanged?: { cursor: string; resync: boolean; session: ShownSession | null } };
  };
}

interface Reply {
  data?: { acted?: ShownSession } | null;
  errors?: { extensions?: { code?: string } }[];
}

/** The process or the database went away under it: nobody knows whether it was done. */
const UNKNOWN = ['INTERNAL', 'UNAVAILABLE', 'SERVICE_UNAVAILABLE'];

const SHOWN = `state serverTime current { id } items { id position dots viewerDots result note }
  participants { person { name } } viewerDotsLeft`;

/** A participant with a screen: hears over a socket, comes back by their cursor when it breaks, and acts as screens do. */
export class Participant {
  shown: ShownSession | undefined;
  /** Acts that got no answer at first, and were sent again with the same key. */
  repeated = 0;
  private ws: WebSocket | undefined;
  private cursor: string | null = null;
  private origin = '';
  private closed = false;
  private dialing: Promise<void> | undefined;
  /** How often the socket was opened. */
  dialed = 0;

  constructor(
    readonly person: TestPerson,
    readonly sessionId: string,
  ) {}

  /** Comes in, and stays as long as there is a server. */
  enter(origin: string): Promise<void> {
    this.origin = origin;
    return this.dial();
  }

  /**
   * At most once, whatever breaks meanwhile: tries again with the same key until a server says what became of it.
   * @returns the code of the refusal; null when it was done
   */
  async act(mutation: string, key: string): Promise<string | null> {
    for (let tries = 0; ; tries += 1) {
      const reply = await this.post(`mutation { acted: ${mutation.replace('KEY', key)} { ${SHOWN} } }`);
      const code = reply?.errors?.[0]?.extensions?.code ?? null;
      if (reply && !UNKNOWN.includes(code ?? '')) {
        if (tries > 0) this.repeated += 1;
        if (reply.data?.acted) this.show(reply.data.acted);
        return code;
      }
      await pause(50);
    }
  }

  /** Where the server is from now on. */
  moveTo(origin: string): void {
    this.origin = origin;
  }

  leave(): void {
    this.closed = true;
    this.ws?.terminate();
  }

  /** Keeps trying, as screens do. */
  private dial(): Promise<void> {
    this.dialing ??= this.dialUntilOpen().finally(() => (this.dialing = undefined));
    return this.dialing;
  }

  private async dialUntilOpen(): Promise<void> {
    while (!this.closed) {
      if (this.ws?.readyState === WebSocket.OPEN) return;
      if (this.origin !== '' && (await this.dialOnce(this.origin))) return;
      await pause(50);
    }
  }

  private dialOnce(origin: string): Promise<boolean> {
    const ws = new WebSocket(`${origin.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: { cookie: `chapterhouse=${this.person.cookie}`, origin },
    });
    return new Promise((resolve) => {
      ws.on('error', () => resolve(false));
      ws.on('close', () => {
        resolve(false);
        if (this.ws === ws) this.broken();
      });
      ws.on('open', () => ws.send(JSON.stringify({ type: 'connection_init' })));
      ws.on('message', (data) => {
        const message = JSON.parse(String(data)) as Message;
        if (message.type === 'connection_ack') {
          this.ws = ws;
          this.dialed += 1;
          this.follow(ws);
          resolve(true);
        }
        this.hear(message);
      });
    });
  }

  private follow(ws: WebSocket): void {
    const query = `subscription ($id: ID!, $after: String) { triageSessionChanged(id: $id, after: $after) { cursor resync session { ${SHOWN} } } }`;
    const payload = { query, variables: { id: this.sessionId, after: this.cursor } };
    ws.send(JSON.stringify({ id: 'live', type: 'subscribe', payload }));
  }

  private hear(message: Message): void {
    if (message.type === 'ping') this.ws?.send(JSON.stringify({ type: 'pong' }));
    const change = message.payload?.data?.triageSessionChanged;
    if (message.id === 'live' && message.type === 'next' && change) {
      this.cursor = change.cursor;
      if (change.session) this.show(change.session);
    }
  }

  /** What came late is not newer. */
  private show(session: ShownSession): void {
    if (this.shown && this.shown.serverTime > session.serverTime) return;
    this.shown = session;
  }

  private broken(): void {
    this.ws = undefined;
    if (!this.closed) void this.dial();
  }

  /** Undefined when nobody answers. */
  private async post(query: string): Promise<Reply | undefined> {
    try {
      const response = await fetch(`${this.origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: `chapterhouse=${this.person.cookie}` },
        body: JSON.stringify({ query }),
      });
      return (await response.json()) as Reply;
    } catch {
      return undefined;
    }
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
