import { Inject, Injectable } from '@nestjs/common';
import type { GraphqlContext } from '../graphql/graphql-context.js';
import { SessionCookie } from './session-cookie.js';
import { SessionStore } from './session-store.js';
import type { Viewer } from './viewer.js';

/** Makes a request the request of the one who just signed in, and gives them the cookie. */
@Injectable()
export class SignIns {
  constructor(
    @Inject(SessionStore) private readonly sessions: SessionStore,
    @Inject(SessionCookie) private readonly cookie: SessionCookie,
  ) {}

  async enter(context: GraphqlContext, secret: string): Promise<Viewer> {
    const viewer = await this.sessions.viewer(secret, context.requestId);
    if (!viewer) throw new Error('A session that was just started is not there.');
    this.cookie.set(context.reply, secret);
    context.viewer = viewer;
    return viewer;
  }
}
