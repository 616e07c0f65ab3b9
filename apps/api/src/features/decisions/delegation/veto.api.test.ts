import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { codeOf, type TestDecision } from '../../../../test/delegation-answers.js';
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

/** Accepted on Tuesday at ten, with eight working hours of veto: until Wednesday at ten. */
async function accepted(level = 'INQUIRE'): Promise<TestDecision> {
  const it = await story.propose(story.dev, await story.delegated(level, { vetoHours: 8 }));
  if (level === 'ADVISE') await story.answer(story.owner, it.flow.asks[0], 'ADVISED', 'Go on');
  return story.changed(story.dev, 'acceptDecision', it);
}
const ENDS = '2026-03-11T10:00:00.000Z';
const REASON = 'reason: " It costs a night shift. "';

describe('a veto', () => {
  it.each(['ADVISE', 'INQUIRE'])(
    'at %s by who is accountable, in working hours, with a reason, on the record',
    async (level) => {
      const it = await accepted(level);
      expect(it.flow.vetoEndsAt).toBe(ENDS);
      story.at('2026-03-11T09:59:59.999Z');
      expect((await story.decision(it.key, story.owner)).viewerCan).toContain('decision:veto');
      const vetoed = await story.changed(story.owner, 'vetoDecision', it, REASON);
      expect(vetoed).toMatchObject({
        state: 'VETOED',
        version: it.version + 1,
        veto: { by: { name: 'Paula' }, for: null, reason: 'It costs a night shift.' },
      });
      expect((await story.events('decision.vetoed'))[0]).toMatchObject({
        actor_person_id: story.owner.id,
        payload: { note: 'It costs a night shift.', changes: [{ field: 'state', from: 'Accepted', to: 'Vetoed' }] },
      });
      expect(await story.told()).toEqual(expect.arrayContaining(['Dora VETOED vetoed D-1', 'Sam VETOED vetoed D-1']));
      const [record] = await story.house.query<{ kind: string }>(
        'select kind from decision_records where organization_id = $1 order by position desc limit 1',
        [story.house.id],
      );
      expect(record?.kind).toBe('VETOED');
    },
  );

  it('is over at the very moment that was said, and the decision stands', async () => {
    const it = await accepted();
    story.at(ENDS);
    const reply = await story.change(story.owner, 'vetoDecision', it, REASON);
    expect(reply.errors?.[0]?.extensions).toMatchObject({ code: 'VETO_CLOSED', details: { endedAt: ENDS } });
    expect((await story.decision(it.key, story.owner)).viewerCan).not.toContain('decision:veto');
    expect((await story.decision(it.key)).state).toBe('ACCEPTED');
  });

  it('that is open is put before whoever may give it, what ends first before the rest', async () => {
    const keys = async (by: Parameters<DelegationStory['asked']>[0]): Promise<string[]> => {
      const reply = await app.graphql<{ decisionsOpenToMyVeto: { edges: { node: { key: string } }[] } }>(
        by.cookie,
        '{ decisionsOpenToMyVeto { totalCount edges { node { key } } } }',
      );
      return reply.data?.decisionsOpenToMyVeto.edges.map(({ node }) => node.key) ?? [];
    };
    const later = await story.propose(story.dev, await story.delegated('INQUIRE', { vetoHours: 30 }, 'Later'));
    await story.changed(story.dev, 'acceptDecision', later);
    const it = await accepted();
    await story.propose(story.dev, await story.delegated('INQUIRE', { vetoHours: 8 }, 'Open'));
    expect(await keys(story.owner)).toEqual([it.key, later.key]);
    expect(await keys(story.dev)).toEqual([]);
    expect(await keys(story.backup)).toEqual([]);
    await story.away(story.owner);
    expect(await keys(story.backup)).toEqual([it.key, later.key]);
    story.at(ENDS);
    expect(await keys(story.backup)).toEqual([later.key]);
  });

  it('is known to whoever was told then, whoever answers today', async () => {
    const it = await accepted();
    expect(it.flow.willTell).toEqual([{ name: 'Paula' }]);
    await story.away(story.owner);
    expect((await story.decision(it.key)).flow.willTell).toEqual([{ name: 'Paula' }]);
    const open = await story.propose(story.dev, await story.delegated('INQUIRE', {}, 'Later'));
    expect(open.flow.willTell).toEqual([{ name: 'Bo' }]);
    const gone = await story.changed(story.dev, 'withdrawDecision', open);
    expect(gone.flow.willTell).toEqual([]);
  });

  it('is told to be over once, to those who made the decision', async () => {
    await accepted();
    const reminders = app.app.get(DecisionReminders);
    const run = (at: string): Promise<number> => reminders.endedVetoes(story.house.id, new Date(at));
    expect(await run('2026-03-11T09:59:59.999Z')).toBe(0);
    expect((await Promise.all([run(ENDS), run(ENDS)])).toSorted()).toEqual([0, 1]);
    expect(await run('2026-03-12T10:00:00.000Z')).toBe(0);
    expect((await story.told()).filter((line) => line.includes('veto-ended'))).toEqual(['Dora TOLD veto-ended D-1']);
  });

  it('that was given does not end', async () => {
    const it = await accepted();
    await story.changed(story.owner, 'vetoDecision', it, REASON);
    expect(await app.app.get(DecisionReminders).endedVetoes(story.house.id, new Date('2026-03-12T10:00:00.000Z'))).toBe(
      0,
    );
    expect(codeOf(await story.change(story.owner, 'vetoDecision', { ...it, version: it.version + 1 }, REASON))).toBe(
      'DECISION_IN_OTHER_STATE',
    );
  });

  it('by nobody else: not the area above, not an Administrator, not a backup while the owner is here', async () => {
    const it = await accepted();
    for (const by of [
      story.admin,
      story.areaOwner,
      story.chief,
      story.executive,
      story.backup,
      story.dev,
      story.stranger,
    ])
      expect(codeOf(await story.change(by, 'vetoDecision', it, REASON))).toBe('FORBIDDEN');
  });

  it('by the backup while the owner is away; who is away has none', async () => {
    const it = await accepted();
    await story.away(story.owner);
    expect(codeOf(await story.change(story.owner, 'vetoDecision', it, REASON))).toBe('FORBIDDEN');
    const vetoed = await story.changed(story.backup, 'vetoDecision', it, REASON);
    expect(vetoed.veto).toMatchObject({ by: { name: 'Bo' }, for: { name: 'Paula' } });
  });

  it('needs a reason, and the version that was seen', async () => {
    const it = await accepted();
    expect(codeOf(await story.change(story.owner, 'vetoDecision', it, 'reason: "  "'))).toBe('INVALID_INPUT');
    expect(codeOf(await story.change(story.owner, 'vetoDecision', { ...it, version: 1 }, REASON))).toBe('CONFLICT');
  });

  it.each(['TELL', 'AGREE', 'DELEGATE'])('there is none at %s', async (level) => {
    const area = await story.delegated(level);
    const by = level === 'TELL' ? story.owner : story.dev;
    const it = await story.propose(by, area);
    await story.answer(story.owner, it.flow.asks[0], 'CONSENTED');
    const done = await story.changed(by, 'acceptDecision', it);
    expect(done.flow).toMatchObject({ vetoHours: 0, vetoEndsAt: null });
    expect(codeOf(await story.change(story.owner, 'vetoDecision', done, REASON))).toBe('FORBIDDEN');
  });

  it('and reverting at once: one of the two', async () => {
    for (let time = 0; time < 4; time += 1) {
      const area = await story.delegated('INQUIRE', {}, `Area ${time}`);
      const it = await story.changed(story.dev, 'acceptDecision', await story.propose(story.dev, area));
      const replies = await Promise.all([
        story.change(story.owner, 'vetoDecision', it, REASON),
        story.change(story.dev, 'revertDecision', it, 'reason: "Not needed"'),
      ]);
      expect(replies.filter(({ errors }) => errors === undefined)).toHaveLength(1);
    }
  });

  it('a journey: the first is vetoed in time, the next one runs past its window and stands', async () => {
    const area = await story.delegated('INQUIRE', { vetoHours: 8 });
    const first = await story.changed(story.dev, 'acceptDecision', await story.propose(story.dev, area));
    expect(await story.told()).toEqual(['Paula TOLD accepted D-1']);
    story.at('2026-03-10T15:00:00.000Z');
    await story.changed(story.owner, 'vetoDecision', first, REASON);
    const next = await story.changed(story.master, 'acceptDecision', await story.propose(story.dev, area));
    // Tuesday at three: two hours of that day, and six of the next one.
    expect(next.flow.vetoEndsAt).toBe('2026-03-11T15:00:00.000Z');
    story.at('2026-03-11T15:00:00.000Z');
    expect(codeOf(await story.change(story.owner, 'vetoDecision', next, REASON))).toBe('VETO_CLOSED');
    expect([(await story.decision('D-1')).state, (await story.decision('D-2')).state]).toEqual(['VETOED', 'ACCEPTED']);
  });
});

