import type { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';

/** Fastify's own symbol for what a plugin is called. */
const DISPLAY_NAME = Symbol.for('fastify.display-name');

/**
 * Routes beside GraphQL, in a scope of their own; none where there is no HTTP server, as on the command line.
 * @param name for Fastify's own messages, which otherwise looks for one among all modules that were ever loaded
 */
export function serveRoutes(host: HttpAdapterHost, name: string, routes: (scope: FastifyInstance) => void): void {
  const fastify: FastifyInstance | undefined = host.httpAdapter?.getInstance();
  const plugin = (scope: FastifyInstance, _options: object, done: () => void): void => {
    routes(scope);
    done();
  };
  void fastify?.register(Object.assign(plugin, { [DISPLAY_NAME]: name }));
}
