import { calendarText } from '@chapterhouse/domain/cadences/calendar-text';
import { localOf, momentOf } from '@chapterhouse/domain/cadences/wall-clock';
import { zoneLines } from '@chapterhouse/domain/cadences/zone-observances';
import { expect, it } from '@jest/globals';
import ICAL from 'ical.js';

const FROM = Date.UTC(2019, 0, 1);
const BEFORE = Date.UTC(2030, 0, 1);
/** Not a divisor of a week, so that all times of day and all weekdays come. */
const STEP = 531 * 60 * 60_000;

/** Neither skipped nor shown twice: those times readers understand in their own ways. */
function isPlain(moment: number, timeZone: string): boolean {
  const local = localOf(moment, timeZone);
  const near = [-180, -120, -60, -30, 30, 60, 120, 180];
  return (
    momentOf(local, timeZone) === moment &&
    near.every((minutes) => localOf(moment + minutes * 60_000, timeZone) !== local)
  );
}

it('All zones, written out, have the clock of ours for another reader, in the past and by their present rules ahead', () => {
  const wrong: string[] = [];
  let asked = 0;
  for (const timeZone of Intl.supportedValuesOf('timeZone')) {
    const text = calendarText(zoneLines(timeZone, FROM, BEFORE));
    const zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(text) as unknown[]));
    for (let moment = FROM; moment < BEFORE; moment += STEP) {
      asked += 1;
      const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = localOf(moment, timeZone)
        .split(/[-T:]/u)
        .map(Number);
      const offset = zone.utcOffset(ICAL.Time.fromData({ year, month, day, hour, minute, second: 0, isDate: false }));
      const read = Date.UTC(year, month - 1, day, hour, minute) - offset * 1000;
      if (read !== moment && isPlain(moment, timeZone)) wrong.push(`${timeZone} ${new Date(moment).toISOString()}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(70_000);
});
