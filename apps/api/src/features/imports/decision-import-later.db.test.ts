import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { TestApp } from '../../../test/test-app.js';
import type { TestOrganization } from '../../../test/world.js';
import type { ImportReport } from '@chapterhouse/domain/imports/import-outcome';
import { Verifications } from '../../platform/events/verifications.js';
import { DecisionExport } from '../decisions/public.js';
import { ImportRunner } from './import-runner.js';

let app: TestApp;
let round = 0;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

function house(): Promise<TestOrganization> {
  round += 1;
  return app.world.organization(`Later ${round}`);
}

function adr(title: string, status: string, body = 'Why.'): string {
  return `---\nstatus: ${status}\ndate: 2020-01-01\n---\n# ${title}\n\n## Context and Problem Statement\n\n${body}\n\n## Decision Outcome\n\nSo be it.\n`;
}

function nygard(title: string, ...status: string[]): string {
  return `# ${title}\n\nDate: 2020-01-01\n\n## Status\n\n${status.join('\n\n')}\n\n## Context\n\nWhy.\n\n## Decision\n\nSo be it.\n`;
}

function bring(into: TestOrganization, texts: Record<string, string>, name = 'repo.zip'): Promise<ImportReport> {
  const content = zipSync(Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, strToU8(text)])));
  return app.app
    .get(ImportRunner)
    .apply({ organizationId: into.id, kind: 'ADR', files: [{ name, content }], mapping: {} });
}

/** "Title STATE <- Title of what replaced it", by their numbers. */
async function line(of: TestOrganization): Promise<string[]> {
  const rows = await of.query<{ line: string }>(
    `select concat_ws(' ', d.title, d.state, '<- ' || s.title) as line
       from decisions d left join decisions s on s.id = d.superseded_by order by d.title`,
  );
  return rows.map((row) => row.line);
}

async function wrong(of: TestOrganization): Promise<string[]> {
  const found = await app.database.transaction({ organizationId: of.id }, (tx) => app.app.get(Verifications).run(tx));
  return Object.entries(found).flatMap(([check, sentences]) => (check.includes('decisions') ? sentences : []));
}

const NOTHING = { created: {}, updated: {}, ended: {} };

