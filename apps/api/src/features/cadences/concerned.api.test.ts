import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MeetingStory, type ToldDate, type ToldMeeting } from '../../../test/meeting-story.js';
import { TestApp } from '../../../test/test-app.js';
import type { TestPerson } from '../../../test/world.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app?.stop());

const NOBODY = { audience: { roles: [], personIds: [] } };
const EDIT = `mutation ($id: ID!, $version: Int!, $span: CadenceSpan!, $at: LocalDateTime, $changes: CadenceChanges!) {
  editCadence(id: $id, version: $version, span: $span, at: $at, changes: $changes) { id version next(count: 3) { id localStart } } }`;

/** Starts of one's own meetings in the next three weeks. */
async function mine(story: MeetingStory, by: TestPerson): Promise<string[]> {
  const { occurrences } = await story.done<{ occurrences: ToldDate[] }>(
    by,
    `query ($from: Date!, $endsBefore: Date!) {
      occurrences(from: $from, endsBefore: $endsBefore, filter: { mine: true }) { localStart } }`,
    { from: story.day(0), endsBefore: story.day(21) },
  );
  return occurrences.map(({ localStart }) => localStart);
}

const ledBy = ({ next }: ToldMeeting, name: string): ToldDate[] =>
  next.filter(({ facilitator }) => facilitator?.name === name);

function one<T>(found: readonly T[], index = 0): T {
  const item = found[index];
  if (item === undefined) throw new Error('There is none.');
  return item;
}

describe('whoever facilitates without being invited', () => {
  it('sees their turns in the calendar, in the list of series and in their own feed', async () => {
    const story = await MeetingStory.tell(app, 'Harbour');
    const meeting = await story.plan({ ...NOBODY, rule: 'FREQ=DAILY;COUNT=9' });
    const turns = ledBy(meeting, 'Ana').map(({ localStart }) => localStart);
    expect(turns).toHaveLength(3);
    expect(await mine(story, story.ana)).toEqual(turns);
    expect(await mine(story, story.neighbour)).toEqual([]);
    const list = `{ cadences(filter: { mine: true }) { edges { node { id } } } }`;
    expect(await story.done(story.ana, list)).toEqual({ cadences: { edges: [{ node: { id: meeting.id } }] } });
    expect(await story.done(story.neighbour, list)).toEqual({ cadences: { edges: [] } });
    const { createCalendarFeed } = await story.done<{ createCalendarFeed: { address: string } }>(
      story.ana,
      'mutation { createCalendarFeed(scope: PERSON) { address } }',
    );
    const { body } = await app.app.inject({ method: 'GET', url: createCalendarFeed.address });
    const skipped = meeting.next.filter(({ facilitator }) => facilitator?.name !== 'Ana');
    expect(body).toContain('SUMMARY:Daily Scrum');
    const last = one(turns, 2);
    expect(body.match(/^EXDATE/gmu)).toHaveLength(skipped.filter(({ localStart }) => localStart < last).length);
  });

  it.each(['rota', 'name', 'the series'])('by %s, is told of what is cancelled and moved', async (how) => {
    const story = await MeetingStory.tell(app, `Ferry by ${how}`);
    const fixed = { facilitation: 'FIXED', facilitatorId: `Person_${story.ana.id}`, rotaPersonIds: [] };
    const none = { facilitation: 'NONE', rotaPersonIds: [] };
    const meeting = await story.plan({ ...NOBODY, ...{ rota: {}, name: none, 'the series': fixed }[how] });
    const dates = how === 'rota' ? ledBy(meeting, 'Ana') : meeting.next;
    const [first, second] = [one(dates), one(dates, 1)];
    if (how === 'name')
      for (const { id } of [first, second])
        await story.done(
          story.master,
          'mutation ($id: ID!, $personId: ID) { setOccurrenceFacilitator(id: $id, version: 0, personId: $personId) { id } }',
          { id, personId: `Person_${story.ana.id}` },
        );
    const version = how === 'name' ? 1 : 0;
    // Moved within its day first: what is cancelled is another one's turn, and all after it are others'.
    await story.done(
      story.master,
      'mutation ($id: ID!, $version: Int!, $to: LocalDateTime!) { moveOccurrence(id: $id, version: $version, to: $to) { id } }',
      { id: second.id, version, to: `${second.localStart.slice(0, 10)}T15:00` },
    );
    await story.done(
      story.master,
      'mutation ($id: ID!, $version: Int!) { cancelOccurrence(id: $id, version: $version, reason: "Holiday") { id } }',
      { id: first.id, version },
    );
    expect(await story.told(story.ana)).toEqual([
      'MEETING_CHANGED occurrence.moved',
      'MEETING_CHANGED occurrence.cancelled',
    ]);
    expect(await story.told(story.neighbour)).toEqual([]);
  });
});

describe('a series that takes place at other times', () => {
  it('is told once to everybody invited, with its next date; other words are told to nobody', async () => {
    const story = await MeetingStory.tell(app, 'Bridge');
    const meeting = await story.plan({ startsAt: `${story.day(-7)}T09:30` });
    const edit = async (of: { id: string; version: number }, given: object): Promise<ToldMeeting> =>
      (await story.done<{ editCadence: ToldMeeting }>(story.master, EDIT, { ...of, version: of.version, ...given }))
        .editCadence;
    const { id, version } = meeting;
    const renamed = await edit({ id, version }, { span: 'ALL', changes: { name: 'Standup', place: 'Garden' } });
    expect(await story.told(story.ana)).toEqual([]);
    const at = one(renamed.next, 1).localStart;
    const later = await edit(
      { id: renamed.id, version: renamed.version },
      { span: 'THIS_AND_FOLLOWING', at, changes: { startsAt: `${at.slice(0, 10)}T16:00` } },
    );
    expect(await story.told(story.ana)).toEqual(['MEETING_CHANGED cadence.split']);
    expect(await story.told(story.master)).toEqual([]);
    expect(await story.told(story.neighbour)).toEqual([]);
    const inPlace = await edit(
      { id: later.id, version: later.version },
      { span: 'ALL', changes: { startsAt: `${at.slice(0, 10)}T17:00` } },
    );
    expect(inPlace.id).toBe(later.id);
    expect(await story.told(story.ana)).toEqual(['MEETING_CHANGED cadence.split', 'MEETING_CHANGED cadence.edited']);
    const { inbox } = await story.done<{ inbox: { edges: { node: { occurrence: { id: string } | null } }[] } }>(
      story.ana,
      '{ inbox { edges { node { occurrence { id } } } } }',
    );
    expect(inbox.edges.map(({ node }) => node.occurrence?.id)).toEqual([one(inPlace.next).id, one(inPlace.next).id]);
    expect(await story.wrong()).toEqual([]);
  });

  it('or not at all any more is told, too; an end that takes away no date is not', async () => {
    const story = await MeetingStory.tell(app, 'Quay');
    const END =
      'mutation ($id: ID!, $version: Int!, $day: Date!) { endCadence(id: $id, version: $version, endsBefore: $day) { id } }';
    const { id, version } = await story.plan();
    await story.done(story.master, END, { id, version, day: story.day(5) });
    expect(await story.told(story.ben)).toEqual(['MEETING_CHANGED cadence.ended']);
    const few = await story.plan({ rule: 'FREQ=DAILY;COUNT=2' });
    await story.done(story.master, END, { id: few.id, version: few.version, day: story.day(9) });
    expect(await story.told(story.ben)).toEqual(['MEETING_CHANGED cadence.ended']);
  });
});
