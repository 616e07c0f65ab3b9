import { escalationDue } from '@chapterhouse/domain/impediments/automatic-escalation';
import { type ClockTerms, type LadderLevel, termsOf } from '@chapterhouse/domain/impediments/impediment-ladder';
import { runsOutAt, workedAt } from '@chapterhouse/domain/impediments/level-clock';
import { type ClockEvent, type ClockHistory, clocksOf } from '@chapterhouse/domain/impediments/level-clock-history';
import type { WorkingCalendar } from '@chapterhouse/domain/organization/working-calendar';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { ClockStory } from '../../../../test/clock-story.js';
import type { TestImpediment } from '../../../../test/impediment-story.js';
import { histories, type Step } from '../../../../test/random-clock-histories.js';
import { TestApp } from '../../../../test/test-app.js';
import type { TestPerson } from '../../../../test/world.js';
import { Clock } from '../../../platform/clock.js';
import { type ClockRow, isoOf, stayOf } from './stay.js';

let app: TestApp;
let clock: jest.SpiedFunction<Clock['now']>;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app?.stop());
afterEach(() => {
  jest.restoreAllMocks();
});

const HOUR = 3_600_000;

/** One impediment as people and time handle it, and what the rules say of the same history. */
class Walk {
  private events: ClockEvent[] = [];
  private version = 1;
  private fired = 0;
  private ladderVersion = 1;
  private isOver = false;
  private isTriaged = false;
  /** Declined or reopened: its cost follows the log, whose moments are the database's, not this walk's. */
  private isToldByLog = false;
  /** When it stood in the way; the last of them lasts. */
  private spans: { from: number; to: number | null }[];
  private worked = new Map<number, number>();

  private constructor(
    private readonly story: ClockStory,
    private readonly admin: TestPerson,
    private readonly it: TestImpediment,
    private readonly first: WorkingCalendar,
    private ladder: LadderLevel[],
    private now: number,
  ) {
    this.events.push({ what: 'CAME_TO_LEVEL', at: now, level: 1, terms: this.terms(1) });
    this.spans = [{ from: now, to: null }];
  }

  static async begin(given: { calendar: WorkingCalendar; ladder: LadderLevel[]; raisedAt: number }): Promise<Walk> {
    clock = jest.spyOn(Clock.prototype, 'now').mockReturnValue(new Date(given.raisedAt));
    const story = await ClockStory.tell(app, 'Histories');
    const admin = await story.impediments.house.administrator('Ada');
    await editCalendar(admin, 1, given.calendar);
    await editLadder(admin, 1, given.ladder);
    const it = await story.impediments.raise('Any');
    const walk = new Walk(story, admin, it, given.calendar, given.ladder, given.raisedAt);
    walk.ladderVersion += 1;
    return walk;
  }

  async go(wait: number, next: Step): Promise<void> {
    this.now += wait;
    clock.mockReturnValue(new Date(this.now));
    await this.take(next);
    await this.compare();
  }

