import pg from 'pg';

/** The name of the constraint that PostgreSQL refused a write by, or undefined for any other error. */
export function violatedConstraint(error: unknown): string | undefined {
  if (!(error instanceof pg.DatabaseError)) return undefined;
  const classOfCode = error.code?.slice(0, 2);
  return classOfCode === '23' ? error.constraint : undefined;
}

const GONE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '08003',
  '53300',
]);

const GONE_TEXT =
  /ECONNREFUSED|ECONNRESET|Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error/;

/** True when the database is away, restarting or out of connections: worth trying again soon. */
export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const message = 'message' in error && typeof error.message === 'string' ? error.message : '';
  return GONE.has(code) || GONE_TEXT.test(message);
}

/**
 * True when a statement waited for what somebody else holds for longer than `lock_timeout`: worth trying again soon. Two
 * that wait for each other (40P01) are no such thing but a fault in the order of locks.
 * Source: PostgreSQL, Appendix A, `lock_not_available`.
 */
export function isHeldByOthers(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '55P03';
}

/** Worth another try: the database comes back, and whoever holds what is needed comes to an end. */
export function isPassing(error: unknown): boolean {
  return isDatabaseAway(error) || isHeldByOthers(error);
}
