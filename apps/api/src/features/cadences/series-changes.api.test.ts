import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CadenceStory, codeOf, told, type ToldCadence, type ToldOccurrence } from '../../../test/cadence-story.js';
import { TestApp } from '../../../test/test-app.js';
import type { TestPerson } from '../../../test/world.js';

let app: TestApp;
let story: CadenceStory;
beforeAll(async () => {
  app = await TestApp.start();
  story = await CadenceStory.tell(app, 'Harbour');
});
afterAll(() => app?.stop());

/** Begun long ago, so that something took place. */
const OLD = { startsAt: '2020-01-07T09:30' };
const first = ({ next }: ToldCadence): ToldOccurrence => dateOf(next, 0);
function dateOf(dates: readonly ToldOccurrence[], index: number): ToldOccurrence {
  const found = dates[index];
  if (!found) throw new Error('No such date.');
  return found;
}
const hour = (local: string): string => local.slice(11);
const day = (local: string): string => local.slice(0, 10);
const plusDays = (local: string, days: number): string =>
  new Date(Date.parse(`${local.slice(0, 10)}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

describe('changing a series', () => {
  it('of one date touches no other', async () => {
    const cadence = await story.create(OLD);
    const { originalStart, localStart } = first(cadence);
    const to = `${day(localStart)}T11:00`;
    const after = await story.edit(cadence, 'THIS', { startsAt: to, place: 'Garden', minutes: 30 }, originalStart);
    expect(after.next).toMatchObject([
      { localStart: to, place: 'Garden', minutes: 30, moved: true },
      { place: '', minutes: 60, moved: false },
      {},
      {},
    ]);
    const refused = await story.act(
      'editCadence',
      { id: cadence.id, version: 1, span: 'THIS', at: originalStart, changes: { rule: 'FREQ=DAILY' } },
      'id',
    );
    expect(codeOf(refused)).toBe('INVALID_INPUT');
  });

  it('of all that are to come leaves what took place as it was', async () => {
    const cadence = await story.create(OLD);
    const later = dateOf(cadence.next, 2);
    await story.onDate('cancelOccurrence', { id: later.id, version: 0, reason: 'Holiday' });
    const after = await story.edit(cadence, 'ALL', { startsAt: '2020-01-07T10:15', minutes: 45 });
    expect(after).toMatchObject({ version: 1, minutes: 45, follows: { id: cadence.id } });
    expect(day(after.startsAt)).toBe(day(first(cadence).localStart));
    expect(hour(after.startsAt)).toBe('10:15');
    const before = await story.cadence(cadence.id);
    expect(before).toMatchObject({ followedBy: { id: after.id }, minutes: 60, next: [], startsAt: '2020-01-07T09:30' });
    expect(before.endsBefore).toBe(day(first(cadence).localStart));
    const past = await story.calendar('2026-01-06', '2026-01-07', { kinds: ['REFINEMENT'] });
    expect(past.filter(({ id }) => id.includes(cadence.id.slice(8)))).toMatchObject([
      { localStart: '2026-01-06T09:30', minutes: 60 },
    ]);
  });

  it('of words, place or people goes on as another series, too: past dates show what they showed', async () => {
    const cadence = await story.create({ ...OLD, place: 'Garden', agenda: 'Stories' });
    const second = dateOf(cadence.next, 1);
    await story.onDate('cancelOccurrence', { id: second.id, version: 0, reason: 'Holiday' });
    const alone = { roles: [], personIds: [`Person_${story.dev.id}`] };
    const after = await story.edit(cadence, 'ALL', {
      name: 'Grooming',
      place: 'Mars',
      agenda: 'Bugs',
      audience: alone,
    });
    expect(after).toMatchObject({ name: 'Grooming', follows: { id: cadence.id } });
    expect(after.next).toMatchObject([
      { place: 'Mars', originalStart: first(cadence).originalStart },
      { state: 'CANCELLED', reason: 'Holiday' },
      {},
      {},
    ]);
    const past = (by: TestPerson): Promise<ToldOccurrence[]> =>
      story.calendar('2026-01-06', '2026-01-07', { mine: true, kinds: ['REFINEMENT'] }, by);
    expect((await past(story.master)).filter(({ id }) => id.includes(cadence.id.slice(8)))).toMatchObject([
      { name: 'Refinement', place: 'Garden' },
    ]);
    const again = await story.edit(after, 'ALL', { name: 'Refinement', audience: alone });
    expect(again).toMatchObject({ id: after.id, version: 2, name: 'Refinement' });
  });

  it('keeps the name of a zone as its list writes it', async () => {
    const zoneOf = async (id: string): Promise<unknown> =>
      (await app.graphql(story.master.cookie, 'query ($id: ID!) { cadence(id: $id) { timeZone } }', { id })).data;
    const cadence = await story.create({ startsAt: '2100-01-05T09:30', timeZone: 'europe/berlin' });
    expect(await zoneOf(cadence.id)).toEqual({ cadence: { timeZone: 'Europe/Berlin' } });
    await story.edit(cadence, 'ALL', { timeZone: 'asia/kolkata' });
    expect(await zoneOf(cadence.id)).toEqual({ cadence: { timeZone: 'Asia/Kolkata' } });
  });

  it('that has not begun changes in place', async () => {
    const cadence = await story.create({ startsAt: '2100-01-05T09:30' });
    const renamed = await story.edit(cadence, 'ALL', { name: 'Grooming', startsAt: '2100-01-05T10:00' });
    expect(renamed).toMatchObject({ id: cadence.id, version: 2, name: 'Grooming', startsAt: '2100-01-05T10:00' });
  });

  it.each(['ALL', 'THIS_AND_FOLLOWING'])(
    'of the time of day alone (%s) takes along what is of the days: cancelled, skipped, answered, noted, promised',
    async (span) => {
      const cadence = await story.create(OLD);
      const [one, two, three, four] = [0, 1, 2, 3].map((index) => dateOf(cadence.next, index));
      if (!one || !two || !three || !four) throw new Error('It goes on.');
      await story.onDate('writeOccurrenceNotes', { id: one.id, version: 0, notes: 'Prepared' });
      told(await story.act('answerOccurrence', { id: one.id, answer: 'COMING' }, 'id', story.dev));
      await story.onDate('cancelOccurrence', { id: two.id, version: 0, reason: 'Holidays' });
      told(await story.act('skipOccurrence', { id: three.id, version: 0 }, 'id'));
      await story.onDate('moveOccurrence', { id: four.id, version: 0, to: `${day(four.localStart)}T17:00` });
      const after = await story.edit(
        cadence,
        span,
        { startsAt: `${day(one.localStart)}T15:00` },
        span === 'ALL' ? null : one.originalStart,
      );
      const at = (of: ToldOccurrence): string => `${day(of.localStart)}T15:00`;
      expect(after.next).toMatchObject([
        { localStart: at(one), notes: 'Prepared', version: 1 },
        { localStart: at(two), state: 'CANCELLED', reason: 'Holidays' },
        { localStart: at(four), moved: false, state: 'PLANNED' },
        {},
      ]);
      const answers = await story.house.query(
        `select to_char(original_start, 'HH24:MI') as at from occurrence_people where organization_id = $1 and cadence_id = $2`,
        [story.house.id, after.id.slice(8)],
      );
      expect(answers).toEqual([{ at: '15:00' }]);
    },
  );

  it('takes the triage session of a date along', async () => {
    const cadence = await story.create(OLD);
    const [{ originalStart }, id, chapterId] = [first(cadence), randomUUID(), randomUUID()];
    await story.house.query(
      `insert into chapters (organization_id, id, name, created_at) values ($1, $2, 'All', now())`,
      [story.house.id, chapterId],
    );
    await story.house.query(
      `insert into triage_sessions (organization_id, id, chapter_id, cadence_id, original_start, started_at, facilitator_id, facilitator_seen_at)
       values ($1, $2, $3, $4, $5, now(), $6, now())`,
      [story.house.id, id, chapterId, cadence.id.slice(8), originalStart, story.master.id],
    );
    const after = await story.edit(cadence, 'ALL', { startsAt: `${day(originalStart)}T15:00` });
    const [session] = await story.house.query(
      `select 'Cadence_' || cadence_id as id, to_char(original_start, 'YYYY-MM-DD"T"HH24:MI') as "startsAt" from triage_sessions
        where organization_id = $1`,
      [story.house.id],
    );
    expect(session).toEqual({ id: after.id, startsAt: `${day(originalStart)}T15:00` });
  });

  it('of this and following splits there; twice makes a line of three', async () => {
    const cadence = await story.create(OLD);
    const [, second, third] = cadence.next;
    if (!second || !third) throw new Error('It goes on.');
    const after = await story.edit(
      cadence,
      'THIS_AND_FOLLOWING',
      { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', startsAt: `${plusDays(second.localStart, 1)}T13:00` },
      second.originalStart,
    );
    expect(after).toMatchObject({ sentence: 'Every second Wednesday at 13:00', follows: { id: cadence.id } });
    const before = await story.cadence(cadence.id);
    expect(before.next.map(({ localStart }) => localStart)).toEqual([first(cadence).localStart]);
    const between = await story.edit(before, 'THIS_AND_FOLLOWING', { place: 'Hall' }, first(cadence).originalStart);
    expect(between).toMatchObject({ follows: { id: cadence.id }, followedBy: { id: after.id } });
    expect(between.next.map(({ place }) => place)).toEqual(['Hall']);
    expect(await story.cadence(after.id)).toMatchObject({ follows: { id: between.id } });
    const past = await story.act(
      'editCadence',
      { id: after.id, version: 1, span: 'THIS_AND_FOLLOWING', at: '2020-01-07T09:30', changes: { place: 'X' } },
      'id',
    );
    expect(codeOf(past)).toBe('INVALID_INPUT');
  });

  it('keeps notes of a date that it has no more readable', async () => {
    const cadence = await story.create(OLD);
    const { id } = first(cadence);
    await story.onDate('writeOccurrenceNotes', { id, version: 0, notes: 'Prepared' });
    await story.edit(cadence, 'ALL', { rule: 'FREQ=WEEKLY;BYDAY=FR' });
    const reply = await app.graphql<{ occurrence: ToldOccurrence }>(
      story.master.cookie,
      'query ($id: ID!) { occurrence(id: $id) { notes } }',
      { id },
    );
    expect(told(reply).occurrence.notes).toBe('Prepared');
  });

  it('moves no date into the past, and calls off none that took place', async () => {
    const cadence = await story.create(OLD);
    const { id, originalStart } = first(cadence);
    const to = `${plusDays(originalStart, -60)}T09:30`;
    expect(codeOf(await story.act('moveOccurrence', { id, version: 0, to }, 'id'))).toBe('INVALID_INPUT');
    const this_ = { id: cadence.id, version: 1, span: 'THIS', at: originalStart, changes: { startsAt: to } };
    expect(codeOf(await story.act('editCadence', this_, 'id'))).toBe('INVALID_INPUT');
    const [held, quiet] = await story
      .calendar('2026-01-06', '2026-01-14', { kinds: ['REFINEMENT'] })
      .then((found) => found.filter((date) => date.id.includes(cadence.id.slice(8))));
    if (!held || !quiet) throw new Error('It took place.');
    await story.onDate('writeOccurrenceNotes', { id: held.id, version: 0, notes: 'We met.' });
    const calledOff = { id: held.id, version: 1, reason: 'Storm' };
    expect(codeOf(await story.act('cancelOccurrence', calledOff, 'id'))).toBe('INVALID_INPUT');
    expect(codeOf(await story.act('skipOccurrence', { id: held.id, version: 1 }, 'id'))).toBe('INVALID_INPUT');
    const later = { id: held.id, version: 1, to: `${day(originalStart)}T20:00` };
    expect(codeOf(await story.act('moveOccurrence', later, 'id'))).toBe('INVALID_INPUT');
    // Nobody wrote anything of the other one: it may well have been called off.
    expect(await story.onDate('cancelOccurrence', { ...calledOff, id: quiet.id, version: 0 })).toMatchObject({
      state: 'CANCELLED',
    });
    const prepared = await story.onDate('writeOccurrenceNotes', { id, version: 0, notes: 'Prepared' });
    expect(await story.onDate('cancelOccurrence', { id, version: prepared.version, reason: 'Storm' })).toMatchObject({
      state: 'CANCELLED',
    });
  });

  it('ends it; an ended one is changed no more', async () => {
    const cadence = await story.create(OLD);
    const endsBefore = day(dateOf(cadence.next, 2).localStart);
    const ended = told(
      await story.act<{ endCadence: ToldCadence }>(
        'endCadence',
        { id: cadence.id, version: 1, endsBefore },
        'version endsBefore next(count: 5) { id }',
      ),
    ).endCadence;
    expect(ended).toMatchObject({ version: 2, endsBefore });
    expect(ended.next).toHaveLength(2);
    expect(codeOf(await story.act('endCadence', { id: cadence.id, version: 2, endsBefore: '2020-06-01' }, 'id'))).toBe(
      'INVALID_INPUT',
    );
    expect(codeOf(await story.act('endCadence', { id: cadence.id, version: 1, endsBefore }, 'id'))).toBe('CONFLICT');
    expect(codeOf(await story.act('endCadence', { id: cadence.id, version: 2, endsBefore }, 'id', story.dev))).toBe(
      'FORBIDDEN',
    );
  });
});

it('leaves versions and events in agreement', async () => {
  expect(await story.wrong()).toEqual([]);
});
