import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { makeServer, type Server } from 'graphql-ws';
import { SessionStore } from '../auth/session-store.js';
import { formatExecutionError } from '../graphql/error-formatter.js';
import { inRequest } from '../telemetry/request-scope.js';
import type { LiveSocket } from './live-socket.js';
import { LiveSockets } from './live-sockets.js';
import { CLOSE, LIMITS, type RealtimeLimits } from './realtime-limits.js';
import { SharedExecutions } from './shared-executions.js';
import { formatted, runSubscription, type Subscriber } from './subscription-execution.js';
import { contextOf, subscriptionOf, SubscriptionGate } from './subscription-gate.js';

/** graphql-transport-ws on one socket: who says hello, subscriptions through the gate, errors masked on the way out. */
@Injectable()
export class SocketProtocol {
  private readonly logger = new Logger('Realtime');
  private readonly server: Server<LiveSocket>;

  constructor(
    @Inject(SessionStore) private readonly sessions: SessionStore,
    @Inject(LiveSockets) private readonly sockets: LiveSockets,
    @Inject(SubscriptionGate) private readonly gate: SubscriptionGate,
    @Inject(SharedExecutions) private readonly executions: SharedExecutions,
    @Inject(LIMITS) limits: RealtimeLimits,
  ) {
    this.server = makeServer<Record<string, unknown> | undefined, LiveSocket>({
      connectionInitWaitTimeout: limits.initWithinMs,
      onConnect: (connection) => this.signIn(connection.extra),
      onSubscribe: (connection, id, payload) => {
        const socket = connection.extra;
        socket.subscriptions = connection.subscriptions;
        if (!socket.viewer) throw new Error('Subscribed without a viewer.');
        this.logger.log({
          message: 'subscribe',
          requestId: socket.requestId,
          operation: payload.operationName?.slice(0, 100),
        });
        return this.gate.open({ socket, id }, socket.viewer, payload);
      },
      subscribe: (args) => {
        const subscription = subscriptionOf(args.contextValue);
        const { socket, id } = subscription;
        const message = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
        const subscriber: Subscriber = {
          contextOfEvent: async () => {
            const viewer = await this.sockets.freshViewer(socket);
            return viewer && contextOf(subscription, viewer);
          },
          tell: (result) => socket.send(`${message}${result}}`),
        };
        return runSubscription(args, subscriber, this.executions);
      },
      // Of a subscription that did not begin; the others tell by themselves.
      onNext: (_connection, _id, _payload, _args, result) => formatted(result),
      onError: (_connection, _id, _payload, errors) => errors.map(formatExecutionError),
    });
  }

  start(socket: LiveSocket): void {
    const closed = this.server.opened(
      {
        protocol: socket.ws.protocol,
        send: (text) => socket.send(text),
        close: (code = CLOSE.INTERNAL, reason = '') => socket.close(code, reason),
        onMessage: (handle) => {
          socket.ws.on('message', (data, isBinary) => {
            if (!socket.isOpen) return;
            if (!socket.countMessage()) return socket.close(CLOSE.TOO_MANY_MESSAGES, 'Too many messages');
            if (isBinary) return socket.close(CLOSE.BAD_REQUEST, 'Invalid message received');
            inRequest(socket.requestId, () => {
              handle(String(data)).catch((error: unknown) => this.fail(socket, error));
            });
          });
        },
      },
      socket,
    );
    socket.ws.once('close', (code, reason) => {
      closed(code, String(reason)).catch((error: unknown) => this.fail(socket, error));
    });
  }

  /** True when the cookie of the upgrade belongs to a living session; else graphql-ws closes with 4403. */
  private async signIn(socket: LiveSocket): Promise<boolean> {
    try {
      const viewer = await this.sessions.viewer(socket.cookie, socket.requestId);
      if (viewer) this.sockets.signedIn(socket, viewer);
      return viewer !== undefined;
    } catch {
      // The database is away: worth another try, unlike a missing session.
      socket.close(CLOSE.TRY_LATER, 'Try again later');
      return true;
    }
  }

  private fail(socket: LiveSocket, error: unknown): void {
    const errorId = randomUUID();
    this.logger.error({
      errorId,
      requestId: socket.requestId,
      message: error instanceof Error ? error.message : String(error),
      stack: error instanceof Error ? error.stack : undefined,
    });
    socket.close(CLOSE.INTERNAL, `Error ${errorId}`);
  }
}
