import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DecisionStory } from '../../../test/decision-story.js';
import { TestApp } from '../../../test/test-app.js';

let app: TestApp;
let story: DecisionStory;
let abroad: DecisionStory;
beforeAll(async () => {
  app = await TestApp.start();
  story = await DecisionStory.tell(app, 'Harbour');
  abroad = await DecisionStory.tell(app, 'Abroad');
});
afterAll(() => app?.stop());

const ALL = `key title kind state version scope { kind id name } context drivers options { title description arguments { tone text } }
  chosenOption outcome rationale gains givesUp consequences { tone text } confirmation moreInformation
  people { part name person { name } } links { kind thingId key title url } revisitOn proposedBy { name } decidedBy { name }
  decidedAt amendments { text } supersededBy { key } supersedes { key } veto { reason } brief { id } importedFrom markdownUrl
  activity { totalCount edges { node { event changes actor { name } } } }`;

const argument = (tone: string, text: string) => ({ tone, text });
const WHOLE = {
  context: 'Two teams **wait** for one another.',
  drivers: ['Less waiting', 'One place to look'],
  options: [
    { title: 'One queue', description: 'Shared.', arguments: [argument('GOOD', 'Fair'), argument('BAD', 'Slow')] },
    { title: 'Two queues', description: '', arguments: [] },
  ],
  chosenOption: 0,
  outcome: 'One queue.',
  rationale: 'Fairness counts.',
  gains: ['Calm'],
  givesUp: ['Speed'],
  consequences: [argument('NEUTRAL', 'We meet on Mondays')],
  confirmation: 'In a month.',
  moreInformation: 'See the wiki.',
};

