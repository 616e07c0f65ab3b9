import type { SprintState } from './sprint-fields.js';

/** The last sprint of a team, as far as the next one follows from it. Days as YYYY-MM-DD. */
export interface LastSprint {
  name: string;
  state: SprintState;
  startsOn: string | null;
  endsBefore: string | null;
}

/** What somebody would give of the next sprint most often; they may change all of it. */
export interface ProposedSprint {
  name: string;
  state: SprintState;
  startsOn: string;
  endsBefore: string;
}

const DAY = 24 * 3_600_000;
const WEEK_DAYS = 7;
/** Of a team's first sprint, and where the last one has no length. */
const USUAL_DAYS = 2 * WEEK_DAYS;

/**
 * The sprint that follows: the next number, as long as the last one, from the day on which that was over. Without one
 * it is the first of two weeks, from Monday on. It is proposed as finished when its time is past, for those who write
 * down what was, and as running when it runs.
 * @param today YYYY-MM-DD where the organization is
 */
export function nextSprint(last: LastSprint | null, today: string): ProposedSprint {
  const days = lengthOf(last);
  const startsOn = last?.endsBefore ?? monday(today);
  const endsBefore = shifted(startsOn, days);
  const state = endsBefore <= today ? 'CLOSED' : startsOn <= today ? 'ACTIVE' : 'FUTURE';
  // A sprint begins when the one before it is over.
  const waits = state === 'ACTIVE' && last !== null && last.state !== 'CLOSED';
  return { name: nextName(last?.name), state: waits ? 'FUTURE' : state, startsOn, endsBefore };
}

/** "Sprint 12" -> "Sprint 13", "2016 Sprint 09 Tooling" -> "2016 Sprint 10 Tooling": the last number of a name counts. */
export function nextName(name: string | undefined): string {
  if (name === undefined) return 'Sprint 1';
  const last = [...name.matchAll(/\d+/g)].at(-1);
  if (last === undefined) return `${name} 2`;
  const [digits] = last;
  // More digits are no count, and more than numbers hold.
  if (digits.length > 9) return name;
  const next = String(Number(digits) + 1).padStart(digits.length, '0');
  return name.slice(0, last.index) + next + name.slice(last.index + digits.length);
}

function lengthOf(last: LastSprint | null): number {
  if (last === null || last.startsOn === null || last.endsBefore === null) return USUAL_DAYS;
  const days = (Date.parse(last.endsBefore) - Date.parse(last.startsOn)) / DAY;
  // Whole weeks, though the last one was finished a day early or late: the next one ends on its weekday again.
  return Math.max(1, Math.round(days / WEEK_DAYS)) * WEEK_DAYS;
}

function monday(day: string): string {
  const weekday = new Date(Date.parse(day)).getUTCDay();
  return shifted(day, -((weekday + 6) % WEEK_DAYS));
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}
