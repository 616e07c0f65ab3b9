import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DelegationStory } from '../../../test/delegation-story.js';
import { TestApp } from '../../../test/test-app.js';
import type { TestPerson } from '../../../test/world.js';

let app: TestApp;
let story: DelegationStory;
beforeAll(async () => {
  app = await TestApp.start();
  story = await DelegationStory.tell(app, 'Harbour');
});
afterAll(() => app?.stop());

interface Entry {
  reason: string;
  event: string;
  excerpt: string;
  actor: { name: string } | null;
  impediment: object | null;
  decision: { key: string; state: string } | null;
}

async function inbox(person: TestPerson): Promise<Entry[]> {
  await story.told();
  const reply = await app.graphql<{ inbox: { edges: { node: Entry }[] } }>(
    person.cookie,
    '{ inbox { edges { node { reason event excerpt actor { name } impediment { key } decision { key state } } } } }',
  );
  if (!reply.data) throw new Error(reply.text);
  return reply.data.inbox.edges.map(({ node }) => node);
}

it('an entry of a decision leads to it, and says who did what, why, and in whose words', async () => {
  const informed = { people: [{ part: 'INFORMED', personId: `Person_${story.stranger.id}` }] };
  const it = await story.propose(story.dev, await story.delegated('INQUIRE'), informed);
  const accepted = await story.changed(story.dev, 'acceptDecision', it);
  await story.changed(story.owner, 'vetoDecision', accepted, 'reason: "It costs a **night** shift."');
  const decision = { key: it.key, state: 'VETOED' };
  const [dev] = await inbox(story.dev);
  expect(dev).toEqual({
    reason: 'VETOED',
    event: 'decision.vetoed',
    excerpt: 'It costs a night shift.',
    actor: { name: 'Paula' },
    impediment: null,
    decision,
  });
  const said = (entries: Entry[]): string[] => entries.map(({ reason, event }) => `${reason} ${event}`).toSorted();
  expect(said(await inbox(story.owner))).toEqual(['TOLD decision.accepted']);
  expect(said(await inbox(story.stranger))).toEqual(['TOLD decision.accepted', 'TOLD decision.vetoed']);
  expect(await inbox(story.admin)).toEqual([]);
});

it('words that are added are told to everybody around a decision: also when its proposer is not who adds them', async () => {
  const people = [
    { part: 'DECISION_MAKER', personId: `Person_${story.lead.id}` },
    { part: 'INFORMED', personId: `Person_${story.stranger.id}` },
  ];
  const it = await story.propose(story.dev, await story.delegated('TELL'), { people });
  const accepted = await story.changed(story.owner, 'acceptDecision', it);
  await story.told();
  await app.graphql(
    story.owner.cookie,
    `mutation { amendDecision(id: "${accepted.id}", text: "It was Tuesday.") { id } }`,
  );
  const entries = await story.told();
  for (const name of ['Dora', 'Lars', 'Stella']) expect(entries).toContain(`${name} TOLD amended ${it.key}`);
  expect(entries).not.toContain(`Paula TOLD amended ${it.key}`);
});

it('that it is in force no longer is told to whoever was told that it was', async () => {
  const area = await story.delegated('ADVISE', {}, 'Night shifts');
  const accepted = async (input = {}) => {
    const it = await story.propose(story.dev, area, input);
    const advised = await story.answer(story.owner, it.flow.asks[0], 'ADVISED', 'Try it.');
    if (!advised.data) throw new Error(advised.text);
    return story.changed(story.dev, 'acceptDecision', it);
  };
  const first = await accepted();
  story.at('2026-03-20T10:00:00.000Z');
  const second = await accepted({ supersedesIds: [first.id] });
  await story.changed(story.dev, 'revertDecision', second, 'reason: "Nobody slept."');
  expect(await story.told()).toEqual(
    expect.arrayContaining([`Paula TOLD superseded ${first.key}`, `Paula TOLD reverted ${second.key}`]),
  );
});

it('nobody who cannot sign in is told', async () => {
  await story.house.query('delete from accounts where person_id = $1 returning 1', [story.owner.id]);
  const { key } = await story.propose(story.dev, null);
  expect(await story.told()).not.toContain(`Paula ASKED proposed ${key}`);
});
