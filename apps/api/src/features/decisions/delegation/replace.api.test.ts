import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { codeOf, type TestDecision } from '../../../../test/delegation-answers.js';
import { DelegationStory } from '../../../../test/delegation-story.js';
import { TestApp } from '../../../../test/test-app.js';

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

/** A decision of the team in place of others. */
function inPlaceOf(areaId: string, ...old: Pick<TestDecision, 'id'>[]): Promise<TestDecision> {
  return story.propose(story.dev, areaId, { title: 'Other', supersedesIds: old.map(({ id }) => id) });
}

describe('what somebody else decided', () => {
  it('is not replaced by what one is trusted with oneself; preview, flow and refusal name it and who could', async () => {
    const all = { scopeKind: 'ORGANIZATION', scopeId: story.atOrganization.id };
    const old = await story.changed(story.executive, 'acceptDecision', await story.propose(story.executive, null, all));
    const area = await story.delegated('DELEGATE');
    const words = 'It replaces D-1: only the Executive Action Team may do that.';
    expect((await story.preview(story.dev, area, story.atTeam, [old.id])).waitsFor).toEqual([words]);
    expect((await story.preview(story.dev, area)).waitsFor).toEqual([]);
    const it = await inPlaceOf(area, old);
    expect(it.flow.waitsFor).toEqual([words]);
    expect((await story.decision(it.key, story.executive)).flow.waitsFor).toEqual([]);
    const refused = await story.change(story.dev, 'acceptDecision', it);
    expect(refused.errors?.[0]?.extensions).toMatchObject({
      code: 'NOT_DELEGATED',
      details: { mayAccept: ['Emil'], words: 'whoever may replace D-1 (the Executive Action Team)' },
    });
    expect([(await story.decision('D-1')).state, (await story.decision('D-2')).state]).toEqual([
      'ACCEPTED',
      'PROPOSED',
    ]);
    // Without it nothing is in the way.
    const alone = await story.changed(story.dev, 'editDecision', it, 'input: { supersedesIds: [] }');
    expect((await story.changed(story.dev, 'acceptDecision', alone)).state).toBe('ACCEPTED');
  });

  it('is replaced by who is trusted with both, also in the place of somebody who is away', async () => {
    const old = await story.changed(story.owner, 'acceptDecision', await story.propose(story.dev, null));
    const it = await story.propose(story.dev, null, { supersedesIds: [old.id] });
    await story.away(story.owner);
    expect(codeOf(await story.change(story.owner, 'acceptDecision', it))).toBe('NOT_DELEGATED');
    expect((await story.changed(story.backup, 'acceptDecision', it)).state).toBe('ACCEPTED');
    expect((await story.decision(old.key)).state).toBe('SUPERSEDED');
  });

  it('of a preview: what is nobody’s here is not found', async () => {
    const abroad = await DelegationStory.tell(app, 'Abroad');
    const theirs = await abroad.propose(abroad.dev, null);
    await expect(story.preview(story.dev, null, story.atTeam, [theirs.id])).rejects.toThrow('NOT_FOUND');
  });
});

describe('what can still be vetoed', () => {
  const ENDS = '2026-03-11T10:00:00.000Z';
  const vetoable = async (): Promise<TestDecision> => {
    const area = await story.delegated('INQUIRE', { vetoHours: 8 });
    return story.changed(story.dev, 'acceptDecision', await story.propose(story.dev, area));
  };

  it('is not replaced to escape the veto: it waits until the window is over', async () => {
    const old = await vetoable();
    const it = await inPlaceOf(await story.delegated('DELEGATE'), old);
    const waitsFor = [
      'It replaces D-1, which can be vetoed until 11 March 2026, 10:00 (UTC): before that only the Product Owner of Payments may replace it.',
    ];
    expect(it.flow.waitsFor).toEqual(waitsFor);
    story.at('2026-03-11T09:59:59.999Z');
    const refused = await story.change(story.dev, 'acceptDecision', it);
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'DECISION_WAITS', details: { waitsFor } });
    expect((await story.decision(old.key, story.owner)).viewerCan).toContain('decision:veto');
    story.at(ENDS);
    expect((await story.changed(story.dev, 'acceptDecision', it)).state).toBe('ACCEPTED');
  });

  it('is replaced at once by who may veto it', async () => {
    const old = await vetoable();
    const it = await story.propose(story.dev, null, { supersedesIds: [old.id] });
    expect((await story.changed(story.owner, 'acceptDecision', it)).state).toBe('ACCEPTED');
    expect((await story.decision(old.key)).state).toBe('SUPERSEDED');
  });
});
