import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BriefStory } from '../../../../test/brief-story.js';
import type { TestImpediment } from '../../../../test/impediment-story.js';
import { TestApp } from '../../../../test/test-app.js';

let app: TestApp;
let story: BriefStory;
let round = 0;
beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  round += 1;
  story = await BriefStory.tell(app, `Harbour ${round}`);
});
afterAll(() => app?.stop());

const raised = (): Promise<TestImpediment> => story.impediments.inState('TRIAGED', 'Test cards are refused');

describe('sending', () => {
  it('takes it to the top with its data, and says so to those whom it asks', async () => {
    const it = await raised();
    const sent = await story.trySending(it);
    expect(sent.data?.sendEscalationBrief).toMatchObject({ key: it.key, level: 3, version: it.version + 1 });
    expect(sent.data?.sendEscalationBrief.briefs).toEqual([
      {
        id: expect.stringMatching(/^EscalationBrief_/),
        state: 'WAITING',
        overdue: false,
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
        answerBy: '2090-03-20',
        recipients: [{ name: 'Edna' }],
        sentBy: { name: 'Lena' },
        replacedById: null,
        impediment: { key: it.key },
        viewerCan: ['brief:view'],
        answer: null,
      },
    ]);
    expect(await story.asked(story.executive)).toEqual([it.key]);
    expect(await story.asked(story.otherExecutive)).toEqual([]);
    const [event] = await story.impediments.house.query<{ payload: Record<string, unknown>; actor_person_id: string }>(
      `select payload, actor_person_id from events where name = 'impediment.brief-sent'`,
    );
    expect(event).toEqual({
      actor_person_id: story.lead.id,
      payload: {
        changes: [{ field: 'level', from: 'Scrum of Scrums', to: 'Executive Action Team' }],
        note: 'Pay for support level 2',
        mentions: [story.executive.id],
      },
    });
    expect((await story.impediments.events(it.id)).at(-1)).toBe('impediment.brief-sent');
  });

  it('from the top as well: it came by time alone, or more was needed', async () => {
    const it = await raised();
    const first = await story.send(it);
    expect((await story.answer(first, { kind: 'NEED_MORE', words: 'Which teams?' })).data).toMatchObject({
      answerEscalationBrief: { state: 'RETURNED' },
    });
    const again = await story.trySending({ id: it.id, version: it.version + 1 });
    expect(again.data?.sendEscalationBrief).toMatchObject({ level: 3, version: it.version + 1 });
    expect(again.data?.sendEscalationBrief.briefs.map(({ state }) => state)).toEqual(['WAITING', 'RETURNED']);
  });

  it('a newer one replaces one that waits', async () => {
    const it = await raised();
    const first = await story.send(it);
    const second = await story.send({ id: it.id, version: it.version + 1 }, { to: [story.otherExecutive.id] });
    expect(await story.brief(first.id)).toMatchObject({ state: 'REPLACED', replacedById: second.id });
    expect(await story.asked(story.executive)).toEqual([]);
    expect(await story.asked(story.executive, '(open: false)')).toEqual([it.key]);
    expect((await story.answer(first)).errors?.[0]?.extensions.code).toBe('BRIEF_REPLACED');
  });

  it('at most once per key, and one of two at once', async () => {
    const it = await raised();
    const key = 'a-key-of-one-form';
    const [one, other] = await Promise.all([story.trySending(it, { key }), story.trySending(it, { key })]);
    expect(one.data).toEqual(other.data);
    const another = await raised();
    const both = await Promise.all([story.trySending(another), story.trySending(another)]);
    expect(both.map(({ errors }) => errors?.[0]?.extensions.code ?? 'sent').toSorted()).toEqual(['CONFLICT', 'sent']);
    expect(await story.impediments.house.query('select 1 from escalation_briefs')).toHaveLength(2);
  });

  it.each([
    ['proposal', { proposal: ' ' }],
    ['ask', { ask: 'a'.repeat(2_001) }],
    ['answerBy', { answerBy: '2020-01-01' }],
    ['recipientIds', { recipientIds: [] }],
  ])('says what to do about %s', async (field, input) => {
    const it = await raised();
    const reply = await story.trySending(it, { input });
    expect(reply.errors?.[0]?.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field, problem: expect.stringMatching(/^[A-Z].*\.$/) }] },
    });
    expect(await story.impediments.house.query('select 1 from escalation_briefs')).toEqual([]);
  });

  it('asks nobody who could not see it, nor somebody of another house', async () => {
    const it = await raised();
    const silent = await story.impediments.house.holder('Sile', 'EXECUTIVE_ACTION_TEAM');
    expect((await story.trySending(it, { to: [silent.id] })).errors?.[0]?.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'recipientIds', problem: expect.stringContaining('Sile cannot sign in') }] },
    });
    const abroad = await BriefStory.tell(app, 'Abroad');
    for (const id of [abroad.executive.id, '00000000-0000-7000-8000-000000000000'])
      expect((await story.trySending(it, { to: [id] })).errors?.[0]?.extensions).toEqual({
        code: 'NOT_FOUND',
        details: {},
      });
  });

  it('who does not triage may not; nor once it is gone', async () => {
    const it = await raised();
    for (const by of [story.impediments.neighbour, story.executive])
      expect((await story.trySending(it, { by })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const gone = await story.impediments.inState('RESOLVED');
    expect((await story.trySending(gone)).errors?.[0]?.extensions.code).toBe('ILLEGAL_TRANSITION');
  });
});

describe('without a brief', () => {
  it.each<[string, (it: TestImpediment) => string]>([
    ['setImpedimentLevel', ({ id, version }) => `id: "${id}", version: ${version}, level: 3, reason: "Stuck"`],
    [
      'setImpedimentsLevel',
      ({ id, version }) => `items: [{ id: "${id}", version: ${version} }], level: 3, reason: "Stuck"`,
    ],
    [
      'triageImpediment',
      ({ id, version }) =>
        `id: "${id}", version: ${version}, input: { ownerId: "Person_${story.lead.id}", severity: HIGH, level: 3, nextStep: "Ask" }`,
    ],
  ])('%s leads to no top level, and says what does', async (field, given) => {
    const it = await raised();
    const before = await story.impediments.events(it.id);
    const reply = await story.impediments.mutate(story.lead, field, given(it), '__typename');
    expect(reply.errors?.[0]?.extensions).toEqual({
      code: 'BRIEF_NEEDED',
      details: { level: 'Executive Action Team' },
    });
    expect(await story.impediments.events(it.id)).toEqual(before);
  });

  it('what is at the top may be triaged there, and goes down again', async () => {
    const it = await raised();
    await story.send(it);
    const triaged = await story.impediments.done(
      story.lead,
      'triageImpediment',
      `id: "${it.id}", version: ${it.version + 1}, input: { ownerId: "Person_${story.lead.id}", severity: LOW, level: 3, nextStep: "Ask" }`,
    );
    const down = await story.impediments.mutate(
      story.lead,
      'setImpedimentLevel',
      `id: "${it.id}", version: ${triaged.version}, level: 2, reason: "Ours after all"`,
      'level',
    );
    expect(down.data?.['setImpedimentLevel']).toEqual({ level: 2 });
  });
});
