/**
 * The value below which a share of the values lies, by linear interpolation between the two closest ranks: of n values
 * in order, rank 1 + share × (n - 1). The same as `percentile_cont` of PostgreSQL and PERCENTILE.INC of spreadsheets, so
 * that anybody can check a number; at 0.5 it is the usual median. Null for no values.
 * @param share from 0 to 1
 */
export function percentile(values: readonly number[], share: number): number | null {
  if (!(share >= 0 && share <= 1)) throw new RangeError('A share lies between 0 and 1.');
  const inOrder = values.toSorted((one, other) => one - other);
  const rank = share * (inOrder.length - 1);
  const below = inOrder[Math.floor(rank)];
  const above = inOrder[Math.ceil(rank)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (rank - Math.floor(rank));
}