  private async take(next: Step): Promise<void> {
    const at = this.now;
    const { clocks, calendar } = this.known();
    const last = clocks.at(-1);
    if (!last) throw new Error('It was raised.');
    switch (next.what) {
      case 'LEVEL':
      case 'UNDONE_LEVEL': {
        const isLegal = last.endedAt === null && last.level !== next.level;
        const given = `level: ${next.level}, reason: "Because"`;
        const done = await this.change('setImpedimentLevel', given, next.what === 'UNDONE_LEVEL');
        expect(done).toBe(isLegal);
        if (isLegal && next.what === 'LEVEL')
          this.events.push({ what: 'CAME_TO_LEVEL', at, level: next.level, terms: this.terms(next.level) });
        return;
      }
      case 'PAUSE': {
        const over = workedAt(last, at, calendar) >= last.terms.clockWorkingHours * HOUR;
        const isLegal = last.endedAt === null && last.pausedBecause === null && !over;
        expect(await this.change('pauseImpedimentClock', 'reason: "Vendor"')).toBe(isLegal);
        if (isLegal) this.events.push({ what: 'PAUSED', at, reason: 'Vendor' });
        return;
      }
      case 'RESUME': {
        const isLegal = last.endedAt === null && last.pausedBecause !== null;
        expect(await this.change('resumeImpedimentClock', '')).toBe(isLegal);
        if (isLegal) this.events.push({ what: 'RESUMED', at });
        return;
      }
      case 'DECLINE':
      case 'UNDONE_DECLINE': {
        const done = await this.change('declineImpediment', 'reason: "No"', next.what === 'UNDONE_DECLINE');
        expect(done).toBe(!this.isOver);
        if (!done || next.what === 'UNDONE_DECLINE') return;
        this.isToldByLog = true;
        this.ended();
        return;
      }
      case 'RESOLVE': {
        if (!this.isOver) await this.takenOn(last.level);
        expect(await this.change('resolveImpediment', 'resolution: "Gone"')).toBe(!this.isOver);
        if (!this.isOver) this.ended();
        return;
      }
      case 'REOPEN':
        expect(await this.change('reopenImpediment', 'reason: "Back"')).toBe(this.isOver);
        if (!this.isOver) return;
        [this.isOver, this.isToldByLog] = [false, true];
        this.spans.push({ from: at, to: null });
        this.events.push({ what: 'CAME_TO_LEVEL', at, level: last.level, terms: this.terms(last.level) });
        return;
      case 'TIME': {
        const due = escalationDue(last, at, calendar);
        const woke = await Promise.all([this.story.wake(isoOf(at)), this.story.wake(isoOf(at))]);
        expect(woke.reduce((sum, { escalated }) => sum + escalated, 0)).toBe(due ? 1 : 0);
        if (!due) return;
        [this.fired, this.version] = [this.fired + 1, this.version + 1];
        this.events.push({ what: 'CAME_TO_LEVEL', at, level: due.toLevel, terms: this.terms(due.toLevel) });
        return;
      }
      case 'CALENDAR':
        await editCalendar(this.admin, await this.organizationVersion(), next.calendar);
        this.events.push({ what: 'CALENDAR_CHANGED', at, calendar: next.calendar });
        this.version = await this.versionNow();
        return;
      case 'LADDER':
        await editLadder(this.admin, this.ladderVersion, next.ladder);
        if (JSON.stringify(next.ladder) !== JSON.stringify(this.ladder)) this.ladderVersion += 1;
        this.ladder = next.ladder;
    }
  }

  private ended(): void {
    this.isOver = true;
    const span = this.spans.at(-1);
    if (span) span.to = this.now;
    this.events.push({ what: 'ENDED', at: this.now });
  }

  /** Triaged where it stands, and begun. */
  private async takenOn(at: number): Promise<void> {
    const owner = `Person_${this.story.impediments.master.id}`;
    const input = `input: { ownerId: "${owner}", severity: HIGH, level: ${at}, nextStep: "Ask" }`;
    if (!this.isTriaged) expect(await this.change('triageImpediment', input)).toBe(true);
    this.isTriaged = true;
    expect(await this.change('startImpediment', '')).toBe(true);
  }

  /** Its only team's days, counted one by one in the calendar of now. */
  private naiveTeamDays(): number {
    const { timeZone: zone, workingDays, holidays } = this.known().calendar;
    let days = 0;
    for (const { from, to } of this.spans) {
      const end = to ?? this.now;
      for (
        let day = DateTime.fromMillis(from, { zone }).startOf('day');
        day.toMillis() <= end;
        day = day.plus({ days: 1 })
      ) {
        const begins = day.startOf('day');
        if (begins.toMillis() <= from || begins.toMillis() > end) continue;
        if (workingDays.includes(begins.weekday) && !holidays.includes(begins.toISODate() ?? '')) days += 1;
      }
    }
    return days;
  }

