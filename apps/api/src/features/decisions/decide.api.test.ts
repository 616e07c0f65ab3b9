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

describe('accepting', () => {
  it('puts it in force at once, with its last words, who and when, on the record', async () => {
    const options = [{ title: 'One queue' }, { title: 'A queue each' }];
    const it = await story.propose({ options, context: 'Two teams wait for one another.', outcome: '' });
    expect(it.viewerCan).not.toContain('decision:accept');
    expect((await story.see(it.key, story.owner)).viewerCan).toEqual([
      'decision:view',
      'decision:edit',
      'decision:accept',
      'decision:reject',
      'decision:revisit',
      'decision:link',
      'decision:unlink',
    ]);
    await story.done(story.owner, 'acceptDecision', it, {
      outcome: ' One queue for both. ',
      rationale: 'Less waiting.',
      chosenOption: 0,
    });
    const accepted = await story.ask(
      it.key,
      'state version outcome rationale chosenOption decidedBy { name } decidedAt proposedBy { name } viewerCan contentHash',
    );
    expect(accepted).toMatchObject({
      state: 'ACCEPTED',
      version: 2,
      outcome: 'One queue for both.',
      rationale: 'Less waiting.',
      chosenOption: 0,
      decidedBy: { name: 'Pia' },
      decidedAt: expect.any(String),
      proposedBy: { name: 'Dora' },
      viewerCan: ['decision:view', 'decision:revisit', 'decision:link'],
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/u),
    });
    expect(await story.events(it)).toEqual([
      expect.objectContaining({ name: 'decision.proposed', subject_version: 1 }),
      expect.objectContaining({
        name: 'decision.accepted',
        subject_version: 2,
        payload: expect.objectContaining({
          changes: expect.arrayContaining([
            { field: 'state', from: 'Proposed', to: 'Accepted' },
            { field: 'chosenOption', from: null, to: 'One queue' },
            { field: 'outcome', from: null, to: 'One queue for both.' },
          ]),
        }),
      }),
    ]);
  });

  it.each(['acceptDecision', 'rejectDecision', 'revertDecision'])(
    '%s is refused to everybody whom its delegation does not trust, with who could; an Administrator is no exception',
    async (field) => {
      const it = await story.inState(field === 'revertDecision' ? 'ACCEPTED' : 'PROPOSED');
      for (const by of [story.dev, story.administrator, story.guest]) {
        const reply = await story.mutate(by, field, it, field === 'acceptDecision' ? {} : { reason: 'No' });
        expect(reply.errors?.[0]?.extensions).toMatchObject({
          code: 'NOT_DELEGATED',
          details: { mayAccept: ['Pia'], words: 'the Product Owner of Payments' },
        });
      }
      expect(await story.see(it.key)).toMatchObject({ state: it.state, version: it.version });
    },
  );

  it('of a version that is no more is a conflict that shows what is there, without contacts', async () => {
    const it = await story.propose({ people: [{ part: 'CONSULTED', personId: `Person_${story.other.id}` }] });
    await story.done(story.dev, 'editDecision', it, { input: { title: 'Two queues' } });
    const late = await story.mutate(story.owner, 'acceptDecision', it);
    expect(late.errors?.[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      details: { currentVersion: 2, current: { title: 'Two queues', people: [{ name: 'Otto' }] } },
    });
    expect(JSON.stringify(late.errors)).not.toMatch(/email|ById|briefId/u);
  });

  it('twice with one key is once; with another input it is refused', async () => {
    const it = await story.propose();
    const idempotencyKey = 'accept-me-once';
    const [one, other] = await Promise.all([
      story.mutate(story.owner, 'acceptDecision', it, { idempotencyKey }),
      story.mutate(story.owner, 'acceptDecision', it, { idempotencyKey }),
    ]);
    expect(one.data).toEqual(other.data);
    const reused = await story.mutate(story.owner, 'acceptDecision', it, { idempotencyKey, outcome: 'Other' });
    expect(reused.errors?.[0]?.extensions.code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect((await story.events(it)).map(({ name }) => name)).toEqual(['decision.proposed', 'decision.accepted']);
  });

  it('needs words or a chosen option, be they given with it: otherwise nothing would be decided', async () => {
    const it = await story.propose({ outcome: '', context: 'Why we ask.', options: [{ title: 'Only one' }] });
    for (const given of [{}, { outcome: ' ' }, { rationale: 'Because.' }]) {
      const reply = await story.mutate(story.owner, 'acceptDecision', it, given);
      expect(reply.errors?.[0]?.extensions).toMatchObject({
        code: 'INVALID_INPUT',
        details: { fields: [{ field: 'outcome', problem: expect.any(String) }] },
      });
    }
    expect(await story.see(it.key)).toMatchObject({ state: 'PROPOSED', version: it.version });
    // Who may not accept hears that first.
    expect((await story.mutate(story.dev, 'acceptDecision', it)).errors?.[0]?.extensions.code).toBe('NOT_DELEGATED');
    expect(await story.done(story.owner, 'acceptDecision', it, { chosenOption: 0 })).toMatchObject({
      state: 'ACCEPTED',
    });
    const said = await story.propose({ outcome: '' });
    await story.done(story.owner, 'acceptDecision', said, { outcome: 'Yes.' });
  });

  it('says which field is wrong: an option that is not there, words without end', async () => {
    const it = await story.propose({ options: [{ title: 'Only one' }] });
    for (const [given, field] of [
      [{ chosenOption: 1 }, 'chosenOption'],
      [{ outcome: 'x'.repeat(20_001) }, 'outcome'],
    ] as const) {
      const reply = await story.mutate(story.owner, 'acceptDecision', it, given);
      expect(reply.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', details: { fields: [{ field }] } });
    }
  });

  it.each(['ACCEPTED', 'REJECTED', 'WITHDRAWN', 'SUPERSEDED', 'REVERTED'] as const)(
    'accepting, rejecting, withdrawing and editing what is %s is refused, with what makes sense',
    async (state) => {
      const it = await story.inState(state);
      const before = await story.see(it.key);
      for (const [by, field, given] of [
        [story.owner, 'acceptDecision', {}],
        [story.owner, 'rejectDecision', { reason: 'No' }],
        [story.dev, 'withdrawDecision', {}],
        [story.dev, 'editDecision', { input: { title: 'Other' } }],
      ] as const) {
        const reply = await story.mutate(by, field, it, given);
        expect(reply.errors?.[0]?.extensions).toMatchObject({ code: 'DECISION_IN_OTHER_STATE', details: { state } });
      }
      expect(await story.see(it.key)).toEqual(before);
    },
  );
});

describe('closing', () => {
  it('rejects with a reason, by who decides', async () => {
    const it = await story.propose();
    const without = await story.mutate(story.owner, 'rejectDecision', it, { reason: ' ' });
    expect(without.errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
    await story.done(story.owner, 'rejectDecision', it, { reason: ' Too early. ' });
    expect(await story.ask(it.key, 'state closeReason decidedBy { name } viewerCan')).toEqual({
      state: 'REJECTED',
      closeReason: 'Too early.',
      decidedBy: { name: 'Pia' },
      viewerCan: ['decision:view', 'decision:link'],
    });
    expect((await story.events(it)).at(-1)).toMatchObject({
      name: 'decision.rejected',
      payload: { note: 'Too early.' },
    });
  });

  it('withdraws by who proposed it or a decision-maker, without a reason too', async () => {
    const it = await story.propose();
    const denied = await story.mutate(story.owner, 'withdrawDecision', it);
    expect(denied.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await story.done(story.dev, 'withdrawDecision', it)).toMatchObject({ state: 'WITHDRAWN' });
    const another = await story.propose({ people: [{ part: 'DECISION_MAKER', personId: `Person_${story.other.id}` }] });
    await story.done(story.other, 'withdrawDecision', another, { reason: 'We asked the wrong question.' });
    expect(await story.ask(another.key, 'state closeReason')).toEqual({
      state: 'WITHDRAWN',
      closeReason: 'We asked the wrong question.',
    });
  });

  it('reverts what is in force, with a reason; its words stay', async () => {
    const it = await story.inState('ACCEPTED');
    const reverted = await story.done(story.owner, 'revertDecision', it, { reason: 'It costs more than it gives.' });
    expect(reverted).toMatchObject({ state: 'REVERTED', outcome: it.outcome, contentHash: it.contentHash });
    expect(await story.ask(it.key, 'revertReason closeReason')).toEqual({
      revertReason: 'It costs more than it gives.',
      closeReason: '',
    });
  });
});

describe('what was accepted', () => {
  it('gets words added, one after the other, whoever adds at once; nothing else of it changes', async () => {
    const it = await story.inState('ACCEPTED');
    const before = await story.see(it.key);
    const texts = Array.from({ length: 8 }, (_, index) => `Correction ${index}`);
    const replies = await Promise.all(texts.map((text) => story.mutate(story.owner, 'amendDecision', it, { text })));
    expect(replies.flatMap(({ errors }) => errors ?? [])).toEqual([]);
    const { amendments } = await story.ask<{ amendments: { number: number; text: string; by: { name: string } }[] }>(
      it.key,
      'amendments { number text by { name } }',
    );
    expect(amendments.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(amendments.map(({ text }) => text).sort()).toEqual(texts);
    expect(await story.see(it.key)).toEqual(before);
    expect(await story.wrong()).toEqual([]);
  });

  it.each(['PROPOSED', 'REJECTED', 'WITHDRAWN'] as const)('of %s there is nothing to amend', async (state) => {
    const it = await story.inState(state);
    const reply = await story.mutate(story.owner, 'amendDecision', it, { text: 'Added' });
    expect(reply.errors?.[0]?.extensions.code).toBe('DECISION_IN_OTHER_STATE');
  });

  it('is not amended by its proposer or somebody who has nothing to do with it, nor without words', async () => {
    const it = await story.inState('ACCEPTED');
    for (const by of [story.dev, story.other]) {
      const denied = await story.mutate(by, 'amendDecision', it, { text: 'Added' });
      expect(denied.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    const empty = await story.mutate(story.owner, 'amendDecision', it, { text: '\u0000 ' });
    expect(empty.errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  });

  it('that was looked at and still holds says so, with its next day', async () => {
    const it = await story.inState('ACCEPTED');
    const set = await story.done(story.dev, 'setDecisionRevisit', it, { revisitOn: '2031-05-01' });
    await story.done(story.dev, 'setDecisionRevisit', set, { revisitOn: '2032-05-01', stillHolds: true });
    expect(await story.ask(it.key, 'activity(first: 2) { edges { node { event note } } }')).toEqual({
      activity: {
        edges: [
          { node: { event: 'decision.revisit-set', note: 'Looked at again: it still holds.' } },
          { node: { event: 'decision.revisit-set', note: null } },
        ],
      },
    });
  });

  it('can be looked at again on another day, or never', async () => {
    const it = await story.inState('ACCEPTED');
    const set = await story.done(story.dev, 'setDecisionRevisit', it, { revisitOn: '2031-05-01' });
    expect(set).toMatchObject({ version: 3, contentHash: it.contentHash });
    const same = await story.done(story.dev, 'setDecisionRevisit', set, { revisitOn: '2031-05-01' });
    expect(same.version).toBe(3);
    await story.done(story.owner, 'setDecisionRevisit', set, { revisitOn: null });
    expect(await story.ask(it.key, 'revisitOn version')).toEqual({ revisitOn: null, version: 4 });
    const far = await story.mutate(
      story.owner,
      'setDecisionRevisit',
      { ...it, version: 4 },
      { revisitOn: '9999-01-01' },
    );
    expect(far.errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
    const gone = { revisitOn: '2020-01-01' };
    const past = await story.mutate(story.owner, 'setDecisionRevisit', { ...it, version: 4 }, gone);
    expect(past.errors?.[0]?.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'revisitOn' }] },
    });
    const [row] = await story.house.query<{ count: number }>(
      'select count(*) as count from decision_records where decision_id = $1',
      [rowId(it.id)],
    );
    expect(row?.count).toBe(1);
  });
});
