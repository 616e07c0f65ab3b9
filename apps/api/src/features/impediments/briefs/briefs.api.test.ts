import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { BRIEF, BriefStory, type TestBrief } from '../../../../test/brief-story.js';
import type { TestImpediment } from '../../../../test/impediment-story.js';
import { TestApp } from '../../../../test/test-app.js';
import { Tx } from '../../../platform/database/tx.js';

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

describe('looking', () => {
  it('everybody here may read it, nobody elsewhere', async () => {
    const brief = await story.send(await raised());
    expect(await story.brief(brief.id, story.impediments.guest)).toMatchObject({ viewerCan: ['brief:view'] });
    const abroad = await BriefStory.tell(app, 'Abroad');
    const missing = 'EscalationBrief_00000000-0000-7000-8000-000000000000';
    for (const field of ['escalationBrief(id: "ID")', 'node(id: "ID")']) {
      const ask = (id: string) =>
        app.graphql(abroad.executive.cookie, `{ ${field.replace('ID', id)} { id } }`).then(({ text }) => text);
      expect(await ask(brief.id)).toBe(await ask(missing));
    }
    const answers = [brief.id, missing].map((id) => abroad.answer({ id }).then(({ text }) => text));
    expect(new Set(await Promise.all(answers)).size).toBe(1);
  });

  it('who is offered holds the role today and is here', async () => {
    const { house } = story.impediments;
    await story.executiveNamed('Former', { endsBefore: '2021-01-01' });
    await story.executiveNamed('Backup', { kind: 'BACKUP' });
    const left = await story.executiveNamed('Left');
    await house.query('update people set deactivated_at = now() where id = $1', [left.id]);
    const it = await raised();
    const ask = (by = story.lead) =>
      app.graphql<{ escalationBriefPreview: { offeredRecipients: { name: string }[] } }>(
        by.cookie,
        `{ escalationBriefPreview(impedimentId: "${it.id}") { offeredRecipients { name } data { answerBy proposal } } }`,
      );
    expect((await ask()).data?.escalationBriefPreview).toEqual({
      offeredRecipients: [{ name: 'Edna' }, { name: 'Emil' }],
      data: { answerBy: null, proposal: '' },
    });
    expect((await ask(story.impediments.dev)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('what waits: what is needed first comes first, in pages', async () => {
    const keys: string[] = [];
    for (const answerBy of ['2090-03-03', '2090-01-01', '2090-02-02']) {
      const it = await raised();
      keys.push(it.key);
      await story.send(it, { input: { answerBy } });
    }
    const [third = '', first = '', second = ''] = keys;
    expect(await story.asked(story.executive)).toEqual([first, second, third]);
    const page = await app.graphql<{
      briefsAskedOfMe: { totalCount: number; pageInfo: { endCursor: string; hasNextPage: boolean } };
    }>(story.executive.cookie, '{ briefsAskedOfMe(first: 2) { totalCount pageInfo { endCursor hasNextPage } } }');
    expect(page.data?.briefsAskedOfMe).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const cursor = page.data?.briefsAskedOfMe.pageInfo.endCursor;
    expect(await story.asked(story.executive, `(after: "${cursor}")`)).toEqual([third]);
    const wrong = await app.graphql(
      story.executive.cookie,
      `{ briefsAskedOfMe(open: false, after: "${cursor}") { totalCount } }`,
    );
    expect(wrong.errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  });

  it('twenty briefs take as many statements as two', async () => {
    const count = async (): Promise<number> => {
      const spies = [jest.spyOn(Tx.prototype, 'query'), jest.spyOn(Tx.prototype, 'run')];
      const reply = await app.graphql<{ briefsAskedOfMe: { edges: { node: TestBrief }[] } }>(
        story.executive.cookie,
        `{ briefsAskedOfMe(first: 100) { totalCount edges { node { ${BRIEF} } } } }`,
      );
      const { length } = spies.flatMap((spy) => spy.mock.calls);
      for (const spy of spies) spy.mockRestore();
      expect(reply.errors).toBeUndefined();
      return length;
    };
    for (let few = 0; few < 2; few += 1) await story.send(await raised());
    const few = await count();
    for (let more = 0; more < 5; more += 1) await story.send(await raised());
    expect(await count()).toBe(few);
  });
});

describe('the database', () => {
  it.each([
    ['escalation_briefs', 'answer_by = answer_by + 1'],
    ['escalation_brief_recipients', 'person_id = person_id'],
    ['escalation_brief_answers', `words = 'No'`],
  ])('never changes %s, for the app nor for its owner', async (table, change) => {
    await story.answer(await story.send(await raised()));
    const { house } = story.impediments;
    for (const statement of [`update ${table} set ${change}`, `delete from ${table}`])
      await expect(house.query(statement)).rejects.toMatchObject({ code: '42501' });
    const owned = app.database.transaction({ organizationId: house.id }, async (tx) => {
      await tx.run('set local role none');
      await tx.run(`update ${table} set ${change}`);
    });
    await expect(owned).rejects.toMatchObject({ code: '23000' });
  });

  it('takes no brief whose hash is not its own', async () => {
    const { house } = story.impediments;
    const it = await raised();
    const insert = house.insert('escalation_briefs', {
      impediment_id: it.id.replace('Impediment_', ''),
      content: '{"format":1}',
      content_hash: Buffer.alloc(32),
      answer_by: '2090-01-01',
      sent_by: story.lead.id,
      sent_at: '2026-01-01',
    });
    await expect(insert).rejects.toMatchObject({ constraint: 'escalation_briefs_hash_is_true' });
  });
});
