import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { GRAPHQL_TRANSPORT_WS_PROTOCOL } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { SessionCookie } from '../auth/session-cookie.js';
import { OwnOrigins } from '../http/own-origins.js';
import { LiveSocket } from './live-socket.js';
import { LiveSockets } from './live-sockets.js';
import { CLOSE, LIMITS, type RealtimeLimits } from './realtime-limits.js';
import { SocketProtocol } from './socket-protocol.js';

const PATH = '/graphql';

/** The door for WebSockets: who may not come in is refused before there is a socket. */
@Injectable()
export class RealtimeServer implements OnModuleInit {
  private readonly logger = new Logger('Realtime');
  private readonly server: WebSocketServer;
  private closing = false;

  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(OwnOrigins) private readonly origins: OwnOrigins,
    @Inject(SessionCookie) private readonly cookie: SessionCookie,
    @Inject(LiveSockets) private readonly sockets: LiveSockets,
    @Inject(SocketProtocol) private readonly protocol: SocketProtocol,
    @Inject(LIMITS) private readonly limits: RealtimeLimits,
  ) {
    this.server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      maxPayload: limits.mostMessageBytes,
      perMessageDeflate: false,
      handleProtocols: (offered) =>
        offered.has(GRAPHQL_TRANSPORT_WS_PROTOCOL) ? GRAPHQL_TRANSPORT_WS_PROTOCOL : false,
    });
  }

  onModuleInit(): void {
    // The worker's process has no HTTP.
    if (!this.host.httpAdapter) return;
    const fastify: FastifyInstance = this.host.httpAdapter.getInstance();
    fastify.server.on('upgrade', (request, socket, head) => this.onUpgrade(request, socket, head));
    // Not a shutdown hook of Nest's: the server waits for open sockets, and Apollo is the first to close it.
    fastify.addHook('preClose', () => this.close());
  }

  /** Clients are told to come back, which they do to another process or to the next release. */
  private async close(): Promise<void> {
    this.closing = true;
    this.sockets.closeAll(CLOSE.GOING_AWAY, 'Going away');
    const deadline = performance.now() + 2 * this.limits.closeWithinMs;
    while (this.sockets.size > 0 && performance.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  private onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const cookie = this.cookie.read(request.headers.cookie);
    const address = request.socket.remoteAddress ?? '';
    const refusal = this.refusalOf(request, address, cookie);
    if (refusal) {
      this.logger.log({ message: 'socket refused', status: refusal, path: request.url?.split('?', 1)[0] });
      socket.once('finish', () => socket.destroy());
      socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    this.server.handleUpgrade(request, socket, head, (ws) => this.onSocket(ws, address, cookie));
  }

  /** The HTTP status line that refuses the upgrade; undefined when it may go on. */
  private refusalOf(request: IncomingMessage, address: string, cookie: string | undefined): string | undefined {
    if (this.closing) return '503 Service Unavailable';
    if (request.url?.split('?', 1)[0] !== PATH) return '404 Not Found';
    if (!this.origins.has(request.headers.origin)) return '403 Forbidden';
    const offered = request.headers['sec-websocket-protocol']?.split(',').map((protocol) => protocol.trim());
    if (!offered?.includes(GRAPHQL_TRANSPORT_WS_PROTOCOL)) return '400 Bad Request';
    if (!this.sockets.hasRoom(address, cookie)) return '429 Too Many Requests';
    return undefined;
  }

  private onSocket(ws: WebSocket, address: string, cookie: string | undefined): void {
    const socket = new LiveSocket(ws, randomUUID(), address, cookie, this.limits);
    this.sockets.opened(socket);
    const startedAt = performance.now();
    ws.on('close', (code) => {
      this.sockets.closed(socket);
      this.logger.log({
        message: 'socket closed',
        requestId: socket.requestId,
        code,
        ms: Math.round(performance.now() - startedAt),
      });
    });
    // Too large a frame, broken UTF-8, a reset: ws closes by itself.
    ws.on('error', () => undefined);
    this.protocol.start(socket);
    this.logger.log({ message: 'socket opened', requestId: socket.requestId });
  }
}
