import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { codeOf } from '../../../../test/delegation-answers.js';
import { DelegationStory } from '../../../../test/delegation-story.js';
import { TestApp } from '../../../../test/test-app.js';
import { DecisionReminders } from './decision-reminders.js';

let app: TestApp;
let story: DelegationStory;
let round = 0;
beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  round += 1;
  story = await DelegationStory.tell(app, `Harbour ${round}`);
});
afterAll(() => app?.stop());

const NEVER = '00000000-0000-7000-8000-000000000000';

describe('consent', () => {
  it('of both sides: the proposer has consented for their own; both are told when it is accepted', async () => {
    const it = await story.propose(story.dev, await story.delegated('AGREE'));
    const [owners, teams] = it.flow.asks;
    expect(owners).toMatchObject({ kind: 'CONSENT', ofWhom: 'the Product Owner of Payments', answer: null });
    expect(teams).toMatchObject({ ofWhom: 'the team Payments', answer: 'CONSENTED', answeredBy: { name: 'Dora' } });
    expect(it.flow.waitsFor).toEqual(['The Product Owner of Payments must consent first.']);
    expect(codeOf(await story.change(story.dev, 'acceptDecision', it))).toBe('DECISION_WAITS');
    expect(await story.asked(story.owner)).toEqual([it.key]);
    const reply = await story.answer(story.owner, owners, 'CONSENTED');
    expect(reply.data?.answerDecisionAsk.flow.waitsFor).toEqual([]);
    expect(await story.asked(story.owner)).toEqual([]);
    expect(await story.asked(story.owner, '(open: false)')).toEqual([it.key]);
    // Nothing is missing any more: it waits for who proposed it.
    expect(await story.asked(story.dev)).toEqual([it.key]);
    expect((await story.changed(story.dev, 'acceptDecision', it)).state).toBe('ACCEPTED');
    expect(await story.told()).toEqual([
      'Dora TOLD answered D-1',
      'Paula ASKED proposed D-1',
      'Paula TOLD accepted D-1',
      'Sam TOLD accepted D-1',
    ]);
  });

  it('has no time-out: overdue shows, is told once, and it waits', async () => {
    const it = await story.propose(story.dev, await story.delegated('AGREE', { answerHours: 7 }));
    const reminders = app.app.get(DecisionReminders);
    const remind = (at: string): Promise<number> => reminders.overdueAnswers(story.house.id, story.at(at));
    expect(await remind('2026-03-10T16:59:59.999Z')).toBe(0);
    const both = await Promise.all([remind('2026-03-10T17:00:00.000Z'), remind('2026-03-10T17:00:00.000Z')]);
    expect(both.toSorted()).toEqual([0, 1]);
    story.at('2026-03-12T10:00:00.000Z');
    const [owners] = (await story.decision(it.key, story.owner)).flow.asks;
    expect(owners).toMatchObject({ overdue: true, answer: null, viewerCan: ['decision:answer'] });
    expect(codeOf(await story.change(story.dev, 'acceptDecision', it))).toBe('DECISION_WAITS');
    expect(await story.events('decision.answer-overdue')).toEqual([
      {
        actor_person_id: null,
        cause: 'job:remind-of-decisions',
        payload: {
          changes: [],
          note: 'The Product Owner of Payments: the consent is due.',
          asked: [story.owner.id],
          told: expect.arrayContaining([story.dev.id]),
        },
      },
    ]);
    expect(await story.told()).toEqual(
      expect.arrayContaining(['Dora TOLD answer-overdue D-1', 'Paula ASKED answer-overdue D-1']),
    );
  });

  it('an objection blocks until its maker consents; nobody else of that side takes it back', async () => {
    const it = await story.propose(story.owner, await story.delegated('AGREE'));
    const teams = it.flow.asks.find(({ ofWhom }) => ofWhom === 'the team Payments');
    const wordless = await story.answer(story.dev, teams, 'OBJECTED', ' ');
    expect(wordless.errors?.[0]?.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'words', problem: expect.stringMatching(/^Say .*\.$/) }] },
    });
    const objected = await story.answer(story.dev, teams, 'OBJECTED', 'Nights are for maintenance.');
    expect(objected.data?.answerDecisionAsk.flow.waitsFor).toEqual([
      'The team Payments objected; talk, until they consent.',
    ]);
    expect((await story.answer(story.master, teams, 'CONSENTED')).errors?.[0]?.extensions).toMatchObject({
      code: 'ASK_ANSWERED_ALREADY',
      details: { by: 'Dora' },
    });
    expect(codeOf(await story.change(story.owner, 'acceptDecision', it))).toBe('DECISION_WAITS');
    await story.answer(story.dev, teams, 'CONSENTED');
    expect((await story.changed(story.owner, 'acceptDecision', it)).state).toBe('ACCEPTED');
  });

  it('an objection of who is away is for the others of that side to withdraw; one may object after a colleague consented', async () => {
    const it = await story.propose(story.owner, await story.delegated('AGREE'));
    const teams = it.flow.asks.find(({ ofWhom }) => ofWhom === 'the team Payments');
    await story.answer(story.dev, teams, 'CONSENTED');
    expect(codeOf(await story.answer(story.master, teams, 'CONSENTED'))).toBe('ASK_ANSWERED_ALREADY');
    await story.answer(story.master, teams, 'OBJECTED', 'Not at two.');
    expect(codeOf(await story.change(story.owner, 'acceptDecision', it))).toBe('DECISION_WAITS');
    await story.away(story.master);
    expect((await story.answer(story.dev, teams, 'CONSENTED')).errors).toBeUndefined();
    expect((await story.changed(story.dev, 'acceptDecision', it)).state).toBe('ACCEPTED');
  });

  it('is to these words: other ones are asked about again, and none are slipped in with accepting', async () => {
    const it = await story.propose(story.dev, await story.delegated('AGREE'));
    const [owners] = it.flow.asks;
    await story.answer(story.owner, owners, 'CONSENTED', 'Fine by me.');
    const slipped = await story.change(story.dev, 'acceptDecision', it, 'outcome: "Every hour."');
    expect(slipped.errors?.[0]?.extensions).toMatchObject({
      code: 'DECISION_WAITS',
      details: { waitsFor: [expect.stringContaining('consented to other words')] },
    });
    // Nor other reasons.
    expect(codeOf(await story.change(story.dev, 'acceptDecision', it, 'rationale: "It is cheaper."'))).toBe(
      'DECISION_WAITS',
    );
    story.at('2026-03-10T11:00:00.000Z');
    const edited = await story.changed(story.dev, 'editDecision', it, 'input: { outcome: "Every hour." }');
    expect(edited.flow.asks.map(({ answer, words }) => [answer, words])).toEqual([
      [null, ''],
      ['CONSENTED', ''],
    ]);
    expect(edited.flow.asks[0]?.dueAt).toBe('2026-03-12T11:00:00.000Z');
    expect(await story.told()).toContain('Paula ASKED edited D-1');
    expect((await story.events('decision.edited'))[0]?.payload).toMatchObject({ asked: [story.owner.id] });
  });

  it('that is given or refused is told to who proposed it, to decision-makers and to whoever consented for a side, not to all', async () => {
    const people = { people: [{ part: 'DECISION_MAKER', personId: `Person_${story.lead.id}` }] };
    const it = await story.propose(story.stranger, await story.delegated('AGREE'), people);
    const [owners, teams] = it.flow.asks;
    await story.answer(story.owner, owners, 'CONSENTED');
    await story.told();
    await story.answer(story.dev, teams, 'OBJECTED', 'Nights are for maintenance.');
    const told = (await story.told()).filter((line) => line.includes('answered'));
    const both = ['Lars TOLD answered D-1', 'Stella TOLD answered D-1'];
    expect(told).toEqual([...both, ...both, 'Paula TOLD answered D-1'].toSorted());
  });

  it('of a vacant side is missing, and the sentence says why', async () => {
    const area = await story.delegated('AGREE');
    await story.away(story.owner);
    await story.away(story.backup);
    const it = await story.propose(story.dev, area);
    expect(it.flow.waitsFor).toEqual([
      'The Product Owner of Payments must consent first. Nobody answers for that now.',
    ]);
    expect(it.flow.asks[0]).toMatchObject({ people: [], answer: null });
  });
});

