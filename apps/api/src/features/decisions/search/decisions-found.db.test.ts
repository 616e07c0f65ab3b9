import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FoundDecisions } from '../../../../test/found-decisions.js';
import { TestApp } from '../../../../test/test-app.js';

let app: TestApp;
let here: FoundDecisions;
beforeAll(async () => {
  app = await TestApp.start();
  here = await FoundDecisions.in(app, 'Harbour');
});
afterAll(() => app?.stop());

describe('words', () => {
  it('are found wherever they are said; in the title counts most, then what was decided', async () => {
    await here.put('Ferries run hourly', { moreInformation: 'Asked of the quaymaster.' });
    await here.put('Ferries run late', { outcome: 'The quaymaster decides.' });
    await here.put('A quaymaster for each pier');
    await here.put('Ferries run early', {
      options: [{ title: 'Yes', description: '', arguments: [{ tone: 'GOOD', text: 'The quaymaster agrees.' }] }],
    });
    const [first, second, third, last, ...more] = await here.hits('quaymaster');
    expect([first?.title, second?.title]).toEqual(['A [quaymaster] for each pier', 'Ferries run late']);
    expect(second?.snippet).toBe('The [quaymaster] decides.');
    expect(third?.snippet).toContain('The [quaymaster] agrees.');
    expect(last?.snippet).toBe('Asked of the [quaymaster].');
    expect(more).toEqual([]);
    expect(await here.titles('NEUTRAL')).toEqual([]);
  });

  it('may be in another form, or unfinished where they are typed last; all of them are needed', async () => {
    await here.put('Policies of mooring', { rationale: 'Hawsers were torn.' });
    expect(await here.titles('policy hawser')).toEqual(['Policies of mooring']);
    expect(await here.titles('haws')).toEqual(['Policies of mooring']);
    expect(await here.titles('polic mooring')).toEqual(['Policies of mooring']);
    expect((await here.hits('hawse'))[0]?.snippet).toBe('[Hawsers] were torn.');
    expect((await here.hits('policie'))[0]?.title).toBe('[Policies] of mooring');
  });

  it('that nobody uses are put right; those that somebody does are not', async () => {
    await here.put('Kubernetes for the lighthouse', { context: 'The keeper retires.' });
    await here.put('Crane drivers rest', { outcome: 'Crate lifting stops at six.' });
    expect(await here.titles('kubernets')).toEqual(['Kubernetes for the lighthouse']);
    expect(await here.titles('lightouse kubrnetes')).toEqual(['Kubernetes for the lighthouse']);
    expect(await here.titles('kubrne')).toEqual(['Kubernetes for the lighthouse']);
    expect(await here.titles('crnae drivers')).toEqual(['Crane drivers rest']);
    expect((await here.hits('keepr'))[0]?.snippet).toBe('The [keeper] retires.');
    expect(await here.titles('crnx')).toEqual([]);
  });

  it('of a question that nothing answers whole are enough one by one, what says more of it first', async () => {
    await here.put('Tide tables are printed', { outcome: 'On yellow paper.' });
    await here.put('Tide gauges are read by hand');
    expect(await here.titles('why were tide tables ever zebra')).toEqual([
      'Tide tables are printed',
      'Tide gauges are read by hand',
    ]);
    expect(await here.titles('why did we print the tide tables?')).toEqual(['Tide tables are printed']);
  });

  it('in quotes stand together, those after a minus are not said', async () => {
    await here.put('Night shift ends at four');
    await here.put('Shift of the night watch');
    expect(await here.titles('"night shift"')).toEqual(['Night shift ends at four']);
    expect(await here.titles('night shift -watch')).toEqual(['Night shift ends at four']);
    expect(await here.titles('-watch')).toEqual([]);
  });

  it('are parted by punctuation, in texts as in what is typed, and marked there', async () => {
    await here.put('CI/CD of pilot-boats', { outcome: 'We take \u201Cnode.js\u201D\u2014plainly.' });
    expect(await here.titles('CD')).toEqual(['CI/CD of pilot-boats']);
    expect(await here.titles('pilot boat')).toEqual(['CI/CD of pilot-boats']);
    expect((await here.hits('plainly'))[0]?.snippet).toBe('We take \u201Cnode.js\u201D\u2014[plainly].');
    expect(await here.hits('cd node.js')).toEqual([
      { title: 'CI/[CD] of pilot-boats', snippet: 'We take \u201C[node].[js]\u201D\u2014plainly.' },
    ]);
  });

  it('are shown in one line, without what keeps markdown from being markup', async () => {
    await here.put('Signal flags', { outcome: 'Blue\\_peter\\\nmeans \\*go\\*' });
    expect(await here.hits('signal peter')).toEqual([{ title: '[Signal] flags', snippet: 'Blue_[peter] means *go*' }]);
  });

  it('of different parts are kept apart; where nothing is looked for only what was decided is shown', async () => {
    await here.put('Sluice gates', {
      outcome: 'They are shut at dusk',
      context: 'Forty barges a day',
      options: [{ title: 'At dawn', description: '', arguments: [] }],
    });
    await here.put('Weir boards', {
      context: 'Reeds grow',
      options: ['Oak', 'Elm'].map((title) => ({ title, description: '', arguments: [] })),
      chosenOption: 1,
    });
    await here.put('Lock keepers', { context: 'Nobody is there at noon' });
    expect((await here.hits('sluice'))[0]?.snippet).toBe('They are shut at dusk · Forty barges a day · At dawn');
    expect((await here.hits('barges'))[0]?.snippet).toBe('They are shut at dusk · Forty [barges] a day · At dawn');
    expect((await here.page('', { limit: 3 })).found.map(({ snippet }) => snippet)).toEqual([
      'Nobody is there at noon',
      'Elm',
      'They are shut at dusk',
    ]);
  });

  it('that everybody uses count where there are no others; a key leads to its decision alone', async () => {
    const id = await here.put('IT', { outcome: 'Is for us.' });
    expect((await here.page('it')).found.map((hit) => hit.id)).toContain(id);
    expect(await here.titles(' d-1 ')).toEqual(['Ferries run hourly']);
    expect(await here.titles('D-999999')).toEqual([]);
  });

  it('that are a whole title lead to that decision first, also where some of them count for nothing', async () => {
    await here.put('Tugboats are towed', { outcome: 'No tugboats; tugboats are for tugboats.' });
    await here.put('No tugboats');
    await here.put('Tugboats without asking', { outcome: 'Tugboats, always.' });
    expect((await here.titles('no TUGBOATS '))[0]).toBe('No tugboats');
    expect(await here.titles('no tugboats')).toHaveLength(3);
  });

  it('of what is history come after those of what counts', async () => {
    const decider = await here.house.person('Dee');
    await here.put('Anchor chains are left alone');
    const old = await here.put('Anchor chains are painted');
    const vetoed = await here.put('Anchor chains are oiled');
    for (const [id, state] of [
      [old, 'WITHDRAWN'],
      [vetoed, 'REJECTED'],
    ])
      await here.house.query(
        `update decisions set state = $2, decided_by = $3, decided_at = now(), close_reason = 'No' where id = $1`,
        [id, state, decider.id],
      );
    expect((await here.titles('anchor chains'))[0]).toBe('Anchor chains are left alone');
    expect(await here.titles('anchor chains')).toHaveLength(3);
  });

  it('follow what is edited', async () => {
    const id = await here.put('Beacons flicker', { outcome: 'Change the bulbs.' });
    await here.house.query(
      `update decisions set title = 'Lanterns flicker', words = jsonb_set(words, '{outcome}', '"Change the wicks."') where id = $1`,
      [id],
    );
    expect([await here.titles('beacons'), await here.titles('bulbs')]).toEqual([[], []]);
    expect([await here.titles('lanterns'), await here.titles('wicks')]).toEqual([
      ['Lanterns flicker'],
      ['Lanterns flicker'],
    ]);
  });

  it('are text, not a query', async () => {
    for (const text of [
      String.raw`a' | !b & (c:* <-> \ "d`,
      '!!',
      ':A*',
      "';--",
      '\\',
      'и 認証 ü',
      '\uE000',
      '%',
      '\u0000',
    ])
      expect((await here.page(text)).found.every(({ title }) => title !== '')).toBe(true);
  });
});

it('words of one organization say nothing in another one, whatever is asked and whoever asks', async () => {
  const abroad = await FoundDecisions.in(app, 'Canary house');
  await abroad.put('Canary flies');
  expect(await here.titles('canary')).toEqual([]);
  expect(await here.titles('canray')).toEqual([]);
  expect(await abroad.titles('canary')).toEqual(['Canary flies']);
  const SEEN = `
    select (select count(*) from decision_texts where words @@ 'canari') as texts,
           (select count(*) from decision_words where word = 'canary') as words,
           (select count(*) from chapterhouse_decisions_saying('canary', 'canary')) as found,
           (select count(*) from chapterhouse_words_like('canary', 2, 10)) as alike,
           chapterhouse_times_decided('canary', 10) as times`;
  const none = { texts: 0, words: 0, found: 0, alike: 0, times: 0 };
  expect(await here.inside((tx) => tx.one(SEEN))).toEqual(none);
  expect(await abroad.inside((tx) => tx.one(SEEN))).toEqual({ texts: 1, words: 1, found: 1, alike: 2, times: 1 });
  expect((await app.database.pool.query(SEEN)).rows).toEqual([none]);
});
