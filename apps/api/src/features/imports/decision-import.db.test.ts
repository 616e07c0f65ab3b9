import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { TestApp } from '../../../test/test-app.js';
import type { TestOrganization } from '../../../test/world.js';
import type { ImportFile } from './import-file.js';
import { ImportRunner } from './import-runner.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

function adr(title: string, fields: string, body = 'Why.'): string {
  return `---\n${fields}\n---\n# ${title}\n\n## Context and Problem Statement\n\n${body}\n\n## Decision Outcome\n\nSo be it.\n`;
}

function order(house: TestOrganization, texts: Record<string, string>, mapping: object = {}) {
  const files: ImportFile[] = Object.entries(texts).map(([name, content]) => ({ name, content }));
  return { organizationId: house.id, kind: 'ADR' as const, files, mapping };
}

async function rows(house: TestOrganization): Promise<Record<string, unknown>[]> {
  return house.query(
    `select 'D-' || d.number as key, d.title, d.state, (select 'D-' || s.number from decisions s where s.id = d.superseded_by) as "supersededBy",
            (d.decided_at at time zone o.time_zone)::date as "decidedOn"
       from decisions d join organizations o on o.organization_id = d.organization_id order by d.number`,
  );
}

describe('An import of decision records', () => {
  it('numbers them as they came about, links what replaces what, and keeps the chain', async () => {
    const house = await app.world.organization('Chain', 'Asia/Tokyo');
    const report = await app.app.get(ImportRunner).apply(
      order(house, {
        'adr/0003-three.md': adr('Three', 'status: accepted\ndate: 2022-03-01'),
        'adr/0001-one.md': adr('One', 'status: superseded by [ADR-2](0002-two.md)\ndate: 2020-01-01'),
        'adr/0002-two.md': adr('Two', 'status: "superseded by ADR-0003"\ndate: 2021-02-01'),
        'adr/0004-four.md': adr('Four', 'status: superseded by ADR-0099\ndate: 2023-04-01'),
        'adr/0005-five.md': adr(
          'Five',
          'status: deprecated\ndate: 2023-04-02',
          'See [gone](0098-gone.md) and [two](0002-two.md).',
        ),
      }),
    );
    expect(report.created).toEqual({ decision: 5 });
    expect(await rows(house)).toEqual([
      { key: 'D-1', title: 'One', state: 'SUPERSEDED', supersededBy: 'D-2', decidedOn: '2020-01-01' },
      { key: 'D-2', title: 'Two', state: 'SUPERSEDED', supersededBy: 'D-3', decidedOn: '2021-02-01' },
      { key: 'D-3', title: 'Three', state: 'ACCEPTED', supersededBy: null, decidedOn: '2022-03-01' },
      { key: 'D-4', title: 'Four', state: 'SUPERSEDED', supersededBy: null, decidedOn: '2023-04-01' },
      { key: 'D-5', title: 'Five', state: 'REVERTED', supersededBy: null, decidedOn: '2023-04-02' },
    ]);
    expect(await house.query(`select words ->> 'context' as context from decisions where number = 5`)).toEqual([
      { context: 'See [gone](0098-gone.md) and [two](/decisions/D-2).' },
    ]);
    expect(report.problems.map(({ where, what }) => `${where}: ${what}`)).toEqual([
      'adr/0005-five.md: The link to 0098-gone.md leads nowhere: a broken link.',
      'adr/0004-four.md: It is replaced by ADR-0099, which leads nowhere: a broken link.',
      'adr/0004-four.md: Four is superseded; by what, no file says.',
    ]);
  });

  it('leaves out or takes statuses that nobody knows, as the mapping says', async () => {
    const house = await app.world.organization('Statuses');
    const texts = {
      'a.md': adr('A', 'status: acepted\ndate: 2020-01-01'),
      'b.md': adr('B', 'status: shelved\ndate: 2020-01-02'),
    };
    const runner = app.app.get(ImportRunner);
    const choices = await runner.choices(order(house, texts));
    expect(choices).toMatchObject({
      statuses: [
        { name: 'acepted', count: 1, known: false, usual: 'ACCEPTED' },
        { name: 'shelved', count: 1, known: false, usual: 'SKIP' },
      ],
      defaults: { statuses: { acepted: 'ACCEPTED', shelved: 'SKIP' }, kind: 'ARCHITECTURE', scope: 'ORGANIZATION' },
    });
    expect((await runner.apply(order(house, texts))).created).toEqual({ decision: 1 });
    const mapped = await runner.apply(order(house, texts, { statuses: { shelved: 'WITHDRAWN' } }));
    expect(mapped).toMatchObject({ created: { decision: 1 }, unchanged: { decision: 1 } });
    expect((await rows(house)).map(({ title, state }) => `${String(title)} ${String(state)}`)).toEqual([
      'A ACCEPTED',
      'B WITHDRAWN',
    ]);
    for (const mapping of [
      { statuses: { shelved: 'VETOED' } },
      { kind: 'WISH' },
      { scope: 'Team_1' },
      { scope: 'AREA' },
    ])
      await expect(runner.preview(order(house, texts, mapping))).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('begins with the mapping that was applied last for the same source, and with no other one', async () => {
    const house = await app.world.organization('Again');
    const team = await house.team('Cranes');
    const runner = app.app.get(ImportRunner);
    const texts = {
      'a.md': adr('A', 'status: acepted\ndate: 2020-01-01'),
      'b.md': adr('B', 'status: shelved\ndate: 2020-01-02'),
    };
    const scope = `Team_${team.id}`;
    await runner.preview(order(house, texts, { statuses: { shelved: 'REJECTED' } }));
    await runner.apply(order(house, texts, { statuses: { shelved: 'WITHDRAWN' }, scope, kind: 'PROCESS' }));
    const part = { 'c.md': adr('C', 'status: odd\ndate: 2020-01-03') };
    await runner.apply(order(house, part, { statuses: { odd: 'REJECTED' } }));
    const all = { ...texts, ...part, 'd.md': adr('D', 'status: strange\ndate: 2020-01-04') };
    const mapped = { acepted: 'ACCEPTED', shelved: 'WITHDRAWN', odd: 'REJECTED', strange: 'SKIP' };
    expect(await runner.choices(order(house, all))).toMatchObject({
      defaults: { source: 'files', statuses: mapped, scope, kind: 'PROCESS', productName: 'Imported' },
    });
    expect(await runner.preview(order(house, all))).toMatchObject({ created: {}, unchanged: { decision: 3 } });
    const asUsual = { statuses: { shelved: 'SKIP', odd: 'SKIP' }, scope: 'ORGANIZATION', kind: 'ARCHITECTURE' };
    const other = zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])));
    expect(await runner.choices({ ...order(house, {}), files: [{ name: 'other.zip', content: other }] })).toMatchObject(
      { defaults: asUsual },
    );
    expect(await runner.choices({ ...order(await app.world.organization('Elsewhere too'), all) })).toMatchObject({
      defaults: asUsual,
    });
  });

  it('belongs to the place that the mapping names, if it is one of ours', async () => {
    const [house, other] = [await app.world.organization('Place'), await app.world.organization('Elsewhere')];
    const [team, foreign] = [await house.team('Cranes'), await other.team('Foreign')];
    const texts = { 'a.md': adr('A', 'status: accepted') };
    const runner = app.app.get(ImportRunner);
    const refused = await runner.apply(order(house, texts, { scope: `Team_${foreign.id}` }));
    expect(refused).toMatchObject({ created: {}, refused: expect.stringContaining('not here') });
    await runner.apply(order(house, texts, { scope: `Team_${team.id}`, kind: 'PROCESS' }));
    expect(await house.query('select team_id, scope_kind, kind from decisions')).toEqual([
      { team_id: team.id, scope_kind: 'TEAM', kind: 'PROCESS' },
    ]);
    expect(await other.query('select 1 from decisions')).toEqual([]);
  });

  it('keeps two repositories apart that have the same paths', async () => {
    const house = await app.world.organization('Two');
    const runner = app.app.get(ImportRunner);
    const zip = (title: string) => zipSync({ 'repo-main/adr/0001-x.md': strToU8(adr(title, 'status: accepted')) });
    for (const name of ['one.zip', 'two.zip', 'one.zip'])
      await runner.apply({ ...order(house, {}), files: [{ name, content: zip(name) }] });
    expect(await house.query('select import_identity, imported_from from decisions order by number')).toEqual([
      { import_identity: 'one/adr/0001-x.md', imported_from: 'adr/0001-x.md' },
      { import_identity: 'two/adr/0001-x.md', imported_from: 'adr/0001-x.md' },
    ]);
  });

  it('lets a proposal follow its file until somebody edits it here, and no further than decided', async () => {
    const house = await app.world.organization('Follow');
    const runner = app.app.get(ImportRunner);
    const at = (status: string, body: string) =>
      order(house, {
        'a.md': adr('A', `status: ${status}\ndate: 2020-01-01`, body),
        'b.md': adr('B', 'status: rejected\ndate: 2020-01-02'),
      });
    await runner.apply(at('proposed', 'First [b](b.md).'));
    expect((await runner.apply(at('proposed', 'Second [b](b.md).'))).updated).toEqual({ decision: 1 });
    await house.query(`update decisions set words = jsonb_set(words, '{context}', '"By hand."') where number = 1`);
    const kept = await runner.apply(at('accepted', 'Third.'));
    expect(kept).toMatchObject({ updated: {}, problems: [{ what: expect.stringContaining('edited here') }] });
    await house.query(
      `update decisions set words = jsonb_set(words, '{context}', '"Second [b](/decisions/D-2)."') where number = 1`,
    );
    expect((await runner.apply(at('accepted', 'Third.'))).updated).toEqual({ decision: 1 });
    const other = await runner.apply(at('accepted', 'Fourth.'));
    expect(other).toMatchObject({ updated: {}, problems: [{ what: expect.stringContaining('decided words stay') }] });
    expect((await runner.apply(at('deprecated', 'Third.'))).updated).toEqual({ decision: 1 });
    expect(await runner.apply(at('rejected', 'Third.'))).toMatchObject({
      updated: {},
      problems: [{ what: expect.stringContaining('stays') }],
    });
    expect(
      await house.query(
        `select state, words ->> 'context' as context, revert_reason as reason from decisions where number = 1`,
      ),
    ).toEqual([{ state: 'REVERTED', context: 'Third.', reason: 'Its file says: deprecated.' }]);
    expect(await house.query('select kind from decision_records order by position')).toEqual([
      { kind: 'REJECTED' },
      { kind: 'ACCEPTED' },
      { kind: 'REVERTED' },
    ]);
  });

  it('changes nothing at all when a zip is a trap', async () => {
    const house = await app.world.organization('Trap');
    const zip = zipSync({
      'a.md': strToU8(adr('A', 'status: accepted')),
      '../b.md': strToU8(adr('B', 'status: accepted')),
    });
    const report = await app.app
      .get(ImportRunner)
      .apply({ ...order(house, {}), files: [{ name: 'x.zip', content: zip }] });
    expect(report.refused).toContain('outside of itself');
    expect(await rows(house)).toEqual([]);
  });
});
