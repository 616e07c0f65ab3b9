/** As long as a test waits for what comes sooner or later, in milliseconds: less than jest's limit of a test. */
export const PATIENCE_MS = 200_000;
const LOOK_EVERY_MS = 10;

/**
 * Resolves once it holds. It is patient, as a busy machine says nothing of the product; what has to be there within a
 * time is measured with a {@link stopwatch}.
 * @throws what never holds
 */
export async function until(holds: () => boolean | Promise<boolean>, patienceMs = PATIENCE_MS): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`Never, in ${patienceMs / 1000} s: ${String(holds)}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

const TICK_MS = 10;
const LONGEST_TICK_MS = 2 * TICK_MS;

/**
 * Milliseconds of the time in which this process waited or worked: where the machine does something else, the watch
 * stands. For what is promised within seconds.
 */
export function stopwatch(): { stop: () => number } {
  let elapsed = 0;
  let last = now();
  const tick = (): void => {
    const { at, worked } = now();
    elapsed += Math.min(at - last.at, Math.max(worked - last.worked, LONGEST_TICK_MS));
    last = { at, worked };
  };
  const timer = setInterval(tick, TICK_MS);
  return {
    stop: () => {
      clearInterval(timer);
      tick();
      return elapsed;
    },
  };
}

function now(): { at: number; worked: number } {
  const { user, system } = process.cpuUsage();
  return { at: performance.now(), worked: (user + system) / 1000 };
}

/** What some wait for until another opens it. */
export function gate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}
