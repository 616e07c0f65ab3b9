import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DecisionStory, rowId } from '../../../test/decision-story.js';
import { TestApp } from '../../../test/test-app.js';

let app: TestApp;
let story: DecisionStory;
beforeAll(async () => {
  app = await TestApp.start();
  story = await DecisionStory.tell(app, 'Harbour');
});
afterAll(() => app?.stop());

const SEEN = `title kind context options { title description arguments { tone text } } chosenOption outcome gains
  people { name } revisitOn`;
const WHOLE = {
  context: 'Two teams wait for one another.',
  options: [
    { title: 'One queue', description: 'Shared.', arguments: [{ tone: 'GOOD', text: 'Fair' }] },
    { title: 'Two queues', description: '', arguments: [] },
  ],
  chosenOption: 0,
  outcome: 'One queue.',
  gains: ['Calm'],
};

describe('editing a proposal', () => {
  it('changes what is given and leaves the rest, and tells what changed', async () => {
    const it = await story.propose({ ...WHOLE, people: [{ part: 'INFORMED', name: 'Everybody' }] });
    const input = { title: 'Two queues', chosenOption: 1, gains: [], people: [], revisitOn: '2031-02-02' };
    const edited = await story.done(story.dev, 'editDecision', it, { input });
    expect(edited).toMatchObject({ title: 'Two queues', version: 2 });
    expect(await story.ask(it.key, SEEN)).toMatchObject({ ...WHOLE, ...input, kind: 'ARCHITECTURE' });
    expect((await story.events(it)).at(-1)).toMatchObject({
      name: 'decision.edited',
      subject_version: 2,
      payload: {
        changes: [
          { field: 'title', from: 'One queue for all', to: 'Two queues' },
          { field: 'revisitOn', from: null, to: '2031-02-02' },
          { field: 'chosenOption', from: 'One queue', to: 'Two queues' },
          { field: 'gains', from: 'Calm', to: null },
          { field: 'people', from: 'Informed: Everybody', to: null },
        ],
      },
    });
    const same = await story.done(story.dev, 'editDecision', edited, { input });
    expect(same.version).toBe(2);
    const cleared = { input: { chosenOption: null, revisitOn: null } };
    await story.done(story.dev, 'editDecision', edited, cleared);
    expect(await story.ask(it.key, 'chosenOption revisitOn outcome')).toEqual({
      chosenOption: null,
      revisitOn: null,
      outcome: WHOLE.outcome,
    });
  });

  it('fewer options than the chosen one, itself as what it replaces, half a scope: each is named', async () => {
    const it = await story.propose({ ...WHOLE, chosenOption: 1 });
    for (const [input, field] of [
      [{ options: [{ title: 'Only one' }] }, 'chosenOption'],
      [{ supersedesIds: [it.id] }, 'supersedesIds'],
      [{ scopeId: `Team_${story.team.id}` }, 'scopeKind'],
      [{ revisitOn: '2020-01-01' }, 'revisitOn'],
    ] as const) {
      const reply = await story.mutate(story.dev, 'editDecision', it, { input });
      expect(reply.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', details: { fields: [{ field }] } });
    }
  });

  it('by its proposer, its decision-makers and whoever may accept it; by nobody else', async () => {
    const it = await story.propose({ people: [{ part: 'DECISION_MAKER', personId: `Person_${story.guest.id}` }] });
    const versionAfter = async (by: typeof story.dev, title: string, version: number): Promise<number | undefined> =>
      (await story.mutate(by, 'editDecision', { id: it.id, version }, { input: { title } })).data?.['editDecision']
        ?.version;
    expect(await versionAfter(story.dev, 'By Dora', 1)).toBe(2);
    expect(await versionAfter(story.owner, 'By Pia', 2)).toBe(3);
    expect(await versionAfter(story.guest, 'By Gus', 3)).toBe(4);
    for (const by of [story.other, story.administrator]) {
      const reply = await story.mutate(by, 'editDecision', { id: it.id, version: 4 }, { input: { title: 'Mine' } });
      expect(reply.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });

  it('moved to another scope somebody else decides, from that moment', async () => {
    const it = await story.propose();
    const other = await story.house.team('Ledger');
    const owner = await other.productOwner('Lia');
    const input = { scopeKind: 'TEAM', scopeId: `Team_${other.id}` };
    const moved = await story.done(story.dev, 'editDecision', it, { input });
    expect((await story.events(it)).at(-1)?.payload).toMatchObject({
      changes: [{ field: 'scope', from: 'Payments', to: 'Ledger' }],
      asked: [owner.id],
    });
    const refused = await story.mutate(story.owner, 'acceptDecision', moved);
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_DELEGATED', details: { mayAccept: ['Lia'] } });
    expect(await story.done(owner, 'acceptDecision', moved)).toMatchObject({ state: 'ACCEPTED' });
  });

  it('two who edit the same version: one is told what is there now, neither text is lost', async () => {
    const it = await story.propose();
    const replies = await Promise.all(
      ['Words of Dora', 'Words of Pia'].map((outcome, index) =>
        story.mutate(index === 0 ? story.dev : story.owner, 'editDecision', it, { input: { outcome } }),
      ),
    );
    const saved = replies.find(({ errors }) => !errors)?.data?.['editDecision'];
    const refused = replies.find(({ errors }) => errors)?.errors?.[0]?.extensions;
    expect(refused).toMatchObject({ code: 'CONFLICT', details: { current: { outcome: saved?.outcome } } });
  });
});

describe('linking', () => {
  it('in every state, by whoever has a role; each thing once; the version stays; away by who added it', async () => {
    const it = await story.inState('ACCEPTED');
    const link = { kind: 'TEAM', thingId: `Team_${story.team.id}` };
    const linked = await story.done(story.other, 'linkDecision', it, { link });
    expect(linked.version).toBe(it.version);
    const twice = await story.mutate(story.other, 'linkDecision', it, { link });
    expect(twice.errors?.[0]?.extensions.code).toBe('DECISION_LINKED_ALREADY');
    const denied = await story.mutate(story.guest, 'linkDecision', it, { link });
    expect(denied.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const { links } = await story.ask<{ links: { id: string }[] }>(it.key, 'links { id }');
    const linkId = links[0]?.id ?? '';
    const another = await story.propose();
    const elsewhere = await story.mutate(story.dev, 'unlinkDecision', another, { linkId });
    expect(elsewhere.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const notTheirs = await story.mutate(story.dev, 'unlinkDecision', it, { linkId });
    expect(notTheirs.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await story.ask(it.key, 'links { stays addedByViewer }', story.other)).toEqual({
      links: [{ stays: false, addedByViewer: true }],
    });
    await story.done(story.other, 'unlinkDecision', it, { linkId });
    expect(await story.ask(it.key, 'links { id }')).toEqual({ links: [] });
    expect((await story.events(it)).slice(-2)).toMatchObject([
      { name: 'decision.linked', payload: { changes: [{ field: 'links', from: null, to: 'Team Payments' }] } },
      { name: 'decision.unlinked', payload: { changes: [{ field: 'links', from: 'Team Payments', to: null }] } },
    ]);
    expect(await story.wrong()).toEqual([]);
  });

  it('what was linked when it was decided stays, whoever added it; later links go by who may add to it', async () => {
    const team = { kind: 'TEAM', thingId: `Team_${story.team.id}` };
    const it = await story.inState('ACCEPTED', { links: [team] });
    await story.done(story.other, 'linkDecision', it, { link: { kind: 'GOAL', title: 'Later' } });
    const seen = await story.ask<{ links: { id: string; stays: boolean }[] }>(it.key, 'links { id stays }');
    expect(seen.links.map(({ stays }) => stays)).toEqual([true, false]);
    const [then, later] = seen.links.map(({ id }) => ({ linkId: id }));
    for (const by of [story.dev, story.owner]) {
      const reply = await story.mutate(by, 'unlinkDecision', it, then);
      expect(reply.errors?.[0]?.extensions.code).toBe('DECISION_LINK_STAYS');
    }
    await story.done(story.owner, 'unlinkDecision', it, later);
    const forget = 'delete from decision_links where decision_id = $1 returning 1';
    await expect(story.house.query(forget, [rowId(it.id)])).rejects.toThrow(/stays/u);
    await expect(story.asOwner([forget, [rowId(it.id)]])).rejects.toThrow(/stays/u);
  });

  it('to a hundred things at most', async () => {
    const it = await story.propose();
    await story.house.query(
      `insert into decision_links (organization_id, id, decision_id, kind, title, added_at)
       select $1, gen_random_uuid(), $2, 'GOAL', 'Goal ' || n, now() from generate_series(1, 100) n`,
      [story.house.id, rowId(it.id)],
    );
    const reply = await story.mutate(story.dev, 'linkDecision', it, { link: { kind: 'GOAL', title: 'One more' } });
    expect(reply.errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  });
});
