import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SessionCookie } from '../auth/session-cookie.js';
import { isGraphql, sendError } from './error-replies.js';
import type { OwnOrigins } from './own-origins.js';

/** Of a request with a body; files have their own endpoints and limits. */
export const MOST_BYTES = 100_000;
/**
 * Of a GraphQL request by somebody with a session: a long page (200,000 characters of up to four bytes) goes with the text
 * that its writer began from.
 */
export const MOST_BYTES_WITH_SESSION = 2_000_000;

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * JSON from our own pages, and nothing else: what a form or a script of another site can send without asking is
 * refused before anything is read. A feature that takes files registers the parser of `application/octet-stream` in
 * its own Fastify scope, with its own limit; here it stays unknown (415).
 */
export function addRequestRules(fastify: FastifyInstance, origins: OwnOrigins, session: SessionCookie): void {
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    const { origin } = request.headers;
    const changes = !READS.has(request.method);
    if ((changes || isGraphql(request)) && origin !== undefined && !origins.has(origin)) {
      sendError(request, reply, 403, 'Requests of other sites are not accepted.', 'FORBIDDEN');
      return reply;
    }
    if (isGraphql(request) && request.method !== 'POST') {
      const asks = new URLSearchParams(request.url.slice('/graphql'.length)).has('query');
      void reply.header('allow', 'POST');
      sendError(request, reply, asks ? 405 : 400, 'Send queries and mutations by POST, as JSON.', 'BAD_REQUEST');
      return reply;
    }
    // One that does not say its length may be as long as the longest.
    const length = Number(request.headers['content-length'] ?? MOST_BYTES_WITH_SESSION);
    if (isGraphql(request) && length > MOST_BYTES && session.read(request.headers.cookie) === undefined) {
      sendError(request, reply, 413, 'Request body is too large.', 'BAD_REQUEST');
      return reply;
    }
    return undefined;
  });
}

/** To be called before any route is made. */
export function limitBodies(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    if (route.url === '/graphql') route.bodyLimit = MOST_BYTES_WITH_SESSION;
  });
}
