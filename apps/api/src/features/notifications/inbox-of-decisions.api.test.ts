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

it('nobody who cannot sign in is told', async () => {
  await story.house.query('delete from accounts where person_id = $1 returning 1', [story.owner.id]);
  await story.propose(story.dev, null);
  expect((await story.told()).filter((line) => line.startsWith('Paula ASKED'))).toEqual([]);
});
