import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FoundDecisions } from '../../../../test/found-decisions.js';
import { TestApp } from '../../../../test/test-app.js';
import type { DecisionFilter } from './decision-hits.graphql.js';
import type { DecisionOrder } from './search-sql.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app?.stop());

describe('lists', () => {
  it('go on page by page without gap or double, in every order, with and without words', async () => {
    const pier = await FoundDecisions.in(app, 'Pier');
    for (let index = 0; index < 13; index += 1)
      await pier.put(`Plank ${'again '.repeat(index % 3)}`, {
        proposedAt: `2026-05-0${1 + (index % 4)}T09:00:00.00${index % 2}Z`,
        revisitOn: index % 3 === 0 ? null : `2026-07-0${1 + (index % 5)}`,
        outcome: index % 2 === 0 ? 'Plank' : '',
      });
    for (const order of ['RELEVANCE', 'NEWEST', 'OLDEST', 'REVISIT'] as const)
      for (const text of ['', 'plank', 'plnak']) {
        const all = await pier.page(text, { order });
        expect(all.found).toHaveLength(13);
        expect(all.total).toBe(text === '' ? null : 13);
        const seen: string[] = [];
        for (let after: string[] | null = null; ;) {
          const { found, total } = await pier.page(text, { order, after, limit: 4 });
          expect(total).toBe(all.total);
          if (found.length === 0) break;
          seen.push(...found.map(({ id }) => id));
          after = found.at(-1)?.key ?? null;
        }
        expect(seen).toEqual(all.found.map(({ id }) => id));
        expect(new Set(seen).size).toBe(13);
      }
    const dates = async (order: DecisionOrder): Promise<string[]> =>
      (await pier.page('', { order })).found.map(({ key }) => key[0]);
    expect(await dates('NEWEST')).toEqual((await dates('OLDEST')).toReversed());
    expect((await dates('REVISIT')).filter((day) => day !== 'infinity')).toHaveLength(8);
    expect(await dates('REVISIT')).toEqual((await dates('REVISIT')).toSorted());
  });

  it('are narrowed, alone and together with words; the total of both is what is found', async () => {
    const quay = await FoundDecisions.in(app, 'Quay');
    const { house } = quay;
    const eve = await house.person('Eve');
    const [team, other] = [await house.team('Cranes'), await house.team('Tugs')];
    const area = { kind: 'AREA', id: team.areaId } as const;
    await quay.put('Rope for all', { kind: 'PRODUCT', proposedAt: '2026-04-30T22:30:00.000Z' });
    await quay.put('Rope of the area', { scope: area, proposedAt: '2026-05-02T09:00:00.000Z', proposedBy: eve.id });
    await quay.put('Rope of the team', {
      scope: { kind: 'TEAM', id: team.id },
      proposedAt: '2026-05-03T09:00:00.000Z',
      people: [{ part: 'CONSULTED', personId: eve.id, name: 'Eve' }],
      revisitOn: quay.today,
    });
    const others = await quay.put('Rope of others', {
      revisitOn: quay.today,
      scope: { kind: 'TEAM', id: other.id },
      proposedAt: '2026-05-04T09:00:00.000Z',
      links: [
        { kind: 'ITEM', key: 'QUAY-7' },
        { kind: 'TEAM', thingId: team.id },
      ],
    });
    await house.query(
      `update decisions set state = 'ACCEPTED', decided_by = $2, decided_at = '2026-05-04T10:00:00Z' where id = $1`,
      [others, eve.id],
    );
    const cases: [DecisionFilter, string[]][] = [
      [{ kinds: ['PRODUCT'] }, ['for all']],
      [{ states: ['ACCEPTED'] }, ['of others']],
      [{ states: [] }, []],
      [{ scopeId: `Organization_${house.id}` }, ['for all']],
      [{ scopeId: `Organization_${house.id}`, within: true }, ['of others', 'of the team', 'of the area', 'for all']],
      [{ scopeId: `Area_${team.areaId}` }, ['of the area']],
      [{ scopeId: `Area_${team.areaId}`, within: true }, ['of others', 'of the team', 'of the area']],
      [{ scopeId: `Team_${team.id}`, within: true }, ['of the team']],
      [{ personId: `Person_${eve.id}` }, ['of others', 'of the team', 'of the area']],
      [{ touchesId: `Team_${team.id}` }, ['of others', 'of the team']],
      [{ touchesKey: ' quay-7' }, ['of others']],
      [{ from: '2026-05-01' }, ['of others', 'of the team', 'of the area']],
      [{ from: '2026-05-02', endsBefore: '2026-05-03' }, ['of the area']],
      [{ revisitDue: true }, ['of others']],
      [{ personId: `Person_${randomUUID()}` }, []],
      [{ decisionAreaId: `DecisionArea_${randomUUID()}` }, []],
    ];
    for (const [filter, expected] of cases) {
      expect(await quay.titles('', { filter })).toEqual(expected.map((rest) => `Rope ${rest}`));
      const found = await quay.page('rope', { filter });
      expect(found.total).toBe(expected.length);
      expect((await quay.hits('rope', { filter })).map(({ title }) => title).toSorted()).toEqual(
        expected.map((rest) => `[Rope] ${rest}`).toSorted(),
      );
      expect(await quay.count(filter)).toBe(expected.length);
    }
    // In Lisbon 30 April ends at eleven in the evening of UTC, in Athens at nine.
    const first = async (timeZone: string): Promise<string | undefined> =>
      (await quay.titles('', { filter: { from: '2026-05-01' }, order: 'OLDEST', timeZone }))[0];
    expect(await first('Europe/Lisbon')).toBe('Rope of the area');
    expect(await first('Europe/Athens')).toBe('Rope for all');
  });
});
