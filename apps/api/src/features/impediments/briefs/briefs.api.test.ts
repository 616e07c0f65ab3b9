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
