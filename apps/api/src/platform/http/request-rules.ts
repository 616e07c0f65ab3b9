import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isGraphql, sendError } from './error-replies.js';
import type { OwnOrigins } from './own-origins.js';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * JSON from our own pages, and nothing else: what a form or a script of another site can send without asking is
 * refused before anything is read. A feature that takes files registers the parser of `application/octet-stream` in
 * its own Fastify scope, with its own limit; here it stays unknown (415).
 */
export function addRequestRules(fastify: FastifyInstance, origins: OwnOrigins): void {
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
    return undefined;
  });
}
