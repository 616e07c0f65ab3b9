import { Refusal } from '@chapterhouse/domain/refusal';
import type { Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isDatabaseAway } from '../database/constraint.js';
import { newId } from '../database/new-id.js';
import { sendError } from './error-replies.js';

/** How a route outside of GraphQL tells a refusal. */
export interface RefusalReply {
  status: number;
  /** What happened and what to do, for people. */
  message: string;
  /** Beside `details`. */
  more?: Record<string, unknown>;
}

/** Refusals as JSON of the same shape as other HTTP errors; anything else is masked, with an id that stands in the log. */
export async function answerRefusals(
  request: FastifyRequest,
  reply: FastifyReply,
  logger: Logger,
  replyTo: (refusal: Refusal) => RefusalReply,
  work: () => Promise<void>,
): Promise<FastifyReply> {
  try {
    await work();
  } catch (error) {
    // What was not read of the body is not read any more.
    if (!request.raw.readableEnded) void reply.header('connection', 'close');
    if (error instanceof Refusal) {
      const { status, message, more } = replyTo(error);
      sendError(request, reply, status, message, error.code, { ...more, details: error.details });
    } else {
      const errorId = newId();
      logger.error({ errorId, requestId: request.id, message: error instanceof Error ? error.message : String(error) });
      const status = isDatabaseAway(error) ? 503 : 500;
      sendError(request, reply, status, `Something went wrong on our side. Error ${errorId}.`, 'INTERNAL', { errorId });
    }
  }
  return reply;
}
