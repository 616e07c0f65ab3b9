import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MeetingStory } from '../../../../test/meeting-story.js';
import { TestApp } from '../../../../test/test-app.js';
import type { TestPerson } from '../../../../test/world.js';
import { ROTA, type ToldRota, turnNames } from '../../../../test/told-rota.js';
import { RotaJobs } from './rota.jobs.js';

let app: TestApp;
let story: MeetingStory;
beforeAll(async () => {
  app = await TestApp.start();
  story = await MeetingStory.tell(app, 'Harbour');
});
afterAll(() => app?.stop());

async function rotaOf(id: string, by: TestPerson = story.ana): Promise<ToldRota> {
  return (await story.done<{ rota: ToldRota }>(by, `query ($id: ID!) { rota(id: $id) { ${ROTA} } }`, { id })).rota;
}

const person = ({ id }: TestPerson): string => `Person_${id}`;
const SKIP = `mutation ($rotaId: ID!, $version: Int!, $on: Date!, $personId: ID!, $key: String) {
  skipTurn(rotaId: $rotaId, version: $version, on: $on, personId: $personId, idempotencyKey: $key) { ${ROTA} } }`;
const SWAP = `mutation ($rotaId: ID!, $version: Int!, $on: Date!, $personId: ID!, $withOn: Date!, $withPersonId: ID!) {
  swapTurns(rotaId: $rotaId, version: $version, on: $on, personId: $personId, withOn: $withOn, withPersonId: $withPersonId) { ${ROTA} } }`;
const RESTORE = `mutation ($rotaId: ID!, $version: Int!, $on: Date!) {
  restoreTurn(rotaId: $rotaId, version: $version, on: $on) { ${ROTA} } }`;

