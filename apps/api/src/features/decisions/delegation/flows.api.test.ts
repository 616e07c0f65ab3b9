import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { codeOf } from '../../../../test/delegation-answers.js';
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

const namesOf = (people: { name: string }[]): string[] => people.map(({ name }) => name).toSorted();

describe('how a decision would be made', () => {
  it('by whoever is accountable, where nobody delegated it', async () => {
    const flow = await story.preview(story.dev, null);
    expect(flow).toMatchObject({
      level: 'TELL',
      delegatedBy: null,
      delegate: null,
      sentence: 'The Product Owner of Payments decides: nobody delegated it.',
      accountable: { role: 'PRODUCT_OWNER', holder: { name: 'Paula' }, because: 'PRIMARY' },
      mayAccept: [{ name: 'Paula' }],
      mayAcceptWords: 'the Product Owner of Payments',
      willAsk: [],
      willTell: [],
      vetoHours: 0,
      vetoEndsAt: null,
      waitsFor: [],
    });
  });

  it.each([
    ['TEAM', 'the Product Owner of Payments', ['Paula']],
    ['AREA', 'the Area Product Owner of Checkout', ['Ada']],
    ['PRODUCT', 'the Chief Product Owner of Shop', ['Chris']],
    ['ORGANIZATION', 'the Executive Action Team', ['Emil']],
  ])('accountable for a decision of the %s', async (kind, words, people) => {
    const scopes = [story.atTeam, story.atArea, story.atProduct, story.atOrganization];
    const scope = scopes.find((one) => one.kind === kind);
    const flow = await story.preview(story.dev, null, scope);
    expect([flow.mayAcceptWords, namesOf(flow.mayAccept)]).toEqual([words, people]);
  });

  it('by the team, with a veto until the time that is said', async () => {
    const area = await story.delegated('INQUIRE', { vetoHours: 8 });
    // Tuesday at ten: six hours are left of it, two more on Wednesday from nine.
    expect(await story.preview(story.dev, area)).toMatchObject({
      level: 'INQUIRE',
      delegatedBy: { kind: 'TEAM', name: 'Payments' },
      mayAcceptWords: 'the team Payments',
      willTell: [{ name: 'Paula' }],
      vetoHours: 8,
      vetoEndsAt: '2026-03-11T10:00:00.000Z',
    });
    expect(namesOf((await story.preview(story.dev, area)).mayAccept)).toEqual(['Dora', 'Sam']);
  });

  it('with those whom it asks, and until when', async () => {
    const area = await story.delegated('AGREE', { answerHours: 7 });
    const { willAsk } = await story.preview(story.dev, area);
    expect(willAsk).toEqual([
      {
        kind: 'CONSENT',
        ofWhom: 'the Product Owner of Payments',
        people: [{ name: 'Paula' }],
        dueAt: '2026-03-10T17:00:00.000Z',
      },
    ]);
  });

  it('by whoever stands in; a vacancy shows, and is not guessed at', async () => {
    await story.away(story.owner);
    expect(await story.preview(story.dev, null)).toMatchObject({
      accountable: { holder: { name: 'Bo' }, because: 'BACKUP' },
      mayAccept: [{ name: 'Bo' }],
    });
    await story.away(story.backup);
    expect(await story.preview(story.dev, null)).toMatchObject({
      accountable: { holder: null, because: 'VACANT' },
      mayAccept: [],
      mayAcceptWords: 'the Product Owner of Payments',
      waitsFor: ['Only the Product Owner of Payments may accept it, and nobody answers for that now.'],
    });
  });

  it('by what is nearest: team, area, product, organization', async () => {
    const area = await story.area('Tools');
    const cell = (level: string): object[] => [{ decisionAreaId: area, level, delegateKind: 'TEAM' }];
    const boards = [
      ['ORGANIZATION', story.executive, story.atOrganization, 'TELL'],
      ['PRODUCT', story.chief, story.atProduct, 'SELL'],
      ['AREA', story.areaOwner, story.atArea, 'INQUIRE'],
      ['TEAM', story.owner, story.atTeam, 'DELEGATE'],
    ] as const;
    for (const [kind, by, scope, level] of boards) {
      await story.save(cell(level), { by, scope });
      expect(await story.preview(story.dev, area)).toMatchObject({ level, delegatedBy: { kind } });
    }
    // What is taken away here is inherited again.
    await story.save([], { number: 1 });
    expect(await story.preview(story.dev, area)).toMatchObject({ level: 'INQUIRE', delegatedBy: { kind: 'AREA' } });
  });

  it('a role is looked for here and above', async () => {
    const area = await story.delegated('DELEGATE', { delegateKind: 'ROLE', role: 'TECHNICAL_LEAD' });
    expect(await story.preview(story.dev, area)).toMatchObject({
      mayAcceptWords: 'the Technical Lead of Checkout',
      mayAccept: [{ name: 'Lars' }],
    });
  });

  it('of a foreign scope or area nobody hears', async () => {
    const abroad = await DelegationStory.tell(app, 'Abroad');
    const area = await abroad.area('Theirs');
    for (const [scope, areaId] of [
      [abroad.atTeam, null],
      [story.atTeam, area],
      [{ kind: 'AREA', id: story.atTeam.id }, null],
    ] as const)
      await expect(story.preview(story.dev, areaId, scope)).rejects.toThrow('NOT_FOUND');
  });
});

