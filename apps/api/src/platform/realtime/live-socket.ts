import type { WebSocket } from 'ws';
import type { Viewer } from '../auth/viewer.js';
import { CLOSE, type RealtimeLimits } from './realtime-limits.js';

/** One open socket: who is behind it, and how far behind its reader is. */
export class LiveSocket {
  /** From `connection_init` on; looked up again by `LiveSockets`. */
  viewer: Viewer | undefined;
  /** When `viewer` was last looked up, in milliseconds of the process's clock. */
  checkedAt = 0;
  /** The running subscriptions by the client's id; graphql-ws keeps them. */
  subscriptions: Readonly<Record<string, unknown>> = {};
  private readonly openedAt = performance.now();
  private pingedAt = performance.now();
  private answered = true;
  private windowStartedAt = performance.now();
  private messages = 0;

  /**
   * @param requestId stands in every log line of this socket
   * @param cookie what sockets of one session have in common
   */
  constructor(
    readonly ws: WebSocket,
    readonly requestId: string,
    readonly address: string,
    readonly cookie: string | undefined,
    private readonly limits: RealtimeLimits,
  ) {
    ws.on('pong', () => (this.answered = true));
  }

  get isOpen(): boolean {
    return this.ws.readyState === this.ws.OPEN;
  }

  /** Sends, or closes when the reader is too far behind: memory stays bounded, and the client resumes by its cursor. */
  send(text: string): void {
    if (!this.isOpen) return;
    if (this.ws.bufferedAmount > this.limits.mostUnsentBytes) {
      this.close(CLOSE.TOO_SLOW, 'Too slow: resume from your cursor');
      return;
    }
    this.ws.send(text);
  }

  close(code: number, reason: string): void {
    if (this.ws.readyState === this.ws.CLOSED) return;
    this.ws.close(code, reason);
    setTimeout(() => this.ws.terminate(), this.limits.closeWithinMs).unref();
  }

  /** False when this message is one too many. */
  countMessage(): boolean {
    const now = performance.now();
    if (now - this.windowStartedAt > this.limits.messageWindowMs) {
      this.windowStartedAt = now;
      this.messages = 0;
    }
    this.messages += 1;
    return this.messages <= this.limits.mostMessages;
  }

  /** Pings, and ends what does not answer, reads too slowly or is too old. */
  tick(): void {
    const now = performance.now();
    if (!this.isOpen) return;
    if (now - this.openedAt > this.limits.mostAgeMs) return this.close(CLOSE.TIME_IS_UP, 'Time to reconnect');
    if (this.ws.bufferedAmount > this.limits.mostUnsentBytes)
      return this.close(CLOSE.TOO_SLOW, 'Too slow: resume from your cursor');
    if (now - this.pingedAt < this.limits.pingEveryMs) return;
    if (!this.answered) return this.ws.terminate();
    this.answered = false;
    this.pingedAt = now;
    this.ws.ping();
  }
}
