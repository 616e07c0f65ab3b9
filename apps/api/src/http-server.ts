import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import cookie from '@fastify/cookie';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController, type FastifyReply, type FastifyRequest } from 'fastify';
import { AppModule } from './app.module.js';
import { OwnOrigins } from './platform/http/own-origins.js';
import { sendReadyBodies } from './platform/http/ready-bodies.js';
import { addRequestRules, limitBodies, MOST_BYTES } from './platform/http/request-rules.js';
import { SessionCookie } from './platform/auth/session-cookie.js';
import type { Settings } from './platform/settings/settings.js';
import { createPino, PinoLogger } from './platform/telemetry/pino-logger.js';
import { inRequest } from './platform/telemetry/request-scope.js';

const PROBES = new Set(['/livez', '/readyz']);

/**
 * The api as it runs, not yet listening.
 * @param webFolder the built web app; nothing is served at `/` without it
 */
export async function createHttpServer(
  settings: Settings,
  databaseUrl: string,
  webFolder?: string,
): Promise<NestFastifyApplication> {
  const pino = createPino(settings.logLevel);
  const adapter = new FastifyAdapter({
    bodyLimit: MOST_BYTES,
    loggerInstance: pino,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    // Requests that run may end; connections that only wait do not keep a stopping process.
    forceCloseConnections: 'idle',
    // Fastify's own default is to wait for ever; a large file on a slow line takes minutes.
    requestTimeout: 300_000,
  });
  // Routes are told their limits as they are made.
  limitBodies(adapter.getInstance());
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.forRoot(settings, databaseUrl, { introspection: settings.environment === 'development' }),
    adapter,
    { logger: new PinoLogger(pino), bodyParser: false, abortOnError: false },
  );
  const fastify = adapter.getInstance();
  await app.register(cookie);
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        // One from elsewhere would tell its host who reads here.
        imgSrc: ["'self'"],
        connectSrc: ["'self'", settings.publicUrl.replace(/^http/u, 'ws')],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
      },
    },
    strictTransportSecurity: settings.publicUrl.startsWith('https://'),
  });
  fastify.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done) => {
    reply.header('x-request-id', request.id);
    inRequest(request.id, done);
  });
  fastify.addHook('onResponse', async (request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    // Probes come every few seconds, for ever.
    pino[PROBES.has(path) ? 'debug' : 'info']({
      requestId: request.id,
      method: request.method,
      path: withoutSecret(path),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
  });
  sendReadyBodies(fastify);
  addRequestRules(fastify, app.get(OwnOrigins, { strict: false }), app.get(SessionCookie, { strict: false }));
  if (webFolder && existsSync(webFolder)) await serveWeb(app, webFolder);
  return app;
}

/** Addresses of feeds hold a secret, which no log keeps. */
export function withoutSecret(path: string): string {
  return path.replace(/^(\/feeds\/[^/]*\/)[^/]+/u, '$1…');
}

/** The built web app; unknown addresses get its page, which routes by itself. Hashed files may be kept for ever. */
async function serveWeb(app: NestFastifyApplication, webFolder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: webFolder,
    wildcard: false,
    // Its own header would win over the one below.
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.setHeader('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/*', (request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?', 1)[0] ?? '/';
    if (/^\/(graphql|files|feeds|assets)(\/|$)/u.test(path)) return reply.code(404).send({ message: 'Not found' });
    return reply.sendFile('index.html');
  });
}
