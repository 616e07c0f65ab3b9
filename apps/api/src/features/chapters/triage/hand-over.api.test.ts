import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { TestApp } from '../../../../test/test-app.js';
import { itemOf, TriageStory } from '../../../../test/triage-story.js';

let app: TestApp;
let story: TriageStory;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app?.stop());

let number = 0;
beforeEach(async () => {
  number += 1;
  story = await TriageStory.tell(app, `House ${number}`);
});

describe('facilitation', () => {
  test('is handed to a member, who steers from then on', async () => {
    await story.shared('One');
    const session = await story.start();
    const to = (personId: string, version = 1): object => ({
      sessionId: session.id,
      version,
      personId: `Person_${personId}`,
    });
    expect(await story.refused(story.master, 'handOverTriage', { ...to(story.impediments.dev.id) })).toMatchObject({
      code: 'INVALID_INPUT',
    });
    const handed = await story.done(story.master, 'handOverTriage', { ...to(story.otherMaster.id) });
    expect(handed).toMatchObject({ version: 2, facilitator: { name: 'Omar' } });
    expect(handed.viewerCan).not.toContain('triage:facilitate');
    expect(await story.refused(story.master, 'takeUpItem', { itemId: itemOf(session, 'One').id })).toMatchObject({
      code: 'FORBIDDEN',
    });
    await story.done(story.otherMaster, 'takeUpItem', { itemId: itemOf(session, 'One').id });
    expect(await story.refused(story.otherMaster, 'handOverTriage', { ...to(story.master.id, 1) })).toMatchObject({
      code: 'CONFLICT',
    });
  });

  test('is taken over from who has been away for two minutes, and not before', async () => {
    const session = await story.start();
    const given = { sessionId: session.id, version: 1, personId: `Person_${story.otherMaster.id}` };
    expect(await story.refused(story.otherMaster, 'handOverTriage', given)).toMatchObject({ code: 'FORBIDDEN' });
    const ago = (what: string): Promise<object[]> =>
      story.impediments.house.query(`update triage_sessions set facilitator_seen_at = now() - interval '${what}'`);
    await ago('3 minutes');
    const { house } = story.impediments;
    const presence = { place: session.id, person_id: story.master.id };
    await house.insert('presences', presence);
    // They look at it.
    expect(await story.refused(story.otherMaster, 'handOverTriage', given)).toMatchObject({ code: 'FORBIDDEN' });
    await house.query(`update presences set left_at = clock_timestamp() - interval '1 minute'`);
    expect(await story.refused(story.otherMaster, 'handOverTriage', given)).toMatchObject({ code: 'FORBIDDEN' });
    await house.query(`update presences set left_at = clock_timestamp() - interval '121 seconds'`);
    expect((await story.session(story.otherMaster, session.id)).viewerCan).toContain('triage:take-over');
    expect(
      await story.refused(story.impediments.dev, 'handOverTriage', {
        ...given,
        personId: `Person_${story.impediments.dev.id}`,
      }),
    ).toMatchObject({ code: 'FORBIDDEN' });
    const taken = await story.done(story.otherMaster, 'handOverTriage', given);
    expect(taken.facilitator.name).toBe('Omar');
  });
});
