import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BriefStory } from '../../../../test/brief-story.js';
import type { TestImpediment } from '../../../../test/impediment-story.js';
import { beginReactions, settleReactions } from '../../../../test/settle-reactions.js';
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

describe('answering', () => {
  const answers = [
    ['AGREED', 'ANSWERED'],
    ['AGREED_WITH_CHANGE', 'ANSWERED'],
    ['DECLINED', 'ANSWERED'],
    ['NEED_MORE', 'RETURNED'],
  ];
  it.each(answers)('%s: it is %s, and on the record', async (kind, state) => {
    const it = await raised();
    const brief = await story.send(it, { to: [story.executive.id, story.otherExecutive.id] });
    expect((await story.brief(brief.id)).viewerCan).toEqual(['brief:view', 'brief:answer']);
    const reply = await story.answer(brief, { by: story.otherExecutive, kind, words: ' In May. ' });
    expect(reply.data?.answerEscalationBrief).toMatchObject({
      id: brief.id,
      state,
      fingerprint: brief.fingerprint,
      answer: { kind, words: 'In May.', by: { name: 'Emil' }, insteadOf: null },
      viewerCan: ['brief:view'],
    });
    const again = await story.answer(brief);
    expect(again.errors?.[0]?.extensions).toMatchObject({ code: 'BRIEF_ANSWERED_ALREADY', details: { by: 'Emil' } });
    const [event] = await story.impediments.house.query<{ payload: Record<string, unknown> }>(
      `select payload from events where name = 'impediment.brief-answered'`,
    );
    expect(event?.payload).toMatchObject({
      note: 'In May.',
      mentions: [story.lead.id],
      changes: [{ field: 'answer' }],
    });
    expect(await story.asked(story.executive)).toEqual([]);
    expect(await story.asked(story.executive, '(open: false)')).toEqual([it.key]);
  });

  it('one of many at once; the same one twice is one', async () => {
    const asked = [story.executive, story.otherExecutive, await story.executiveNamed('Ella')];
    const brief = await story.send(await raised(), { to: asked.map(({ id }) => id) });
    const key = 'a-key-of-one-form';
    const [by] = asked;
    const twice = asked.flatMap((one) => [story.answer(brief, { by: one }), story.answer(brief, { by: one })]);
    const replies = await Promise.all([...twice, story.answer(brief, { by, key }), story.answer(brief, { by, key })]);
    const codes = replies.map(({ errors }) => errors?.[0]?.extensions.code ?? 'answered');
    expect(new Set(codes)).toEqual(new Set(['answered', 'BRIEF_ANSWERED_ALREADY']));
    expect(await story.impediments.house.query('select 1 from escalation_brief_answers')).toHaveLength(1);
    expect(
      await story.impediments.house.query(`select 1 from events where name = 'impediment.brief-answered'`),
    ).toHaveLength(1);
  });

  it('needs words', async () => {
    const brief = await story.send(await raised());
    const reply = await story.answer(brief, { kind: 'DECLINED', words: ' ' });
    expect(reply.errors?.[0]?.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'words', problem: 'Say why not, so that the teams can go on.' }] },
    });
  });

  it('nobody else, an Administrator neither; a stand-in while somebody is away', async () => {
    const standIn = await story.executiveNamed('Sina', { kind: 'BACKUP' });
    const admin = await story.impediments.house.administrator('Adam');
    const brief = await story.send(await raised());
    for (const by of [story.otherExecutive, admin, story.lead, standIn])
      expect((await story.answer(brief, { by })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await story.asked(standIn)).toEqual([]);
    await story.away(story.executive);
    expect(await story.asked(standIn)).toHaveLength(1);
    expect((await story.brief(brief.id, standIn)).viewerCan).toContain('brief:answer');
    expect((await story.answer(brief, { by: standIn })).data?.answerEscalationBrief.answer).toMatchObject({
      by: { name: 'Sina' },
      insteadOf: { name: 'Edna' },
    });
  });

  it('comes back to the owner, to who raised it, to who sent it, and to the teams', async () => {
    const { house, neighbour, otherTeam } = story.impediments;
    await beginReactions(app, house.id);
    const it = await raised();
    await story.impediments.done(neighbour, 'addAffectedTeam', `id: "${it.id}", teamId: "Team_${otherTeam.id}"`);
    await story.answer(await story.send(it));
    await settleReactions(app, house.id);
    const told = await house.query<{ name: string; reason: string; excerpt: string }>(
      `select p.name, e.reason, e.excerpt from inbox_entries e join people p on p.organization_id = e.organization_id and p.id = e.person_id
        where e.event_name = 'impediment.brief-answered' order by p.name`,
    );
    expect(told).toEqual([
      { name: 'Dora', reason: 'RAISED_BY_YOU', excerpt: 'From April on. I pay.' },
      { name: 'Lena', reason: 'MENTIONED', excerpt: 'From April on. I pay.' },
      { name: 'Mira', reason: 'OWNER', excerpt: 'From April on. I pay.' },
      { name: 'Nils', reason: 'YOUR_TEAM', excerpt: 'From April on. I pay.' },
    ]);
    const asked = await house.query<{ name: string }>(
      `select p.name from inbox_entries e join people p on p.organization_id = e.organization_id and p.id = e.person_id
        where e.event_name = 'impediment.brief-sent' and e.reason = 'MENTIONED'`,
    );
    expect(asked).toEqual([{ name: 'Edna' }]);
  });
});
