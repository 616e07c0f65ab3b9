/** So many items may be written by hand while an import runs. */
const ROOM = 10_000;

/** Keys of items that are written here are `B-<number>`; longer numbers are never reached. */
const OWN_KEY = /^B-([1-9]\d{0,8})$/;

/** Keys that items written here could have come to. */
export function numbersOfKeys(keys: Iterable<string>): number[] {
  const numbers: number[] = [];
  for (const key of keys) {
    const digits = OWN_KEY.exec(key)?.[1];
    if (digits !== undefined) numbers.push(Number(digits));
  }
  return numbers;
}

/**
 * The first number at or above the last one that has room behind it: none of the next `ROOM` numbers is taken. One that is
 * taken far above stays where it is.
 * @param last that was given out
 * @param taken in any order
 */
export function lastWithRoom(last: number, taken: readonly number[]): number {
  let free = last;
  for (const number of taken.toSorted((one, other) => one - other)) {
    if (number > free + ROOM) break;
    free = Math.max(free, number);
  }
  return free;
}
