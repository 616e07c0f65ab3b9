import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FoundDecisions } from '../../../../test/found-decisions.js';
import { ImpedimentStory, type TestImpediment } from '../../../../test/impediment-story.js';
import { TestApp } from '../../../../test/test-app.js';

let app: TestApp;
let story: ImpedimentStory;
let here: FoundDecisions;
beforeAll(async () => {
  app = await TestApp.start();
  story = await ImpedimentStory.tell(app, 'Harbour');
  here = new FoundDecisions(app, story.house, story.master.id);
});
afterAll(() => app?.stop());

const idOf = ({ id }: TestImpediment): string => id.replace('Impediment_', '');

function item(key: string, title: string): Promise<string> {
  return story.house.insert('backlog_items', {
    external_key: key,
    title,
    type: 'Story',
    state: 'READY',
    created_at: '2026-01-01T00:00:00Z',
  });
}

describe('whoever takes part', () => {
  it('is found by name: proposer, decider, and each part, here or only by name', async () => {
    const [hazel, decider] = [await story.house.person('Hazel Brightwater'), await story.house.person('Odo Quill')];
    const proposed = await here.put('Moor at noon', { proposedBy: hazel.id });
    await here.put('Moor at dawn', {
      people: [
        { part: 'DECISION_MAKER', personId: hazel.id, name: 'Hazel Brightwater' },
        { part: 'CONSULTED', personId: null, name: 'Wilma Sandpiper' },
        { part: 'INFORMED', personId: decider.id, name: 'Odo Quill' },
      ],
    });
    expect(await here.titles('Hazel Brightwater')).toEqual(['Moor at dawn', 'Moor at noon']);
    expect(await here.titles('brightwatr')).toEqual(['Moor at dawn', 'Moor at noon']);
    expect(await here.titles('hazel dawn')).toEqual(['Moor at dawn']);
    expect(await here.titles('wilma sandp')).toEqual(['Moor at dawn']);
    expect(await here.titles('quill')).toEqual(['Moor at dawn']);
    await story.house.query(
      `update decisions set state = 'ACCEPTED', decided_by = $2, decided_at = now() where id = $1`,
      [proposed, decider.id],
    );
    expect(await here.titles('quill')).toEqual(['Moor at dawn', 'Moor at noon']);
  });

  it('is found by the name of now, and no more once they are left out', async () => {
    const ida = await story.house.person('Ida Cormorant');
    const people = [{ part: 'INFORMED' as const, personId: ida.id, name: 'Ida Cormorant' }];
    const id = await here.put('Paint the hull', { people });
    await story.house.query(`update people set name = 'Ida Kittiwake' where id = $1`, [ida.id]);
    expect([await here.titles('cormorant'), await here.titles('kittiwake')]).toEqual([[], ['Paint the hull']]);
    await story.house.query(`update decisions set title = 'Paint the keel' where id = $1`, [id]);
    expect(await here.titles('kittiwake keel')).toEqual(['Paint the keel']);
    await story.house.query(`update decision_people set person_id = null, name = 'Ina Fulmar' where decision_id = $1`, [
      id,
    ]);
    expect([await here.titles('kittiwake'), await here.titles('fulmar')]).toEqual([[], ['Paint the keel']]);
    await story.house.query('delete from decision_people where decision_id = $1', [id]);
    expect(await here.titles('fulmar')).toEqual([]);
    expect(await here.titles('keel')).toEqual(['Paint the keel']);
  });
});

