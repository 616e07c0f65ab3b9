import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { ClockStory } from '../../../../test/clock-story.js';
import { InboxStory } from '../../../../test/inbox-story.js';
import { TestApp } from '../../../../test/test-app.js';
import { Clock } from '../../../platform/clock.js';
import { MendClocks } from './mend-clocks.js';

let app: TestApp;
let story: ClockStory;
let clock: jest.SpiedFunction<Clock['now']>;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app?.stop());
afterEach(() => {
  jest.restoreAllMocks();
});

/** It is now this moment, wherever the api asks. */
function itIs(at: string): void {
  clock = jest.spyOn(Clock.prototype, 'now').mockReturnValue(new Date(at));
}

// 2026-03-02 is a Monday; the organization works from 9 to 17.
const MONDAY = '2026-03-02T09:00:00Z';
const TUESDAY = '2026-03-03T17:00:00Z';

describe('time', () => {
  test('tells the owner before, takes it up when its hours are over, and tells again at the top, each once', async () => {
    story = await ClockStory.tell(app, 'Harbour');
    itIs(MONDAY);
    const it = await story.impediments.raise('Waits');
    expect(await story.wake('2026-03-03T12:59:59.999Z')).toEqual({ escalated: 0, reminded: 0 });
    expect(await story.wake('2026-03-03T13:00:00Z')).toEqual({ escalated: 0, reminded: 1 });
    expect(await story.wake('2026-03-03T13:00:00Z')).toEqual({ escalated: 0, reminded: 0 });
    expect(await story.wake('2026-03-03T16:59:59.999Z')).toEqual({ escalated: 0, reminded: 0 });
    expect(await story.wake(TUESDAY)).toEqual({ escalated: 1, reminded: 0 });
    expect(await story.wake(TUESDAY)).toEqual({ escalated: 0, reminded: 0 });
    // The second level's 40 hours begin when it is taken there: Tuesday evening, so they end a week later.
    expect(await story.wake('2026-03-10T16:59:59Z')).toEqual({ escalated: 0, reminded: 1 });
    expect(await story.wake('2026-03-10T17:00:00Z')).toEqual({ escalated: 1, reminded: 0 });
    // At the top nothing goes up: 80 hours are ten working days, the reminder comes four hours before and then again.
    expect(await story.wake('2026-03-24T13:00:00Z')).toEqual({ escalated: 0, reminded: 1 });
    expect(await story.wake('2026-03-24T17:00:00Z')).toEqual({ escalated: 0, reminded: 1 });
    expect(await story.wake('2026-04-07T16:59:00Z')).toEqual({ escalated: 0, reminded: 0 });
    expect(await story.wake('2026-04-07T17:00:00Z')).toEqual({ escalated: 0, reminded: 1 });
    const events = await story.events(it);
    expect(events.map(({ name, note, version }) => [name, version, note])).toEqual([
      ['impediment.reminded', 1, '4 of its 16 working hours at Team are left.'],
      ['impediment.level-set', 2, 'Its 16 working hours at Team were over.'],
      ['impediment.reminded', 2, '1 of its 40 working hours at Scrum of Scrums is left.'],
      ['impediment.level-set', 3, 'Its 40 working hours at Scrum of Scrums were over.'],
      ['impediment.reminded', 3, '4 of its 80 working hours at Executive Action Team are left.'],
      ['impediment.reminded', 3, 'Its 80 working hours at Executive Action Team are over.'],
      ['impediment.reminded', 3, 'Its 80 working hours at Executive Action Team have been over for 80 working hours.'],
    ]);
    expect(events.every(({ actor }) => actor === null)).toBe(true);
    expect(await story.state(it)).toMatchObject([
      { level: 3, level_since: '2026-03-10T17:00:00.000Z', clock_ends_at: '2026-03-24T17:00:00.000Z', version: 3 },
    ]);
  });

  test('that passed while no worker ran is told once, and takes up one level at a time', async () => {
    story = await ClockStory.tell(app, 'Outage');
    itIs(MONDAY);
    const it = await story.impediments.raise('Forgotten');
    expect(await story.wake('2026-06-01T09:00:00Z')).toEqual({ escalated: 1, reminded: 0 });
    expect(await story.wake('2026-06-01T09:01:00Z')).toEqual({ escalated: 0, reminded: 0 });
    expect(await story.state(it)).toMatchObject([{ level: 2, level_since: '2026-06-01T09:00:00.000Z' }]);
  });

  test.each([
    ['to summer time', '2026-03-27T09:00:00Z', '2026-03-31T08:00:00Z'],
    ['to winter time', '2026-10-23T08:00:00Z', '2026-10-27T09:00:00Z'],
  ])('over the change %s goes by the wall', async (_what, friday, tuesday) => {
    // Friday ten o'clock in Berlin: 7 hours on Friday, 8 on Monday, 1 on Tuesday.
    story = await ClockStory.tell(app, 'Berlin', 'Europe/Berlin');
    itIs(friday);
    const it = await story.impediments.raise('Over a weekend');
    expect((await story.wake(new Date(Date.parse(tuesday) - 1).toISOString())).escalated).toBe(0);
    expect((await story.wake(tuesday)).escalated).toBe(1);
    expect(await story.state(it)).toMatchObject([{ level: 2, level_since: new Date(tuesday).toISOString() }]);
  });

  test('does nothing to what is resolved, paused, or waits for somebody', async () => {
    story = await ClockStory.tell(app, 'Quiet');
    itIs(MONDAY);
    const paused = await story.impediments.raise('Paused');
    await story.impediments.done(
      story.impediments.master,
      'pauseImpedimentClock',
      `id: "${paused.id}", version: 1, reason: "Vendor"`,
    );
    await story.impediments.inState('RESOLVED');
    await story.impediments.house.query(
      'update impediment_levels set escalates_by_itself = false, remind_before_hours = null where organization_id = $1',
      [story.impediments.house.id],
    );
    const waits = await story.impediments.raise('Waits');
    expect(await story.wake(TUESDAY)).toEqual({ escalated: 0, reminded: 1 });
    expect((await story.events(waits)).map(({ note }) => note)).toEqual(['Its 16 working hours at Team are over.']);
    clock.mockReturnValue(new Date('2026-03-05T12:00:00Z'));
    await story.impediments.done(story.impediments.master, 'resumeImpedimentClock', `id: "${paused.id}", version: 2`);
    // It has all its 16 hours before it: Thursday 12:00 to Monday 12:00.
    expect((await story.wake('2026-03-09T11:59:00Z')).escalated).toBe(0);
    expect((await story.wake('2026-03-09T12:00:00Z')).escalated).toBe(1);
  });

  test('tells the owner; whoever raised it while nobody has it; everybody with a part in it when it goes up', async () => {
    const inbox = await InboxStory.tell(app, 'Inbox');
    story = await ClockStory.of(app, inbox.impediments);
    itIs(MONDAY);
    const owned = await story.impediments.raise('Owned', '', story.impediments.neighbour);
    const triage = `ownerId: "Person_${story.impediments.master.id}", severity: LOW, level: 1, nextStep: "Ask"`;
    await story.impediments.done(
      story.impediments.master,
      'triageImpediment',
      `id: "${owned.id}", version: 1, input: { ${triage} }`,
    );
    await story.impediments.raise('Nobody has it');
    await inbox.settle();
    expect(await story.wake('2026-03-03T13:00:00Z')).toEqual({ escalated: 0, reminded: 2 });
    expect(await inbox.told(story.impediments.master)).toEqual(['OWNER reminded']);
    expect(await inbox.told(story.impediments.dev)).toEqual(['RAISED_BY_YOU reminded']);
    expect(await inbox.told(story.impediments.neighbour)).toEqual(['RAISED_BY_YOU triaged']);
    expect((await story.wake(TUESDAY)).escalated).toBe(2);
    expect(await inbox.told(story.impediments.neighbour)).toEqual(['RAISED_BY_YOU triaged', 'RAISED_BY_YOU level-set']);
    const { edges } = await inbox.inbox(story.impediments.master);
    expect(edges[0]?.node).toMatchObject({
      event: 'impediment.level-set',
      excerpt: 'Its 16 working hours at Team were over.',
      actor: null,
    });
  });
});

test('what the release before raised and moved gets the clock that its row tells of', async () => {
  story = await ClockStory.tell(app, 'Former');
  itIs(MONDAY);
  const [without, moved] = [await story.impediments.raise('Without'), await story.impediments.raise('Moved')];
  await story.query('delete from impediment_clocks where organization_id = $1 and impediment_id = $2', without);
  await story.query(
    `update impediments set level = 2, level_since = '2026-03-03T09:00Z' where organization_id = $1 and id = $2`,
    moved,
  );
  const mend = (): Promise<number> => app.app.get(MendClocks).mend(story.impediments.house.id);
  expect(await mend()).toBe(2);
  expect(await mend()).toBe(0);
  expect(await story.state(without)).toMatchObject([
    { clocks: [{ number: 1, level: 1, began_at: '2026-03-02T09:00:00+00:00' }] },
  ]);
  expect(await story.state(moved)).toMatchObject([
    {
      clocks: [
        { number: 1, level: 1, ended_at: '2026-03-03T09:00:00+00:00', wakes_at: null },
        { number: 2, level: 2, began_at: '2026-03-03T09:00:00+00:00', ended_at: null },
      ],
    },
  ]);
});
