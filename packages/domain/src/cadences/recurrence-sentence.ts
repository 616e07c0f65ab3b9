import { type DayOfRule, type Rule, WEEKDAYS, type Weekday, readRule } from './rule-text.js';
import { type LocalDateTime, dayOf, timeOf } from './wall-clock.js';

const WEEKDAY_NAMES: Record<Weekday, string> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};

const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'] as const;
const WORKING_DAYS = 'MO,TU,WE,TH,FR';

/**
 * The rule for people, in English: "Every second Tuesday at 09:30". A rule that has no sentence is shown as it is.
 * @param rule as `writeRule` writes it, or as somebody is typing it; null: once
 * @param timeZone of an UNTIL that is a moment
 */
export function sentenceOf(rule: string | null, startsAt: LocalDateTime, timeZone: string): string {
  const at = `at ${timeOf(startsAt)}`;
  if (rule === null) return `Once, on ${weekdayNameOf(startsAt)} ${dayWords(dayOf(startsAt))} ${at}`;
  const { rule: read } = readRule(rule, { startsAt, timeZone });
  const days = read && daysWords(read, startsAt);
  if (!days) return `By the rule ${rule}, ${at}`;
  const months = read.frequency !== 'YEARLY' && read.byMonth.length > 0 ? `, in ${listed(monthNames(read))}` : '';
  return `${days} ${at}${months}${endWords(read)}`;
}

function daysWords(rule: Rule, startsAt: LocalDateTime): string | null {
  if (rule.frequency === 'MONTHLY') return monthlyWords(rule, startsAt);
  if (rule.frequency === 'YEARLY') return yearlyWords(rule, startsAt);
  if (rule.frequency === 'WEEKLY') return weeklyWords(rule, startsAt);
  if (rule.byDay.length === 0) return everyWords('day', rule.interval);
  return rule.interval === 1
    ? weekdaysWords(rule.byDay)
    : `${everyWords('day', rule.interval)} that is a ${either(rule)}`;
}

function weeklyWords({ byDay, interval }: Rule, startsAt: LocalDateTime): string {
  const days = byDay.length > 0 ? byDay : [{ weekday: weekdayOf(startsAt), nth: null }];
  if (interval === 1) return weekdaysWords(days);
  const [only] = days;
  if (days.length === 1 && only && interval <= ORDINALS.length)
    return everyWords(WEEKDAY_NAMES[only.weekday], interval);
  return `${everyWords('week', interval)} on ${listed(namesOf(days))}`;
}

function weekdaysWords(days: readonly DayOfRule[]): string {
  const key = days.map(({ weekday }) => weekday).join(',');
  if (key === WORKING_DAYS) return 'Every day from Monday to Friday';
  return days.length === WEEKDAYS.length ? 'Every day' : `Every ${listed(namesOf(days))}`;
}

function monthlyWords(rule: Rule, startsAt: LocalDateTime): string | null {
  const on = daysOfMonthWords(rule, startsAt);
  return on && `${everyWords('month', rule.interval)} on ${on}`;
}

function yearlyWords(rule: Rule, startsAt: LocalDateTime): string | null {
  const every = everyWords('year', rule.interval);
  const months = rule.byMonth.length > 0 ? monthNames(rule) : [MONTH_NAMES[Number(startsAt.slice(5, 7)) - 1] ?? ''];
  const on = daysOfMonthWords(rule, startsAt);
  return on && `${every} on ${on} of ${listed(months)}`;
}

/** "the second Tuesday", "the 1st and the 15th", "the last day from Monday to Friday". */
function daysOfMonthWords({ byDay, byMonthDay, bySetPos }: Rule, startsAt: LocalDateTime): string | null {
  if (bySetPos.length > 0) {
    if (byMonthDay.length > 0) return null;
    const pool = byDay.map(({ weekday }) => weekday).join(',') === WORKING_DAYS ? 'day from Monday to Friday' : null;
    const [only] = byDay;
    const name = pool ?? (byDay.length === 1 && only ? WEEKDAY_NAMES[only.weekday] : null);
    const places = bySetPos.map(placeWords);
    if (name === null || byDay.some(({ nth }) => nth !== null) || places.includes(null)) return null;
    return `the ${listed(places.filter((place) => place !== null))} ${name}`;
  }
  if (byDay.length > 0 && byMonthDay.length > 0) return null;
  if (byMonthDay.length > 0) return listed(byMonthDay.map(monthDayWords));
  if (byDay.length === 0) return monthDayWords(Number(startsAt.slice(8, 10)));
  const isNth = byDay.every(({ nth }) => nth !== null);
  if (!isNth) return byDay.some(({ nth }) => nth !== null) ? null : `every ${listed(namesOf(byDay))}`;
  const words = byDay.map(({ nth, weekday }) => {
    const place = placeWords(nth ?? 0);
    return place && `the ${place} ${WEEKDAY_NAMES[weekday]}`;
  });
  return words.includes(null) ? null : listed(words.filter((word) => word !== null));
}

function endWords({ count, until }: Rule): string {
  if (count !== null) return count === 1 ? ', once' : `, ${count} times`;
  return until === null ? '' : `, until ${dayWords(until)}`;
}

/** "Every day", "Every second week", "Every 7 months". */
function everyWords(unit: string, interval: number): string {
  if (interval === 1) return `Every ${unit}`;
  const ordinal = ORDINALS[interval - 1];
  return ordinal ? `Every ${ordinal} ${unit}` : `Every ${interval} ${unit}s`;
}

function placeWords(place: number): string | null {
  if (place > 0) return ORDINALS[place - 1] ?? null;
  if (place === -1) return 'last';
  const ordinal = ORDINALS[-place - 1];
  return ordinal ? `${ordinal} to last` : null;
}

function monthDayWords(day: number): string {
  if (day > 0) return `the ${numbered(day)}`;
  return day === -1 ? 'the last day' : `the ${numbered(-day)} to last day`;
}

function numbered(day: number): string {
  const isTeen = day % 100 >= 11 && day % 100 <= 13;
  const ending = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
  return `${day}${ending}`;
}

function either({ byDay }: Rule): string {
  return namesOf(byDay).join(' or ');
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

const namesOf = (days: readonly DayOfRule[]): string[] => days.map(({ weekday }) => WEEKDAY_NAMES[weekday]);
const monthNames = ({ byMonth }: Rule): string[] => byMonth.map((month) => MONTH_NAMES[month - 1] ?? '');

/** "3 March 2026". @param day YYYY-MM-DD */
function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${MONTH_NAMES[(month ?? 1) - 1]} ${year}`;
}

/** Of the day itself. */
export function weekdayOf(local: LocalDateTime): Weekday {
  const sundayFirst = new Date(`${dayOf(local)}T00:00:00Z`).getUTCDay();
  return WEEKDAYS[(sundayFirst + 6) % 7] ?? 'MO';
}

function weekdayNameOf(local: LocalDateTime): string {
  return WEEKDAY_NAMES[weekdayOf(local)];
}
