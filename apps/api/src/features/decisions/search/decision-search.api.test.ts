import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { FoundDecisions } from '../../../../test/found-decisions.js';
import { ImpedimentStory } from '../../../../test/impediment-story.js';
import { TestApp } from '../../../../test/test-app.js';
import type { TestPerson } from '../../../../test/world.js';
import { Tx } from '../../../platform/database/tx.js';

let app: TestApp;
let story: ImpedimentStory;
let here: FoundDecisions;
beforeAll(async () => {
  app = await TestApp.start();
  story = await ImpedimentStory.tell(app, 'Harbour');
  here = new FoundDecisions(app, story.house, story.master.id);
});
afterAll(() => app?.stop());

interface Page {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: { node: { titleMarked: string; snippet: string; decision: { key: string; title: string } } }[];
}

const HITS =
  'totalCount pageInfo { hasNextPage endCursor } edges { node { titleMarked snippet decision { key title } } }';

async function find(given: object, by: TestPerson = story.dev): Promise<Page> {
  const reply = await app.graphql<{ decisions: Page }>(
    by.cookie,
    `query ($first: Int, $after: String, $filter: DecisionFilter, $order: DecisionOrder) {
      decisions(first: $first, after: $after, filter: $filter, order: $order) { ${HITS} } }`,
    given,
  );
  if (!reply.data) throw new Error(reply.text);
  return reply.data.decisions;
}

const titlesOf = ({ edges }: Page): string[] => edges.map(({ node }) => node.decision.title);

async function refusal(given: string): Promise<string | undefined> {
  const reply = await app.graphql(story.dev.cookie, `{ decisions(${given}) { totalCount } }`);
  return reply.errors?.[0]?.extensions.code;
}

/** How many statements ran while `work` did, without begin and commit. */
async function statements(work: () => Promise<unknown>): Promise<number> {
  const spies = [jest.spyOn(Tx.prototype, 'query'), jest.spyOn(Tx.prototype, 'run')];
  await work();
  const count = spies.flatMap((spy) => spy.mock.calls).length;
  for (const spy of spies) spy.mockRestore();
  return count;
}

