import { firstStart } from '../cadences/recurrence.js';
import { WEEKDAYS, type Weekday } from '../cadences/rule-text.js';
import type { LocalDateTime } from '../cadences/wall-clock.js';
import { zoneInWords } from './zone-words.js';

/** When a group meets, as somebody wrote it for people: `2PM`, `PT (Pacific Time)`, `biweekly starting June 7, 2018`. */
export interface MeetingWords {
  day: string;
  time: string;
  timeZone: string;
  frequency: string;
}

/** Either when it is, with what had to be assumed, or what could not be read, as a sentence for people. */
export type ReadWords =
  | {
      rule: string;
      startsAt: LocalDateTime;
      timeZone: string;
      /** The words do not say from when on. */
      isStartAssumed: boolean;
      /** What that may have got wrong, as a sentence for people. */
      assumed: string | null;
      problem?: never;
    }
  | { problem: string };

const NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NTH: Record<string, number> = { first: 1, second: 2, third: 3, fourth: 4, fifth: 5, last: -1 };
const NTH_WORD = '(first|second|third|fourth|fifth|last|[1-5](?:st|nd|rd|th))';
const DAY_WORD = `(${NAMES.join('|')})s?`;
const OF_MONTH = '(?: (?:of|in)? ?(?:the|each|every|a)? ?month)?';

/** @param asOf YYYY-MM-DD: from when on it is so, where the words do not say */
export function readMeetingWords(words: MeetingWords, asOf: string): ReadWords {
  const day = dayIn(words.day);
  if (day === null) return cannot('day', words.day, 'one weekday is needed');
  const time = timeIn(words.time);
  if (time === null) return cannot('time', words.time, 'a time such as 09:00 or 2PM is needed');
  const zone = zoneInWords(words.timeZone);
  if (zone === null) return cannot('tz', words.timeZone, 'it names no time zone, or several');
  const plain = plainOf(words.frequency);
  const start = day.start ?? startIn(words.frequency);
  const frequency = frequencyIn(plain.replace(/ ?\b(?:starting|start date).*$/u, '').replace(/ \d{4}$/u, ''), day);
  if (typeof frequency === 'string') return cannot('frequency', words.frequency, frequency);
  if (start !== null && weekdayOf(start) !== day.weekday)
    return cannot('frequency', words.frequency, `${start} is no ${NAMES[WEEKDAYS.indexOf(day.weekday)] ?? ''}`);
  const rule = ruleOf(frequency, day.weekday, start);
  if (rule === null) return cannot('frequency', words.frequency, 'it does not say which one of the month');
  // Every so many weeks counts from its start, or from the first such weekday.
  const begin = start !== null && frequency.every > 1 ? start : later(start, asOf);
  const first = firstStart(`FREQ=WEEKLY;BYDAY=${day.weekday}`, `${begin}T${time}`);
  const startsAt = first === null ? null : firstStart(rule, first);
  if (startsAt === null) return cannot('frequency', words.frequency, 'it gives no date');
  const assumed =
    frequency.every > 1 && start === null
      ? `It does not say in which weeks: taken as from ${startsAt.slice(0, 10)} on. Move the series where it is another week.`
      : null;
  return { rule, startsAt, timeZone: zone, isStartAssumed: start === null || frequency.every === 1, assumed };
}

/** Every so many weeks; or, with `nth`, in a month: these ones of its weekday. */
interface Frequency {
  every: number;
  nth: number[] | null;
  isMonthly: boolean;
}

interface Day {
  weekday: Weekday;
  nth: number | null;
  start: string | null;
}

function frequencyIn(text: string, day: Day): Frequency | string {
  const nth = new RegExp(
    `^(?:monthly|every|on|the|[ ,:-])* ?${NTH_WORD} ?(?:${DAY_WORD})?${OF_MONTH}(?: every month)?$`,
    'u',
  ).exec(text);
  if (nth) return ofMonth(nth[1], nth[2], day);
  if (text === 'monthly' || text === 'every month')
    return { every: 1, nth: day.nth === null ? null : [day.nth], isMonthly: true };
  const except = new RegExp(
    `^weekly[ ,-]* (?:except|excluding) (?:the )?${NTH_WORD} ${DAY_WORD}${OF_MONTH}$`,
    'u',
  ).exec(text);
  if (except) {
    const left = ofMonth(except[1], except[2], day);
    if (typeof left === 'string') return left;
    return { ...left, nth: [1, 2, 3, 4, 5].filter((one) => !left.nth?.includes(one)) };
  }
  if (day.nth !== null) return 'its day says which one of the month, its frequency does not';
  const weeks = weeksIn(text);
  return weeks === null ? 'this is no frequency that can be read' : { every: weeks, nth: null, isMonthly: false };
}