  /** What is stored says the same as the rules say of the whole history, and nothing ran backwards. */
  private async compare(): Promise<void> {
    const { clocks, calendar } = this.known();
    const rows = await this.story.query<ClockRow & Record<string, unknown>>(
      'select * from impediment_clocks where organization_id = $1 and impediment_id = $2 order by number',
      this.it,
    );
    const stays = rows.map(stayOf);
    const seen = (all: ClockHistory['clocks']): unknown[] =>
      all.map((one) => ({
        level: one.level,
        terms: one.terms,
        beganAt: one.beganAt,
        worked: workedAt(one, this.now, calendar),
        runsOutAt: runsOutAt(one, calendar),
        pausedBecause: one.pausedBecause,
        endedAt: one.endedAt,
      }));
    expect(seen(stays.map((stay) => stay.clock))).toEqual(seen(clocks));
    for (const { number, clock: one } of stays) {
      const worked = workedAt(one, this.now, calendar);
      expect(worked).toBeGreaterThanOrEqual(this.worked.get(number) ?? 0);
      this.worked.set(number, worked);
    }
    const last = clocks.at(-1);
    const ends = last?.endedAt === null ? runsOutAt(last, calendar) : null;
    expect(await this.story.state(this.it)).toMatchObject([
      { level: last?.level, version: this.version, clock_ends_at: ends === null ? null : isoOf(ends) },
    ]);
    const { cookie } = this.story.impediments.master;
    const cost = await app.graphql<{ node: { blockedTeamDays: number } }>(
      cookie,
      `{ node(id: "${this.it.id}") { ... on Impediment { blockedTeamDays } } }`,
    );
    if (!this.isToldByLog) expect(cost.data?.node.blockedTeamDays).toBe(this.naiveTeamDays());
    const told = await this.story.events(this.it);
    const byTime = told.filter(({ name, actor }) => name === 'impediment.level-set' && actor === null);
    expect(byTime).toHaveLength(this.fired);
  }

  /** Whether it was allowed. */
  private async change(field: string, more: string, takeBack = false): Promise<boolean> {
    const { master } = this.story.impediments;
    const reply = await app.graphql<{ done: { viewerUndo: { id: string } | null } }>(
      master.cookie,
      `mutation { done: ${field}(id: "${this.it.id}", version: ${this.version}, ${more}) { viewerUndo { id } } }`,
    );
    if (reply.errors) return false;
    this.version += 1;
    if (!takeBack) return true;
    const undone = await app.graphql(
      master.cookie,
      `mutation { undoImpedimentChange(id: "${reply.data?.done.viewerUndo?.id}") { undone { id } } }`,
    );
    expect(undone.errors).toBeUndefined();
    this.version += 1;
    return true;
  }

  private known(): ClockHistory {
    return clocksOf(this.events, this.first);
  }

  private terms(of: number): ClockTerms {
    return termsOf(this.ladder, of);
  }

  private async versionNow(): Promise<number> {
    const [row] = await this.story.query<{ version: number }>(
      'select version from impediments where organization_id = $1 and id = $2',
      this.it,
    );
    return row?.version ?? 0;
  }

  private async organizationVersion(): Promise<number> {
    const [row] = await this.story.impediments.house.query<{ version: number }>('select version from organizations');
    return row?.version ?? 0;
  }
}

async function editCalendar(admin: TestPerson, version: number, given: WorkingCalendar): Promise<void> {
  const { timeZone, workingDays, startHour: workingDayStarts, endHour: workingDayEnds } = given;
  const holidays = given.holidays.map((date) => ({ date, name: 'Off' }));
  const variables = { version, timeZone, workingDays, workingDayStarts, workingDayEnds, holidays };
  const reply = await app.graphql(
    admin.cookie,
    `mutation ($version: Int!, $timeZone: String, $workingDays: [Int!], $workingDayStarts: Int, $workingDayEnds: Int, $holidays: [HolidayInput!]) {
       editWorkingCalendar(version: $version, timeZone: $timeZone, workingDays: $workingDays, workingDayStarts: $workingDayStarts,
         workingDayEnds: $workingDayEnds, holidays: $holidays) { movedClocks } }`,
    variables,
  );
  expect(reply.errors).toBeUndefined();
}

async function editLadder(admin: TestPerson, version: number, levels: LadderLevel[]): Promise<void> {
  const reply = await app.graphql(
    admin.cookie,
    `mutation ($levels: [ImpedimentLevelInput!]!, $version: Int!) { editImpedimentLadder(levels: $levels, version: $version) { version } }`,
    { levels, version },
  );
  expect(reply.errors).toBeUndefined();
}

test('over any history of people, calendars, ladders and workers, what is stored is what the rules say', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async ({ steps, ...given }) => {
      const walk = await Walk.begin(given);
      for (const [wait, next] of steps) await walk.go(wait, next);
    }),
    { numRuns: 25, endOnFailure: true },
  );
});
