/** What became of a turn; `nobody`: all had theirs. */
export type Turn = 'done' | 'nothing' | 'nobody';

/** Of one run; the next one goes on. */
const MOST_AT_ONCE = 500;

/**
 * One thing after the other, each with a transaction of its own. One that fails does not keep the others waiting; its fault
 * is thrown in the end.
 * @param turn takes one that is not yet seen and adds it to `seen` before it changes anything @returns how many were done
 */
export async function eachInTurn(
  turn: (seen: string[]) => Promise<Turn>,
  isStopping: () => boolean = () => false,
): Promise<number> {
  const seen: string[] = [];
  let done = 0;
  let failure: unknown;
  while (seen.length < MOST_AT_ONCE && !isStopping()) {
    const before = seen.length;
    try {
      const became = await turn(seen);
      if (became === 'nobody') break;
      if (became === 'done') done += 1;
    } catch (error) {
      failure ??= error;
    }
    // Not even found whose turn it is: nothing more can be done now.
    if (seen.length === before) break;
  }
  if (failure !== undefined) throw failure;
  return done;
}