function ofMonth(nth: string | undefined, weekday: string | undefined, day: Day): Frequency | string {
  const number = nthOf(nth ?? '');
  if (weekday !== undefined && weekdayIn(weekday) !== day.weekday) return `its day is another one than ${weekday}`;
  if (day.nth !== null && day.nth !== number) return 'its day says another one of the month';
  return { every: 1, nth: [number], isMonthly: true };
}

function weeksIn(text: string): number | null {
  const plain = text.replace(/[ ,-]+$/u, '');
  if (/^(?:weekly|every week)$/u.test(plain)) return 1;
  if (/^(?:bi-?weekly|every (?:two|2|other) weeks?|every second week|fortnightly)$/u.test(plain)) return 2;
  const every = /^every (third|fourth|three|four|3|4) weeks?$/u.exec(plain)?.[1];
  if (every === undefined) return null;
  return /^(?:third|three|3)$/u.test(every) ? 3 : 4;
}

function ruleOf({ every, nth, isMonthly }: Frequency, weekday: Weekday, start: string | null): string | null {
  if (!isMonthly) return `FREQ=WEEKLY${every === 1 ? '' : `;INTERVAL=${every}`};BYDAY=${weekday}`;
  const days = nth ?? (start === null ? null : [Math.ceil(Number(start.slice(8)) / 7)]);
  return days === null ? null : `FREQ=MONTHLY;BYDAY=${days.map((one) => `${one}${weekday}`).join(',')}`;
}

/** Small letters, without links and without remarks that say nothing about when. */
function plainOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/\(?\[[^\]]*\]\([^)]*\)\)?/gu, '')
    .replace(/, you must be signed in.*$/u, '')
    .replace(/ alternating slack\/zoom$/u, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

function dayIn(text: string): Day | null {
  const plain = plainOf(text);
  const match = new RegExp(`^(?:${NTH_WORD} )?${DAY_WORD}(?: ?\\(starting [^)]*\\))?$`, 'u').exec(plain);
  const weekday = weekdayIn(match?.[2] ?? '');
  if (match === null || weekday === undefined) return null;
  return { weekday, nth: match[1] === undefined ? null : nthOf(match[1]), start: startIn(text) };
}

function timeIn(text: string): string | null {
  const match = /^(\d{1,2})(?::(\d{2}))? ?([ap]m)?$/iu.exec(text.trim());
  if (!match || (match[2] === undefined && match[3] === undefined)) return null;
  const [, hour = '', minute = '00', half] = match;
  const given = Number(hour);
  if (half !== undefined && (given < 1 || given > 12)) return null;
  const hours = half === undefined ? given : (given % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  return hours > 23 || Number(minute) > 59 ? null : `${String(hours).padStart(2, '0')}:${minute}`;
}

/** YYYY-MM-DD of `starting Thursday June 7th, 2018` and of `2019 start date: Jan. 11th`. */
function startIn(text: string): string | null {
  const plain = text
    .toLowerCase()
    .replaceAll(/[.,:()]/gu, ' ')
    .replaceAll(/\s+/gu, ' ');
  const month = `(${MONTHS.join('|')})[a-z]* (\\d{1,2})(?:st|nd|rd|th)?`;
  const after = new RegExp(`starting (?:[a-z]+day )?${month} (\\d{4})\\b`, 'u').exec(plain);
  const before = new RegExp(`(\\d{4}) start date ${month}`, 'u').exec(plain);
  const found = after ? [after[3], after[1], after[2]] : before ? [before[1], before[2], before[3]] : null;
  if (found === null) return null;
  const iso = `${found[0]}-${two(MONTHS.indexOf(found[1] ?? '') + 1)}-${two(Number(found[2]))}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

const weekdayIn = (text: string): Weekday | undefined => WEEKDAYS[NAMES.indexOf(text)];
const weekdayOf = (day: string): Weekday | undefined => WEEKDAYS[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7];
const nthOf = (word: string): number => NTH[word] ?? Number(word.slice(0, 1));
const two = (value: number): string => String(value).padStart(2, '0');
const later = (one: string | null, other: string): string => (one !== null && one > other ? one : other);

function cannot(field: string, text: string, why: string): ReadWords {
  const said = text.trim() === '' ? `It has no ${field}` : `Its ${field} “${text.slice(0, 120)}” cannot be read`;
  return { problem: `${said}: ${why}. Not taken.` };
}
