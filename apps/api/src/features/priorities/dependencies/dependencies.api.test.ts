import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AHEAD, DependencyStory, DUE } from '../../../../test/dependency-story.js';
import { TestApp } from '../../../../test/test-app.js';

let app: TestApp;
let story: DependencyStory;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app?.stop());

describe('a negotiation', () => {
  beforeAll(async () => {
    story = await DependencyStory.tell(app, 'Harbour');
  });

  it('is asked, countered, asked again, committed and delivered, each step with who and when', async () => {
    const asked = await story.ask();
    expect(asked).toMatchObject({
      key: 'DEP-1',
      state: 'REQUESTED',
      version: 1,
      answerDueAt: DUE,
      overdue: false,
      consumer: { key: 'X-c1' },
      provider: { key: 'X-s1' },
      providerTeam: { name: 'Index' },
      providerArea: { name: 'Search' },
      consumerArea: { name: 'Checkout' },
      waitsFor: [{ name: 'Ines' }, { name: 'Ivan' }],
      viewerCan: ['dependency:view', 'dependency:edit', 'dependency:withdraw'],
    });
    expect((await story.see(asked.key, story.ines)).viewerCan).toEqual([
      'dependency:view',
      'dependency:commit',
      'dependency:counter',
      'dependency:decline',
    ]);
    const countered = await story.step(story.ines, 'counterDependency', asked, {
      proposedFor: `${AHEAD}-04-20`,
      words: 'After the migration.',
    });
    expect(countered).toMatchObject({
      state: 'COUNTERED',
      proposedFor: `${AHEAD}-04-20`,
      promisedFor: null,
      answerDueAt: DUE,
      waitsFor: [{ name: 'Pia' }],
    });
    const again = await story.step(story.pia, 'askDependencyAgain', countered, {
      neededBy: `${AHEAD}-04-14`,
      words: 'Four days more; not ten.',
    });
    expect(again).toMatchObject({ state: 'REQUESTED', neededBy: `${AHEAD}-04-14`, proposedFor: null });
    const committed = await story.step(story.ivan, 'commitDependency', again, { promisedFor: `${AHEAD}-04-14` });
    expect(committed).toMatchObject({
      state: 'COMMITTED',
      promisedFor: `${AHEAD}-04-14`,
      answerDueAt: null,
      waitsFor: [],
    });
    const delivered = await story.step(story.nils, 'deliverDependency', committed, { words: 'In release 12.' });
    expect(delivered).toMatchObject({
      state: 'DELIVERED',
      version: 5,
      words: 'A search by card number.',
      steps: [
        { state: 'REQUESTED', date: `${AHEAD}-04-10`, words: 'A search by card number.', by: { name: 'Pia' } },
        { state: 'COUNTERED', date: `${AHEAD}-04-20`, words: 'After the migration.', by: { name: 'Ines' } },
        { state: 'REQUESTED', date: `${AHEAD}-04-14`, words: 'Four days more; not ten.', by: { name: 'Pia' } },
        { state: 'COMMITTED', date: `${AHEAD}-04-14`, words: '', by: { name: 'Ivan' } },
        { state: 'DELIVERED', date: expect.any(String), words: 'In release 12.', by: { name: 'Nils' } },
      ],
    });
    expect(await story.events(asked)).toEqual([
      'requested 1',
      'countered 2',
      'asked-again 3',
      'committed 4',
      'delivered 5',
    ]);
    expect(await story.told(story.ines)).toEqual([
      'DEPENDENCY_ASKED requested DEP-1',
      'DEPENDENCY_ASKED asked-again DEP-1',
    ]);
    expect(await story.told(story.pia)).toEqual([
      'DEPENDENCY_ASKED countered DEP-1',
      'DEPENDENCY_ANSWERED committed DEP-1',
      'DEPENDENCY_ANSWERED delivered DEP-1',
    ]);
    expect(await story.told(story.gus)).toEqual([]);
    // Each answer settled what had asked for it; what tells of the answer is still to be read.
    expect(await story.unread(story.ines)).toEqual([]);
    expect(await story.unread(story.pia)).toEqual(['committed', 'delivered']);
  });

  it('takes the day that was proposed, and then it is late by what both know', async () => {
    const asked = await story.ask('c1', 's2');
    const countered = await story.step(story.omar, 'counterDependency', asked, {
      proposedFor: `${AHEAD}-04-20`,
      words: 'Not earlier.',
    });
    const accepted = await story.step(story.dora, 'acceptCounter', countered);
    expect(accepted).toMatchObject({
      state: 'COMMITTED',
      promisedFor: `${AHEAD}-04-20`,
      proposedFor: null,
      conflicts: ['TOO_LATE', 'RANKED_BELOW'],
      conflictWords: [
        `Promised for ${AHEAD}-04-20, but needed by ${AHEAD}-04-10.`,
        'X-s2 stands at 5 in the order, behind X-c1 at 1 that needs it.',
      ],
    });
  });

  it('is asked anew when something is needed earlier than it was promised for', async () => {
    const asked = await story.ask('c2', 's2');
    const committed = await story.step(story.ines, 'commitDependency', asked, { promisedFor: `${AHEAD}-04-05` });
    const inTime = await story.step(story.pia, 'editDependency', committed, { neededBy: `${AHEAD}-04-06` });
    expect(inTime).toMatchObject({ state: 'COMMITTED', promisedFor: `${AHEAD}-04-05`, neededBy: `${AHEAD}-04-06` });
    const earlier = await story.step(story.pia, 'editDependency', inTime, { neededBy: `${AHEAD}-04-01` });
    expect(earlier).toMatchObject({ state: 'REQUESTED', promisedFor: null, answerDueAt: DUE });
    const same = await story.step(story.pia, 'editDependency', earlier, { neededBy: `${AHEAD}-04-01` });
    expect(same.version).toBe(earlier.version);
  });

  it('may be declined, and withdrawn by who asked', async () => {
    const asked = await story.ask('c3', 's3');
    const declined = await story.step(story.ines, 'declineDependency', asked, { reason: 'Not this year.' });
    expect(declined).toMatchObject({ state: 'DECLINED', answerDueAt: null, conflicts: [] });
    const withdrawn = await story.step(story.pia, 'withdrawDependency', declined);
    expect(withdrawn).toMatchObject({ state: 'WITHDRAWN' });
    expect(
      await story.refused(story.pia, 'askDependencyAgain', {
        id: withdrawn.id,
        version: withdrawn.version,
        neededBy: `${AHEAD}-04-10`,
        words: 'Please.',
      }),
    ).toMatchObject({ code: 'DEPENDENCY_IN_OTHER_STATE', details: { state: 'WITHDRAWN', legal: [] } });
  });

  it('of a team names the item when it is promised: one of theirs', async () => {
    const asked = await story.ask('c3', null);
    expect(asked).toMatchObject({
      provider: null,
      providerTeam: { name: 'Index' },
      waitsFor: [{ name: 'Ines' }, { name: 'Ivan' }],
    });
    await story.add('s9', 'search');
    const commit = { id: asked.id, version: asked.version, promisedFor: `${AHEAD}-04-10` };
    expect(
      await story.refused(story.ines, 'commitDependency', { ...commit, providerId: story.id('c2') }),
    ).toMatchObject({
      code: 'FORBIDDEN',
    });
    const committed = await story.done(story.ines, 'commitDependency', { ...commit, providerId: story.id('s9') });
    expect(committed).toMatchObject({ state: 'COMMITTED', provider: { key: 'X-s9' } });
  });
});

