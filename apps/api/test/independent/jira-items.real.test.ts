import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ImportReport } from '@chapterhouse/domain/imports/import-outcome';
import { ImportRunner } from '../../src/features/imports/import-runner.js';
import type { ImportFile } from '../../src/features/imports/import-file.js';
import type { ImportKind } from '../../src/features/imports/import-kind.js';
import { TestApp } from '../test-app.js';
import type { TestOrganization } from '../world.js';
import { cellsOf, countsOf, csvByHand, csvText, type ItemByHand, jsonByHand } from './jira-by-hand.js';

const DATA = join(import.meta.dirname, '../../../../../shared/data');
const JSON_NAMES = ['ALOY.json', 'DAEMON.json', 'MOD.json'];
const CSV_NAMES = ['aloy-fr-cloud-first400.csv', 'daemon-en-cloud.csv', 'mod-es-cloud.csv'];
const there = existsSync(join(DATA, 'jira-rest')) && existsSync(join(DATA, 'jira-csv'));
const suite = there ? describe : describe.skip;
if (!there) process.stderr.write(`Skipped: no real Jira files in ${DATA}.\n`);

const NOTHING = { created: {}, updated: {}, ended: {} };

suite('items of real Jira files', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  const jsonText = (name: string): string => readFileSync(join(DATA, 'jira-rest', name), 'utf8');
  const csvFile = (name: string): string => readFileSync(join(DATA, 'jira-csv', name), 'utf8');
  const take = (house: TestOrganization, kind: ImportKind, files: ImportFile[], mapping = {}): Promise<ImportReport> =>
    app.app.get(ImportRunner).apply({ organizationId: house.id, kind, files, mapping });

  it('of three JSON files are what a reading by hand finds, and stay so', async () => {
    const house = await app.world.organization('All of JSON');
    const files = JSON_NAMES.map((name) => ({ name, content: jsonText(name) }));
    const byHand = jsonByHand(JSON_NAMES.map(jsonText));
    await take(house, 'JIRA_JSON', files);
    await expectItems(house, byHand);
    tell('JSON', byHand);
    const again = await take(house, 'JIRA_JSON', files);
    expect(again).toMatchObject(NOTHING);
    expect(again.unchanged).toMatchObject({ 'backlog-item': byHand.length });
    await expectOrder(house, byHand);
  });

  it.each(CSV_NAMES)(
    'of %s are what a reading by hand finds; again changes nothing; ten rows change ten',
    async (name) => {
      const house = await app.world.organization(`CSV ${name}`);
      const byHand = csvByHand(csvFile(name));
      await take(house, 'JIRA_CSV', [{ name, content: csvFile(name) }]);
      await expectItems(house, byHand);
      tell(name, byHand);
      const again = await take(house, 'JIRA_CSV', [{ name, content: csvFile(name) }]);
      expect(again).toMatchObject(NOTHING);

      const rows = cellsOf(csvFile(name));
      const changed = rows.map((row, place) =>
        place % 30 === 1 && place < 300 ? row.map((cell, column) => (column === 0 ? `${cell} (anew)` : cell)) : row,
      );
      const report = await take(house, 'JIRA_CSV', [{ name, content: csvText(changed) }]);
      expect({ ...report, problems: [] }).toMatchObject({ created: {}, updated: { 'backlog-item': 10 }, ended: {} });
      expect(Object.keys(report.updated).filter((kind) => kind !== 'impediment')).toEqual(['backlog-item']);
      await expectItems(house, csvByHand(csvText(changed)));
      const titles = await house.query(`select 1 from backlog_items where title like '%(anew)'`);
      expect(titles).toHaveLength(10);
    },
  );

  it('are the same items whether they come as JSON or as CSV', async () => {
    const house = await app.world.organization('Both formats');
    await take(house, 'JIRA_JSON', [{ name: 'MOD.json', content: jsonText('MOD.json') }]);
    const before = await shapesOf(house);
    const report = await take(house, 'JIRA_CSV', [{ name: 'mod.csv', content: csvFile('mod-es-cloud.csv') }]);
    expect(report.created['backlog-item']).toBeUndefined();
    expect(report.created['sprint']).toBeUndefined();
    expect(report.created['link']).toBeUndefined();
    expect(report.ended).toEqual({});
    const after = await shapesOf(house);
    const brief = ({ created: _at, resolved: _then, title: _words, ...item }: ItemByHand): object => item;
    expect(after.map(brief)).toEqual(before.map(brief));
  });

  it('join across projects, in whatever order these come', async () => {
    const [together, apart] = [await app.world.organization('Together'), await app.world.organization('Apart')];
    await take(
      together,
      'JIRA_JSON',
      JSON_NAMES.map((name) => ({ name, content: jsonText(name) })),
    );
    for (const name of JSON_NAMES) await take(apart, 'JIRA_JSON', [{ name, content: jsonText(name) }]);
    const joined = (house: TestOrganization): Promise<unknown[]> =>
      house.query(
        `select f.external_key as item, l.type, l.outward, o.external_key as other from item_links l
           join backlog_items f on f.id = l.from_item_id join backlog_items o on o.id = l.other_item_id
          order by 1, 2, 3, 4`,
      );
    const links = await joined(apart);
    expect(links).toEqual(await joined(together));
    await expectItems(apart, jsonByHand(JSON_NAMES.map(jsonText)));
  });

  async function expectItems(house: TestOrganization, byHand: readonly ItemByHand[]): Promise<void> {
    const shapes = await shapesOf(house);
    expect(countsOf(shapes)).toEqual(countsOf(byHand));
    expect(shapes).toEqual(byHand.toSorted((one, other) => (one.key < other.key ? -1 : 1)));
  }

  /** Open epics and features, each once, nothing else. */
  async function expectOrder(house: TestOrganization, byHand: readonly ItemByHand[]): Promise<void> {
    const rows = await house.query<{ key: string }>(
      'select b.external_key as key from order_slots s join backlog_items b on b.id = s.item_id',
    );
    const open = byHand.filter(({ tier, state }) => tier !== 'TASK' && state !== 'DONE');
    expect(rows.map(({ key }) => key).sort()).toEqual(open.map(({ key }) => key).sort());
  }
});

/** What the product keeps, in the words of the reading by hand. */
async function shapesOf(house: TestOrganization): Promise<ItemByHand[]> {
  const items = await house.query<ItemByHand & Record<string, unknown>>(
    `select b.external_key as key, split_part(b.external_key, '-', 1) as project, b.title, b.type, b.tier, b.state,
            b.created_at as created, b.resolved_at as resolved, p.external_key as parent,
            array(select s.name from sprint_items i join sprints s on s.id = i.sprint_id where i.item_id = b.id
                   order by s.name collate "C") as sprints,
            array(select l.type || case when l.outward then ' > ' else ' < ' end || l.other_key from item_links l
                   where l.from_item_id = b.id) as links
       from backlog_items b left join backlog_items p on p.id = b.parent_id order by b.external_key collate "C"`,
  );
  return items.map((item) => ({ ...item, links: item.links.toSorted(), sprints: item.sprints.toSorted() }));
}

function tell(name: string, items: readonly ItemByHand[]): void {
  const { sprint = {}, ...counts } = countsOf(items);
  const placed = Object.values(sprint).reduce((sum, count) => sum + count, 0);
  process.stdout.write(
    `${name}: ${items.length} items; ${JSON.stringify({ ...counts, sprints: Object.keys(sprint).length, inSprints: placed })}\n`,
  );
}
