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

describe('advice', () => {
  it('is about these words: where something else is to be decided it is asked for anew, and has its time again', async () => {
    const it = await story.propose(story.dev, await story.delegated('ADVISE', { answerHours: 7 }));
    await story.answer(story.owner, it.flow.asks[0], 'ADVISED', 'Go on.');
    story.at('2026-03-10T11:00:00.000Z');
    const better = await story.changed(story.dev, 'editDecision', it, 'input: { context: "They break at night." }');
    expect(better.flow).toMatchObject({ asks: [{ answer: 'ADVISED', words: 'Go on.' }], waitsFor: [] });
    const other = await story.changed(story.dev, 'editDecision', better, 'input: { outcome: "Never." }');
    expect(other.flow.asks).toMatchObject([{ answer: null, words: '', dueAt: '2026-03-11T10:00:00.000Z' }]);
    expect(await story.told()).toContain('Paula ASKED edited D-1');
    expect(codeOf(await story.change(story.dev, 'acceptDecision', other))).toBe('DECISION_WAITS');
    // Time runs again from the next change, too; and not for who changed it.
    story.at('2026-03-10T12:00:00.000Z');
    const later = await story.changed(story.dev, 'editDecision', other, 'input: { title: "Not tested" }');
    expect(later.flow.asks).toMatchObject([{ answer: null, dueAt: '2026-03-11T11:00:00.000Z' }]);
    story.at('2026-03-11T10:59:59.999Z');
    expect(codeOf(await story.change(story.dev, 'acceptDecision', later))).toBe('DECISION_WAITS');
    story.at('2026-03-11T11:00:00.000Z');
    expect((await story.changed(story.dev, 'acceptDecision', later)).state).toBe('ACCEPTED');
  });
});

describe('another place', () => {
  const AWAY = 'input: { decisionAreaId: null }';

  it('is no way around an objection: only who may decide here moves it, and what was said is kept', async () => {
    const it = await story.propose(story.stranger, await story.delegated('AGREE'));
    const teams = it.flow.asks.find(({ ofWhom }) => ofWhom === 'the team Payments');
    await story.answer(story.dev, teams, 'OBJECTED', 'It costs a night shift.');
    const refused = await story.change(story.stranger, 'editDecision', it, AWAY);
    expect(refused.errors?.[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
      details: {
        reason: expect.stringContaining('only the Product Owner of Payments or the team Payments may move it'),
      },
    });
    expect((await story.decision(it.key)).flow.level).toBe('AGREE');
    const moved = await story.changed(story.owner, 'editDecision', it, AWAY);
    expect(moved.flow).toMatchObject({ level: 'TELL', asks: [] });
    const kept = await story.house.query(
      `select answer, words, ended_at is not null as ended from decision_asks where organization_id = $1 and answer is not null`,
      [story.house.id],
    );
    expect(kept).toEqual([{ answer: 'OBJECTED', words: 'It costs a night shift.', ended: true }]);
    // Nobody answers what is not asked any more, and nobody is reminded of it.
    expect(codeOf(await story.answer(story.dev, teams, 'CONSENTED'))).toBe('NOT_FOUND');
    const late = new Date('2026-04-10T10:00:00.000Z');
    expect(await app.app.get(DecisionReminders).overdueAnswers(story.house.id, late)).toBe(0);
  });

  it('is no way around advice that is not given yet', async () => {
    const it = await story.propose(story.stranger, await story.delegated('CONSULT'));
    const own = await story.delegated('DELEGATE');
    const away = `input: { decisionAreaId: "${own}" }`;
    expect(codeOf(await story.change(story.stranger, 'editDecision', it, away))).toBe('FORBIDDEN');
    await story.answer(story.dev, it.flow.asks[0], 'ADVISED', 'Let us do it ourselves.');
    expect((await story.changed(story.stranger, 'editDecision', it, away)).flow.level).toBe('DELEGATE');
  });
});

it('consent is to the words that were read: while they changed nobody answers, and learns how they are now', async () => {
  const it = await story.propose(story.dev, await story.delegated('AGREE'));
  const [owners] = it.flow.asks;
  const edited = await story.changed(story.dev, 'editDecision', it, 'input: { outcome: "Never." }');
  const late = await story.answer(story.owner, owners, 'CONSENTED', '', '', it.version);
  expect(late.errors?.[0]?.extensions).toMatchObject({
    code: 'CONFLICT',
    details: { currentVersion: edited.version, current: { key: it.key, outcome: 'Never.' } },
  });
  expect((await story.decision(it.key)).flow.asks[0]?.answer).toBeNull();
  const read = await story.answer(story.owner, owners, 'CONSENTED', '', '', edited.version);
  expect(read.data?.answerDecisionAsk.flow.waitsFor).toEqual([]);
});
