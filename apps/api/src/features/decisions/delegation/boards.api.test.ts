import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cellInput, codeOf, type TestBoard } from '../../../../test/delegation-answers.js';
import { DelegationStory } from '../../../../test/delegation-story.js';
import { Verifications } from '../../../platform/events/verifications.js';
import { TestApp } from '../../../../test/test-app.js';
import pg from 'pg';

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

const cell = (decisionAreaId: string, level = 'INQUIRE', more: object = {}): object => ({
  decisionAreaId,
  level,
  delegateKind: 'TEAM',
  ...more,
});

describe('a board', () => {
  it('begins empty: number 0, and everybody reads it', async () => {
    const area = await story.area('Tools');
    expect(await story.board(story.stranger)).toEqual({
      number: 0,
      savedBy: null,
      cells: [],
      versions: [],
      decisionAreas: [{ id: area, name: 'Tools' }],
      viewerCan: ['delegation:view'],
    });
  });

  it('is saved as a whole, as a new version each time, with what changed on the record', async () => {
    const tools = await story.area('Tools');
    const design = await story.area('Design');
    const first = await story.save([cell(tools)], { note: ' Agreed in March ' });
    expect(first).toMatchObject({
      number: 1,
      savedBy: { name: 'Paula' },
      cells: [
        {
          decisionArea: { name: 'Tools' },
          level: 'INQUIRE',
          delegate: { kind: 'TEAM', name: 'the team Payments' },
          vetoHours: 16,
          answerHours: 16,
          inheritedFrom: null,
          sentence:
            'The team Payments decides about Tools and tells the Product Owner of Payments, who may veto for 16 working hours.',
        },
      ],
    });
    const lars = { delegateKind: 'PERSON', personId: `Person_${story.lead.id}`, vetoHours: 4 };
    const second = await story.save([cell(tools, 'ADVISE', lars), cell(design, 'DELEGATE')], { number: 1 });
    expect(second.cells.map(({ decisionArea, delegate }) => [decisionArea.name, delegate.name])).toEqual([
      ['Design', 'the team Payments'],
      ['Tools', 'Lars'],
    ]);
    expect(second.versions.map(({ number, note, cells }) => [number, note, cells.length])).toEqual([
      [2, '', 2],
      [1, 'Agreed in March', 1],
    ]);
    expect((await story.events('delegation-board.saved'))[1]).toMatchObject({
      actor_person_id: story.owner.id,
      payload: {
        changes: [
          { field: 'Design', from: null, to: '7 Delegate: the teams' },
          {
            field: 'Tools',
            from: '6 Inquire: the teams, veto 16 working hours',
            to: '5 Advise: Lars, veto 4 working hours, answers within 16 working hours',
          },
        ],
      },
    });
  });

  it('that is the same already is not saved again', async () => {
    const tools = await story.area('Tools');
    const first = await story.save([cell(tools)]);
    const again = await story.save(first.cells.map(cellInput), { number: 1 });
    expect(again.number).toBe(1);
    expect(await story.events('delegation-board.saved')).toHaveLength(1);
  });

  it('one of many at once; once per key', async () => {
    const tools = await story.area('Tools');
    const levels = ['TELL', 'SELL', 'CONSULT', 'AGREE', 'ADVISE', 'INQUIRE', 'DELEGATE'];
    const replies = await Promise.all(levels.map((level) => story.trySaving([cell(tools, level)])));
    const codes = replies.map(({ errors }) => errors?.[0]?.extensions.code ?? 'saved');
    expect(codes.toSorted()).toEqual([...levels.slice(1).map(() => 'CONFLICT'), 'saved']);
    const key = 'a-key-of-one-form';
    const [one, other] = await Promise.all([1, 2].map(() => story.trySaving([], { number: 1, key })));
    expect(one?.errors).toBeUndefined();
    expect(one?.data).toEqual(other?.data);
    expect((await story.board()).number).toBe(2);
  });

  it('by who is accountable here or above, or an Administrator; what is inherited says from where', async () => {
    const tools = await story.area('Tools');
    await story.save([cell(tools, 'SELL')], { by: story.areaOwner, scope: story.atArea });
    for (const by of [story.dev, story.master, story.lead, story.stranger])
      expect(codeOf(await story.trySaving([cell(tools)], { by }))).toBe('FORBIDDEN');
    expect(codeOf(await story.trySaving([cell(tools)], { scope: story.atArea, number: 1 }))).toBe('FORBIDDEN');
    let number = 0;
    for (const by of [story.owner, story.backup, story.areaOwner, story.chief, story.executive, story.admin]) {
      number += 1;
      const level = number % 2 === 0 ? 'TELL' : 'DELEGATE';
      expect((await story.save([cell(tools, level)], { by, number: number - 1 })).number).toBe(number);
    }
    const inherited = await story.save([], { number });
    expect(inherited.cells).toMatchObject([{ level: 'SELL', inheritedFrom: { kind: 'AREA', name: 'Checkout' } }]);
  });

  it.each<[string, (area: string) => object[]]>([
    ['cells.0.role', (area) => [cell(area, 'TELL', { delegateKind: 'ROLE' })]],
    ['cells.0.personId', (area) => [cell(area, 'TELL', { delegateKind: 'PERSON' })]],
    ['cells.0.role', (area) => [cell(area, 'AGREE', { delegateKind: 'ROLE', role: 'PRODUCT_OWNER' })]],
    [
      'cells.0.personId',
      (area) => [cell(area, 'AGREE', { delegateKind: 'PERSON', personId: `Person_${story.owner.id}` })],
    ],
    ['cells.0.vetoHours', (area) => [cell(area, 'TELL', { vetoHours: 8 })]],
    ['cells.1.decisionAreaId', (area) => [cell(area), cell(area)]],
  ])('says what to do about %s', async (field, cells) => {
    const reply = await story.trySaving(cells(await story.area('Tools')));
    expect(reply.errors?.[0]?.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field, problem: expect.stringMatching(/^[A-Z].*\.$/) }] },
    });
  });

  it('of another scope may trust the Product Owner of a team', async () => {
    const tools = await story.area('Tools');
    const to = { delegateKind: 'PERSON', personId: `Person_${story.owner.id}` };
    const saved = await story.save([cell(tools, 'AGREE', to)], { scope: story.atArea, by: story.areaOwner });
    expect(saved.cells).toMatchObject([{ delegate: { kind: 'PERSON', name: 'Paula' } }]);
    // There Paula is accountable herself: nobody else consents for her.
    const flow = (await story.propose(story.dev, tools)).flow;
    expect(flow.asks.map(({ answer, people }) => [answer, people.map(({ name }) => name)])).toEqual([
      [null, ['Paula']],
      [null, []],
    ]);
  });

  it('trusts nobody who has left, nothing that is archived, and nobody of another house', async () => {
    const tools = await story.area('Tools');
    const gone = await story.house.person('Gunda');
    await story.house.query('update people set deactivated_at = now() where id = $1 returning 1', [gone.id]);
    const to = (id: string): object[] => [cell(tools, 'TELL', { delegateKind: 'PERSON', personId: `Person_${id}` })];
    expect(codeOf(await story.trySaving(to(gone.id)))).toBe('INVALID_INPUT');
    const abroad = await DelegationStory.tell(app, 'Abroad');
    expect(codeOf(await story.trySaving(to(abroad.dev.id)))).toBe('NOT_FOUND');
    expect(codeOf(await story.trySaving([cell(await abroad.area('Theirs'))]))).toBe('NOT_FOUND');
    expect(codeOf(await story.trySaving([], { scope: abroad.atTeam }))).toBe('NOT_FOUND');
    const saved = await story.save([cell(tools)]);
    await story.house.query('update decision_areas set archived = true where organization_id = $1 returning 1', [
      story.house.id,
    ]);
    expect(codeOf(await story.trySaving([cell(tools, 'TELL')], { number: 1 }))).toBe('INVALID_INPUT');
    const after = await story.board();
    expect([saved.cells.length, after.cells.length, after.versions[0]?.cells.length]).toEqual([1, 0, 1]);
  });

  it('cannot be changed behind its back: versions are only added', async () => {
    await story.save([cell(await story.area('Tools'))]);
    for (const sql of [
      'update delegation_board_versions set note = $2',
      'delete from delegation_board_versions where note <> $2',
    ])
      await expect(
        story.house.query(`${sql} ${sql.startsWith('update') ? 'where' : 'and'} organization_id = $1`, [
          story.house.id,
          'x',
        ]),
      ).rejects.toThrow(/permission denied/u);
  });
});