describe('a day to look again', () => {
  it('reminds once for each day, where the organization is; whoever made it and who may decide now', async () => {
    await story.house.query(
      `update organizations set time_zone = 'Asia/Tokyo' where organization_id = $1 returning 1`,
      [story.house.id],
    );
    const area = await story.delegated('DELEGATE');
    const it = await story.propose(story.dev, area, { revisitOn: '2036-04-01' });
    const reminders = app.app.get(DecisionReminders);
    const run = (at: string): Promise<number> => reminders.dueRevisits(story.house.id, new Date(at));
    // Only what is in force.
    expect(await run('2036-04-02T00:00:00.000Z')).toBe(0);
    const done = await story.changed(story.dev, 'acceptDecision', it);
    expect(await run('2036-03-31T14:59:59.999Z')).toBe(0);
    expect((await Promise.all([run('2036-03-31T15:00:00.000Z'), run('2036-03-31T15:00:00.000Z')])).toSorted()).toEqual([
      0, 1,
    ]);
    expect(await run('2036-04-02T00:00:00.000Z')).toBe(0);
    await story.changed(story.dev, 'setDecisionRevisit', done, 'revisitOn: "2036-05-01"');
    expect(await run('2036-05-01T00:00:00.000Z')).toBe(1);
    expect((await story.told()).filter((line) => line.includes('REVISIT'))).toEqual([
      'Dora REVISIT revisit-due D-1',
      'Dora REVISIT revisit-due D-1',
      'Sam REVISIT revisit-due D-1',
      'Sam REVISIT revisit-due D-1',
    ]);
  });
});
