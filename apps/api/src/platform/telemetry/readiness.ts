import type { Database } from '../database/database.js';

/** Readiness asks the database, but never waits longer than this, in milliseconds. */
const READY_WITHIN_MS = 1500;

/** Whether the database answers in time. */
export async function isReady(database: Database): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), READY_WITHIN_MS);
  });
  const answers = database.withoutOrganization('select 1').then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([answers, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
