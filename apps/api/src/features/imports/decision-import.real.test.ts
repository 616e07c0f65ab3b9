import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { zipSync } from 'fflate';
import { decisionFacts, decisionPeople } from '../../../test/decision-facts.js';
import { MEANING, rawKep, references, oddLines } from '../../../test/kep-by-hand.js';
import { TestApp } from '../../../test/test-app.js';
import type { TestOrganization } from '../../../test/world.js';
import { DecisionExport } from '../decisions/public.js';
import type { ImportFile } from './import-file.js';
import { ImportRunner } from './import-runner.js';

const DATA = join(import.meta.dirname, '../../../../../../shared/data');
const KEPS = join(DATA, 'decisions-kep');
const MADR = join(DATA, 'decisions-madr');
const there = existsSync(KEPS) && existsSync(MADR);
const suite = there ? describe : describe.skip;
if (!there) process.stderr.write(`Skipped: no real decision records in ${DATA}.\n`);

suite('656 enhancement proposals of Kubernetes', () => {
  let app: TestApp;
  let house: TestOrganization;
  const keps = there ? filesOf(KEPS, /kep\.yaml$/u).map(rawKep) : [];
  const files: ImportFile[] = there ? filesOf(KEPS, /kep\.yaml$/u) : [];
  const mapping = {
    otherOwners: 'AREA',
    productName: 'Kubernetes',
    statuses: {
      removed: 'REVERTED',
      'provisional|implementable|implemented|deferred|rejected|withdrawn|replaced': 'PROPOSED',
    },
  };
  const order = (): Parameters<ImportRunner['apply']>[0] => ({ organizationId: house.id, kind: 'KEP', files, mapping });

  beforeAll(async () => {
    app = await TestApp.start();
    house = await app.world.organization('Kubernetes');
  });
  afterAll(() => app.stop());

  it('agree by status and owner with a count over the lines of the files', async () => {
    expect(keps).toHaveLength(656);
    const runner = app.app.get(ImportRunner);
    const preview = await runner.preview(order());
    const before = performance.now();
    const report = await runner.apply(order());
    process.stdout.write(
      `656 KEPs in ${Math.round(performance.now() - before)} ms, ${report.problems.length} problems\n`,
    );
    expect(report).toEqual(preview);
    expect(report.created['decision']).toBe(656);

    const rows = await house.query<{ state: string; owner: string; count: string }>(
      `select d.state, a.name as owner, count(*) from decisions d join areas a on a.id = d.area_id group by 1, 2`,
    );
    const found = Object.fromEntries(rows.map(({ state, owner, count }) => [`${state} of ${owner}`, Number(count)]));
    expect(found).toEqual(counted(keps.map(({ status, owner }) => `${MEANING[status] ?? status} of ${owner}`)));
    const byStatus = counted(keps.map(({ status }) => MEANING[status] ?? status));
    process.stdout.write(`${JSON.stringify(byStatus)}\n`);
  });

  it('have every odd value read or in the report', async () => {
    const report = await app.app.get(ImportRunner).preview(order());
    const told = new Set(report.problems.map(({ where }) => where));
    const odd = keps.flatMap(oddLines);
    expect(odd.length).toBeGreaterThan(150);
    expect(odd.filter(({ where }) => !told.has(where))).toEqual([]);
    // Remarks behind a name as a comment of YAML are read.
    const words = await house.query<{ from: string; more: string }>(
      `select imported_from as from, replace(words ->> 'moreInformation', chr(92), '') as more from decisions`,
    );
    const more = new Map(words.map((row) => [row.from, row.more]));
    const remarks = keps.flatMap(({ path, lines }) =>
      lines.flatMap((line) => {
        const remark = /^\s*- .*@.*\s#+\s*(.*\S)\s*$/u.exec(line)?.[1];
        return remark === undefined ? [] : { path, remark };
      }),
    );
    expect(remarks.length).toBeGreaterThan(50);
    expect(remarks.filter(({ path, remark }) => !more.get(path)?.includes(remark))).toEqual([]);
    process.stdout.write(`${odd.length} odd lines, ${remarks.length} remarks\n`);
    const unknown = report.problems.filter(({ where }) => where === 'statuses').map(({ what }) => what);
    expect(unknown.join(' ')).toMatch(/imlpemented.*implemented \(alpha\)|implemented \(alpha\).*imlpemented/u);
    expect(unknown).toHaveLength(4);
  });

  it('have every reference resolved, or told', async () => {
    const report = await app.app.get(ImportRunner).preview(order());
    const rows = await house.query<{ from: string; to: string }>(
      `select d.imported_from as from, o.imported_from as to from decision_supersedes s
         join decisions d on d.id = s.decision_id join decisions o on o.id = s.superseded_id`,
    );
    const pairs = new Set(rows.map(({ from, to }) => `${from} replaces ${to}`));
    let resolved = 0;
    for (const { path, field, value } of keps.flatMap(references)) {
      const folder = value.replace(/^\/|\/$|\/README\.md$/gu, '');
      const other = `${folder}/kep.yaml`;
      const pair = field === 'replaces' ? `${path} replaces ${other}` : `${other} replaces ${path}`;
      const isThere = keps.some((kep) => kep.path === other);
      const isTold = report.problems.some(({ where, what }) => where.startsWith(path) && what.includes(value));
      expect({ path, value, isDone: isThere ? pairs.has(pair) : isTold }).toEqual({ path, value, isDone: true });
      resolved += isThere ? 1 : 0;
    }
    expect(resolved).toBeGreaterThan(8);
    expect(pairs.size).toBe(new Set(rows.map(({ from, to }) => from + to)).size);
    process.stdout.write(`${pairs.size} replace another\n`);
  });

  it('are linked where one replaces another, and the chain is whole', async () => {
    const [{ count } = { count: 0 }] = await house.query<{ count: number }>(
      `select count(*)::int as count from decision_supersedes s
         join decisions d on d.id = s.decision_id join decisions o on o.id = s.superseded_id
        where d.imported_from like '%2433-topology-aware-hints%' and o.imported_from like '%536-topology-aware-routing%'`,
    );
    expect(count).toBe(1);
    const records = await house.query<{ count: number }>('select count(*)::int as count from decision_records');
    const decided = await house.query<{ count: number }>(
      `select count(*) filter (where state <> 'PROPOSED')::int + count(*) filter (where state in ('SUPERSEDED', 'REVERTED'))::int as count from decisions`,
    );
    expect(records).toEqual(decided);
  });

  it('change nothing when they come again, and follow what changes', async () => {
    const runner = app.app.get(ImportRunner);
    const again = await runner.apply(order());
    expect(again).toMatchObject({ created: {}, updated: {}, ended: {}, unchanged: { decision: 656 } });
    const [open, closed] = ['provisional', 'implemented'].map((wanted) => keps.find(({ status }) => status === wanted));
    if (open === undefined || closed === undefined) throw new Error('These files have no such proposal.');
    const newer = files.map((file) => {
      if (file.name !== open.path && file.name !== closed.path) return file;
      const text = String(file.content).replace(/^title: .*$/mu, 'title: Quite new');
      return { ...file, content: text.replace(/^status: .*$/mu, 'status: implemented') };
    });
    const report = await runner.apply({ ...order(), files: newer });
    expect(report).toMatchObject({ created: {}, updated: { decision: 1 }, unchanged: { decision: 655 } });
    expect(report.problems.map(({ what }) => what).filter((what) => what.includes('other words'))).toHaveLength(1);
    const [row] = await house.query<{ state: string; title: string }>(
      `select state, title from decisions where title = 'Quite new'`,
    );
    expect(row).toEqual({ state: 'ACCEPTED', title: 'Quite new' });
  });

  it('go out as a zip and come into an empty organization as they were', async () => {
    const zip = await exported(app, house);
    const other = await app.world.organization('Empty');
    const copy = {
      organizationId: other.id,
      kind: 'ADR' as const,
      files: [{ name: 'decisions.zip', content: zip }],
      mapping: {},
    };
    const report = await app.app.get(ImportRunner).apply(copy);
    expect({ created: report.created['decision'], problems: report.problems }).toEqual({ created: 656, problems: [] });
    expect(Buffer.compare(await exported(app, other), zip)).toBe(0);
    expect(await decisionFacts(other)).toEqual(await decisionFacts(house));
    expect(await decisionPeople(other)).toEqual(await decisionPeople(house));
    const again = await app.app.get(ImportRunner).apply({ ...copy, organizationId: house.id });
    expect(again).toMatchObject({ created: {}, updated: {}, unchanged: { decision: 656 } });
  });
});