describe('advice', () => {
  it('is given, or its time is over', async () => {
    const area = await story.delegated('CONSULT', { answerHours: 7 });
    const it = await story.propose(story.owner, area);
    const [ask] = it.flow.asks;
    expect(ask).toMatchObject({ kind: 'ADVICE', ofWhom: 'the team Payments', dueAt: '2026-03-10T17:00:00.000Z' });
    expect(codeOf(await story.change(story.owner, 'acceptDecision', it))).toBe('DECISION_WAITS');
    expect(codeOf(await story.answer(story.dev, ask, 'CONSENTED'))).toBe('INVALID_INPUT');
    await story.answer(story.dev, ask, 'ADVISED', 'Two is when backups run.');
    expect((await story.answer(story.master, ask, 'ADVISED', 'Me too')).errors?.[0]?.extensions).toMatchObject({
      code: 'ASK_ANSWERED_ALREADY',
      details: { by: 'Dora', at: '2026-03-10T10:00:00.000Z' },
    });
    expect((await story.changed(story.owner, 'acceptDecision', it)).state).toBe('ACCEPTED');

    const another = await story.propose(story.owner, area);
    story.at('2026-03-10T16:59:59.999Z');
    expect(codeOf(await story.change(story.owner, 'acceptDecision', another))).toBe('DECISION_WAITS');
    story.at('2026-03-10T17:00:00.000Z');
    expect((await story.changed(story.owner, 'acceptDecision', another)).state).toBe('ACCEPTED');
  });

  it('nobody advises themselves: where the accountable one proposes, the team may decide at once', async () => {
    const it = await story.propose(story.owner, await story.delegated('ADVISE'));
    expect(it.flow.asks).toMatchObject([{ answer: 'ADVISED', answeredBy: { name: 'Paula' } }]);
    expect(it.flow.waitsFor).toEqual([]);
    // Paula may not decide it: the team is asked to.
    expect(await story.told()).toEqual(['Dora ASKED proposed D-1', 'Sam ASKED proposed D-1']);
    expect(await story.asked(story.dev)).toEqual([it.key]);
    expect(await story.asked(story.owner)).toEqual([]);
  });

  it('whose time is over is told to those who go on without it, once', async () => {
    await story.propose(story.dev, await story.delegated('ADVISE', { answerHours: 7 }));
    const reminders = app.app.get(DecisionReminders);
    expect(await reminders.overdueAnswers(story.house.id, new Date('2026-03-10T17:00:00.000Z'))).toBe(1);
    expect(await reminders.overdueAnswers(story.house.id, new Date('2026-03-11T17:00:00.000Z'))).toBe(0);
    const told = await story.told();
    expect(told.filter((line) => line.includes('overdue'))).toEqual([
      'Dora TOLD answer-overdue D-1',
      'Sam TOLD answer-overdue D-1',
    ]);
  });
});