describe('who accepts', () => {
  // By hand: who may of five people, at each level.
  const PEOPLE = ['owner', 'dev', 'stranger', 'areaOwner', 'admin'] as const;
  it.each([
    ['TELL', ['owner']],
    ['SELL', ['owner']],
    ['CONSULT', ['owner']],
    ['AGREE', ['owner', 'dev']],
    ['ADVISE', ['dev']],
    ['INQUIRE', ['dev']],
    ['DELEGATE', ['dev']],
  ])('%s', async (level, may) => {
    const area = await story.delegated(level);
    const it = await story.propose(story.admin, area, { rationale: 'They break at night.' });
    for (const { id } of it.flow.asks) {
      const [by] = [story.owner, story.dev].filter((_, index) => (index === 0) === isOwners(it, id));
      const kind = it.flow.asks.find((ask) => ask.id === id)?.kind;
      await story.answer(by ?? story.dev, { id }, kind === 'CONSENT' ? 'CONSENTED' : 'ADVISED', 'Yes, do');
    }
    const tried = await Promise.all(
      PEOPLE.map(async (name) => {
        const one = await story.decision(it.key, story[name]);
        return [name, one.viewerCan.includes('decision:accept')] as const;
      }),
    );
    expect(tried.filter(([, can]) => can).map(([name]) => name)).toEqual(may);
    for (const name of PEOPLE.filter((one) => !may.includes(one))) {
      const reply = await story.change(story[name], 'acceptDecision', it);
      expect(reply.errors?.[0]?.extensions).toMatchObject({
        code: 'NOT_DELEGATED',
        details: { words: it.flow.mayAcceptWords, mayAccept: namesOf(it.flow.mayAccept) },
      });
    }
    for (const name of PEOPLE.filter((one) => !may.includes(one)))
      expect(codeOf(await story.change(story[name], 'rejectDecision', it, 'reason: "No"'))).toBe('NOT_DELEGATED');
    const accepted = await story.changed(story[may[0] === 'owner' ? 'owner' : 'dev'], 'acceptDecision', it);
    expect(accepted.state).toBe('ACCEPTED');
  });

  it('is frozen when it is proposed: a board that is saved later changes nothing of it; another place does', async () => {
    const area = await story.delegated('DELEGATE');
    const it = await story.propose(story.dev, area);
    await story.save([{ decisionAreaId: area, level: 'TELL', delegateKind: 'TEAM' }], { number: 1 });
    expect((await story.decision(it.key)).flow.level).toBe('DELEGATE');
    const moved = await story.changed(story.dev, 'editDecision', it, 'input: { decisionAreaId: null }');
    expect(moved.flow).toMatchObject({ level: 'TELL', delegatedBy: null, mayAccept: [{ name: 'Paula' }] });
    const back = await story.changed(story.owner, 'editDecision', moved, `input: { decisionAreaId: "${area}" }`);
    expect(back.flow).toMatchObject({ level: 'TELL', delegatedBy: { kind: 'TEAM' } });
  });

  it('is frozen anew with other words: an old proposal is no store of trust', async () => {
    const area = await story.delegated('DELEGATE');
    const it = await story.propose(story.dev, area);
    await story.save([{ decisionAreaId: area, level: 'CONSULT', delegateKind: 'TEAM' }], { number: 1 });
    const dated = await story.changed(story.dev, 'editDecision', it, 'input: { kind: PRODUCT }');
    expect(dated.flow.level).toBe('DELEGATE');
    const reworded = await story.changed(story.dev, 'editDecision', dated, 'input: { outcome: "Never." }');
    expect(reworded.flow).toMatchObject({ level: 'CONSULT', mayAccept: [{ name: 'Paula' }], asks: [{ answer: null }] });
    expect(codeOf(await story.change(story.dev, 'acceptDecision', reworded))).toBe('NOT_DELEGATED');
    // More trust does not come around an answer that is open: but it does from who decides.
    await story.save([{ decisionAreaId: area, level: 'DELEGATE', delegateKind: 'TEAM' }], { number: 2 });
    const again = await story.changed(story.dev, 'editDecision', reworded, 'input: { outcome: "Weekly." }');
    expect(again.flow.level).toBe('CONSULT');
    const owned = await story.changed(story.owner, 'editDecision', again, 'input: { outcome: "Daily." }');
    expect(owned.flow).toMatchObject({ level: 'DELEGATE', asks: [] });
  });

  it('is asked of who is here now: the backup while they stand in', async () => {
    const it = await story.propose(story.dev, null);
    await story.away(story.owner);
    expect(codeOf(await story.change(story.owner, 'acceptDecision', it))).toBe('NOT_DELEGATED');
    expect((await story.changed(story.backup, 'acceptDecision', it)).state).toBe('ACCEPTED');
  });

  it('at Sell needs a rationale, which may come with accepting', async () => {
    const it = await story.propose(story.dev, await story.delegated('SELL'));
    expect(it.flow.waitsFor).toEqual([expect.stringContaining('rationale')]);
    const refused = await story.change(story.owner, 'acceptDecision', it);
    expect(refused.errors?.[0]?.extensions).toMatchObject({
      code: 'DECISION_WAITS',
      details: { waitsFor: it.flow.waitsFor },
    });
    const accepted = await story.changed(story.owner, 'acceptDecision', it, 'rationale: "They break at night."');
    expect(accepted.state).toBe('ACCEPTED');
    expect(accepted.flow.waitsFor).toEqual([]);
  });

  it('a list of decisions with their flows is a few statements, whatever its length', async () => {
    const areas = [await story.delegated('INQUIRE'), await story.delegated('AGREE'), null];
    for (let round = 0; round < 4; round += 1)
      for (const area of areas) await story.propose(story.dev, area, { title: `Of round ${round}` });
    const counts: number[] = [];
    for (const first of [2, 10]) {
      const before = await statements();
      const reply = await app.graphql(
        story.dev.cookie,
        `{ decisions(first: ${first}) { edges { node { decision { flow { mayAccept { name } asks { people { name } } } } } } } }`,
      );
      expect(reply.errors).toBeUndefined();
      counts.push((await statements()) - before);
    }
    expect(counts[0]).toBeGreaterThan(5);
    expect(counts[1]).toBe(counts[0]);
  });
});

/** How many statements the pool has sent. */
let sent = 0;
const statements = async (): Promise<number> => sent;
beforeAll(() => {
  app.database.pool.on('acquire', (client) => {
    const known: unknown = Reflect.get(client, 'counted');
    if (known === true) return;
    const query = client.query.bind(client);
    Reflect.set(client, 'counted', true);
    Reflect.set(client, 'query', (...given: Parameters<typeof query>) => {
      sent += 1;
      return query(...given);
    });
  });
});

function isOwners({ flow }: Awaited<ReturnType<DelegationStory['propose']>>, id: string): boolean {
  return flow.asks.find((ask) => ask.id === id)?.ofWhom === 'the Product Owner of Payments';
}
