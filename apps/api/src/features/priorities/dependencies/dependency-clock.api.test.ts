import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AHEAD, DependencyStory, DUE, TUESDAY } from '../../../../test/dependency-story.js';
import { TestApp } from '../../../../test/test-app.js';

let app: TestApp;
let story: DependencyStory;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app?.stop());

describe('a clock', () => {
  beforeAll(async () => {
    story = await DependencyStory.tell(app, 'Mole');
  });

  it('runs in working time, reminds once, and then can be made an impediment in one click', async () => {
    const asked = await story.ask();
    const given = { id: asked.id, version: asked.version };
    expect(await story.remind(story.at('2026-03-12T09:59:00.000Z'))).toBe(0);
    expect(await story.refused(story.pia, 'raiseImpedimentOfDependency', given)).toMatchObject({
      code: 'DEPENDENCY_STILL_IN_TIME',
      details: { answerDueAt: DUE },
    });
    const due = story.at(DUE);
    expect(await Promise.all([story.remind(due), story.remind(due)])).toContain(1);
    expect(await story.remind(due)).toBe(0);
    expect(await story.told(story.ines)).toEqual([
      'DEPENDENCY_ASKED requested DEP-1',
      'DEPENDENCY_DUE answer-due DEP-1',
    ]);
    expect(await story.told(story.pia)).toEqual(['DEPENDENCY_DUE answer-due DEP-1']);
    const late = await story.see(asked.key);
    expect(late).toMatchObject({ overdue: true, version: 1, conflicts: ['RANKED_BELOW', 'UNANSWERED'] });
    expect(late.viewerCan).toContain('dependency:raise-impediment');
    expect((await story.see(asked.key, story.ines)).viewerCan).not.toContain('dependency:raise-impediment');
    const raised = await story.done(story.pia, 'raiseImpedimentOfDependency', given);
    expect(raised).toMatchObject({ version: 2, state: 'REQUESTED', impediment: { key: 'IMP-1' } });
    expect(raised.viewerCan).not.toContain('dependency:raise-impediment');
    const { data } = await app.graphql(
      story.pia.cookie,
      `{ impediment(key: "IMP-1") { title raisingTeam { name } affectedTeams { name } source { name kind } blockedItems { externalKey } } }`,
    );
    expect(data).toEqual({
      impediment: {
        title: 'X-c1 waits for an answer of Index (DEP-1)',
        raisingTeam: { name: 'Payments' },
        affectedTeams: [{ name: 'Payments' }],
        source: { name: 'Index', kind: 'TEAM' },
        blockedItems: [{ externalKey: 'X-c1' }],
      },
    });
    expect(await story.refused(story.pia, 'raiseImpedimentOfDependency', { id: asked.id, version: 2 })).toMatchObject({
      code: 'DEPENDENCY_RAISED_ALREADY',
      details: { key: 'IMP-1' },
    });
  });

  it('begins anew with every question', async () => {
    story.at(TUESDAY);
    const asked = await story.ask('c2', 's2');
    const late = story.at('2026-03-13T10:00:00.000Z');
    expect(await story.remind(late)).toBe(1);
    const countered = await story.step(story.ines, 'counterDependency', asked, {
      proposedFor: `${AHEAD}-04-20`,
      words: 'Sorry, late.',
    });
    expect(countered).toMatchObject({ answerDueAt: '2026-03-17T10:00:00.000Z', overdue: false });
    expect(await story.remind(story.at('2026-03-17T10:00:00.000Z'))).toBe(1);
    expect((await story.told(story.pia)).at(-1)).toBe('DEPENDENCY_DUE answer-due DEP-2');
    expect((await story.see(asked.key)).viewerCan).not.toContain('dependency:raise-impediment');
  });
});