describe('looking for decisions', () => {
  it('finds them with hits marked, page by page, with the total; also by somebody without a role', async () => {
    for (const title of ['Buoys are green', 'Buoys are lit', 'Piers are lit'])
      await here.put(title, { outcome: 'Paint them.\n\nLight **all** buoys.' });
    const first = await find({ filter: { text: 'buoys are' }, first: 2 }, story.guest);
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    expect(first.edges[0]?.node).toEqual({
      titleMarked: '\uE000Buoys\uE001 are lit',
      snippet: 'Paint them. Light **all** \uE000buoys\uE001.',
      decision: { key: 'D-2', title: 'Buoys are lit' },
    });
    const next = await find({ filter: { text: 'buoys are' }, first: 2, after: first.pageInfo.endCursor });
    expect(titlesOf(next)).toEqual(['Piers are lit']);
    expect(next).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: false } });
    expect(await find({ order: 'OLDEST', first: 1 })).toMatchObject({
      totalCount: 3,
      edges: [{ node: { titleMarked: 'Buoys are green', snippet: 'Paint them. Light **all** buoys.' } }],
    });
  });

  it('is refused for what is no page, no cursor of this order, no thing', async () => {
    const { pageInfo } = await find({ first: 1, order: 'NEWEST' });
    expect(await refusal('first: 101')).toBe('INVALID_INPUT');
    expect(await refusal('after: "x"')).toBe('INVALID_INPUT');
    expect(await refusal(`after: "${pageInfo.endCursor}", order: REVISIT`)).toBe('INVALID_INPUT');
    expect(await refusal(`after: "${pageInfo.endCursor}", filter: { text: "buoys" }`)).toBe('INVALID_INPUT');
    expect(await refusal(`after: "${pageInfo.endCursor}"`)).toBeUndefined();
    for (const filter of [
      'scopeId: "Person_x"',
      `scopeId: "Person_${story.dev.id}"`,
      'touchesId: "x"',
      'personId: "y"',
    ])
      expect(await refusal(`filter: { ${filter} }`)).toBe('NOT_FOUND');
  });

  it('touches an impediment by its key too, typed as anybody does, and nothing else of that number', async () => {
    const raised = await story.inState('TRIAGED', 'Ropes wear out');
    const links = [{ kind: 'IMPEDIMENT' as const, thingId: raised.id.replace('Impediment_', '') }];
    await here.put('New ropes each year', { links });
    await here.put('Ropes of elsewhere', { links: [{ kind: 'ITEM', key: 'IMP-999' }] });
    await here.put('Number one', { links: [{ kind: 'ITEM', key: `PAY-${raised.key.slice(4)}` }] });
    for (const touchesKey of [raised.key, ` ${raised.key.toLowerCase()} `])
      expect(titlesOf(await find({ filter: { touchesKey } }))).toEqual(['New ropes each year']);
    expect(titlesOf(await find({ filter: { touchesKey: 'imp-999' } }))).toEqual(['Ropes of elsewhere']);
    expect(titlesOf(await find({ filter: { touchesKey: 'IMP-998' } }))).toEqual([]);
    expect(titlesOf(await find({ filter: { touchesKey: raised.key, text: 'ropes' } }))).toEqual([
      'New ropes each year',
    ]);
  });

  it('may be for what waits for the viewer only', async () => {
    const po = await story.team.productOwner('Pia');
    const proposed = await app.graphql<{ proposeDecision: { key: string } }>(
      story.dev.cookie,
      `mutation { proposeDecision(input: { title: "Rest on Fridays", kind: PROCESS, scopeKind: TEAM, scopeId: "Team_${story.team.id}" }) { key } }`,
    );
    const { key } = proposed.data?.proposeDecision ?? { key: '' };
    const waiting = async (by: TestPerson): Promise<Page> => find({ filter: { waitsForMe: true } }, by);
    expect(await waiting(po)).toMatchObject({ totalCount: 1, edges: [{ node: { decision: { key } } }] });
    expect(await waiting(story.neighbour)).toMatchObject({ totalCount: 0, edges: [] });
  });

  it('takes as many statements for fifty as for two: the session, what is found, rows, people', async () => {
    for (let index = 0; index < 50; index += 1)
      await here.put(`Gull ${index}`, {
        scope: { kind: 'TEAM', id: story.team.id },
        links: [{ kind: 'TEAM', thingId: story.otherTeam.id }],
        people: [{ part: 'INFORMED', personId: story.neighbour.id, name: 'Nils' }],
      });
    const ask = (first: number): Promise<number> => statements(() => find({ filter: { text: 'gull' }, first }));
    expect(await ask(50)).toBe(await ask(2));
    expect(await ask(50)).toBeLessThanOrEqual(4);
  });
});

it('from the one field for everything: by key, by title, by what it says, also misspelt', async () => {
  await here.put('Mooring is free on Sundays', { rationale: 'Anglers like it.' });
  const search = async (text: string): Promise<object[]> => {
    const reply = await app.graphql<{ search: { kind: string }[] }>(
      story.dev.cookie,
      'query ($text: String!) { search(text: $text) { kind key title detail } }',
      { text },
    );
    return (reply.data?.search ?? []).filter(({ kind }) => kind === 'DECISION');
  };
  const [hit, ...others] = await search('mooring');
  expect(others).toEqual([]);
  expect(hit).toMatchObject({ kind: 'DECISION', title: 'Mooring is free on Sundays', detail: 'Proposed' });
  for (const text of ['anglers', 'angle', 'moring', 'sundays free']) expect(await search(text)).toEqual([hit]);
  expect(await search('d1')).toMatchObject([{ key: 'D-1' }]);
  expect(await search('xyzzyx')).toEqual([]);
  expect(await search('%_')).toEqual([]);
});

