/** Rows of one statement: far below the time limit of a statement, and little memory. */
const BATCH = 500;

/** Hands rows on in pieces that one statement can take. */
export async function inBatches<T>(
  rows: readonly T[],
  work: (batch: T[]) => Promise<void>,
  size = BATCH,
): Promise<void> {
  for (let start = 0; start < rows.length; start += size) await work(rows.slice(start, start + size));
}
