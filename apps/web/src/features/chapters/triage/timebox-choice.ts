const KEY = 'chapterhouse.triage-timebox';

/** Minutes that are offered for one item. */
export const TIMEBOX_MINUTES = [1, 2, 3, 5, 8, 10] as const;

/** 25 minutes hold eight of these. */
const USUAL_MINUTES = 3;

/** Seconds that whoever leads in this browser gave an item last. */
export function usualSeconds(): number {
  try {
    const minutes = Number(localStorage.getItem(KEY));
    return (TIMEBOX_MINUTES.find((one) => one === minutes) ?? USUAL_MINUTES) * 60;
  } catch {
    return USUAL_MINUTES * 60;
  }
}

export function keepUsualMinutes(minutes: number): void {
  try {
    localStorage.setItem(KEY, String(minutes));
  } catch {
    // Storage may be forbidden; the next item then has the usual time.
  }
}