describe('what is touched', () => {
  it('is found by key and title: impediments, items, goals, teams, places, pages', async () => {
    const raised = await story.inState('TRIAGED', 'Gantry is blocked');
    await item('PAY-12', 'Refunds by letter');
    await here.put('Everything at once', {
      links: [
        { kind: 'IMPEDIMENT', thingId: idOf(raised) },
        { kind: 'ITEM', key: 'PAY-12' },
        { kind: 'GOAL', title: 'Zero queues' },
        { kind: 'TEAM', thingId: story.otherTeam.id },
        { kind: 'PRODUCT', thingId: story.house.productId },
        { kind: 'URL', url: 'https://tides.example/almanac', title: '' },
      ],
    });
    const asked = [raised.key, raised.key.toLowerCase(), 'gantry', 'PAY-12', 'refunds letter', 'zero queues', 'ledger'];
    for (const text of [...asked, 'almanac', `"${raised.key}"`])
      expect([text, await here.titles(text)]).toEqual([text, ['Everything at once']]);
    expect(await here.titles(`everything -${raised.key}`)).toEqual([]);
  });

  it('by a whole key comes before all that say it or go on', async () => {
    await here.put('Touches it', { links: [{ kind: 'ITEM', key: 'CRN-40' }] });
    await here.put('CRN-40 is said in the title', { outcome: 'CRN-40, CRN-40 and CRN-40.' });
    await here.put('CRN-401 is another one', { links: [{ kind: 'ITEM', key: 'CRN-401' }] });
    for (const text of ['CRN-40', 'crn-40?']) {
      const found = await here.titles(text);
      expect(found[0]).toBe('Touches it');
      expect(found).toHaveLength(3);
    }
    expect((await here.titles('is CRN-401'))[0]).toBe('CRN-401 is another one');
    const first = await here.page('CRN-40', { limit: 1 });
    const second = await here.page('CRN-40', { limit: 5, after: first.found[0]?.key ?? null });
    expect([...first.found, ...second.found].map(({ title }) => title.replaceAll(/[\uE000\uE001]/gu, ''))).toEqual(
      await here.titles('CRN-40'),
    );
  });

  it('follows links, names and titles as they change', async () => {
    const raised = await story.inState('TRIAGED', 'Winch squeaks');
    const [team, area] = [await story.house.team('Riggers'), await story.house.areaNamed('Drydock')];
    const id = await here.put('Grease monthly', {
      links: [
        { kind: 'IMPEDIMENT', thingId: idOf(raised) },
        { kind: 'TEAM', thingId: team.id },
        { kind: 'AREA', thingId: area },
        { kind: 'ITEM', key: 'WIN-7' },
      ],
    });
    const found = async (...texts: string[]): Promise<boolean[]> => {
      const all: boolean[] = [];
      for (const text of texts) all.push((await here.titles(text)).includes('Grease monthly'));
      return all;
    };
    expect(await found('squeaks', 'riggers', 'drydock', 'WIN-7')).toEqual([true, true, true, true]);
    await story.house.query(`update impediments set title = 'Winch howls' where id = $1`, [idOf(raised)]);
    await story.house.query(`update teams set name = 'Splicers' where id = $1`, [team.id]);
    await story.house.query(`update areas set name = 'Slipway' where id = $1`, [area]);
    expect(await found('squeaks', 'riggers', 'drydock')).toEqual([false, false, false]);
    expect(await found('howls', 'splicers', 'slipway')).toEqual([true, true, true]);
    const itemId = await item('WIN-7', 'Sheaves wobble');
    expect(await found('sheaves')).toEqual([true]);
    await story.house.query(`update backlog_items set title = 'Pulleys wobble' where id = $1`, [itemId]);
    expect(await found('sheaves', 'pulleys')).toEqual([false, true]);
    await story.house.query('delete from backlog_items where id = $1', [itemId]);
    expect(await found('pulleys', 'WIN-7')).toEqual([false, true]);
    await story.house.query(`delete from decision_links where decision_id = $1 and item_key = 'WIN-7'`, [id]);
    expect(await found('WIN-7', 'howls')).toEqual([false, true]);
  });

  it('of another organization says nothing here', async () => {
    const abroad = await FoundDecisions.in(app, 'Abroad');
    await abroad.put('Theirs', { links: [{ kind: 'ITEM', key: 'FAR-1' }] });
    // Nor is what has the same number shown for it.
    expect(await here.titles('FAR-1')).toEqual([]);
    expect(await abroad.titles('FAR-1')).toEqual(['Theirs']);
  });
});
