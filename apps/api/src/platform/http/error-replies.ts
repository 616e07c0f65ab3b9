import { randomUUID } from 'node:crypto';
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { GqlContextType } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isDatabaseAway } from '../database/constraint.js';

/** What a client may read of an error outside of GraphQL execution: its own mistake, or an id that stands in the log. */
@Catch()
export class ErrorReplies implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  catch(exception: unknown, host: ArgumentsHost): void {
    // Resolvers' errors go to the one formatter of GraphQL errors, which knows refusals.
    if (host.getType<GqlContextType>() === 'graphql') throw exception;
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (reply.sent) return;
    const status = statusOf(exception);
    if (status < 500) return sendError(request, reply, status, messageOf(exception), codeOf(status));
    // Readiness says that the database is away; nothing went wrong here.
    if (exception instanceof HttpException) return void reply.code(status).send(exception.getResponse());
    const errorId = randomUUID();
    this.logger.error({
      errorId,
      requestId: request.id,
      message: messageOf(exception),
      stack: exception instanceof Error ? exception.stack : undefined,
    });
    sendError(request, reply, status, `Something went wrong on our side. Error ${errorId}.`, 'INTERNAL', { errorId });
  }
}

/** At /graphql in the shape that GraphQL clients read. */
export function sendError(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  message: string,
  code: string,
  details?: Record<string, unknown>,
): void {
  const body = isGraphql(request)
    ? { errors: [{ message, extensions: { code, ...(details && { details }) } }] }
    : { message, code, ...details };
  void reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(body));
}

export function isGraphql(request: FastifyRequest): boolean {
  return request.url.split('?', 1)[0] === '/graphql';
}

function statusOf(exception: unknown): number {
  if (exception instanceof HttpException) return exception.getStatus();
  if (isDatabaseAway(exception)) return 503;
  if (!(exception instanceof Error) || !('statusCode' in exception)) return 500;
  const status = exception.statusCode;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}

function codeOf(status: number): string {
  return status === 404 ? 'NOT_FOUND' : 'BAD_REQUEST';
}

function messageOf(exception: unknown): string {
  return exception instanceof Error ? exception.message : String(exception);
}
