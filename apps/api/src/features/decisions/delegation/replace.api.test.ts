import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { codeOf, type TestDecision } from '../../../../test/delegation-answers.js';
import { DelegationStory } from '../../../../test/delegation-story.js';
import { TestApp } from '../../../../test/test-app.js';
import { Verifications } from '../../../platform/events/verifications.js';

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

/** What `verify` says is wrong with decisions. */
async function wrong(): Promise<string[]> {
  const found = await app.database.transaction({ organizationId: story.house.id }, (tx) =>
    app.app.get(Verifications).run(tx),
  );
  return Object.entries(found).flatMap(([check, sentences]) => (check.includes('decisions') ? sentences : []));
}

/** A decision of the team in place of others. */
function inPlaceOf(areaId: string, ...old: Pick<TestDecision, 'id'>[]): Promise<TestDecision> {
  return story.propose(story.dev, areaId, { title: 'Other', supersedesIds: old.map(({ id }) => id) });
}

async function lineOf(key: string): Promise<{ supersedes: string[]; history: string[] }> {
  const reply = await app.graphql<{
    decision: { supersedes: { key: string }[]; history: { key: string; state: string }[] };
  }>(story.dev.cookie, `{ decision(key: "${key}") { supersedes { key } history { key state } } }`);
  if (!reply.data) throw new Error(reply.text);
  const { supersedes, history } = reply.data.decision;
  return {
    supersedes: supersedes.map((one) => one.key),
    history: history.map((one) => `${one.key} ${one.state}`),
  };
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
    expect([await story.asked(story.executive), await story.asked(story.dev)]).toEqual([[it.key], []]);
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
    expect([await story.asked(story.executive), await story.asked(story.dev)]).toEqual([[], [it.key]]);
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

describe('what is not in force any more', () => {
  it('is nothing to replace: the flow says so by key, nobody is asked, and its proposer has it to mend', async () => {
    const area = await story.delegated('AGREE');
    const own = await story.delegated('DELEGATE', {}, 'Tools');
    const old = await story.changed(story.owner, 'acceptDecision', await story.propose(story.dev, null));
    const late = await inPlaceOf(area, old);
    expect(await story.asked(story.owner)).toEqual([late.key]);
    const first = await story.propose(story.dev, null, { supersedesIds: [old.id] });
    await story.changed(story.owner, 'acceptDecision', first);
    const words = `It is to replace ${old.key}, which is not in force (replaced by ${first.key}): replace ${first.key} instead, or withdraw it.`;
    expect((await story.decision(late.key)).flow.waitsFor).toContain(words);
    expect((await story.preview(story.dev, own, story.atTeam, [old.id])).waitsFor).toEqual([words]);
    expect([await story.asked(story.owner), await story.asked(story.dev)]).toEqual([[], [late.key]]);
    await story.changed(story.dev, 'editDecision', late, 'input: { supersedesIds: [] }');
    expect([await story.asked(story.owner), await story.asked(story.dev)]).toEqual([[late.key], []]);
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
    expect([await story.asked(story.dev), await story.asked(story.owner)]).toEqual([[], []]);
    story.at(ENDS);
    expect(await story.asked(story.dev)).toEqual([it.key]);
    expect((await story.changed(story.dev, 'acceptDecision', it)).state).toBe('ACCEPTED');
  });

  it('and is vetoed puts what it had replaced back in force: told, on the record, and to be replaced again', async () => {
    const agreed = await story.delegated('DELEGATE');
    const old = await story.changed(story.dev, 'acceptDecision', await story.propose(story.dev, agreed));
    const area = await story.delegated('INQUIRE', { vetoHours: 8 });
    const it = await story.changed(story.dev, 'acceptDecision', await inPlaceOf(area, old));
    expect((await story.decision(old.key)).state).toBe('SUPERSEDED');
    await story.changed(story.owner, 'vetoDecision', it, 'reason: "Too soon"');
    expect(await story.decision(old.key)).toMatchObject({ state: 'ACCEPTED', version: old.version + 2 });
    const [reinstated] = await story.events('decision.reinstated');
    expect(reinstated).toMatchObject({
      actor_person_id: story.owner.id,
      payload: {
        changes: [
          { field: 'state', from: 'Superseded', to: 'Accepted' },
          { field: 'supersededBy', from: it.key, to: null },
        ],
      },
    });
    expect(await story.told()).toContain('Dora TOLD reinstated D-1');
    const kinds = await story.house.query<{ kind: string }>(
      'select kind from decision_records where organization_id = $1 and decision_id is not null order by position',
      [story.house.id],
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(['ACCEPTED', 'ACCEPTED', 'SUPERSEDED', 'VETOED', 'REINSTATED']);
    const again = await story.changed(story.dev, 'acceptDecision', await inPlaceOf(agreed, old));
    expect((await story.decision(old.key)).state).toBe('SUPERSEDED');
    expect(await wrong()).toEqual([]);
    expect(again.state).toBe('ACCEPTED');
  });

  it('and is vetoed stays in the line of what it had replaced, to be walked both ways', async () => {
    const agreed = await story.delegated('DELEGATE');
    const old = await story.changed(story.dev, 'acceptDecision', await story.propose(story.dev, agreed));
    const area = await story.delegated('INQUIRE', { vetoHours: 8 });
    const it = await story.changed(story.dev, 'acceptDecision', await inPlaceOf(area, old));
    await story.changed(story.owner, 'vetoDecision', it, 'reason: "Too soon"');
    const vetoed = [`${old.key} ACCEPTED`, `${it.key} VETOED`];
    expect(await lineOf(old.key)).toEqual({ supersedes: [], history: vetoed });
    expect(await lineOf(it.key)).toEqual({ supersedes: [old.key], history: vetoed });
    const next = await story.changed(story.dev, 'acceptDecision', await inPlaceOf(agreed, old));
    const whole = [`${old.key} SUPERSEDED`, `${it.key} VETOED`, `${next.key} ACCEPTED`];
    for (const { key } of [old, it, next]) expect((await lineOf(key)).history).toEqual(whole);
    expect((await lineOf(next.key)).supersedes).toEqual([old.key]);
  });

  it('and is reverted meanwhile puts it back just as well; later it does not, since it was let stand', async () => {
    const agreed = await story.delegated('DELEGATE');
    const area = await story.delegated('INQUIRE', { vetoHours: 8 });
    const old = await story.changed(story.dev, 'acceptDecision', await story.propose(story.dev, agreed));
    const it = await story.changed(story.dev, 'acceptDecision', await inPlaceOf(area, old));
    await story.changed(story.master, 'revertDecision', it, 'reason: "Nobody slept."');
    expect([(await story.decision(it.key)).state, (await story.decision(old.key)).state]).toEqual([
      'REVERTED',
      'ACCEPTED',
    ]);
    expect(await story.told()).toContain('Dora TOLD reinstated D-1');
    const again = await story.changed(story.dev, 'acceptDecision', await inPlaceOf(area, old));
    story.at(ENDS);
    await story.changed(story.dev, 'revertDecision', again, 'reason: "Still not."');
    expect((await story.decision(old.key)).state).toBe('SUPERSEDED');
    expect(await wrong()).toEqual([]);
  });

  it('is not in force again by anything but a veto of what replaced it, in the database too', async () => {
    const area = await story.delegated('DELEGATE');
    const old = await story.changed(story.dev, 'acceptDecision', await story.propose(story.dev, area));
    await story.changed(story.dev, 'acceptDecision', await inPlaceOf(area, old));
    await expect(
      story.house.query(
        "update decisions set state = 'ACCEPTED', superseded_by = null where organization_id = $1 and number = 1 returning 1",
        [story.house.id],
      ),
    ).rejects.toThrow(/does not go from SUPERSEDED to ACCEPTED/u);
  });

  it('is replaced at once by who may veto it', async () => {
    const old = await vetoable();
    const it = await story.propose(story.dev, null, { supersedesIds: [old.id] });
    expect((await story.changed(story.owner, 'acceptDecision', it)).state).toBe('ACCEPTED');
    expect((await story.decision(old.key)).state).toBe('SUPERSEDED');
  });
});
