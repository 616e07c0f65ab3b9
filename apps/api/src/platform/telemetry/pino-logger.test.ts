import { describe, expect, test } from '@jest/globals';
import { createPino, PinoLogger } from './pino-logger.js';
import { inRequest } from './request-scope.js';

function logged(work: (logger: PinoLogger) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  work(new PinoLogger(createPino('debug', { write: (line: string) => void lines.push(line) })));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the log', () => {
  const secret = `${'0a'.repeat(16)}.${'Aa0_-'.repeat(8)}xyz`;

  test.each([
    ['an e-mail', 'duplicate key (email)=(ana@harbour.example) exists', 'ana@'],
    ['an e-mail in a path', '/people/ana%40harbour.example', 'ana%40'],
    ['a session or an invitation', `/invitations/${secret}`, secret],
    ['the password of a database', 'cannot reach postgres://app:hunter2@db:5432/house', 'hunter2'],
  ])('keeps %s out, as text and as a field', (_what, text, forbidden) => {
    const lines = logged((logger) => {
      logger.warn(text);
      logger.error({ message: text, stack: text, path: text }, 'Room');
      logger.log(text, 'Room');
    });
    expect(lines).toHaveLength(3);
    expect(JSON.stringify(lines)).not.toContain(forbidden);
  });

  test('says which request a line belongs to, also later', async () => {
    const lines: string[] = [];
    const logger = new PinoLogger(createPino('info', { write: (line: string) => void lines.push(line) }));
    await inRequest('r-1', async () => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      logger.log('within', 'Room');
    });
    logger.log('outside', 'Room');
    expect(lines.map((line) => (JSON.parse(line) as { requestId?: string }).requestId)).toEqual(['r-1', undefined]);
  });
});
