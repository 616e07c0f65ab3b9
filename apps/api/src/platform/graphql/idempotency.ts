import { refusePlatform } from '@chapterhouse/domain/refusal';
import { sha256 } from '../auth/session-token.js';
import type { Tx } from '../database/tx.js';

/**
 * Runs a mutation's work at most once per key and person, in the mutation's own transaction. The second call with the
 * same key gets the stored result; two at the same time wait for one another.
 * @throws IDEMPOTENCY_KEY_REUSED when the key came with another operation or other input
 */
export async function idempotently<T extends object>(
  tx: Tx,
  key: string | null | undefined,
  operation: string,
  input: unknown,
  work: () => Promise<T>,
): Promise<T> {
  if (!key) return work();
  if (!/^[\x21-\x7e]{8,200}$/u.test(key)) {
    throw refusePlatform('INVALID_INPUT', {
      fields: [{ field: 'idempotencyKey', problem: 'A key has 8 to 200 letters, digits and signs; a UUID will do.' }],
    });
  }
  const personId = tx.scope.actorId;
  if (!personId) throw new Error('An idempotency key belongs to a person.');
  const inputHash = sha256(JSON.stringify(input));
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`${tx.organizationId}:${personId}:${key}`]);
  const stored = await tx.one<{ operation: string; same: boolean; result: T }>(
    `select operation, input_hash = $4 as same, result from idempotency_keys
      where organization_id = $1 and person_id = $2 and key = $3`,
    [tx.organizationId, personId, key, inputHash],
  );
  if (stored) {
    if (stored.operation !== operation || !stored.same) throw refusePlatform('IDEMPOTENCY_KEY_REUSED', {});
    return stored.result;
  }
  const result = await work();
  await tx.run(
    `insert into idempotency_keys (organization_id, person_id, key, operation, input_hash, result) values ($1, $2, $3, $4, $5, $6)`,
    [tx.organizationId, personId, key, operation, inputHash, JSON.stringify(result)],
  );
  return result;
}
