import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DecisionStory } from '../../../test/decision-story.js';
import { TestApp } from '../../../test/test-app.js';

let app: TestApp;
let story: DecisionStory;
beforeAll(async () => {
  app = await TestApp.start();
  story = await DecisionStory.tell(app, 'Harbour');
});
afterAll(() => app?.stop());

interface Line {
  key: string;
}

describe('superseding', () => {
  const LINE = 'key state supersededBy { key } supersedes { key } history { key }';

  it('shows as one line of history that is walked both ways', async () => {
    const first = await story.inState('ACCEPTED', { title: 'First' });
    const beside = await story.inState('ACCEPTED', { title: 'Beside' });
    const second = await story.propose({ title: 'Second', supersedesIds: [first.id, beside.id] });
    const keys = (lines: Line[]): string[] => lines.map(({ key }) => key);
    const told = async (key: string) => {
      const { supersededBy, supersedes, history, state } = await story.ask<{
        state: string;
        supersededBy: Line | null;
        supersedes: Line[];
        history: Line[];
      }>(key, LINE);
      return { state, by: supersededBy?.key ?? null, of: keys(supersedes), line: keys(history) };
    };
    // Meant so far: it is in force until the other one is accepted.
    expect(await told(second.key)).toEqual({
      state: 'PROPOSED',
      by: null,
      of: [first.key, beside.key],
      line: [second.key],
    });
    expect(await told(first.key)).toEqual({ state: 'ACCEPTED', by: null, of: [], line: [first.key] });
    await story.done(story.owner, 'acceptDecision', second);
    const third = await story.inState('ACCEPTED', { title: 'Third', supersedesIds: [second.id] });
    expect(await told(first.key)).toEqual({
      state: 'SUPERSEDED',
      by: second.key,
      of: [],
      line: [first.key, second.key, third.key],
    });
    const whole = [first.key, beside.key, second.key, third.key];
    expect(await told(second.key)).toEqual({
      state: 'SUPERSEDED',
      by: third.key,
      of: [first.key, beside.key],
      line: whole,
    });
    expect(await told(third.key)).toEqual({ state: 'ACCEPTED', by: null, of: [second.key], line: whole });
    expect((await story.events(first)).at(-1)).toMatchObject({
      name: 'decision.superseded',
      subject_version: 3,
      payload: { changes: [{ field: 'state' }, { field: 'supersededBy', from: null, to: second.key }] },
    });
  });

  it.each(['PROPOSED', 'REJECTED', 'WITHDRAWN', 'SUPERSEDED', 'REVERTED'] as const)(
    'nothing can replace what is %s',
    async (state) => {
      const it = await story.inState(state);
      const reply = await story.tryProposing({ supersedesIds: [it.id] });
      const by = state === 'SUPERSEDED' ? expect.stringMatching(/^D-\d+$/u) : null;
      expect(reply.errors?.[0]?.extensions).toMatchObject({
        code: 'NOTHING_TO_SUPERSEDE',
        details: { key: it.key, state, by },
      });
    },
  );

  it('of several at once that replace the same one, one comes into force', async () => {
    for (let again = 0; again < 5; again += 1) {
      const old = await story.inState('ACCEPTED');
      const successors = await Promise.all(
        ['A', 'B', 'C', 'D'].map((title) => story.propose({ title, supersedesIds: [old.id] })),
      );
      const replies = await Promise.all(successors.map((it) => story.mutate(story.owner, 'acceptDecision', it)));
      const codes = replies.map(({ errors }) => errors?.[0]?.extensions.code ?? 'OK').sort();
      expect(codes).toEqual(['NOTHING_TO_SUPERSEDE', 'NOTHING_TO_SUPERSEDE', 'NOTHING_TO_SUPERSEDE', 'OK']);
      const winner = replies.find(({ errors }) => !errors)?.data?.['acceptDecision'];
      expect(await story.ask(old.key, 'supersededBy { key }')).toEqual({ supersededBy: { key: winner?.key } });
    }
    expect(await story.wrong()).toEqual([]);
  });
});
