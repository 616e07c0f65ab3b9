import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ImpedimentStory } from '../../../test/impediment-story.js';
import { Tx } from '../../platform/database/tx.js';
import { TestApp } from '../../../test/test-app.js';
import type { TestPerson } from '../../../test/world.js';

type Lists = Record<'owned' | 'toConfirm' | 'toTriage', { title: string }[]>;

let app: TestApp;
let story: ImpedimentStory;
beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  story = await ImpedimentStory.tell(app, 'Harbour');
});
afterAll(() => app.stop());

async function mine(person: TestPerson): Promise<Record<keyof Lists, string[]>> {
  const reply = await app.graphql<{ myImpediments: Lists }>(
    person.cookie,
    '{ myImpediments { owned { title } toConfirm { title } toTriage { title } } }',
  );
  if (!reply.data) throw new Error(reply.text);
  const titles = (list: { title: string }[]): string[] => list.map(({ title }) => title);
  const { owned, toConfirm, toTriage } = reply.data.myImpediments;
  return { owned: titles(owned), toConfirm: titles(toConfirm), toTriage: titles(toTriage) };
}

const away = (person: TestPerson): Promise<string> =>
  story.house.insert('absences', { person_id: person.id, starts_on: '2020-01-01', ends_before: '2090-01-01' });

describe('what waits for the viewer', () => {
  it('owned and not resolved, what is due first comes first, what has no date last', async () => {
    for (const [title, dueOn] of [
      ['Undated', null],
      ['Later', '2031-02-01'],
      ['Soon', '2031-01-01'],
    ] as const) {
      const { id } = await story.inState('TRIAGED', title);
      await story.house.query('update impediments set due_on = $2 where id = $1', [
        id.replace('Impediment_', ''),
        dueOn,
      ]);
    }
    await story.inState('RESOLVED', 'Resolved');
    await story.inState('DECLINED', 'Declined');
    expect((await mine(story.master)).owned).toEqual(['Soon', 'Later', 'Undated']);
    expect((await mine(story.dev)).owned).toEqual([]);
  });

  it('resolved: for who raised it and for the team, for nobody else, and not once it is closed', async () => {
    await story.inState('RESOLVED', 'Gone?');
    await story.inState('CLOSED', 'Gone');
    const colleague = await story.team.productOwner('Pia');
    for (const person of [story.dev, story.master, colleague])
      expect((await mine(person)).toConfirm).toEqual(['Gone?']);
    for (const person of [story.neighbour, story.stakeholder, story.guest])
      expect((await mine(person)).toConfirm).toEqual([]);
  });

  it('to triage: for the Scrum Master of the team, and for Scrum of Scrums Masters of the area or of all', async () => {
    const elsewhere = await story.house.areaNamed('Elsewhere');
    const far = await story.house.team('Far', elsewhere);
    await story.raise('Here');
    const farDev = await far.developer('Fay');
    await app.graphql(
      farDev.cookie,
      `mutation { raiseImpediment(input: { title: "Far away", category: TOOLING, raisingTeamId: "Team_${far.id}" }) { id } }`,
    );
    await story.inState('TRIAGED', 'Triaged');
    expect((await mine(story.master)).toTriage).toEqual(['Here']);
    expect((await mine(await story.house.scrumOfScrumsMaster('Area', story.team.areaId))).toTriage).toEqual(['Here']);
    expect((await mine(await story.house.scrumOfScrumsMaster('All'))).toTriage).toEqual(['Here', 'Far away']);
    for (const person of [story.dev, await story.otherTeam.scrumMaster('Otto'), story.guest])
      expect((await mine(person)).toTriage).toEqual([]);
  });

  it('a stand-in triages while the primary is away, and only then', async () => {
    await story.raise('Here');
    const scope = { team_id: story.team.id };
    const backup = await story.house.holder('Bea', 'SCRUM_MASTER', scope, { kind: 'BACKUP' });
    const associate = await story.house.holder('Asa', 'SCRUM_MASTER', scope, { kind: 'ASSOCIATE' });
    const past = await story.house.holder('Pat', 'SCRUM_MASTER', scope, { kind: 'BACKUP', endsBefore: '2021-01-01' });
    expect((await mine(backup)).toTriage).toEqual([]);
    expect((await mine(associate)).toTriage).toEqual(['Here']);
    await away(story.master);
    expect((await mine(backup)).toTriage).toEqual(['Here']);
    await away(backup);
    expect((await mine(backup)).toTriage).toEqual([]);
    expect((await mine(past)).toTriage).toEqual([]);
    expect((await mine(story.master)).toTriage).toEqual(['Here']);
  });

  it('asks the database the same few questions for many as for one, and shows at most a hundred', async () => {
    await story.raise('First');
    const one = await statements();
    await story.house.query(
      `insert into impediments (organization_id, id, number, title, category, state, level_since, raised_by, raised_at, raising_team_id, updated_at)
       select organization_id, gen_random_uuid(), 1000 + n, 'Many ' || n, category, state, level_since, raised_by, raised_at, raising_team_id, updated_at
         from impediments, generate_series(1, 120) as n`,
    );
    expect(await statements()).toBe(one);
    expect((await mine(story.master)).toTriage).toHaveLength(100);
  });

  async function statements(): Promise<number> {
    const counted = jest.spyOn(Tx.prototype, 'query');
    await mine(story.master);
    const { length } = counted.mock.calls;
    counted.mockRestore();
    return length;
  }
});
