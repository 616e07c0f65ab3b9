import { dayWords, todayIn } from '../../platform/dates/day-words';

const DAY_AND_TIME: Intl.DateTimeFormatOptions = {
  weekday: 'long',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
};

/** "Tuesday 24 November, 09:30", by the clocks of the zone. @param now milliseconds */
export function whenWords(at: string, timeZone: string, now = Date.now()): string {
  const moment = new Date(at);
  const parts = new Intl.DateTimeFormat('en-GB', { ...DAY_AND_TIME, timeZone }).formatToParts(moment);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const day = dayWords(todayIn(timeZone, moment), todayIn(timeZone, new Date(now)));
  return `${part('weekday')} ${day}, ${part('hour')}:${part('minute')}`;
}
