import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CadenceStory, codeOf, told, type ToldCadence, type ToldOccurrence } from '../../../test/cadence-story.js';
import { TestApp } from '../../../test/test-app.js';

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
const day = (local: string): string => local.slice(0, 10);
const plusDays = (local: string, days: number): string =>
  new Date(Date.parse(`${local.slice(0, 10)}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

describe('planning a series', () => {
  it('is for who answers for the scope; it is told with its sentence and next dates', async () => {
    const cadence = await story.create({ startsAt: '2030-01-01T09:30', place: 'Room 1' });
    expect(cadence).toMatchObject({
      version: 1,
      rule: 'FREQ=WEEKLY;BYDAY=TU',
      sentence: 'Every Tuesday at 09:30',
      startsAt: '2030-01-01T09:30',
      viewerCan: ['cadence:view', 'cadence:edit', 'cadence:end'],
    });
    expect(first(cadence)).toMatchObject({
      localStart: '2030-01-01T09:30',
      startsAt: '2030-01-01T08:30:00.000Z',
      endsAt: '2030-01-01T09:30:00.000Z',
      place: 'Room 1',
      version: 0,
      state: 'PLANNED',
    });
    // Summer time there: the clock on the wall stays.
    const summer = await story.calendar('2030-06-04', '2030-06-05', {
      scopeKind: 'TEAM',
      scopeId: `Team_${story.team.id}`,
    });
    expect(summer).toMatchObject([{ localStart: '2030-06-04T09:30', startsAt: '2030-06-04T07:30:00.000Z' }]);
    for (const by of [story.dev, story.guest]) {
      const reply = await story.tryCreating({}, { by });
      expect(codeOf(reply)).toBe('FORBIDDEN');
      expect(reply.text).toContain('Only the Product Owner or Scrum Master of the team');
    }
    expect(await story.events()).toContain('cadence.created');
  });

  it('is once for one key, and refused for what is wrong with it', async () => {
    const key = 'planned-once-1';
    const one = told(await story.tryCreating({ name: 'Once' }, { key })).createCadence;
    const same = told(await story.tryCreating({ name: 'Once' }, { key })).createCadence;
    expect(same.id).toBe(one.id);
    expect(codeOf(await story.tryCreating({ name: 'Other' }, { key }))).toBe('IDEMPOTENCY_KEY_REUSED');
    const wrong: [object, string][] = [
      [{ name: ' ' }, 'name'],
      [{ rule: 'FREQ=HOURLY' }, 'rule'],
      [{ rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }, 'rule'],
      [{ timeZone: 'Mars/Base' }, 'timeZone'],
      [{ minutes: 0 }, 'minutes'],
      [{ facilitation: 'FIXED' }, 'facilitatorId'],
      [{ facilitation: 'ROTA', rotaPersonIds: [] }, 'rotaPersonIds'],
    ];
    for (const [input, field] of wrong) {
      const reply = await story.tryCreating(input);
      expect(codeOf(reply)).toBe('INVALID_INPUT');
      expect(reply.text).toContain(`"field":"${field}"`);
    }
    expect(codeOf(await story.tryCreating({ scopeId: 'Team_018f0000-0000-7000-8000-000000000000' }))).toBe('NOT_FOUND');
    const foreign = await CadenceStory.tell(app, 'Elsewhere');
    expect(codeOf(await story.tryCreating({ scopeId: `Team_${foreign.team.id}` }))).toBe('NOT_FOUND');
    const audience = { roles: [], personIds: [`Person_${foreign.dev.id}`] };
    expect(codeOf(await story.tryCreating({ audience }))).toBe('NOT_FOUND');
  });

  it('begins with the first date that the rule gives', async () => {
    expect(await story.create({ startsAt: '2030-01-02T09:30' })).toMatchObject({ startsAt: '2030-01-08T09:30' });
    expect(await story.create({ rule: null, startsAt: '2030-01-02T09:30' })).toMatchObject({
      sentence: 'Once, on Wednesday 2 January 2030 at 09:30',
      next: [{ localStart: '2030-01-02T09:30' }],
    });
  });
});

describe('one date', () => {
  it('is moved and put back; its id stays', async () => {
    const cadence = await story.create(OLD);
    const { id, localStart } = first(cadence);
    const to = `${plusDays(localStart, 1)}T14:00`;
    const moved = await story.onDate('moveOccurrence', { id, version: 0, to, reason: 'A holiday' });
    expect(moved).toMatchObject({ id, localStart: to, moved: true, reason: 'A holiday', version: 1 });
    expect(moved.viewerCan).toContain('occurrence:restore');
    const shown = await story.calendar(day(to), plusDays(to, 1), {
      scopeKind: 'TEAM',
      scopeId: `Team_${story.team.id}`,
    });
    expect(shown.map((one) => one.id)).toContain(id);
    const stale = await story.act('moveOccurrence', { id, version: 0, to }, 'id');
    expect(codeOf(stale)).toBe('CONFLICT');
    expect(codeOf(await story.act('moveOccurrence', { id, version: 1, to }, 'id'))).toBe('INVALID_INPUT');
    const back = await story.onDate('restoreOccurrence', { id, version: 1 });
    expect(back).toMatchObject({ localStart, moved: false, reason: null, version: 2 });
    expect(codeOf(await story.act('restoreOccurrence', { id, version: 2 }, 'id'))).toBe('OCCURRENCE_IN_OTHER_STATE');
  });

  it('is cancelled with a reason, stays to be seen, and takes place again', async () => {
    const cadence = await story.create(OLD);
    const { id } = first(cadence);
    expect(codeOf(await story.act('cancelOccurrence', { id, version: 0, reason: ' ' }, 'id'))).toBe('INVALID_INPUT');
    expect(await story.onDate('cancelOccurrence', { id, version: 0, reason: 'Nobody is here' })).toMatchObject({
      state: 'CANCELLED',
      reason: 'Nobody is here',
    });
    expect(first(await story.cadence(cadence.id))).toMatchObject({ id, state: 'CANCELLED' });
    expect(codeOf(await story.act('cancelOccurrence', { id, version: 1, reason: 'Again' }, 'id'))).toBe(
      'OCCURRENCE_IN_OTHER_STATE',
    );
    expect(await story.onDate('restoreOccurrence', { id, version: 1 })).toMatchObject({
      state: 'PLANNED',
      reason: null,
    });
  });

  it('is skipped without a trace, and can be put back by who did it', async () => {
    const cadence = await story.create(OLD);
    const { id } = first(cadence);
    const after = told(
      await story.act<{ skipOccurrence: ToldCadence }>('skipOccurrence', { id, version: 0 }, 'next(count: 1) { id }'),
    );
    expect(after.skipOccurrence.next[0]?.id).toBe(dateOf(cadence.next, 1).id);
    const gone = await app.graphql(story.master.cookie, 'query ($id: ID!) { occurrence(id: $id) { id } }', { id });
    expect(codeOf(gone)).toBe('NOT_FOUND');
    expect(await story.onDate('restoreOccurrence', { id, version: 1 })).toMatchObject({ id, state: 'PLANNED' });
  });

  it('has notes and a facilitator of its own; who is invited does not arrange it', async () => {
    const cadence = await story.create({ ...OLD, facilitation: 'FIXED', facilitatorId: `Person_${story.dev.id}` });
    const { id, facilitator } = first(cadence);
    expect(facilitator).toEqual({ name: 'Dora' });
    const notes = await story.onDate('writeOccurrenceNotes', { id, version: 0, notes: 'We **agreed**.' }, story.dev);
    expect(notes).toMatchObject({ notes: 'We **agreed**.', version: 1 });
    const other = await story.onDate('setOccurrenceFacilitator', {
      id,
      version: 1,
      personId: `Person_${story.other.id}`,
    });
    expect(other.facilitator).toEqual({ name: 'Otto' });
    const denied = await story.act('cancelOccurrence', { id, version: 2, reason: 'No' }, 'id', story.other);
    expect(codeOf(denied)).toBe('FORBIDDEN');
    expect(
      codeOf(await story.act('moveOccurrence', { id, version: 2, to: '2030-01-01T10:00' }, 'id', story.guest)),
    ).toBe('FORBIDDEN');
    expect(await story.onDate('setOccurrenceFacilitator', { id, version: 2, personId: null }, story.dev)).toMatchObject(
      { facilitator: { name: 'Dora' }, notes: 'We **agreed**.' },
    );
  });

  it('is not found for another organization, or at a time that is none', async () => {
    const cadence = await story.create(OLD);
    const foreign = await CadenceStory.tell(app, 'Foreign');
    const ids = [
      first(cadence).id,
      `${cadence.id.replace('Cadence', 'Occurrence')}_20260101T0930`,
      `${cadence.id.replace('Cadence', 'Occurrence')}_20261399T0930`,
      cadence.id,
    ];
    for (const id of ids) {
      const by = id === first(cadence).id ? foreign.master : story.master;
      const reply = await app.graphql(by.cookie, 'query ($id: ID!) { occurrence(id: $id) { id } }', { id });
      expect(codeOf(reply)).toBe('NOT_FOUND');
      const node = await app.graphql<{ node: object | null }>(by.cookie, 'query ($id: ID!) { node(id: $id) { id } }', {
        id,
      });
      if (id !== cadence.id) expect(told(node).node).toBeNull();
    }
    const own = await app.graphql<{ node: { id: string } }>(
      story.master.cookie,
      'query ($id: ID!) { node(id: $id) { id ... on Occurrence { previous { id } following { id } invited { person { name } away } } } }',
      { id: first(cadence).id },
    );
    expect(told(own).node).toMatchObject({
      id: first(cadence).id,
      following: { id: dateOf(cadence.next, 1).id },
      invited: [{ person: { name: 'Dora' } }, { person: { name: 'Otto' } }, { person: { name: 'Sam' } }],
    });
  });
});

describe('looking for meetings', () => {
  it('filters by scope, kind, whether one is invited, and whether they are over', async () => {
    const alone = await CadenceStory.tell(app, 'Quiet');
    await alone.create({ ...OLD, name: 'Refining' });
    const own = { kind: 'OWN', name: 'Just us', audience: { roles: [], personIds: [`Person_${alone.other.id}`] } };
    await alone.create({ ...OLD, ...own });
    await alone.create({ name: 'Long ago', rule: null, startsAt: '2021-05-05T10:00' });
    const names = async (filter: object | null, by = alone.dev): Promise<string[]> => {
      const reply = await app.graphql<{ cadences: { totalCount: number; edges: { node: { name: string } }[] } }>(
        by.cookie,
        'query ($filter: CadenceFilter) { cadences(filter: $filter, first: 10) { totalCount edges { node { name } } } }',
        { filter },
      );
      const { edges, totalCount } = told(reply).cadences;
      expect(totalCount).toBe(edges.length);
      return edges.map(({ node }) => node.name);
    };
    expect(await names(null)).toEqual(['Just us', 'Long ago', 'Refining']);
    expect(await names({ mine: true, ended: false })).toEqual(['Refining']);
    expect(await names({ mine: true }, alone.other)).toEqual(['Just us', 'Long ago', 'Refining']);
    expect(await names({ ended: true })).toEqual(['Long ago']);
    expect(await names({ kinds: ['OWN'] })).toEqual(['Just us']);
    await expect(names({ scopeKind: 'TEAM', scopeId: `Team_${story.team.id}` })).rejects.toThrow('NOT_FOUND');
    expect(await names({ scopeKind: 'TEAM', scopeId: `Team_${alone.team.id}`, kinds: ['OWN'] })).toEqual(['Just us']);
    const mine = await alone.calendar('2026-03-02', '2026-03-09', { mine: true }, alone.dev);
    expect(mine.map(({ name }) => name)).toEqual(['Refining']);
    expect(await alone.calendar('2026-03-02', '2026-03-09', { mine: true }, alone.guest)).toEqual([]);
    const found = await app.graphql<{ search: { kind: string; title: string; detail: string }[] }>(
      alone.guest.cookie,
      '{ search(text: "just u", first: 5) { kind title detail } }',
    );
    expect(told(found).search).toEqual([{ kind: 'CADENCE', title: 'Just us', detail: 'Every Tuesday at 09:30' }]);
  });

  it('spans at most a hundred days', async () => {
    const query = 'query ($from: Date!, $to: Date!) { occurrences(from: $from, endsBefore: $to) { id } }';
    const reply = await app.graphql(story.dev.cookie, query, { from: '2026-01-01', to: '2026-06-01' });
    expect(codeOf(reply)).toBe('INVALID_INPUT');
    expect(codeOf(await app.graphql(story.dev.cookie, query, { from: '2026-01-02', to: '2026-01-02' }))).toBe(
      'INVALID_INPUT',
    );
  });

  it('offers templates with hints', async () => {
    const reply = await app.graphql<{ cadenceTemplates: { kind: string; hints: { role: string; words: string }[] }[] }>(
      story.guest.cookie,
      '{ cadenceTemplates { kind name purpose rule minutes agenda hints { role words } roles facilitation scopeKinds source } }',
    );
    const daily = told(reply).cadenceTemplates.find(({ kind }) => kind === 'DAILY_SCRUM');
    expect(daily?.hints[0]).toMatchObject({
      role: 'PRODUCT_OWNER',
      words: expect.stringContaining('Listen, don’t direct'),
    });
  });

  it('leaves versions and events in agreement', async () => {
    expect(await story.wrong()).toEqual([]);
  });
});
