import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { BriefStory } from '../../../../test/brief-story.js';
import type { TestImpediment } from '../../../../test/impediment-story.js';
import { beginReactions, settleReactions } from '../../../../test/settle-reactions.js';
import { TestApp } from '../../../../test/test-app.js';
import { BriefDecisions } from './brief-decisions.js';

let app: TestApp;
let story: BriefStory;
let round = 0;
beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  round += 1;
  story = await BriefStory.tell(app, `Harbour ${round}`);
  await beginReactions(app, story.impediments.house.id);
});
afterAll(() => app?.stop());

const raised = (): Promise<TestImpediment> => story.impediments.inState('TRIAGED', 'Test cards are refused');
const settle = (): Promise<void> => settleReactions(app, story.impediments.house.id);

const DECISION = `key title state kind scope { kind id } outcome closeReason chosenOption contentHash proposedBy { name } decidedBy { name }
  proposedAt decidedAt flow { level delegatedBy { name } accountable { role } } people { part name } links { kind title }
  brief { id fingerprint } activity { edges { node { event actor { name } } } }`;

async function decisionsOf(it: TestImpediment): Promise<Record<string, unknown>[]> {
  const reply = await app.graphql<{
    impediment: { decisions: { totalCount: number; edges: { node: Record<string, unknown> }[] } };
  }>(story.lead.cookie, `{ impediment(key: "${it.key}") { decisions { totalCount edges { node { ${DECISION} } } } } }`);
  if (!reply.data) throw new Error(reply.text);
  const { totalCount, edges } = reply.data.impediment.decisions;
  expect(totalCount).toBe(edges.length);
  return edges.map(({ node }) => node);
}

it('agreed to, it is a decision of the organization with the brief attached, by whom and when it was answered', async () => {
  const it = await raised();
  const brief = await story.send(it, { to: [story.executive.id, story.otherExecutive.id] });
  expect(await decisionsOf(it)).toEqual([]);
  await story.answer(brief);
  await settle();
  expect(await decisionsOf(it)).toEqual([
    expect.objectContaining({
      key: 'D-1',
      title: 'Pay for support level 2',
      state: 'ACCEPTED',
      kind: 'ORGANIZATION',
      scope: { kind: 'ORGANIZATION', id: `Organization_${story.impediments.house.id}` },
      outcome: 'From April on. I pay.',
      closeReason: '',
      chosenOption: 0,
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      proposedBy: { name: 'Lena' },
      decidedBy: { name: 'Edna' },
      flow: { level: 'TELL', delegatedBy: null, accountable: { role: 'EXECUTIVE_ACTION_TEAM' } },
      people: [
        { part: 'DECISION_MAKER', name: 'Edna' },
        { part: 'CONSULTED', name: 'Lena' },
        { part: 'INFORMED', name: 'Emil' },
      ],
      links: [
        { kind: 'IMPEDIMENT', title: 'Test cards are refused' },
        { kind: 'TEAM', title: 'Payments' },
      ],
      brief: { id: brief.id, fingerprint: brief.fingerprint },
      activity: {
        edges: [
          { node: { event: 'decision.accepted', actor: { name: 'Edna' } } },
          { node: { event: 'decision.proposed', actor: { name: 'Lena' } } },
        ],
      },
    }),
  ]);
});

it('with a change, declined, and asked for more', async () => {
  const it = await raised();
  const first = await story.send(it);
  await story.answer(first, { kind: 'NEED_MORE', words: 'What does it cost?' });
  await settle();
  expect(await decisionsOf(it)).toEqual([]);
  const answers = [
    [
      'DECLINED',
      'No money.',
      { state: 'REJECTED', outcome: 'No money.', closeReason: 'No money.', chosenOption: null },
    ],
    ['AGREED_WITH_CHANGE', 'Half.', { state: 'ACCEPTED', outcome: 'Half.', closeReason: '', chosenOption: 1 }],
  ] as const;
  for (const [kind, words, decided] of answers) {
    const present = await app.graphql<{ impediment: TestImpediment }>(
      story.lead.cookie,
      `{ impediment(key: "${it.key}") { id version } }`,
    );
    const brief = await story.send(present.data?.impediment ?? it);
    await story.answer(brief, { kind, words });
    await settle();
    expect((await decisionsOf(it))[0]).toMatchObject({ ...decided, brief: { id: brief.id } });
  }
  expect((await decisionsOf(it)).map(({ key }) => key)).toEqual(['D-2', 'D-1']);
});

it('once, however often it is told and by however many at once', async () => {
  const it = await raised();
  await story.answer(await story.send(it));
  const { house } = story.impediments;
  const id = it.id.replace('Impediment_', '');
  const once = (): Promise<number> =>
    app.database.transaction({ organizationId: house.id }, (tx) => app.app.get(BriefDecisions).record(tx, [id]));
  const made = await Promise.allSettled([once(), once(), once()]);
  expect(made.filter((one) => one.status === 'fulfilled' && one.value === 1)).toHaveLength(1);
  await settle();
  await settle();
  expect(await once()).toBe(0);
  expect(await decisionsOf(it)).toHaveLength(1);
  const [counter] = await house.query<{ last_number: number }>('select last_number from decision_counters');
  expect(counter?.last_number).toBe(1);
});

it('nobody takes the brief of another decision; one that has its decision already gets no second, and no retries', async () => {
  const it = await raised();
  const brief = await story.send(it);
  const { house } = story.impediments;
  const propose = (input: string) =>
    app.graphql<{ proposeDecision: { id: string } }>(
      story.lead.cookie,
      `mutation { proposeDecision(input: { title: "Mine", kind: ORGANIZATION, scopeKind: ORGANIZATION,
         scopeId: "Organization_${house.id}" ${input} }) { id } }`,
    );
  const taken = await propose(`, briefId: "${brief.id}"`);
  expect(taken.errors?.[0]?.message).toContain('briefId');
  const own = (await propose('')).data?.proposeDecision.id.replace('Decision_', '');
  await house.query(
    `insert into decisions (organization_id, id, number, kind, state, scope_kind, title, words, proposed_by, proposed_at, brief_id, updated_at)
     select organization_id, gen_random_uuid(), 2, kind, state, scope_kind, title, words, proposed_by, proposed_at, $2, updated_at
       from decisions where id = $1`,
    [own, brief.id.replace('EscalationBrief_', '')],
  );
  await story.answer(brief);
  await settle();
  expect((await decisionsOf(it)).map(({ key }) => key)).toEqual(['D-2']);
  expect(await house.query('select 1 from events_set_aside')).toEqual([]);
  const id = it.id.replace('Impediment_', '');
  const again = app.database.transaction({ organizationId: house.id }, (tx) =>
    app.app.get(BriefDecisions).record(tx, [id]),
  );
  expect(await again).toBe(0);
});
