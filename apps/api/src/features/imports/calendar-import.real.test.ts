import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { DateTime } from 'luxon';
import { parse } from 'smol-toml';
import { TestApp } from '../../../test/test-app.js';
import type { TestOrganization, TestPerson } from '../../../test/world.js';
import { ImportRunner } from './import-runner.js';

const FOLDER = join(import.meta.dirname, '../../../../../../shared/data/calendar-rust');
const there = existsSync(FOLDER);
const suite = there ? describe : describe.skip;
if (!there) process.stderr.write(`Skipped: no real calendars in ${FOLDER}.\n`);
/** In steps of the days that one look at the calendar may span. */
const SPAN = { from: '2023-10-01', endsBefore: '2026-12-29' };
const daysOn = (day: string): string => DateTime.fromISO(day).plus({ days: 79 }).toISODate() ?? '';
const ZONE = 'Europe/Berlin';

interface Event {
  uid: string;
  title: string;
  start: string | { date: string; timezone: string };
  end?: string | { date: string; timezone: string };
  recurrence_rules?: Record<string, unknown>[];
  exceptions?: { timezone: string; dates: string[] };
}

suite('The calendars of a large project', () => {
  let app: TestApp;
  let house: TestOrganization;
  let owner: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    house = await app.world.organization('Rust', ZONE);
    owner = await house.administrator('Ada');
  });
  afterAll(() => app.stop());

  const order = () => ({
    organizationId: house.id,
    kind: 'CALENDAR' as const,
    mapping: {},
    files: readdirSync(FOLDER, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.toml'))
      .sort()
      .map((name) => ({ name, content: readFileSync(join(FOLDER, name)) })),
  });

  it('take place at every moment that a second library says, and at no other', async () => {
    const report = await app.app.get(ImportRunner).apply(order());
    const events = order().files.flatMap(
      ({ content }) => (parse(content.toString())['events'] ?? []) as unknown as Event[],
    );
    const problems = report.problems.map(({ where, what }) => `${where}: ${what}`);
    process.stdout.write(`${JSON.stringify({ ...report, problems: problems.length })}\n${problems.join('\n')}\n`);
    const [from, before] = [SPAN.from, SPAN.endsBefore].map(
      (day) => DateTime.fromISO(day, { zone: ZONE }).toUTC().toISO() ?? '',
    );
    const expected = events
      .flatMap((event) => momentsOf(event))
      .filter((one) => one >= (from ?? '') && one < (before ?? ''))
      .sort();
    const found: string[] = [];
    for (let day = SPAN.from; day < SPAN.endsBefore; day = daysOn(day)) {
      const { data } = await app.graphql<{ occurrences: { name: string; startsAt: string; endsAt: string }[] }>(
        owner.cookie,
        'query ($from: Date!, $endsBefore: Date!) { occurrences(from: $from, endsBefore: $endsBefore) { name startsAt endsAt } }',
        { from: day, endsBefore: daysOn(day) },
      );
      for (const { name, startsAt, endsAt } of data?.occurrences ?? []) found.push(`${startsAt} ${endsAt} ${name}`);
    }
    expect(found.sort()).toEqual(expected);
    expect(expected.length).toBeGreaterThan(3000);
    process.stdout.write(`${expected.length} dates\n`);
  });

  it('change nothing when they are read again', async () => {
    const again = await app.app.get(ImportRunner).apply(order());
    expect(again).toMatchObject({ created: {}, updated: {}, ended: {} });
  });
});

/** By the second library alone: from the TOML to its own rules, to moments by a third one's zones. */
function momentsOf({ title, start, end, recurrence_rules: rules = [], exceptions }: Event): string[] {
  const zone = typeof start === 'string' ? (start.length > 10 ? 'UTC' : ZONE) : start.timezone;
  const local = DateTime.fromISO((typeof start === 'string' ? start : start.date).slice(0, 19).replace(/Z$/u, ''), {
    zone,
  });
  const until =
    end === undefined
      ? local.plus({ days: 1 })
      : DateTime.fromISO((typeof end === 'string' ? end : end.date).slice(0, 19).replace(/Z$/u, ''), { zone });
  const minutes = until.diff(local, 'minutes').minutes;
  const skipped = new Set((exceptions?.dates ?? []).map((date) => date.slice(0, 16)));
  const starts = new Set<string>();
  if (rules.length === 0) starts.add(local.toFormat("yyyy-MM-dd'T'HH:mm"));
  for (const rule of rules) {
    const recur = ICAL.Recur.fromString(ruleText(rule, zone));
    const iterator = recur.iterator(
      ICAL.Time.fromDateTimeString(local.toFormat("yyyy-MM-dd'T'HH:mm:ss"), undefined as never),
    );
    for (let next = iterator.next(); next !== null; next = iterator.next()) {
      const text = next.toString().slice(0, 16);
      if (text > daysOn(SPAN.endsBefore)) break;
      if (!skipped.has(text)) starts.add(text);
    }
  }
  return [...starts].map((text) => {
    const at = DateTime.fromISO(text, { zone });
    const iso = (one: DateTime): string => one.toUTC().toISO() ?? '';
    return `${iso(at)} ${iso(at.plus({ minutes }))} ${title}`;
  });
}

function ruleText(rule: Record<string, unknown>, zone: string): string {
  const days = (rule['by_day'] as { day: string; num?: number }[] | undefined)?.map(
    ({ day, num }) => `${num ?? ''}${day.slice(0, 2).toUpperCase()}`,
  );
  const until = rule['until'] === undefined ? null : DateTime.fromISO(String(rule['until'])).setZone(zone);
  return [
    `FREQ=${String(rule['frequency']).toUpperCase()}`,
    rule['interval'] === undefined ? '' : `INTERVAL=${String(rule['interval'])}`,
    rule['count'] === undefined ? '' : `COUNT=${String(rule['count'])}`,
    until === null ? '' : `UNTIL=${until.toFormat("yyyyMMdd'T'HHmmss")}`,
    days === undefined ? '' : `BYDAY=${days.join(',')}`,
    rule['by_hour'] === undefined ? '' : `BYHOUR=${(rule['by_hour'] as number[]).join(',')}`,
  ]
    .filter((part) => part !== '')
    .join(';');
}
