import type { TriageSessionFactsFragment } from '../../../generated/graphql';

export type ShownTimebox = Omit<NonNullable<TriageSessionFactsFragment['timebox']>, '__typename'>;

export type TimeboxLook = {
  /** Seconds; below 0 it is over by so many. */
  left: number;
  running: boolean;
  /** `soon`: time to come to a result. */
  tone: 'calm' | 'soon' | 'over';
};

/** Seconds before the end at which it is time to come to a result; sooner in a short timebox. */
const SOON = 60;
const PART = 0.25;

/** How a timebox stands. @param now milliseconds, as the server's clock has them */
export function timeboxLook({ seconds, endsAt, secondsLeft }: ShownTimebox, now: number): TimeboxLook {
  const left = endsAt === null ? (secondsLeft ?? seconds) : Math.ceil((Date.parse(endsAt) - now) / 1_000);
  const soon = left <= Math.min(SOON, seconds * PART);
  return { left, running: endsAt !== null, tone: left <= 0 ? 'over' : soon ? 'soon' : 'calm' };
}

/** "4:05"; "+0:12" of what is over. */
export function clockText(left: number): string {
  const seconds = Math.abs(left);
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return left < 0 ? `+${text}` : text;
}

/** "4 minutes 5 seconds left", "over by 12 seconds". */
export function clockWords(left: number): string {
  const seconds = Math.abs(left);
  const parts = [unit(Math.floor(seconds / 60), 'minute'), unit(seconds % 60, 'second')].filter(Boolean);
  const words = parts.join(' ') || 'no time';
  return left < 0 ? `over by ${words}` : `${words} left`;
}

const unit = (count: number, one: string): string => (count === 0 ? '' : `${count} ${one}${count === 1 ? '' : 's'}`);
