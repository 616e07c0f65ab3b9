import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphqlContext } from '../graphql/graphql-context.js';
import { SessionCookie } from './session-cookie.js';
import { SessionStore } from './session-store.js';

/** Who is behind a request. */
@Injectable()
export class RequestIdentity {
  constructor(
    @Inject(SessionStore) private readonly sessions: SessionStore,
    @Inject(SessionCookie) private readonly cookie: SessionCookie,
  ) {}

  async contextOf(request: FastifyRequest, reply: FastifyReply): Promise<GraphqlContext> {
    const viewer = await this.sessions.viewer(this.cookie.read(request.headers.cookie), request.id);
    return {
      viewer,
      requestId: request.id,
      address: request.socket.remoteAddress ?? '',
      loaders: new Map(),
      request,
      reply,
    };
  }
}
