import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ImportReport } from '@chapterhouse/domain/imports/import-outcome';
import { TestApp } from '../../../test/test-app.js';
import type { TestOrganization } from '../../../test/world.js';
import { ImportRunner } from './import-runner.js';

/** Key, type, status category, then whatever is said. */
type Told = [key: string, type: string, category: string, more?: object];

const json = (...issues: Told[]): string =>
  JSON.stringify({
    issues: issues.map(([key, type, category, more]) => ({
      key,
      fields: {
        summary: `About ${key}`,
        created: '2026-01-02T03:04:05.000+0000',
        updated: '2026-02-02T03:04:05.000+0000',
        project: { key: key.split('-')[0], name: `Project ${key.split('-')[0]}` },
        issuetype: { name: type, subtask: type === 'Sub-task' },
        status: { name: category, statusCategory: { key: category } },
        ...more,
      },
    })),
  });
const part = (key: string): object => ({ parent: { key } });
const link = (name: string, way: 'inwardIssue' | 'outwardIssue', key: string): object => ({
  issuelinks: [{ type: { name, inward: `in ${name}`, outward: `out ${name}` }, [way]: { key } }],
});

describe('items of Jira', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  const take = (house: TestOrganization, content: string, mapping: object = {}): Promise<ImportReport> =>
    app.app
      .get(ImportRunner)
      .apply({ organizationId: house.id, kind: 'JIRA_JSON', files: [{ name: 'f.json', content }], mapping });
  const items = (house: TestOrganization): Promise<Record<string, unknown>[]> =>
    house.query(
      `select b.external_key as key, b.tier, b.kind, b.state, b.title, p.external_key as parent, b.points::float8 as points, b.version,
              s.item_id is not null as ordered
         from backlog_items b left join backlog_items p on p.id = b.parent_id left join order_slots s on s.item_id = b.id
        order by b.external_key`,
    );
  const order = async (house: TestOrganization): Promise<unknown[]> =>
    (
      await house.query<{ key: string }>(
        `select b.external_key as key from order_slots s join backlog_items b on b.id = s.item_id order by s.slot_rank`,
      )
    ).map(({ key }) => key);

  it('have tiers, kinds and parents; the order takes open epics and features as their board sorted them', async () => {
    const house = await app.world.organization('Tiers');
    const rank = (text: string): object => ({ customfield_10019: `0|i000${text}:` });
    const report = await take(
      house,
      json(
        ['A-1', 'Epic', 'new', rank('3')],
        ['A-2', 'Story', 'new', { ...part('A-1'), ...rank('1') }],
        ['A-3', 'Sub-task', 'new', part('A-2')],
        ['A-4', 'Bug', 'done', part('A-1')],
        ['A-5', 'Bug', 'indeterminate', { ...part('A-2'), ...rank('2') }],
        ['A-6', 'Epic', 'new', part('A-1')],
      ),
    );
    expect(await items(house)).toMatchObject([
      { key: 'A-1', tier: 'EPIC', kind: 'VALUE', state: 'DRAFT', parent: null, ordered: true },
      { key: 'A-2', tier: 'FEATURE', parent: 'A-1', ordered: true },
      { key: 'A-3', tier: 'TASK', parent: 'A-2', ordered: false },
      { key: 'A-4', tier: 'FEATURE', kind: 'DEFECT', state: 'DONE', parent: 'A-1', ordered: false },
      { key: 'A-5', tier: 'FEATURE', state: 'IN_PROGRESS', parent: null, ordered: true },
      { key: 'A-6', tier: 'EPIC', parent: null, ordered: true },
    ]);
    expect(await order(house)).toEqual(['A-2', 'A-5', 'A-1', 'A-6']);
    expect(report.problems).toEqual([
      { where: 'A-5', what: 'Is part of an epic only: A-2, which is none, is not its parent.' },
      { where: 'A-6', what: 'Is an epic here, which is part of nothing: A-1 is not its parent.' },
    ]);
    const [moves] = await house.query(`select count(*) as moves, max(count) as most from order_moves`);
    expect(moves).toEqual({ moves: 1, most: 4 });
  });

  it('leave the order and come back as files say, and change their places in the tree', async () => {
    const house = await app.world.organization('Later');
    await take(house, json(['A-1', 'Epic', 'new'], ['A-2', 'Story', 'new', part('A-1')], ['A-3', 'Epic', 'new']));
    await take(house, json(['A-1', 'Epic', 'done'], ['A-2', 'Story', 'new', part('A-3')], ['A-3', 'Epic', 'new']));
    expect(await order(house)).toEqual(['A-2', 'A-3']);
    expect((await items(house))[1]).toMatchObject({ key: 'A-2', parent: 'A-3', version: 2 });
    await take(house, json(['A-1', 'Epic', 'new'], ['A-2', 'Story', 'new'], ['A-3', 'Epic', 'new']));
    expect(await order(house)).toEqual(['A-2', 'A-3', 'A-1']);
    expect((await items(house))[1]).toMatchObject({ key: 'A-2', parent: null });
    // As a task it stands in no order, and what was part of the epic that it was leaves it.
    await take(house, json(['A-2', 'Story', 'new', part('A-3')]));
    const report = await take(house, json(['A-3', 'Epic', 'new']), { tierOf: { Epic: 'FEATURE' } });
    expect(report.updated).toMatchObject({ 'backlog-item': 1 });
    expect((await items(house)).map(({ parent }) => parent)).toEqual([null, null, null]);
  });

  it('join across projects as soon as both are here, whichever came first', async () => {
    const house = await app.world.organization('Across');
    const first = await take(
      house,
      json(['A-1', 'Story', 'new', { ...part('B-1'), ...link('Blocks', 'outwardIssue', 'B-2') }]),
    );
    expect(first.problems.filter(({ where }) => where === 'B').map(({ what }) => what)).toEqual([
      '1 item is part of issues of B that are not here: joined as soon as an import brings them.',
      '1 link leads to issues of B that are not here: joined as soon as an import brings them.',
    ]);
    const second = await take(
      house,
      json(['B-1', 'Epic', 'new'], ['B-2', 'Story', 'new', link('Blocks', 'inwardIssue', 'A-1')]),
    );
    expect(second.created).toMatchObject({ 'backlog-item': 2, link: 1 });
    expect((await items(house))[0]).toMatchObject({ key: 'A-1', parent: 'B-1', version: 2 });
    const links = await house.query(
      `select f.external_key as item, l.outward, l.phrase, o.external_key as other from item_links l
         join backlog_items f on f.id = l.from_item_id left join backlog_items o on o.id = l.other_item_id order by 1`,
    );
    expect(links).toEqual([
      { item: 'A-1', outward: true, phrase: 'out Blocks', other: 'B-2' },
      { item: 'B-2', outward: false, phrase: 'in Blocks', other: 'A-1' },
    ]);
    const gone = await take(house, json(['B-2', 'Story', 'new']));
    expect(gone.ended).toEqual({ link: 1 });
    expect(await house.query('select 1 from item_links')).toHaveLength(1);
  });

  it('keep what somebody changed here, and the import says so', async () => {
    const house = await app.world.organization('By hand');
    await take(house, json(['A-1', 'Story', 'new', { storyPoints: 3 }]));
    await house.query(
      `update backlog_items set title = 'Ours', points = 8, hand_edited = '{title,points}' returning id`,
    );
    const report = await take(house, json(['A-1', 'Story', 'indeterminate', { storyPoints: 5 }]));
    expect(report.problems).toContainEqual({
      where: 'A-1',
      what: 'Changed here by hand, and so left as it is here: title, points.',
    });
    expect(await items(house)).toMatchObject([{ title: 'Ours', points: 8, state: 'IN_PROGRESS' }]);
  });

  it('mean what somebody chose: tiers, kinds, states, what was dropped, which field has the points', async () => {
    const house = await app.world.organization('Chosen');
    const mapping = {
      tierOf: { Task: 'TASK' },
      kindOf: { Task: 'DEBT' },
      stateOf: { new: 'IN_PROGRESS' },
      droppedResolutions: ["Won't Do"],
      columns: { customfield_10032: 'POINTS' },
    };
    await take(
      house,
      json(
        ['A-1', 'Task', 'new', { customfield_10032: 2.5 }],
        ['A-2', 'Story', 'done', { resolution: { name: "Won't Do" } }],
        ['A-3', 'Story', 'done', { resolution: { name: 'Done' } }],
      ),
      mapping,
    );
    expect(await items(house)).toMatchObject([
      { tier: 'TASK', kind: 'DEBT', state: 'IN_PROGRESS', points: 2.5 },
      { state: 'DROPPED' },
      { state: 'DONE' },
    ]);
  });

  it('are assigned to whom people are here, by rule or by hand', async () => {
    const house = await app.world.organization('People');
    const ana = await house.person('Ana Roth');
    const ben = await house.person('Ben Ito');
    const by = (key: string, displayName: string): object => ({ assignee: { key, displayName } });
    const content = json(
      ['A-1', 'Story', 'new', by('ana', 'ana roth')],
      ['A-2', 'Story', 'new', by('cai', 'Cai Lund')],
    );
    const report = await take(house, content, { people: { rule: 'SAME_NAME' } });
    expect(report.created['person']).toBe(1);
    const assignees = async (): Promise<unknown[]> =>
      (
        await house.query<{ name: string }>(
          `select p.name from backlog_items b join people p on p.id = b.assignee_id order by b.external_key`,
        )
      ).map(({ name }) => name);
    expect(await assignees()).toEqual(['Ana Roth', 'Cai Lund']);
    const people = { rule: 'SAME_NAME', byHand: { cai: `Person_${ben.id}` } };
    const again = await take(house, content, { people });
    expect(again.updated).toEqual({ 'backlog-item': 1 });
    expect(await assignees()).toEqual(['Ana Roth', 'Ben Ito']);
    expect((await take(house, content, { people })).updated).toEqual({});
    expect(ana.id).not.toBe(ben.id);
  });

  it('who was matched keeps their name and address here, and is somebody new once the match is taken back', async () => {
    const house = await app.world.organization('Matched');
    const ada = await house.person('Ada Rev');
    const by = (displayName: string): string =>
      json([
        'A-1',
        'Story',
        'new',
        { assignee: { key: 'u5', displayName, emailAddress: `${displayName}@jira.example` } },
      ]);
    const people = async (): Promise<object[]> =>
      house.query(
        `select p.name, p.email, count(b.id) as items from people p left join backlog_items b on b.assignee_id = p.id
          group by p.id, p.name, p.email order by p.name`,
      );
    await take(house, by('User-Five'), { people: { byHand: { u5: `Person_${ada.id}` } } });
    const [before] = await people();
    expect(before).toMatchObject({ name: 'Ada Rev', items: 1 });
    // Later, without that mapping, and renamed there.
    const later = await take(house, by('User-5'));
    expect(later.updated['person']).toBeUndefined();
    expect(await people()).toEqual([before]);
    const back = await take(house, by('User-5'), { people: { byHand: { u5: null } } });
    expect(back.created).toEqual({ person: 1 });
    expect(await people()).toEqual([
      { ...before, items: 0 },
      { name: 'User-5', email: 'User-5@jira.example', items: 1 },
    ]);
    // From now on they are their own: the file's words count.
    const again = await take(house, by('User-Five'), { people: { byHand: { u5: null } } });
    expect([again.created, again.updated]).toEqual([{}, { person: 1 }]);
  });

  it('of a CSV without ids are of whoever alone has exactly that name, which is said and may be otherwise', async () => {
    const house = await app.world.organization('Names');
    await house.person('Ana Roth');
    const content = 'Issue key,Summary,Status,Created,Assignee\nA-1,One,To Do,2026-01-02 03:04,Ana Roth';
    const read = (mapping: object): Promise<ImportReport> =>
      app.app.get(ImportRunner).apply({
        organizationId: house.id,
        kind: 'JIRA_CSV',
        files: [{ name: 'f.csv', content }],
        mapping,
      });
    const report = await read({});
    expect(report.created['person']).toBeUndefined();
    expect(report.problems).toContainEqual({
      where: 'people',
      what: expect.stringMatching(/^1 person of the files has a name and no id: each is whoever alone/),
    });
    const other = await read({ people: { namesOnly: 'NEW', byHand: { 'name:ana roth': null } } });
    expect(other).toMatchObject({ created: { person: 1 }, updated: { 'backlog-item': 1 } });
  });

  it('say what changes from what to what', async () => {
    const house = await app.world.organization('From and to');
    await take(house, json(['A-1', 'Story', 'new'], ['A-2', 'Epic', 'new']));
    const content = json(['A-1', 'Story', 'indeterminate', { ...part('A-2'), summary: 'Anew' }]);
    const order = { organizationId: house.id, kind: 'JIRA_JSON' as const, files: [{ name: 'f.json', content }] };
    const { outcome } = await app.app.get(ImportRunner).look({ ...order, mapping: {} });
    expect(outcome.changes).toContainEqual({
      effect: 'update',
      kind: 'backlog-item',
      key: 'A-1',
      title: 'Anew',
      details: 'title: About A-1 → Anew; state: Draft → In progress; part of: nothing → A-2',
    });
  });

  it('bring a comment once, whichever format tells of it', async () => {
    const house = await app.world.organization('Comments');
    const comments = [
      { id: '7', author: { key: 'cai', displayName: 'Cai' }, created: '2026-01-05T06:07:08.000+0000', body: 'Me  too' },
    ];
    await take(house, json(['A-1', 'Story', 'new', { comment: { total: 1, comments }, priority: { name: 'High' } }]), {
      rules: { issueTypes: ['Story'] },
    });
    const content =
      'Issue key,Issue Type,Summary,Status,Project url,Created,Comment\nA-1,Story,About A-1,To Do,,2026-01-02 03:04,2026-01-05 06:07;cai;Me too';
    const report = await app.app.get(ImportRunner).apply({
      organizationId: house.id,
      kind: 'JIRA_CSV',
      files: [{ name: 'f.csv', content }],
      mapping: { rules: { issueTypes: ['Story'] }, dates: { timeZone: 'UTC' } },
    });
    expect(report.created['comment']).toBeUndefined();
    expect(await house.query('select body from impediment_comments')).toEqual([{ body: 'Me  too' }]);
  });
});
