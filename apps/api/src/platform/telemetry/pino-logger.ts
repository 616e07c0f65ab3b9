import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type LogFn, type Logger, type LoggerOptions } from 'pino';
import { currentRequestId } from './request-scope.js';

/** Where the framework tells how it starts; of no use to an operator. */
const FRAMEWORK_ROOMS = new Set([
  'NestFactory',
  'GraphQLModule',
  'NestApplication',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
]);

/** Nest's log lines as JSON through pino, one object a line, on standard output. */
export class PinoLogger implements LoggerService {
  constructor(private readonly pino: Logger) {}

  log(message: unknown, ...context: unknown[]): void {
    this.write('info', message, context);
  }
  error(message: unknown, ...context: unknown[]): void {
    this.write('error', message, context);
  }
  warn(message: unknown, ...context: unknown[]): void {
    this.write('warn', message, context);
  }
  debug(message: unknown, ...context: unknown[]): void {
    this.write('debug', message, context);
  }
  fatal(message: unknown, ...context: unknown[]): void {
    this.write('fatal', message, context);
  }

  private write(level: 'info' | 'error' | 'warn' | 'debug' | 'fatal', message: unknown, context: unknown[]): void {
    const room = context.at(-1);
    if (level === 'info' && typeof room === 'string' && FRAMEWORK_ROOMS.has(room)) return;
    const fields = { ...(typeof room === 'string' && { room }) };
    if (typeof message === 'object' && message !== null) this.pino[level]({ ...fields, ...message });
    else this.pino[level](fields, String(message));
  }
}

/**
 * One JSON object a line, each with the id of the request that it belongs to. Secrets and people's addresses are cut
 * out of it, whoever put them there.
 */
export function createPino(level: string, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    messageKey: 'message',
    mixin: () => {
      const requestId = currentRequestId();
      return requestId === undefined ? {} : { requestId };
    },
    redact: { paths: ['req.headers.cookie', 'req.headers.authorization'], remove: true },
    hooks: {
      logMethod(args, method) {
        method.apply(this, mapArguments(args));
      },
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

function mapArguments(args: Parameters<LogFn>): Parameters<LogFn> {
  const [first, ...rest] = args;
  return [discreet(first), ...rest.map(discreet)] as Parameters<LogFn>;
}

/** Texts and the texts of an object's first level: messages, stacks, paths. */
function discreet(value: unknown): unknown {
  if (typeof value === 'string') return withoutSecrets(value);
  if (typeof value !== 'object' || value === null || value instanceof Error) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, typeof field === 'string' ? withoutSecrets(field) : field]),
  );
}

function withoutSecrets(text: string): string {
  return text
    .replaceAll(PASSWORD_IN_ADDRESS, '//[secret]@')
    .replaceAll(SESSION_OR_INVITATION, '[secret]')
    .replaceAll(EMAIL, '[email]');
}

const PASSWORD_IN_ADDRESS = /\/\/[^\s/@:]*:[^\s/@]+@/gu;
const SESSION_OR_INVITATION = /[0-9a-f]{32}\.[\w-]{43}/gu;
const EMAIL = /[^\s@"'<>()=,;:]{1,64}(?:@|%40)[^\s@"'<>(),;:/]{1,255}\.[a-z]{2,}/giu;
