import { plusDays } from '@chapterhouse/domain/cadences/wall-clock';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MeetingStory } from '../../../../test/meeting-story.js';
import { TestApp } from '../../../../test/test-app.js';
import { ROTA, type ToldRota, turnNames } from '../../../../test/told-rota.js';
import type { TestPerson } from '../../../../test/world.js';

const person = ({ id }: TestPerson): string => `Person_${id}`;
const CREATE = `mutation ($input: RotaInput!) { createRota(input: $input) { ${ROTA} } }`;
const SKIP = `mutation ($rotaId: ID!, $version: Int!, $on: Date!, $personId: ID!) {
  skipTurn(rotaId: $rotaId, version: $version, on: $on, personId: $personId) { ${ROTA} } }`;

let app: TestApp;
let story: MeetingStory;
let abroad: MeetingStory;
beforeAll(async () => {
  app = await TestApp.start();
  story = await MeetingStory.tell(app, 'Harbour');
  abroad = await MeetingStory.tell(app, 'Canary house');
});
afterAll(() => app?.stop());

async function rotaOf(id: string, by: TestPerson = story.ana): Promise<ToldRota> {
  return (await story.done<{ rota: ToldRota }>(by, `query ($id: ID!) { rota(id: $id) { ${ROTA} } }`, { id })).rota;
}

describe('the rota of a team', () => {
  const input = (more: object = {}): object => ({
    purpose: 'CODE_REVIEW',
    name: 'Reviews',
    teamId: `Team_${story.team.id}`,
    rule: 'FREQ=WEEKLY;BYDAY=MO',
    startsOn: story.day(0),
    size: 2,
    personIds: [story.ana, story.ben, story.cem].map(person),
    ...more,
  });

  it('is its members’ to start, change and end', async () => {
    const foreign = await story.act(story.neighbour, CREATE, { input: input() });
    expect(foreign.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const { createRota } = await story.done<{ createRota: ToldRota }>(story.ben, CREATE, { input: input() });
    expect(createRota).toMatchObject({ size: 2, version: 1 });
    expect(createRota.sentence).toMatch(/Monday/);
    expect(createRota.sentence).not.toMatch(/00:00/);
    expect(turnNames(createRota, 3)).toEqual(['Ana+Ben', 'Cem+Ana', 'Ben+Cem']);
    expect(createRota.viewerCan).toEqual(['rota:edit', 'rota:end', 'rota:skip', 'rota:swap', 'rota:restore']);
    expect((await rotaOf(createRota.id, story.neighbour)).viewerCan).toEqual([]);
    const { rotas } = await story.done<{ rotas: { id: string }[] }>(
      story.neighbour,
      'query ($teamId: ID) { rotas(teamId: $teamId) { id } }',
      { teamId: `Team_${story.team.id}` },
    );
    expect(rotas.map(({ id }) => id)).toContain(createRota.id);
    await story.done(story.ben, 'mutation ($id: ID!) { endRota(id: $id, version: 1) { done } }', { id: createRota.id });
    const gone = await story.act(story.ben, 'mutation ($id: ID!) { endRota(id: $id, version: 2) { done } }', {
      id: createRota.id,
    });
    expect(gone.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await story.wrong()).toEqual([]);
  });

  it('goes by another rule from today on, or from its first day', async () => {
    const { createRota } = await story.done<{ createRota: ToldRota }>(story.ben, CREATE, { input: input() });
    const { editRota } = await story.done<{ editRota: ToldRota }>(
      story.ben,
      `mutation ($id: ID!, $changes: RotaChanges!) { editRota(id: $id, version: 1, changes: $changes) { ${ROTA} } }`,
      { id: createRota.id, changes: { rule: 'FREQ=DAILY', size: 1 } },
    );
    const began = createRota.turns[0]?.on ?? '';
    const days = [began, plusDays(began, 1), plusDays(began, 2)];
    expect(editRota.turns.slice(0, 3).map(({ on }) => on)).toEqual(days);
    expect(turnNames(editRota, 3)).toEqual(['Ana', 'Ben', 'Cem']);
    const foreign = await story.act(
      story.ben,
      `mutation ($id: ID!, $changes: RotaChanges!) { editRota(id: $id, version: 2, changes: $changes) { id } }`,
      { id: createRota.id, changes: { personIds: [person(abroad.ana)] } },
    );
    expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await story.wrong()).toEqual([]);
  });

  it('pairs everybody, and says who is left over', async () => {
    const { createRota } = await story.done<{ createRota: ToldRota }>(story.ben, CREATE, {
      input: input({ purpose: 'PAIRING', rule: 'FREQ=DAILY' }),
    });
    expect(
      createRota.turns
        .slice(0, 3)
        .map(({ note }) => note)
        .sort(),
    ).toEqual(['Without a pair this time: Ana.', 'Without a pair this time: Ben.', 'Without a pair this time: Cem.']);
  });

  it.each([
    [{ purpose: 'FACILITATION' }, 'purpose'],
    [{ rule: 'FREQ=HOURLY' }, 'rule'],
    [{ size: 0 }, 'size'],
    [{ personIds: [] }, 'personIds'],
    [{ name: ' ' }, 'name'],
  ])('is refused with %j, by the field %s', async (wrong, field) => {
    const reply = await story.act(story.ben, CREATE, { input: input(wrong) });
    expect(reply.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', details: { fields: [{ field }] } });
  });

  it('is nobody’s of another organization', async () => {
    const { createRota } = await story.done<{ createRota: ToldRota }>(story.ben, CREATE, { input: input() });
    for (const [operation, variables] of [
      ['query ($id: ID!) { rota(id: $id) { id } }', { id: createRota.id }],
      [SKIP, { rotaId: createRota.id, version: 1, on: story.day(1), personId: person(story.ana) }],
      [CREATE, { input: { ...input(), teamId: `Team_${story.team.id}` } }],
      [CREATE, { input: { ...input(), teamId: `Team_${abroad.team.id}` } }],
    ] as const) {
      const reply = await abroad.act(abroad.master, operation, variables);
      expect(reply.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
  });
});
