import type { DemoImpediment } from './demo-facts.js';

const HOUR = 3_600_000;
/** Shorter than any clock above the first level, by day and night, so that none of them has run out. */
const RECENT = 36 * HOUR;
const REASONS = [
  'The vendor looked into it and answers after its change freeze',
  'Agreed with the department: they decide in their meeting on Thursday',
];

/** A clock or two stand still: somebody waits for an answer that has its day. Writes it into the impediments. */
export function tellPauses(impediments: readonly DemoImpediment[], today: string): void {
  const now = Date.parse(`${today}T07:00:00Z`);
  const waiting = impediments.filter(
    ({ state, level, levelSince, startedAt, triagedAt }) =>
      (state === 'TRIAGED' || state === 'IN_PROGRESS') &&
      level > 1 &&
      now - Date.parse(levelSince) < RECENT &&
      latest(levelSince, triagedAt, startedAt) < now - HOUR,
  );
  for (const [index, because] of REASONS.entries()) {
    const told = waiting[index];
    if (told) told.paused = { at: pausedAt(told, now), because };
  }
}

/** Half-way between what happened last and now. */
function pausedAt({ levelSince, triagedAt, startedAt }: DemoImpediment, now: number): string {
  return new Date((latest(levelSince, triagedAt, startedAt) + now) / 2).toISOString();
}

function latest(...moments: (string | null)[]): number {
  return Math.max(...moments.flatMap((at) => (at === null ? [] : [Date.parse(at)])));
}