describe('proposing', () => {
  it('the quick form: a title, where and what kind; the rest is empty and nothing is decided', async () => {
    const { key } = await story.propose({ title: ' One queue for all ', outcome: '' });
    expect(await story.ask(key, ALL)).toMatchObject({
      key,
      title: 'One queue for all',
      kind: 'ARCHITECTURE',
      state: 'PROPOSED',
      version: 1,
      scope: { kind: 'TEAM', id: `Team_${story.team.id}`, name: 'Payments' },
      context: '',
      options: [],
      chosenOption: null,
      people: [],
      links: [],
      proposedBy: { name: 'Dora' },
      decidedBy: null,
      decidedAt: null,
      amendments: [],
      supersededBy: null,
      veto: null,
      brief: null,
      importedFrom: '',
      markdownUrl: `/files/decisions/${key}.md`,
      activity: { totalCount: 1, edges: [{ node: { event: 'decision.proposed', actor: { name: 'Dora' } } }] },
    });
    expect(await story.see(key.toLowerCase())).toMatchObject({ key });
  });

  it('the full form comes back as it was given, with the names of people and of what it touches', async () => {
    const impediment = await app.graphql<{ raiseImpediment: { id: string; key: string } }>(
      story.dev.cookie,
      `mutation { raiseImpediment(input: { title: "Queues jam", category: PROCESS, raisingTeamId: "Team_${story.team.id}" }) { id key } }`,
    );
    const { id = '', key: impedimentKey } = impediment.data?.raiseImpediment ?? {};
    const old = await story.inState('ACCEPTED', { title: 'Old' });
    const { key } = await story.propose({
      ...WHOLE,
      people: [
        { part: 'INFORMED', name: ' The night shift ' },
        { part: 'DECISION_MAKER', personId: `Person_${story.owner.id}` },
        { part: 'CONSULTED', personId: `Person_${story.other.id}` },
        { part: 'CONSULTED', personId: `Person_${story.other.id}`, name: 'Otto again' },
      ],
      links: [
        { kind: 'IMPEDIMENT', thingId: id },
        { kind: 'AREA', thingId: `Area_${story.team.areaId}` },
        { kind: 'PRODUCT', thingId: `Product_${story.house.productId}` },
        { kind: 'ITEM', key: 'PAY-7' },
        { kind: 'GOAL', title: 'Calm nights' },
        { kind: 'URL', url: 'https://example.org/queues', title: 'Queues' },
        { kind: 'URL', url: 'https://example.org/plain' },
      ],
      revisitOn: '2031-01-01',
      supersedesIds: [old.id, old.id],
    });
    expect(await story.ask(key, ALL)).toMatchObject({
      ...WHOLE,
      revisitOn: '2031-01-01',
      people: [
        { part: 'DECISION_MAKER', name: 'Pia', person: { name: 'Pia' } },
        { part: 'CONSULTED', name: 'Otto', person: { name: 'Otto' } },
        { part: 'INFORMED', name: 'The night shift', person: null },
      ],
      links: [
        { kind: 'IMPEDIMENT', thingId: id, key: impedimentKey, title: 'Queues jam', url: null },
        { kind: 'AREA', thingId: `Area_${story.team.areaId}`, key: null, title: 'First area' },
        { kind: 'PRODUCT', thingId: `Product_${story.house.productId}`, title: 'Harbour product' },
        { kind: 'ITEM', thingId: null, key: 'PAY-7', title: 'PAY-7' },
        { kind: 'GOAL', thingId: null, key: null, title: 'Calm nights' },
        { kind: 'URL', url: 'https://example.org/queues', title: 'Queues' },
        { kind: 'URL', url: 'https://example.org/plain', title: 'https://example.org/plain' },
      ],
      supersedes: [{ key: old.key }],
    });
  });

  it.each([
    ['ORGANIZATION', () => `Organization_${story.house.id}`],
    ['PRODUCT', () => `Product_${story.house.productId}`],
    ['AREA', () => `Area_${story.team.areaId}`],
  ])('in the scope %s as well, by somebody without a role too', async (scopeKind, scopeId) => {
    const reply = await story.tryProposing({ scopeKind, scopeId: scopeId() }, { by: story.guest });
    expect(await story.ask(reply.data?.proposeDecision.key ?? '', 'scope { kind id }')).toEqual({
      scope: { kind: scopeKind, id: scopeId() },
    });
  });

  it.each([
    [{ title: ' ' }, 'title'],
    [{ title: 'Two\nlines' }, 'title'],
    [{ drivers: [''] }, 'drivers'],
    [{ options: [{ title: '' }] }, 'options'],
    [{ options: [{ title: 'One' }], chosenOption: 1 }, 'chosenOption'],
    [{ chosenOption: 0 }, 'chosenOption'],
    [{ people: [{ part: 'CONSULTED' }] }, 'people'],
    [{ links: [{ kind: 'URL', url: 'javascript:alert(1)' }] }, 'url'],
    [{ links: [{ kind: 'ITEM' }] }, 'key'],
    [{ links: [{ kind: 'TEAM' }] }, 'thingId'],
    [{ revisitOn: '9999-09-09' }, 'revisitOn'],
    [{ revisitOn: '2020-01-01' }, 'revisitOn'],
    [{ context: 'x'.repeat(20_001) }, 'context'],
  ])('%j names the field', async (input, field) => {
    const reply = await story.tryProposing(input);
    expect(reply.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', details: { fields: [{ field }] } });
  });

  it('in an archived team or decision area is refused, with what it is called', async () => {
    const team = await story.house.team('Gone');
    await story.house.query(`update teams set archived_on = '2020-01-01' where id = $1`, [team.id]);
    const area = await story.house.insert('decision_areas', { name: 'Old matters', archived: true });
    for (const [input, field] of [
      [{ scopeId: `Team_${team.id}` }, 'scopeId'],
      [{ decisionAreaId: `DecisionArea_${area}` }, 'decisionAreaId'],
    ] as const) {
      const reply = await story.tryProposing(input);
      expect(reply.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', details: { fields: [{ field }] } });
    }
  });

  it('ids of another organization, or of another kind of thing, are not found, and nothing is written', async () => {
    const foreign = await abroad.inState('ACCEPTED');
    const areaId = await abroad.house.insert('decision_areas', { name: 'Interfaces' });
    const [before] = await story.house.query('select count(*) from decisions');
    for (const input of [
      { scopeId: `Team_${abroad.team.id}` },
      { scopeKind: 'AREA' },
      { scopeKind: 'ORGANIZATION', scopeId: `Organization_${abroad.house.id}` },
      { decisionAreaId: `DecisionArea_${areaId}` },
      { people: [{ part: 'CONSULTED', personId: `Person_${abroad.dev.id}` }] },
      { supersedesIds: [foreign.id] },
      { links: [{ kind: 'TEAM', thingId: `Team_${abroad.team.id}` }] },
      { links: [{ kind: 'TEAM', thingId: `Area_${story.team.areaId}` }] },
    ]) {
      const reply = await story.tryProposing(input);
      expect(reply.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
    expect((await story.house.query('select count(*) from decisions'))[0]).toEqual(before);
    const seen = await app.graphql(story.dev.cookie, `{ node(id: "${foreign.id}") { id } }`);
    expect(seen.data).toEqual({ node: null });
  });

  it('thirty at once have thirty keys without a gap, and one key of a caller is one decision', async () => {
    const house = await DecisionStory.tell(app, 'Crowd');
    const key = 'just-this-once';
    const replies = await Promise.all([
      ...Array.from({ length: 28 }, (_, index) => house.tryProposing({ title: `Number ${index}` })),
      house.tryProposing({}, { key }),
      house.tryProposing({}, { key }),
    ]);
    const keys = new Set(replies.map(({ data }) => data?.proposeDecision.key));
    expect([...keys].sort()).toEqual(Array.from({ length: 29 }, (_, index) => `D-${index + 1}`).sort());
    expect(await house.wrong()).toEqual([]);
  });
});
