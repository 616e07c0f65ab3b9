import { addDays, dayWords, todayIn } from '../../platform/dates/day-words';

type Moments = { startsAt: string; endsAt: string };

/** When something takes place by the clocks of a zone: days are YYYY-MM-DD, times HH:MM. */
export type PlacedTime = { day: string; from: string; to: string; endDay: string };

const clocks = new Map<string, Intl.DateTimeFormat>();

/** HH:MM of a moment in a zone. */
export function timeIn(timeZone: string, at: string): string {
  const known = clocks.get(timeZone);
  const clock = known ?? new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  if (!known) clocks.set(timeZone, clock);
  return clock.format(new Date(at));
}

export function placedIn(timeZone: string, { startsAt, endsAt }: Moments): PlacedTime {
  return {
    day: todayIn(timeZone, new Date(startsAt)),
    from: timeIn(timeZone, startsAt),
    to: timeIn(timeZone, endsAt),
    endDay: todayIn(timeZone, new Date(endsAt)),
  };
}

/** "09:30–10:00". */
export const clockWords = ({ from, to }: PlacedTime): string => `${from}–${to}`;

/** "Europe/Lisbon" -> "Lisbon". */
export const zoneWords = (timeZone: string): string => (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');

/**
 * What clocks show where the meeting is at home, where that differs from here: "14:00 in New York", with its weekday where
 * that is another one there.
 */
export function elsewhereWords(at: { localStart: string; startsAt: string; timeZone: string }, here: string) {
  const [day, time] = [at.localStart.slice(0, 10), at.localStart.slice(11, 16)];
  const dayHere = todayIn(here, new Date(at.startsAt));
  if (day === dayHere && time === timeIn(here, at.startsAt)) return null;
  return `${day === dayHere ? '' : `${weekdayOf(day)} `}${time} in ${zoneWords(at.timeZone)}`;
}

/** A rule in words, by whose clocks where those are not the ones of here: "Every Monday at 20:30 (clocks of New York)". */
export function ruleWords({ sentence, timeZone }: { sentence: string; timeZone: string }, here: string): string {
  const rule = sentence.replace(/\.$/, '');
  return timeZone === here ? rule : `${rule} (clocks of ${zoneWords(timeZone)})`;
}

const WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
const SHORT_WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' });

export const weekdayOf = (day: string): string => WEEKDAY.format(new Date(day));
export const shortWeekdayOf = (day: string): string => SHORT_WEEKDAY.format(new Date(day));

/** "Tuesday, 9 March", with "Today" or "Tomorrow" before it where that is so. */
export function longDayWords(day: string, today: string): string {
  const near = day === today ? 'Today, ' : day === addDays(today, 1) ? 'Tomorrow, ' : '';
  return `${near}${weekdayOf(day)}, ${dayWords(day, today)}`;
}

/** "9 – 15 March", or "30 March – 5 April". */
export function spanWords(from: string, last: string, today: string): string {
  const end = dayWords(last, today);
  return from.slice(0, 7) === last.slice(0, 7)
    ? `${Number(from.slice(8))} – ${end}`
    : `${dayWords(from, today)} – ${end}`;
}

/** The Monday of the week of a day. */
export function mondayOf(day: string): string {
  const weekday = new Date(day).getUTCDay();
  return addDays(day, weekday === 0 ? -6 : 1 - weekday);
}

/** "15 min", "1 h", "1 h 30 min". */
export function lengthWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && `${hours} h`, rest > 0 && `${rest} min`].filter(Boolean).join(' ');
}
