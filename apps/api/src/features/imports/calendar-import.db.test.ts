import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { TestApp } from '../../../test/test-app.js';
import type { TestOrganization } from '../../../test/world.js';
import type { ImportFile } from './import-file.js';
import { ImportRunner } from './import-runner.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

function calendar(...events: string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//EN', ...events, 'END:VCALENDAR', ''].join('\r\n');
}

function event(lines: string): string {
  return `BEGIN:VEVENT\r\n${lines.trim().replaceAll(/\n\s*/gu, '\r\n')}\r\nEND:VEVENT`;
}

const SYNC = event(`UID:sync@x
  SUMMARY:Sync
  LOCATION:Room\\, 1
  DTSTART;TZID=Europe/Berlin:20260303T093000
  DTEND;TZID=Europe/Berlin:20260303T100000
  RRULE:FREQ=WEEKLY;BYDAY=TU
  EXDATE;TZID=Europe/Berlin:20260317T093000`);
const MOVED = event(`UID:sync@x
  RECURRENCE-ID;TZID=Europe/Berlin:20260324T093000
  SUMMARY:Sync
  LOCATION:Room\\, 1
  DTSTART;TZID=Europe/Berlin:20260325T110000
  DTEND;TZID=Europe/Berlin:20260325T120000`);
const CALLED_OFF = event(`UID:sync@x
  RECURRENCE-ID;TZID=Europe/Berlin:20260331T093000
  SUMMARY:Sync
  LOCATION:Room\\, 1
  STATUS:CANCELLED
  DTSTART;TZID=Europe/Berlin:20260331T093000
  DTEND;TZID=Europe/Berlin:20260331T100000`);

function order(house: TestOrganization, texts: Record<string, string | Uint8Array>, mapping: object = {}) {
  const files: ImportFile[] = Object.entries(texts).map(([name, content]) => ({ name, content }));
  return { organizationId: house.id, kind: 'CALENDAR' as const, files, mapping };
}

const series = (house: TestOrganization) =>
  house.query(
    `select name, place, rule, to_char(starts_at, 'YYYY-MM-DD"T"HH24:MI') as start, time_zone as zone, minutes, scope_kind as scope
       from cadences order by starts_at, name`,
  );
const dates = (house: TestOrganization) =>
  house.query<{ day: string; state: string; movedTo: string | null; minutes: number | null }>(
    `select to_char(original_start, 'MM-DD') as day, state, to_char(moved_to, 'MM-DD HH24:MI') as "movedTo", minutes
       from occurrences order by original_start`,
  );
const run = (given: ReturnType<typeof order>) => app.app.get(ImportRunner).apply(given);