describe('What a file names and only a later import brings', () => {
  it('replaces it then, as its own file said; once', async () => {
    const here = await house();
    const old = { 'adr/0001-old.md': adr('Old', 'superseded by ADR-0002') };
    const fresh = { 'adr/0002-fresh.md': adr('Fresh', 'accepted'), 'adr/9-x.md': adr('X', 'accepted') };
    expect((await bring(here, old)).problems).toHaveLength(2);
    expect((await bring(here, { 'adr/0009-other.md': adr('Other', 'accepted') })).updated).toEqual({});
    expect(await bring(here, fresh)).toMatchObject({
      created: { decision: 2 },
      updated: { decision: 1 },
      problems: [],
    });
    expect(await line(here)).toEqual(['Fresh ACCEPTED', 'Old SUPERSEDED <- Fresh', 'Other ACCEPTED', 'X ACCEPTED']);
    expect(
      await here.query(
        `select name, payload -> 'changes' as changes from events where name = 'decision.superseded' order by id`,
      ),
    ).toEqual([
      { name: 'decision.superseded', changes: [{ field: 'state', from: 'Accepted', to: 'Superseded' }] },
      { name: 'decision.superseded', changes: [{ field: 'supersededBy', from: null, to: 'D-3' }] },
    ]);
    for (const files of [fresh, old, { ...old, ...fresh }])
      expect(await bring(here, files)).toMatchObject({ ...NOTHING, problems: [] });
    expect(await here.query('select 1 from decision_open_references')).toEqual([]);
    expect(await wrong(here)).toEqual([]);
    // By what it was replaced comes once, and never becomes something else.
    for (const other of ['null', `(select id from decisions where title = 'X')`])
      await expect(
        here.query(`update decisions set superseded_by = ${other} where title = 'Old' returning 1`),
      ).rejects.toThrow(/never changed/u);
  });

  it('is replaced then, as the file of what replaces it said', async () => {
    const here = await house();
    await bring(here, { '0002-fresh.md': nygard('2. Fresh', 'Accepted', 'Supersedes [1. Old](0001-old.md)') });
    expect((await bring(here, { '0001-old.md': adr('Old', 'superseded') })).problems).toEqual([]);
    expect(await line(here)).toEqual(['Fresh ACCEPTED', 'Old SUPERSEDED <- Fresh']);
    expect(await wrong(here)).toEqual([]);
  });

  it('is found where the replaced one is here and does not say by what; what is in force here stays so', async () => {
    const here = await house();
    await bring(here, { '0001-old.md': adr('Old', 'superseded'), '0003-firm.md': adr('Firm', 'accepted') });
    const fresh = nygard('2. Fresh', 'Accepted', 'Supersedes [1](0001-old.md)', 'Supersedes [3](0003-firm.md)');
    const report = await bring(here, { '0002-fresh.md': fresh });
    expect(report).toMatchObject({ created: { decision: 1 }, updated: { decision: 1 } });
    expect(report.problems.map(({ what }) => what)).toEqual([
      'It replaces 0003-firm.md, which is in force here: it stays so.',
    ]);
    expect(await line(here)).toEqual(['Firm ACCEPTED', 'Fresh ACCEPTED', 'Old SUPERSEDED <- Fresh']);
    expect(await wrong(here)).toEqual([]);
  });

  it('counts for both together, when both come once more', async () => {
    const here = await house();
    const old = { '0001-old.md': adr('Old', 'superseded') };
    await bring(here, old);
    const both = { ...old, '0002-fresh.md': nygard('2. Fresh', 'Accepted', 'Supersedes [1](0001-old.md)') };
    expect(await bring(here, both)).toMatchObject({ created: { decision: 1 }, updated: { decision: 1 } });
    expect(await line(here)).toEqual(['Fresh ACCEPTED', 'Old SUPERSEDED <- Fresh']);
    expect(await bring(here, both)).toMatchObject({ ...NOTHING, problems: [] });
    expect(await wrong(here)).toEqual([]);
  });

  it('is to be replaced by a proposal that is here', async () => {
    const here = await house();
    await bring(here, { '0002-wish.md': nygard('2. Wish', 'Proposed', 'Supersedes [1. Old](0001-old.md)') });
    await bring(here, { '0001-old.md': adr('Old', 'accepted') });
    expect(
      await here.query(
        `select d.title, o.title as old from decision_supersedes s join decisions d on d.id = s.decision_id join decisions o on o.id = s.superseded_id`,
      ),
    ).toEqual([{ title: 'Wish', old: 'Old' }]);
    expect(await wrong(here)).toEqual([]);
  });

  it('is linked to in words, and no broken link; of another source it is', async () => {
    const here = await house();
    await bring(here, { '0001-old.md': adr('Old', 'accepted') });
    const next = { '0002-next.md': adr('Next', 'accepted', 'See [old](0001-old.md).') };
    expect((await bring(here, next)).problems).toEqual([]);
    expect(await here.query(`select words ->> 'context' as context from decisions where title = 'Next'`)).toEqual([
      { context: 'See [old](/decisions/D-1).' },
    ]);
    expect((await bring(here, next, 'other.zip')).problems).toEqual([
      { where: '0002-next.md', what: 'The link to 0001-old.md leads nowhere: a broken link.' },
    ]);
  });

  it('does not end a circle: what it would close is told and left out', async () => {
    const here = await house();
    await bring(here, { '0001-one.md': adr('One', 'superseded by [2](0002-two.md)') });
    const report = await bring(here, { '0002-two.md': adr('Two', 'superseded by [1](0001-one.md)') });
    expect(report.problems.map(({ what }) => what)).toEqual([
      'It replaces 0001-one.md, which replaces it in turn: left out.',
    ]);
    expect(await line(here)).toEqual(['One SUPERSEDED', 'Two SUPERSEDED <- One']);
    expect(await wrong(here)).toEqual([]);
  });
});

describe('Our own files', () => {
  async function exported(of: TestOrganization): Promise<Record<string, string>> {
    const files = app.app.get(DecisionExport);
    const pieces: Uint8Array[] = [];
    for await (const piece of files.zip({ organizationId: of.id }, await files.everyId({ organizationId: of.id })))
      pieces.push(piece);
    const entries = Object.entries(unzipSync(Buffer.concat(pieces)));
    return Object.fromEntries(entries.map(([name, bytes]) => [name, strFromU8(bytes)]));
  }

  it('come in by halves, either one first, as they came in whole; a part that comes home changes nothing', async () => {
    const here = await house();
    await bring(here, {
      '0001-old.md': adr('Old', 'superseded by [2](0002-fresh.md)'),
      '0002-fresh.md': adr('Fresh', 'superseded by [3](0003-last.md)'),
      '0003-last.md': adr('Last', 'accepted'),
    });
    const all = await exported(here);
    const names = Object.keys(all);
    expect(names).toHaveLength(3);
    const only = (...wanted: number[]): Record<string, string> =>
      Object.fromEntries(wanted.map((place) => [names[place] ?? '', all[names[place] ?? ''] ?? '']));
    for (const wanted of [[0], [1], [2], [0, 2]])
      expect(await bring(here, only(...wanted))).toMatchObject({ ...NOTHING, problems: [] });
    for (const halves of [
      [[0], [1, 2]],
      [[0, 1], [2]],
      [[1], [0], [2]],
      [[2], [1], [0]],
    ]) {
      const other = await house();
      for (const half of halves) await bring(other, only(...half));
      expect(await line(other)).toEqual(await line(here));
      expect(await bring(other, all)).toMatchObject({ ...NOTHING, problems: [] });
      expect(await wrong(other)).toEqual([]);
    }
  });
});