describe('the turns of a meeting', () => {
  it('go round, pass over who is away, and are of its dates', async () => {
    const meeting = await story.plan();
    expect(meeting.next.slice(0, 4).map(({ facilitator }) => facilitator?.name)).toEqual(['Ana', 'Ben', 'Cem', 'Ana']);
    const rota = await rotaOf(meeting.rota?.id ?? '');
    expect(turnNames(rota)).toEqual(['Ana', 'Ben', 'Cem', 'Ana']);
    await story.away(story.ben, 2, 3);
    const [, second] = (await rotaOf(rota.id)).turns;
    expect(second).toMatchObject({
      on: story.day(2),
      people: [{ person: { name: 'Cem' }, reason: 'ABSENT_PASSED', insteadOf: { name: 'Ben' } }],
    });
    const { next } = await story.meeting(meeting.id);
    expect(next.slice(0, 3).map(({ facilitator }) => facilitator?.name)).toEqual(['Ana', 'Cem', 'Ben']);
    await story.house.query('delete from absences where organization_id = $1', [story.house.id]);
    expect(rota.fairness.map(({ person: { name }, taken }) => `${name} ${taken}`)).toEqual(['Ana 0', 'Ben 0', 'Cem 0']);
    const planned = rota.fairness.map((share) => share.planned);
    expect(Math.max(...planned) - Math.min(...planned)).toBeLessThanOrEqual(1);
  });

  it('are passed on, swapped and taken back, by whom they concern', async () => {
    const meeting = await story.plan();
    const id = meeting.rota?.id ?? '';
    const skip = { rotaId: id, version: 1, on: story.day(1), personId: person(story.ana) };
    const denied = await story.act(story.neighbour, SKIP, skip);
    expect(denied.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const key = randomUUID();
    const { skipTurn } = await story.done<{ skipTurn: ToldRota }>(story.ana, SKIP, { ...skip, key });
    expect(turnNames(skipTurn)).toEqual(['Ben', 'Ana', 'Cem', 'Ben']);
    expect(skipTurn.version).toBe(2);
    const again = await story.done<{ skipTurn: ToldRota }>(story.ana, SKIP, { ...skip, key });
    expect(again.skipTurn.version).toBe(2);
    const late = await story.act(story.ana, SKIP, skip);
    expect(late.errors?.[0]?.extensions.code).toBe('CONFLICT');
    const wrong = await story.act(story.ana, SKIP, { ...skip, version: 2, on: story.day(3) });
    expect(wrong.errors?.[0]?.extensions.code).toBe('NOT_THEIR_TURN');

    const swap = {
      rotaId: id,
      version: 2,
      on: story.day(2),
      personId: person(story.ana),
      withOn: story.day(3),
      withPersonId: person(story.cem),
    };
    const { swapTurns } = await story.done<{ swapTurns: ToldRota }>(story.cem, SWAP, swap);
    expect(turnNames(swapTurns)).toEqual(['Ben', 'Cem', 'Ana', 'Ben']);
    const twice = await story.act(story.cem, SWAP, {
      ...swap,
      version: 3,
      personId: person(story.cem),
      withPersonId: person(story.ana),
    });
    expect(twice.errors?.[0]?.extensions.code).toBe('INVALID_INPUT');

    const restore = { rotaId: id, version: 3, on: story.day(3) };
    const { restoreTurn } = await story.done<{ restoreTurn: ToldRota }>(story.master, RESTORE, restore);
    expect(turnNames(restoreTurn)).toEqual(['Ben', 'Ana', 'Cem', 'Ben']);
    expect(await story.wrong()).toEqual([]);
  });

  it('of a swap are refused to who is away then, and of a date that somebody was named for', async () => {
    const meeting = await story.plan();
    const id = meeting.rota?.id ?? '';
    const absence = await story.away(story.cem, 1, 2);
    const swap = {
      rotaId: id,
      version: 1,
      on: story.day(1),
      personId: person(story.ana),
      withOn: story.day(3),
      withPersonId: person(story.cem),
    };
    const refused = await story.act(story.ana, SWAP, swap);
    expect(refused.text).toContain('is away on');
    await story.house.query('delete from absences where organization_id = $1 and id = $2', [story.house.id, absence]);
    const first = meeting.next[0];
    await story.done(
      story.master,
      'mutation ($id: ID!, $personId: ID) { setOccurrenceFacilitator(id: $id, version: 0, personId: $personId) { version } }',
      { id: first?.id, personId: person(story.cem) },
    );
    const rota = await rotaOf(id);
    expect(rota.turns[0]?.people).toEqual([{ person: { name: 'Cem' }, reason: 'CHOSEN', insteadOf: { name: 'Ana' } }]);
    expect(turnNames(rota)).toEqual(['Cem', 'Ana', 'Ben', 'Cem']);
  });

  it('of a date that is cancelled or skipped are lost to nobody', async () => {
    const meeting = await story.plan();
    const first = { id: meeting.next[0]?.id, reason: 'Holiday' };
    await story.done(
      story.master,
      'mutation ($id: ID!, $reason: String!) { cancelOccurrence(id: $id, version: 0, reason: $reason) { state } }',
      first,
    );
    expect(turnNames(await rotaOf(meeting.rota?.id ?? ''))).toEqual(['Ana', 'Ben', 'Cem', 'Ana']);
    await story.done(story.master, 'mutation ($id: ID!) { skipOccurrence(id: $id, version: 0) { id } }', {
      id: meeting.next[1]?.id,
    });
    const rota = await rotaOf(meeting.rota?.id ?? '');
    expect([rota.turns[0]?.on, ...turnNames(rota)]).toEqual([story.day(3), 'Ana', 'Ben', 'Cem', 'Ana']);
  });

  it('go on where they were when the meeting changes from a date on', async () => {
    const meeting = await story.plan();
    const { editCadence } = await story.done<{
      editCadence: { id: string; rota: { id: string }; next: { facilitator: { name: string } }[] };
    }>(
      story.master,
      `mutation ($id: ID!, $at: LocalDateTime, $changes: CadenceChanges!) {
         editCadence(id: $id, version: 1, span: THIS_AND_FOLLOWING, at: $at, changes: $changes) {
           id rota { id } next(count: 2) { facilitator { name } } } }`,
      { id: meeting.id, at: meeting.next[1]?.originalStart, changes: { startsAt: `${story.day(2)}T11:00` } },
    );
    expect(editCadence.id).not.toBe(meeting.id);
    expect(editCadence.rota.id).toBe(meeting.rota?.id);
    expect(editCadence.next.map(({ facilitator }) => facilitator.name)).toEqual(['Ben', 'Cem']);
    expect(turnNames(await rotaOf(editCadence.rota.id))).toEqual(['Ana', 'Ben', 'Cem', 'Ana']);
    expect(await story.wrong()).toEqual([]);
  });

  it('of the past stay what they were, whatever changes later', async () => {
    const meeting = await story.plan();
    const rota = meeting.rota?.id.replace('Rota_', '') ?? '';
    // As if it had begun a while ago.
    const { id } = story.house;
    const begun = story.day(-4);
    await story.house.query(`update rotas set starts_on = $3 where organization_id = $1 and id = $2`, [
      id,
      rota,
      begun,
    ]);
    await story.house.query(`update rota_members set since = $3 where organization_id = $1 and rota_id = $2`, [
      id,
      rota,
      begun,
    ]);
    await story.house.query(`update cadences set starts_at = $3 where organization_id = $1 and id = $2`, [
      id,
      meeting.id.replace('Cadence_', ''),
      `${begun}T09:30`,
    ]);
    const now = new Date();
    expect(await app.app.get(RotaJobs).keepAll(id, now)).toBeGreaterThanOrEqual(4);
    expect(await app.app.get(RotaJobs).keepAll(id, now)).toBe(0);
    const past = async (): Promise<string[]> => {
      const told = await story.done<{ rota: ToldRota }>(
        story.ana,
        `query ($id: ID!, $from: Date) { rota(id: $id) { turns(from: $from) { on past people { person { name } } } } }`,
        { id: meeting.rota?.id, from: begun },
      );
      return turnNames({ ...told.rota }, 4);
    };
    expect(await past()).toEqual(['Ana', 'Ben', 'Cem', 'Ana']);
    await story.away(story.ana, -4, 0);
    await story.done(
      story.master,
      'mutation ($id: ID!, $changes: RotaChanges!) { editRota(id: $id, version: 1, changes: $changes) { version } }',
      { id: meeting.rota?.id, changes: { personIds: [story.cem, story.ben].map(person) } },
    );
    expect(await past()).toEqual(['Ana', 'Ben', 'Cem', 'Ana']);
    const { fairness, members } = await rotaOf(meeting.rota?.id ?? '');
    expect(members.map(({ person: { name } }) => name)).toEqual(['Cem', 'Ben']);
    expect(fairness.map(({ person: { name }, taken }) => `${name} ${taken}`)).toEqual(['Cem 1', 'Ben 1']);
    await story.house.query('delete from absences where organization_id = $1', [id]);
    expect(await story.wrong()).toEqual([]);
  });
});