describe('a template', () => {
  const use = async (by = story.owner, templateId = 'trusted-teams', key = ''): Promise<TestBoard> => {
    const reply = await app.graphql<{ useDelegationTemplate: TestBoard }>(
      by.cookie,
      `mutation ($id: ID!, $template: ID!, $key: String) {
        useDelegationTemplate(templateId: $template, scopeKind: TEAM, scopeId: $id, idempotencyKey: $key) {
          number decisionAreas { id name } cells { decisionArea { id name } level delegate { kind role name person { name } } vetoHours answerHours sentence inheritedFrom { name } }
          versions { number } viewerCan } }`,
      { id: story.atTeam.id, template: templateId, key: key || null },
    );
    if (!reply.data?.useDelegationTemplate) throw new Error(reply.text);
    return reply.data.useDelegationTemplate;
  };

  it('names what is missing, and counts only once it is saved', async () => {
    const own = await story.area('technical  debt'.replace('  ', ' '));
    const shown = await use();
    expect(shown).toMatchObject({ number: 0, versions: [] });
    expect(shown.cells).toHaveLength(10);
    expect(shown.cells.find(({ decisionArea }) => decisionArea.id === own)).toMatchObject({ level: 'INQUIRE' });
    expect((await story.board()).cells).toEqual([]);
    const saved = await story.save(shown.cells.map(cellInput));
    expect(saved.cells.map(({ sentence }) => sentence)).toEqual(shown.cells.map(({ sentence }) => sentence));
    // Another one names nothing twice, and keeps what it does not speak of.
    const technical = await use(story.areaOwner, 'technical-leads');
    expect(technical.decisionAreas).toHaveLength(10);
    expect(technical.cells).toHaveLength(10);
    expect(technical.cells.find(({ decisionArea }) => decisionArea.name === 'Tools and libraries')).toMatchObject({
      level: 'ADVISE',
      delegate: { kind: 'ROLE', role: 'TECHNICAL_LEAD', name: 'the Technical Lead of Checkout' },
    });
  });

  it('begun by two at once names nothing twice', async () => {
    const [one, other] = await Promise.all([use(), use(story.areaOwner)]);
    expect(one.decisionAreas).toEqual(other.decisionAreas);
  });

  it('only where one may save the board, and of those there are', async () => {
    await expect(use(story.dev)).rejects.toThrow('FORBIDDEN');
    await expect(use(story.owner, 'nothing')).rejects.toThrow('NOT_FOUND');
    const reply = await app.graphql<{ delegationTemplates: { id: string; cells: unknown[] }[] }>(
      story.dev.cookie,
      '{ delegationTemplates { id name description cells { decisionArea description level delegateKind role vetoHours answerHours } } }',
    );
    expect(reply.data?.delegationTemplates.map(({ id, cells }) => [id, cells.length])).toEqual([
      ['first-steps', 10],
      ['trusted-teams', 10],
      ['technical-leads', 4],
    ]);
  });
});

