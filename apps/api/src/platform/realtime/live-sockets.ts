import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { SessionStore } from '../auth/session-store.js';
import type { Viewer } from '../auth/viewer.js';
import { Clock } from '../clock.js';
import type { LiveSocket } from './live-socket.js';
import { CLOSE, LIMITS, type RealtimeLimits } from './realtime-limits.js';

/** All open sockets of this process: counts them, and looks every few seconds whether their sessions are still alive. */
@Injectable()
export class LiveSockets implements OnApplicationShutdown {
  private readonly logger = new Logger('Realtime');
  private readonly sockets = new Set<LiveSocket>();
  private readonly bySession = new Map<string, Set<LiveSocket>>();
  private readonly byPerson = new Map<string, Set<LiveSocket>>();
  private readonly strangersByAddress = new Map<string, Set<LiveSocket>>();
  private readonly checks = new Map<string, Promise<void>>();
  private readonly timer: NodeJS.Timeout;

  constructor(
    @Inject(SessionStore) private readonly sessions: SessionStore,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(LIMITS) private readonly limits: RealtimeLimits,
  ) {
    this.timer = setInterval(() => this.tick(), limits.recheckEveryMs);
    this.timer.unref();
  }

  /** Whether one more may come from this address with this cookie. */
  hasRoom(address: string, cookie: string | undefined): boolean {
    if (this.sockets.size >= this.limits.mostSockets) return false;
    if (sizeOf(this.strangersByAddress, address) >= this.limits.mostStrangersPerAddress) return false;
    return cookie === undefined || sizeOf(this.bySession, cookie) < this.limits.mostSocketsPerSession;
  }

  opened(socket: LiveSocket): void {
    this.sockets.add(socket);
    put(this.strangersByAddress, socket.address, socket);
    if (socket.cookie !== undefined) put(this.bySession, socket.cookie, socket);
  }

  /** The socket has said who it is. */
  signedIn(socket: LiveSocket, viewer: Viewer): void {
    socket.viewer = viewer;
    socket.checkedAt = performance.now();
    drop(this.strangersByAddress, socket.address, socket);
    if (this.sockets.has(socket)) put(this.byPerson, personKey(viewer), socket);
  }

  closed(socket: LiveSocket): void {
    this.sockets.delete(socket);
    drop(this.strangersByAddress, socket.address, socket);
    if (socket.cookie !== undefined) drop(this.bySession, socket.cookie, socket);
    if (socket.viewer) drop(this.byPerson, personKey(socket.viewer), socket);
  }

  /** Running and starting subscriptions of the person in this process. */
  subscriptionsOf(viewer: Viewer): number {
    let count = 0;
    for (const socket of this.byPerson.get(personKey(viewer)) ?? []) count += Object.keys(socket.subscriptions).length;
    return count;
  }

  /**
   * Who is behind the socket, looked up recently enough to deliver an event on it; undefined when the session is dead
   * or nobody can say, and the socket is closed.
   */
  async freshViewer(socket: LiveSocket): Promise<Viewer | undefined> {
    const isFresh = () => performance.now() - socket.checkedAt < this.limits.trustViewerForMs;
    if (socket.viewer && !isFresh()) await this.check(socket.viewer.organizationId);
    if (socket.isOpen && !isFresh()) socket.close(CLOSE.TRY_LATER, 'Try again later');
    if (!socket.viewer || !socket.isOpen) return undefined;
    return { ...socket.viewer, now: this.clock.now() };
  }

  closeAll(code: number, reason: string): void {
    for (const socket of this.sockets) socket.close(code, reason);
  }

  get size(): number {
    return this.sockets.size;
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private tick(): void {
    const organizations = new Set<string>();
    for (const socket of this.sockets) {
      socket.tick();
      if (socket.viewer) organizations.add(socket.viewer.organizationId);
    }
    for (const organizationId of organizations) void this.check(organizationId);
  }

  /** One query for all sockets of the organization; calls while one runs wait for that one. */
  private check(organizationId: string): Promise<void> {
    const running = this.checks.get(organizationId);
    if (running) return running;
    const check = this.checkNow(organizationId)
      .catch((error: unknown) => {
        this.logger.warn(`Could not look up sessions: ${error instanceof Error ? error.message : String(error)}`);
      })
      .finally(() => this.checks.delete(organizationId));
    this.checks.set(organizationId, check);
    return check;
  }

  private async checkNow(organizationId: string): Promise<void> {
    const bySession = new Map<string, LiveSocket[]>();
    for (const socket of this.sockets) {
      if (socket.viewer?.organizationId !== organizationId) continue;
      const others = bySession.get(socket.viewer.sessionId);
      if (others) others.push(socket);
      else bySession.set(socket.viewer.sessionId, [socket]);
    }
    if (bySession.size === 0) return;
    const startedAt = performance.now();
    const viewers = await this.sessions.viewers(organizationId, [...bySession.keys()]);
    for (const [sessionId, sockets] of bySession) {
      const viewer = viewers.get(sessionId);
      for (const socket of sockets) {
        if (!viewer) socket.close(CLOSE.FORBIDDEN, 'Forbidden');
        else {
          socket.viewer = { ...viewer, requestId: socket.requestId };
          socket.checkedAt = startedAt;
        }
      }
    }
  }
}

function personKey(viewer: Viewer): string {
  return `${viewer.organizationId}:${viewer.personId}`;
}

function sizeOf(map: Map<string, Set<LiveSocket>>, key: string): number {
  return map.get(key)?.size ?? 0;
}

function put(map: Map<string, Set<LiveSocket>>, key: string, socket: LiveSocket): void {
  const set = map.get(key);
  if (set) set.add(socket);
  else map.set(key, new Set([socket]));
}

function drop(map: Map<string, Set<LiveSocket>>, key: string, socket: LiveSocket): void {
  const set = map.get(key);
  set?.delete(socket);
  if (set?.size === 0) map.delete(key);
}