describe('who answers', () => {
  it('only the side that is asked; in the place of who is away, and it says so', async () => {
    const it = await story.propose(story.dev, await story.delegated('AGREE'));
    const [owners] = it.flow.asks;
    for (const by of [story.admin, story.areaOwner, story.dev, story.backup, story.stranger]) {
      expect(codeOf(await story.answer(by, owners, 'CONSENTED'))).toBe('FORBIDDEN');
      expect((await story.decision(it.key, by)).flow.asks[0]?.viewerCan).toEqual([]);
    }
    await story.away(story.owner);
    expect(await story.asked(story.owner)).toEqual([]);
    expect(await story.asked(story.backup)).toEqual([it.key]);
    const reply = await story.answer(story.backup, owners, 'CONSENTED');
    expect(reply.data?.answerDecisionAsk.flow.asks[0]).toMatchObject({
      answeredBy: { name: 'Bo' },
      answeredFor: { name: 'Paula' },
    });
  });

  it('nothing that is decided, nothing of nobody, and nothing of another house', async () => {
    const it = await story.propose(story.dev, await story.delegated('ADVISE'));
    const [ask] = it.flow.asks;
    await story.changed(story.dev, 'withdrawDecision', it);
    expect(codeOf(await story.answer(story.owner, ask, 'ADVISED', 'Do'))).toBe('DECISION_IN_OTHER_STATE');
    expect(await story.asked(story.owner)).toEqual([]);
    const abroad = await DelegationStory.tell(app, 'Abroad');
    for (const id of [ask?.id ?? '', `DecisionAsk_${NEVER}`, it.id])
      expect(codeOf(await abroad.answer(abroad.owner, { id }, 'ADVISED', 'Do'))).toBe('NOT_FOUND');
  });

  it('once per key, and one of many at once', async () => {
    const it = await story.propose(story.dev, await story.delegated('AGREE'));
    const [owners] = it.flow.asks;
    const key = 'a-key-of-one-form';
    const [one, other] = await Promise.all([
      story.answer(story.owner, owners, 'CONSENTED', '', key),
      story.answer(story.owner, owners, 'CONSENTED', '', key),
    ]);
    expect(one.errors).toBeUndefined();
    expect(one.data).toEqual(other.data);
    expect(await story.events('decision.answered')).toHaveLength(1);
    const again = await story.propose(story.owner, await story.delegated('CONSULT'));
    const [advice] = again.flow.asks;
    const replies = await Promise.all([story.dev, story.master].map((by) => story.answer(by, advice, 'ADVISED', 'Do')));
    expect(replies.map(({ errors }) => errors?.[0]?.extensions.code ?? 'given').toSorted()).toEqual([
      'ASK_ANSWERED_ALREADY',
      'given',
    ]);
  });

  it('an objection and accepting at once: never both', async () => {
    const area = await story.delegated('AGREE');
    for (let time = 0; time < 8; time += 1) {
      const it = await story.propose(story.dev, area);
      const [owners] = it.flow.asks;
      await story.answer(story.owner, owners, 'CONSENTED');
      const [accepted, objected] = await Promise.all([
        story.change(story.dev, 'acceptDecision', it),
        story.answer(story.owner, owners, 'OBJECTED', 'Wait'),
      ]);
      expect([accepted.errors, objected.errors].filter((errors) => errors === undefined)).toHaveLength(1);
    }
  });
});