describe('An import of calendars', () => {
  it('takes series with what differs on single dates, changes nothing the second time, and follows a newer file', async () => {
    const house = await app.world.organization('Calendar');
    const team = await house.team('Cranes');
    const given = order(house, { 'a.ics': calendar(SYNC, MOVED, CALLED_OFF) }, { place: 'team:cranes' });
    const preview = await app.app.get(ImportRunner).preview(given);
    const report = await run(given);
    expect(report).toEqual(preview);
    expect(report).toMatchObject({ created: { meeting: 1 }, problems: [] });
    expect(await series(house)).toEqual([
      {
        name: 'Sync',
        place: 'Room, 1',
        rule: 'FREQ=WEEKLY;BYDAY=TU',
        start: '2026-03-03T09:30',
        zone: 'Europe/Berlin',
        minutes: 30,
        scope: 'TEAM',
      },
    ]);
    expect(await dates(house)).toEqual([
      { day: '03-17', state: 'SKIPPED', movedTo: null, minutes: null },
      { day: '03-24', state: 'PLANNED', movedTo: '03-25 11:00', minutes: 60 },
      { day: '03-31', state: 'CANCELLED', movedTo: null, minutes: null },
    ]);
    expect(await house.query('select team_id as id, roles from cadences')).toEqual([
      { id: team.id, roles: ['PRODUCT_OWNER', 'SCRUM_MASTER', 'DEVELOPER'] },
    ]);
    expect(await run(given)).toMatchObject({ created: {}, updated: {}, unchanged: { meeting: 1 } });

    const newer = SYNC.replace('Room\\, 1', 'Hall').replace(/\r\nEXDATE[^\r]*/u, '');
    expect(
      await run(order(house, { 'b.ics': calendar(newer, CALLED_OFF.replace('Room\\, 1', 'Hall')) })),
    ).toMatchObject({
      created: {},
      updated: { meeting: 1 },
    });
    expect(await series(house)).toMatchObject([{ place: 'Hall', scope: 'TEAM' }]);
    // What is no longer in the file is as the series says again.
    expect((await dates(house)).map(({ state, movedTo }) => [state, movedTo])).toEqual([
      ['PLANNED', null],
      ['PLANNED', null],
      ['CANCELLED', null],
    ]);
    const wrong = await house.query(
      `select o.id from occurrences o where o.version <> (select max(subject_version) from events e where e.subject_id = o.id)
       union all select c.id from cadences c where c.version <> (select max(subject_version) from events e where e.subject_id = c.id)`,
    );
    expect(wrong).toEqual([]);
  });

  it('keeps what somebody changed here while the file says the same', async () => {
    const house = await app.world.organization('Here');
    const given = order(house, { 'a.ics': calendar(SYNC) });
    await run(given);
    await house.query(`update cadences set name = 'Ours'`);
    expect(await run(given)).toMatchObject({ updated: {}, unchanged: { meeting: 1 } });
    expect(await series(house)).toMatchObject([{ name: 'Ours' }]);
  });

  it('says with its line whatever it cannot take, and takes the rest', async () => {
    const house = await app.world.organization('Odd', 'Europe/Lisbon');
    const text = calendar(
      event('UID:1\n SUMMARY:No start'),
      event('UID:2\n SUMMARY:Each hour\n DTSTART:20260301T100000Z\n DURATION:PT1H\n RRULE:FREQ=HOURLY'),
      event('UID:3\n SUMMARY:Secret\n CLASS:PRIVATE\n DTSTART:20260301T100000Z\n DURATION:PT1H'),
      event('SUMMARY:Nobody\n DTSTART:20260301T100000Z\n DURATION:PT1H'),
      event('UID:4\n SUMMARY:Where\n DTSTART;TZID=Mars/Base:20260301T100000\n DURATION:PT1H'),
      event('UID:5\n SUMMARY:Floating\n DTSTART:20260301T100000\n DURATION:PT1H30M\n ATTENDEE:mailto:a@example.org'),
      event('UID:6\n SUMMARY:Day\n DTSTART;VALUE=DATE:20260301\n EXDATE:20260401T100000Z'),
      event(
        'UID:7\n SUMMARY:Both\n DTSTART:20260302T100000Z\n DTEND:20260302T110000Z\n RRULE:FREQ=WEEKLY;COUNT=4\n EXDATE:20260310T100000Z',
      ),
      event('UID:8\n SUMMARY:Never\n DTSTART:20260230T100000Z\n DURATION:PT1H'),
      'BEGIN:VTODO\r\nUID:t\r\nEND:VTODO',
      'BEGIN:VEVENT\r\nUID:9\r\nSUMMARY:Cut',
    ).replace('\r\nEND:VCALENDAR', '');
    const report = await run(order(house, { 'odd.ics': text }));
    expect(report.created).toEqual({ meeting: 3 });
    expect(await series(house)).toMatchObject([
      { name: 'Day', start: '2026-03-01T00:00', zone: 'Europe/Lisbon', minutes: 1440, rule: null },
      { name: 'Floating', start: '2026-03-01T10:00', zone: 'Europe/Lisbon', minutes: 90 },
      { name: 'Both', start: '2026-03-02T10:00', zone: 'UTC', rule: 'FREQ=WEEKLY;COUNT=4' },
    ]);
    const lines = text.split('\r\n');
    for (const { where } of report.problems) expect(lines[Number(where.split(':')[1]) - 1]).toBeDefined();
    expect(report.problems.map(({ what }) => what.replace(/ \(.*/u, ''))).toEqual(
      expect.arrayContaining([
        'This meeting has no start that can be read: not taken.',
        expect.stringContaining('Its rule FREQ=HOURLY is not taken. Choose FREQ of DAILY'),
        'This meeting is marked PRIVATE, and everybody here sees meetings: not taken.',
        'This meeting has no UID, which is its identity: not taken.',
        'The time zone “Mars/Base” is unknown, and the file does not define it: left out.',
        'Not taken: ATTENDEE.',
        'It is of whole days: taken as 24 hours from midnight on',
        'The exception 2026-03-10 10:00 is no date of this meeting: nothing is left out.',
        '“2026-02-30T10:00:00Z” is no date or time that exists: left out.',
        'Not taken: VTODO, which is no meeting.',
        'This VEVENT has no end: the file is cut off there.',
      ]),
    );
  });

  it('takes dates that are periods from their starts, and says whose dates a rule should have left out', async () => {
    const house = await app.world.organization('Periods', 'UTC');
    const text = calendar(
      event(`UID:p
        SUMMARY:Fair
        DTSTART:20260302T100000Z
        DURATION:PT1H
        RDATE;VALUE=PERIOD:20260304T100000Z/PT3H,20260305T140000Z/20260305T150000Z`),
      event(`UID:e
        SUMMARY:Rounds
        DTSTART:20260303T090000Z
        DURATION:PT1H
        RRULE:FREQ=DAILY;COUNT=10
        EXRULE:FREQ=WEEKLY;BYDAY=SA,SU`),
    );
    const report = await run(order(house, { 'p.ics': text }));
    expect(await series(house)).toMatchObject([
      { name: 'Fair', start: '2026-03-02T10:00', minutes: 60 },
      { name: 'Rounds', start: '2026-03-03T09:00', rule: 'FREQ=DAILY;COUNT=10' },
      { name: 'Fair', start: '2026-03-04T10:00', minutes: 60 },
      { name: 'Fair', start: '2026-03-05T14:00', minutes: 60 },
    ]);
    expect(report.problems).toEqual([
      {
        where: 'p.ics:9',
        what: 'Dates of “Fair” have a length of their own (PERIOD): they are taken as long as all others.',
      },
      {
        where: 'p.ics:17',
        what: '“Rounds” leaves out dates by a rule (EXRULE), which is not taken: it has more dates here than there.',
      },
    ]);
  });

  it('knows zones by their clocks where their names are of one program only', async () => {
    const house = await app.world.organization('Zones', 'UTC');
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:W. Europe Standard Time',
      'BEGIN:STANDARD',
      'DTSTART:16010101T030000',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:16010101T020000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3',
      'END:DAYLIGHT',
      'END:VTIMEZONE',
    ].join('\r\n');
    const meeting = event(
      'UID:o\n SUMMARY:Office\n DTSTART;TZID=W. Europe Standard Time:20260303T093000\n DURATION:PT30M\n RRULE:FREQ=DAILY;COUNT=3',
    );
    const report = await run(order(house, { 'o.ics': calendar(zone, meeting) }));
    expect(report.problems).toEqual([
      { where: 'o.ics', what: 'The time zone “W. Europe Standard Time” is taken as Europe/Berlin.' },
    ]);
    expect(await series(house)).toMatchObject([{ zone: 'Europe/Berlin', start: '2026-03-03T09:30' }]);
  });

  it('reads TOML calendars of a zip, each for its own place, and fetches nothing that they include', async () => {
    const house = await app.world.organization('Toml');
    const team = await house.team('Cranes');
    const lang = `name = "Language"
[meta]
includes = ["_zones.toml", "gone.toml"]
[[events]]
uid = "1"
title = "Design"
start = { date = "2026-03-03T12:30:00.00", timezone = "America/New_York" }
end = { date = "2026-03-03T14:00:00.00", timezone = "America/New_York" }
recurrence_rules = [ { frequency = "weekly", by_day = [ { day = "tuesday" } ], by_hour = [12] }, { frequency = "weekly", by_day = [ { day = "friday" } ], by_hour = [16] } ]
exceptions = { timezone = "America/New_York", dates = ["2026-03-10T16:30:00.00"] }
[[events]]
uid = "2"
title = "Odd"
start = "2026-03-03T12:30:00Z"
recurrence_rules = [ { frequency = "weekly", by_moon = [1] } ]
`;
    const zip = zipSync({
      'cal/lang.toml': strToU8(lang),
      'cal/_zones.toml': strToU8('[[timezones]]\nname = "X"\n'),
      'cal/Cargo.toml': strToU8('[package]\nname = "x"\n'),
      'cal/bad.toml': strToU8('name = \n'),
    });
    const mapping = { place: 'SKIP', calendars: { 'lang.toml': `Team_${team.id}` } };
    const report = await run(order(house, { 'cal.zip': zip }, mapping));
    expect(report.created).toEqual({ meeting: 2 });
    expect(await series(house)).toMatchObject([
      { rule: 'FREQ=WEEKLY;BYDAY=TU', start: '2026-03-03T12:30', scope: 'TEAM' },
      { rule: 'FREQ=WEEKLY;BYDAY=FR', start: '2026-03-06T16:30', scope: 'TEAM' },
    ]);
    expect(report.problems.map(({ where, what }) => `${where} ${what}`)).toEqual([
      'lang.toml:11 “by_moon” of a recurrence rule of this event cannot be read: not taken.',
      'Cargo.toml This is no calendar: it has neither [[events]] nor [meta]. Left out.',
      'bad.toml:1 This is no TOML that can be read: Invalid TOML document: invalid value',
      'lang.toml It includes gone.toml, which is not among the files: give it too.',
      'lang.toml:4 The exception 2026-03-10 16:30 is no date of this meeting: nothing is left out. It would, if 16:30 were a time in UTC.',
    ]);
    await expect(run(order(house, { 'cal.zip': zip }, { place: 'WISH' }))).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect((await run(order(house, { 'cal.zip': zip }, { place: 'team:Gone' }))).refused).toContain('not here');
  });
});