describe('decisions about', () => {
  const LIST = 'decisions(first: 2) { totalCount pageInfo { hasNextPage endCursor } edges { node { title } } }';
  interface About {
    decisions: { totalCount: number; pageInfo: { endCursor: string }; edges: { node: { title: string } }[] };
  }

  it('a team, a person, an impediment: the latest first, in pages, many at once in as many statements as one', async () => {
    const bay = await ImpedimentStory.tell(app, 'Bay');
    const log = new FoundDecisions(app, bay.house, bay.master.id);
    const [one, other] = [await bay.raise('Fog'), await bay.raise('Ice')];
    const links = [{ kind: 'IMPEDIMENT' as const, thingId: one.id.replace('Impediment_', '') }];
    const at = (day: number): string => `2026-05-0${day}T09:00:00.000Z`;
    await log.put('Horns', { links, proposedAt: at(3), scope: { kind: 'TEAM', id: bay.team.id } });
    await log.put('Bells', {
      links: [...links, { kind: 'TEAM', thingId: bay.team.id }],
      proposedAt: at(1),
      people: [{ part: 'CONSULTED', personId: bay.dev.id, name: 'Dora' }],
    });
    await log.put('Flags', { links, proposedAt: at(2), proposedBy: bay.dev.id });
    const asked = (selection: string): Promise<number> =>
      statements(async () => {
        const reply = await app.graphql(bay.dev.cookie, `{ ${selection} }`);
        expect(reply.errors).toBeUndefined();
      });
    const reply = await app.graphql<Record<'impediment' | 'team' | 'person', About>>(
      bay.dev.cookie,
      `{ impediment(key: "${one.key}") { ${LIST} } team(id: "Team_${bay.team.id}") { ${LIST} } person(id: "Person_${bay.dev.id}") { ${LIST} } }`,
    );
    const titles = (of: 'impediment' | 'team' | 'person'): [number | undefined, string[] | undefined] => {
      const found = reply.data?.[of].decisions;
      return [found?.totalCount, found?.edges.map(({ node }) => node.title)];
    };
    expect(titles('impediment')).toEqual([3, ['Horns', 'Flags']]);
    expect(titles('team')).toEqual([2, ['Horns', 'Bells']]);
    expect(titles('person')).toEqual([2, ['Flags', 'Bells']]);
    const rest = await app.graphql<{ impediment: About }>(
      bay.dev.cookie,
      `{ impediment(key: "${one.key}") { decisions(after: "${reply.data?.impediment.decisions.pageInfo.endCursor}") { totalCount edges { node { title } } } } }`,
    );
    expect(rest.data?.impediment.decisions).toEqual({ totalCount: 3, edges: [{ node: { title: 'Bells' } }] });
    const none = await app.graphql<{ impediment: About }>(
      bay.dev.cookie,
      `{ impediment(key: "${other.key}") { ${LIST} } }`,
    );
    expect(none.data?.impediment.decisions).toMatchObject({ totalCount: 0, edges: [] });
    expect(await asked(`impediments(first: 50) { edges { node { ${LIST} } } }`)).toBe(
      await asked(`impediments(first: 2) { edges { node { ${LIST} } } }`),
    );
  });

  it('the same: by rare words and by what both touch, without its own line of history', async () => {
    const cove = await ImpedimentStory.tell(app, 'Cove');
    const log = new FoundDecisions(app, cove.house, cove.master.id);
    const item = { kind: 'ITEM' as const, key: 'COVE-1' };
    for (let index = 0; index < 30; index += 1) await log.put(`We choose the ferry of number ${index}`);
    const old = await log.put('We choose the smokehouse');
    const kept = await log.put('The smokehouse sells eels', { outcome: 'On Mondays.' });
    await log.put('Who pays', { outcome: 'The smokehouse does.' });
    await log.put('Something else', { links: [item] });
    const it = await log.put('We choose the smokehouse again', { links: [item], supersedes: [old] });
    await cove.house.query(
      `update decisions set state = 'ACCEPTED', decided_by = proposed_by, decided_at = now() where id = any($1::uuid[])`,
      [[old, it]],
    );
    await cove.house.query(`update decisions set state = 'SUPERSEDED', superseded_by = $2 where id = $1`, [old, it]);
    const ask = (id: string, first = ''): Promise<string[]> =>
      app
        .graphql<{ node: { related: { title: string }[] } | null }>(
          cove.dev.cookie,
          `{ node(id: "Decision_${id}") { ... on Decision { related${first} { title } } } }`,
        )
        .then(({ data, text }) => {
          if (!data?.node) throw new Error(text);
          return data.node.related.map(({ title }) => title);
        });
    const found = await ask(it);
    expect(found.toSorted()).toEqual(['Something else', 'The smokehouse sells eels', 'Who pays']);
    expect(found.indexOf('The smokehouse sells eels')).toBeLessThan(found.indexOf('Who pays'));
    expect(await ask(it, '(first: 1)')).toHaveLength(1);
    expect((await ask(kept))[0]).toBe('We choose the smokehouse again');
    await expect(ask(it, '(first: 21)')).rejects.toThrow('INVALID_INPUT');
    const related = (first: number): Promise<number> =>
      statements(() =>
        app.graphql(
          cove.dev.cookie,
          `{ decisions(first: ${first}) { edges { node { decision { related { title } } } } } }`,
        ),
      );
    expect(await related(30)).toBe(await related(1));
  });
});