it('what changed without its event is found', async () => {
  const area = (
    await app.graphql<{ createDecisionArea: { id: string } }>(
      story.owner.cookie,
      'mutation { createDecisionArea(name: "Tools") { id } }',
    )
  ).data?.createDecisionArea.id;
  await story.save([cell(area ?? '')]);
  const found = (): Promise<string[]> =>
    app.database.transaction({ organizationId: story.house.id }, async (tx) => {
      const all = await app.app.get(Verifications).run(tx);
      return Object.entries(all).flatMap(([name, wrong]) => (/decision areas|boards/u.test(name) ? wrong : []));
    });
  expect(await found()).toEqual([]);
  await story.house.query('update decision_areas set version = 2 where organization_id = $1 returning 1', [
    story.house.id,
  ]);
  await story.house.query(
    `insert into delegation_board_versions (organization_id, scope_kind, scope_id, number, cells, saved_by, saved_at)
     values ($1, 'TEAM', $2, 3, '[]', $3, now()) returning 1`,
    [story.house.id, story.team.id, story.owner.id],
  );
  expect(await found()).toEqual([
    expect.stringContaining('is at version 2, its latest event at 1'),
    expect.stringContaining('has 2 versions, and the last one is 3'),
  ]);
});

it('a version that says something else than when it was saved is named, and one that is gone', async () => {
  const area = await story.area('Tools');
  await story.save([cell(area)]);
  await story.save([cell(area, 'TELL')], { number: 1 });
  const wrong = (): Promise<string[]> =>
    app.database.transaction({ organizationId: story.house.id }, async (tx) => {
      const all = await app.app.get(Verifications).run(tx);
      return Object.entries(all).flatMap(([name, found]) => (/boards|chain/u.test(name) ? found : []));
    });
  const forge = async (sql: string): Promise<void> => {
    const owner = new pg.Client({ connectionString: app.databaseUrl });
    await owner.connect();
    await owner.query("set session_replication_role = 'replica'");
    await owner.query(`${sql} organization_id = $1`, [story.house.id]).finally(() => owner.end());
  };
  expect(await wrong()).toEqual([]);
  await forge(
    `update delegation_board_versions set cells = jsonb_set(cells, '{0,vetoHours}', '99') where number = 1 and`,
  );
  expect(await wrong()).toEqual([`Version 1 of the board of ${story.team.id} is not what was saved.`]);
  await forge('delete from delegation_board_versions where number = 1 and');
  expect(await wrong()).toContain(`Version 1 of the board of ${story.team.id} is gone.`);
  await forge('delete from decision_records where position = 2 and');
  expect(await wrong()).toContain(`Version 2 of the board of ${story.team.id} is not on the record.`);
});
