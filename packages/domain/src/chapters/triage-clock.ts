/** A timebox by the server's time: it runs to a moment, or stands with what is left of it. */
export interface Timebox {
  seconds: number;
  /** Milliseconds; null: it stands. */
  endsAt: number | null;
  /** Null while it runs. */
  secondsLeft: number | null;
}

export function startedTimebox(seconds: number, now: number): Timebox {
  return { seconds, endsAt: now + seconds * 1000, secondsLeft: null };
}

/** Standing, with what is left; one that ran over stands at none left. One that stands stays as it is. */
export function pausedTimebox(timebox: Timebox, now: number): Timebox {
  if (timebox.endsAt === null) return timebox;
  const secondsLeft = Math.max(0, Math.ceil((timebox.endsAt - now) / 1000));
  return { seconds: timebox.seconds, endsAt: null, secondsLeft };
}

/** Running again, to as much later as it stood. One that runs stays as it is. */
export function resumedTimebox(timebox: Timebox, now: number): Timebox {
  if (timebox.secondsLeft === null) return timebox;
  return { seconds: timebox.seconds, endsAt: now + timebox.secondsLeft * 1000, secondsLeft: null };
}

/** Whole seconds that an item was under discussion, this time included. Moments in milliseconds. */
export function secondsSpent(before: number, takenUpAt: number | null, now: number): number {
  return before + (takenUpAt === null ? 0 : Math.max(0, Math.round((now - takenUpAt) / 1000)));
}
