import { atMost, day, filled, oneOf, problemsOf } from '../field-checks.js';
import type { FieldProblem } from '../refusal.js';

export const ADOPTION_FEELS = ['WELL', 'MIXED', 'BADLY'] as const;
export type AdoptionFeel = (typeof ADOPTION_FEELS)[number];

export const ADOPTION_NOTE_LIMIT = 5_000;
export const ADOPTION_END_REASON_LIMIT = 2_000;
/** A team that far behind may be nudged. */
export const NUDGED_FROM_BEHIND = 2;
/** Between two nudges of one team about one artifact. */
export const DAYS_BETWEEN_NUDGES = 7;
/** As many months adoption over time goes back. */
export const ADOPTION_MONTHS = 12;

const DAY = 86_400_000;

/** How many versions were published since the one that the team follows. */
export function behindBy(number: number, latest: number): number {
  return Math.max(0, latest - number);
}

/** Null: it may be nudged now; else why not. */
export function nudgeHindrance(
  { behind, nudgedAt }: { behind: number; nudgedAt: Date | null },
  now: Date,
): 'NOT_BEHIND' | 'NUDGED_LATELY' | null {
  if (behind < NUDGED_FROM_BEHIND) return 'NOT_BEHIND';
  const since = nudgedAt === null ? Number.POSITIVE_INFINITY : now.getTime() - nudgedAt.getTime();
  return since < DAYS_BETWEEN_NUDGES * DAY ? 'NUDGED_LATELY' : null;
}

export interface AdoptionInput {
  feel?: string | null | undefined;
  note?: string | null | undefined;
  since?: string | null | undefined;
}

/** @param today YYYY-MM-DD in the organization's time zone: nobody follows something from tomorrow on */
export function adoptionProblems({ feel, note, since }: AdoptionInput, today: string): FieldProblem[] {
  return [
    ...problemsOf('feel', feel, oneOf(ADOPTION_FEELS)),
    ...problemsOf('note', note, atMost(ADOPTION_NOTE_LIMIT)),
    ...problemsOf(
      'since',
      since,
      (value) => day(value) ?? (value > today ? 'Give a day that is not in the future.' : null),
    ),
  ];
}

export function adoptionEndProblems(why: string): FieldProblem[] {
  return problemsOf('why', why, filled('Say why the team does not follow it any more', ADOPTION_END_REASON_LIMIT));
}

/** Which version a team followed from a day on. Half-open: until the next one, or until the adoption's end. */
export interface FollowedVersion {
  number: number;
  since: string;
}

export interface AdoptionLine {
  /** The oldest first. */
  steps: readonly FollowedVersion[];
  until: string | null;
}

/** A version and the day on which it was published, in the organization's time zone. */
export interface PublishedOn {
  number: number;
  on: string;
}

export interface AdoptionInMonth {
  /** YYYY-MM */
  month: string;
  /** That followed any version when the month ended. */
  teams: number;
  /** Of them those that followed the latest that there was. */
  current: number;
}

/**
 * How many teams followed it at the end of each month, the oldest first; of the present month, today.
 * @param today YYYY-MM-DD
 */
export function adoptionOverTime(
  lines: readonly AdoptionLine[],
  published: readonly PublishedOn[],
  today: string,
): AdoptionInMonth[] {
  const first = published.reduce<string | null>(
    (earliest, { on }) => (earliest === null || on < earliest ? on : earliest),
    null,
  );
  if (first === null) return [];
  return lastMonths(today)
    .filter((month) => month >= first.slice(0, 7))
    .map((month) => {
      // The last day that counts: months compare as text, and no day is later than the 31st.
      const end = month === today.slice(0, 7) ? today : `${month}-31`;
      const latest = Math.max(0, ...published.filter(({ on }) => on <= end).map(({ number }) => number));
      const followed = lines.flatMap((line) => followedOn(line, end) ?? []);
      return { month, teams: followed.length, current: followed.filter((number) => number === latest).length };
    });
}

/** The version that is followed at the end of that day. */
function followedOn({ steps, until }: AdoptionLine, on: string): number | undefined {
  if (until !== null && until <= on) return undefined;
  return steps.findLast(({ since }) => since <= on)?.number;
}

function lastMonths(today: string): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: ADOPTION_MONTHS }, (_, index) => {
    const months = year * 12 + (month - 1) - (ADOPTION_MONTHS - 1 - index);
    return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
  });
}