suite('the decisions of MADR itself', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  it('come in from a zip: every record, no template, no page; broken links are told', async () => {
    const house = await app.world.organization('MADR');
    const all = filesOf(MADR, /./u);
    const zip = zipSync(
      Object.fromEntries(
        all.map(({ name, content }) => [
          `madr-main/${name}`,
          Buffer.from(content as string, name.endsWith('.md') ? 'utf8' : 'latin1'),
        ]),
      ),
    );
    const order = {
      organizationId: house.id,
      kind: 'ADR' as const,
      files: [{ name: 'madr-main.zip', content: zip }],
      mapping: {},
    };
    const report = await app.app.get(ImportRunner).apply(order);
    // A record has a number in its name; the same one lies in the folder of templates once more.
    const records = all.filter(({ name }) => /(?:^|\/)\d{4}-[^/]*\.md$/u.test(name));
    expect(records).toHaveLength(20);
    expect(report.created).toEqual({ decision: 20 });
    const rows = await house.query<{ from: string; options: number; chosen: number | null }>(
      `select imported_from as from, jsonb_array_length(words -> 'options') as options, (words -> 'chosenOption')::text::int as chosen
         from decisions where words ->> 'chosenOption' is not null`,
    );
    for (const { name, content } of records) {
      const text = content as string;
      const row = rows.find(({ from }) => from === name);
      const listed =
        /^## Considered Options\n+((?:\* .*\n(?: {2}.*\n)*)+)/mu.exec(text)?.[1]?.match(/^\* /gmu)?.length ?? 0;
      expect({ name, options: row?.options, isChosen: row?.chosen !== null }).toEqual({
        name,
        options: listed,
        isChosen: true,
      });
    }
    const pages = all.filter(({ name }) => name.endsWith('.md')).length;
    const left = report.problems.filter(({ what }) => /no decision record|template/u.test(what));
    expect(left).toHaveLength(pages - 20);
    process.stdout.write(`MADR: ${JSON.stringify(report.problems.filter(({ what }) => what.includes('link')))}\n`);
    // A link from one record to another leads to the decision that it is here.
    const [linked] = await house.query<{ more: string; number: number }>(
      `select d.words ->> 'moreInformation' as more, o.number from decisions d, decisions o
        where d.imported_from like '%0008-add-status-field.md' and o.imported_from like '%0013-use-yaml-front-matter%'`,
    );
    expect(linked?.more).toContain(`[ADR-0013](/decisions/D-${linked?.number})`);
    expect(await app.app.get(ImportRunner).apply(order)).toMatchObject({
      created: {},
      updated: {},
      unchanged: { decision: 20 },
    });
  });
});

function filesOf(folder: string, wanted: RegExp): ImportFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted.test(entry.name))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const encoding = /\.(?:md|yaml)$/u.test(entry.name) ? 'utf8' : 'latin1';
      return { name: relative(folder, path), content: readFileSync(path, encoding) };
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

function counted(names: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

async function exported(app: TestApp, house: TestOrganization): Promise<Buffer> {
  const files = app.app.get(DecisionExport);
  const scope = { organizationId: house.id };
  const pieces: Uint8Array[] = [];
  for await (const piece of files.zip(scope, await files.everyId(scope))) pieces.push(piece);
  return Buffer.concat(pieces);
}
