import { randomUUID } from 'node:crypto';
import { Refusal, refusePlatform } from '@chapterhouse/domain/refusal';
import { Logger } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isDatabaseAway, isHeldByOthers } from '../database/constraint.js';

const logger = new Logger('GraphQL');

/** Codes of the GraphQL layer itself; their messages name only what the client sent. */
const OF_THE_CLIENT = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/**
 * The one way an error leaves the api, over HTTP and WebSocket: a refusal with its code and details, the client's own
 * mistake, or a masked error with an id that stands in the log.
 */
export function formatError(formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError {
  const error = refusalOf(causeOf(thrown));
  const where = {
    ...(formatted.locations && { locations: formatted.locations }),
    ...(formatted.path && { path: formatted.path }),
  };
  if (error instanceof Refusal)
    return { message: error.message, ...where, extensions: { code: error.code, details: error.details } };
  const code = String(formatted.extensions?.['code'] ?? '');
  if (OF_THE_CLIENT.has(code))
    return { message: withoutSuggestions(formatted.message), ...where, extensions: { code } };
  const errorId = randomUUID();
  if (isDatabaseAway(error)) {
    logger.warn({ errorId, reason: 'database away', message: messageOf(error) });
    return {
      message: 'The database does not answer. Try again in a moment.',
      ...where,
      extensions: { code: 'UNAVAILABLE', details: { errorId } },
    };
  }
  logger.error({
    errorId,
    message: messageOf(error),
    stack: error instanceof Error ? error.stack : undefined,
    path: formatted.path,
  });
  return {
    message: `Something went wrong on our side. Error ${errorId}.`,
    ...where,
    extensions: { code: 'INTERNAL', details: { errorId } },
  };
}

/** For errors that did not pass Apollo (WebSocket). */
export function formatExecutionError(error: GraphQLError): GraphQLFormattedError {
  return formatError(error.toJSON(), error.originalError ?? error);
}

/** What was thrown at first, within a resolver or before any ran (the look-up of the session). */
function causeOf(thrown: unknown): unknown {
  return thrown instanceof GraphQLError && thrown.originalError ? causeOf(thrown.originalError) : thrown;
}

/** Whoever waited too long for others is told so: the next try may find the way free. */
function refusalOf(error: unknown): unknown {
  if (!isHeldByOthers(error)) return error;
  logger.warn({ reason: 'held by others', message: messageOf(error) });
  return refusePlatform('BUSY', {});
}

function withoutSuggestions(message: string): string {
  return message.replace(/ Did you mean .*\?$/su, '');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
