import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLSchema,
  type ValidationRule,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import type { Viewer } from '../auth/viewer.js';
import { documentLimits, MOST_TOKENS } from '../graphql/document-limits.js';
import type { GraphqlContext } from '../graphql/graphql-context.js';
import { LiveSocket } from './live-socket.js';
import { LiveSockets } from './live-sockets.js';
import { LIMITS, type RealtimeLimits } from './realtime-limits.js';

/** Documents of our own web app; the oldest goes. Keyed by their text, which a frame limits. */
const MOST_KEPT = 200;

/** What may be subscribed to over a socket: everything HTTP refuses, plus everything that is no subscription. */
@Injectable()
export class SubscriptionGate {
  /** The same as over HTTP; introspection is not for sockets, not even in development. */
  private readonly rules: ValidationRule[] = [...specifiedRules, ...documentLimits(false)];
  private readonly kept = new Map<string, DocumentNode>();

  constructor(
    @Inject(ModuleRef) private readonly modules: ModuleRef,
    @Inject(LiveSockets) private readonly sockets: LiveSockets,
    @Inject(LIMITS) private readonly limits: RealtimeLimits,
  ) {}

  /** What to run, or why not. */
  open(subscription: Subscription, viewer: Viewer, payload: SubscribePayload): ExecutionArgs | GraphQLError[] {
    const here = Object.keys(subscription.socket.subscriptions).length;
    if (
      here > this.limits.mostSubscriptionsPerSocket ||
      this.sockets.subscriptionsOf(viewer) > this.limits.mostSubscriptionsPerPerson
    ) {
      const refusal = refusePlatform('RATE_LIMITED', { retryAfterSeconds: 60 });
      return [new GraphQLError(refusal.message, { originalError: refusal })];
    }
    const document = this.read(payload.query);
    if (Array.isArray(document)) return document;
    const operation = getOperationAST(document, payload.operationName);
    if (!operation) return [clientError('Name one operation of the document.', 'OPERATION_RESOLUTION_FAILURE')];
    if (operation.operation !== OperationTypeNode.SUBSCRIPTION)
      return [clientError('Only subscriptions run over WebSocket: send this by POST.', 'BAD_REQUEST')];
    return {
      schema: this.schema,
      document,
      operationName: payload.operationName ?? null,
      variableValues: payload.variables ?? null,
      contextValue: contextOf(subscription, viewer),
    };
  }

  private get schema(): GraphQLSchema {
    return this.modules.get(GraphQLSchemaHost, { strict: false }).schema;
  }

  private read(query: string): DocumentNode | GraphQLError[] {
    const known = this.kept.get(query);
    if (known) return known;
    let document: DocumentNode;
    try {
      document = parse(query, { maxTokens: MOST_TOKENS });
    } catch (error) {
      return [clientError(error instanceof Error ? error.message : 'Not a document.', 'GRAPHQL_PARSE_FAILED')];
    }
    const errors = validate(this.schema, document, this.rules, { maxErrors: 5 });
    if (errors.length > 0) return errors.map((error) => clientError(error.message, 'GRAPHQL_VALIDATION_FAILED', error));
    const oldest = this.kept.keys().next();
    if (this.kept.size >= MOST_KEPT && !oldest.done) this.kept.delete(oldest.value);
    this.kept.set(query, document);
    return document;
  }
}

/** One of the subscriptions on a socket, by the client's id. */
export interface Subscription {
  socket: LiveSocket;
  id: string;
}

/** What resolvers know of a request, over WebSocket. */
interface SocketContext extends GraphqlContext {
  subscription: Subscription;
}

/** A context of its own for every event: what loaders have seen for the one before is stale. */
export function contextOf(subscription: Subscription, viewer: Viewer): SocketContext {
  const { requestId, address } = subscription.socket;
  return { viewer, requestId, address, loaders: new Map(), subscription };
}

/** The one that a context was made for. */
export function subscriptionOf(context: unknown): Subscription {
  if (typeof context === 'object' && context !== null && 'subscription' in context) {
    const { subscription } = context as SocketContext;
    if (subscription.socket instanceof LiveSocket) return subscription;
  }
  throw new Error('A subscription without its socket.');
}

function clientError(message: string, code: string, at?: GraphQLError): GraphQLError {
  return new GraphQLError(message, { ...(at?.nodes && { nodes: at.nodes }), extensions: { code } });
}
