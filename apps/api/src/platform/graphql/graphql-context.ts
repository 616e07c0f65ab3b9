import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Viewer } from '../auth/viewer.js';

/** What a resolver may know of the request. Loaders are kept per request. */
export interface GraphqlContext {
  viewer: Viewer | undefined;
  requestId: string;
  /** The peer's address as the socket says, never a header. */
  address: string;
  loaders: Map<unknown, unknown>;
  /** Absent over WebSocket. */
  request?: FastifyRequest;
  reply?: FastifyReply;
}