it('what waits for me comes page by page, due first', async () => {
  const area = await story.delegated('AGREE', { answerHours: 4 });
  const later = await story.delegated('AGREE', { answerHours: 30 }, 'Later');
  const keys = [
    (await story.propose(story.dev, later)).key,
    (await story.propose(story.dev, area)).key,
    (await story.propose(story.dev, null)).key,
  ];
  const pages: string[][] = [];
  let after: string | null = null;
  do {
    const reply: Awaited<ReturnType<typeof ask>> = await ask(after);
    pages.push(reply.edges.map(({ node }) => node.key));
    after = reply.pageInfo.hasNextPage ? reply.pageInfo.endCursor : null;
    expect(reply.totalCount).toBe(3);
  } while (after !== null);
  // Nobody delegated the third: it waits for nothing but Paula's word.
  expect(pages).toEqual([[keys[2], keys[1]], [keys[0]]]);
  const found = await app.graphql(story.owner.cookie, `{ decisionsAskedOfMe(after: "bogus") { totalCount } }`);
  expect(codeOf(found)).toBe('INVALID_INPUT');
});

interface AskedPage {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
  edges: { node: { key: string } }[];
}

async function ask(after: string | null): Promise<AskedPage> {
  const reply = await app.graphql<{ decisionsAskedOfMe: AskedPage }>(
    story.owner.cookie,
    `query ($after: String) { decisionsAskedOfMe(first: 2, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { key } } } }`,
    { after },
  );
  if (!reply.data) throw new Error(reply.text);
  return reply.data.decisionsAskedOfMe;
}