describe('who may', () => {
  beforeAll(async () => {
    story = await DependencyStory.tell(app, 'Quay');
  });

  it('only the side whose step it is: the other one and strangers are told who could', async () => {
    const asked = await story.ask();
    const given = { id: asked.id, version: asked.version };
    const provider: [string, object][] = [
      ['commitDependency', { promisedFor: `${AHEAD}-04-10` }],
      ['counterDependency', { proposedFor: `${AHEAD}-04-20`, words: 'Later.' }],
      ['declineDependency', { reason: 'No.' }],
      ['deliverDependency', {}],
    ];
    const consumer: [string, object][] = [
      ['editDependency', { words: 'Other.' }],
      ['acceptCounter', {}],
      ['askDependencyAgain', { neededBy: `${AHEAD}-04-10`, words: 'Again.' }],
      ['withdrawDependency', {}],
      ['raiseImpedimentOfDependency', {}],
    ];
    for (const [field, more] of provider)
      for (const by of [story.pia, story.dora, story.gus])
        expect(await story.refused(by, field, { ...given, ...more })).toMatchObject({ code: 'FORBIDDEN' });
    for (const [field, more] of consumer)
      for (const by of [story.ines, story.nils, story.gus])
        expect(await story.refused(by, field, { ...given, ...more })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await story.see(asked.key)).toMatchObject({ state: 'REQUESTED', version: 1 });
    const request = {
      consumerId: story.id('s2'),
      providerId: story.id('c2'),
      neededBy: `${AHEAD}-04-10`,
      words: 'Ours.',
    };
    expect(await story.refused(story.pia, 'requestDependency', request)).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('of a version that is no more is a conflict; the same key twice is one step', async () => {
    const asked = await story.ask('c2', 's2');
    const commit = { id: asked.id, version: 1, promisedFor: `${AHEAD}-04-10`, idempotencyKey: 'commit-of-c2' };
    const once = await story.done(story.ines, 'commitDependency', commit);
    const twice = await story.done(story.ines, 'commitDependency', commit);
    expect(twice).toEqual(once);
    expect(
      await story.refused(story.omar, 'declineDependency', { id: asked.id, version: 1, reason: 'No.' }),
    ).toMatchObject({
      code: 'CONFLICT',
      details: { currentVersion: 2, current: { state: 'COMMITTED' } },
    });
  });
});

describe('what is refused', () => {
  beforeAll(async () => {
    story = await DependencyStory.tell(app, 'Pier');
  });

  it('a circle, with each item of it', async () => {
    await story.ask('c1', 's1');
    const back = { neededBy: `${AHEAD}-04-10`, words: 'The other way round.' };
    await story.done(story.ines, 'requestDependency', {
      consumerId: story.id('s1'),
      providerId: story.id('c2'),
      ...back,
    });
    expect(
      await story.refused(story.pia, 'requestDependency', {
        consumerId: story.id('c2'),
        providerId: story.id('c1'),
        ...back,
      }),
    ).toMatchObject({ code: 'DEPENDENCY_CYCLE', details: { keys: ['X-c2', 'X-c1', 'X-s1', 'X-c2'] } });
    expect(
      await story.refused(story.pia, 'requestDependency', {
        consumerId: story.id('c2'),
        providerId: story.id('c2'),
        ...back,
      }),
    ).toMatchObject({ code: 'DEPENDENCY_CYCLE', details: { keys: ['X-c2', 'X-c2'] } });
  });

  it('of two that close a circle together, one', async () => {
    const ask = (by: typeof story.pia, consumer: string, provider: string) =>
      story.mutate(by, 'requestDependency', {
        consumerId: story.id(consumer),
        providerId: story.id(provider),
        neededBy: `${AHEAD}-04-10`,
        words: 'At the same time.',
      });
    await story.add('c7', 'checkout');
    await story.add('s7', 'search');
    const replies = await Promise.all([ask(story.pia, 'c7', 's7'), ask(story.ines, 's7', 'c7')]);
    const codes = replies.map(({ errors }) => errors?.[0]?.extensions.code ?? 'done').toSorted();
    expect(codes).toEqual(['DEPENDENCY_CYCLE', 'done']);
  });

  it('the same twice, a day that is over, no words, what is done, one’s own team, neither item nor team', async () => {
    await story.ask('c3', 's3');
    await story.add('done', 'search', { state: 'DONE' });
    const good = { consumerId: story.id('c3'), neededBy: `${AHEAD}-04-10`, words: 'Something.' };
    const refused = (more: object) => story.refused(story.pia, 'requestDependency', { ...good, ...more });
    expect(await refused({ providerId: story.id('s3') })).toMatchObject({ code: 'DEPENDENCY_ASKED_ALREADY' });
    for (const [more, field] of [
      [{ providerId: story.id('s2'), neededBy: '2020-03-09' }, 'neededBy'],
      [{ providerId: story.id('s2'), neededBy: '9999-12-31' }, 'neededBy'],
      [{ providerId: story.id('s2'), words: ' ' }, 'words'],
      [{ providerId: story.id('done') }, 'providerId'],
      [{ providerTeamId: `Team_${story.payments.id}` }, 'providerTeamId'],
      [{}, 'providerId'],
      [{ providerId: story.id('s2'), providerTeamId: `Team_${story.index.id}` }, 'providerId'],
    ] as const)
      expect(await refused(more)).toMatchObject({ code: 'INVALID_INPUT', details: { fields: [{ field }] } });
    expect(await refused({ providerId: 'BacklogItem_00000000-0000-4000-8000-000000000000' })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
