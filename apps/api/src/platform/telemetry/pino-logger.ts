import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/** Where the framework tells how it starts; of no use to an operator. */
const FRAMEWORK_ROOMS = new Set(['NestFactory', 'NestApplication', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer']);

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

/** Secrets never reach the log: headers that carry them are cut. */
export function createPino(level: string): Logger {
  return pino({ level, redact: { paths: ['req.headers.cookie', 'req.headers.authorization'], remove: true } });
}
