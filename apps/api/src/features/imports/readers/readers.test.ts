import { describe, expect, it } from '@jest/globals';
import { ImportTally } from '@chapterhouse/domain/imports/import-outcome';
import { reportCsv } from '../import-report.js';
import { jsonElements, JsonShapeError } from './json-elements.js';
import { readJiraMapping } from '@chapterhouse/domain/imports/jira-mapping';
import type { ImportFile } from '../import-file.js';
import { readJira, readJiraDetails } from './jira-files.js';
import { JiraJsonFiles } from './jira-json-files.js';
import { readOrganizationFile } from './organization-file-reader.js';
import { readSigs } from './sigs-reader.js';
import { readYaml } from './yaml-document.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const filesOf = (files: ImportFile[], tally: ImportTally): JiraJsonFiles =>
  new JiraJsonFiles(files, readJiraMapping({}).mapping, tally);
const problemsOf = (tally: ImportTally): string[] =>
  tally.outcome().problems.map(({ where, what }) => `${where} ${what}`);

describe('YAML from anybody', () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefgh'].map((name, place) => `${name}: &${name} [${`*${'abcdefg'[place]},`.repeat(8)}*${'abcdefg'[place]}]`).join('\n')}\n`;
  it.each([
    ['a key twice', 'sigs: []\nsigs: []\n', /^f:2 Map keys must be unique/],
    ['a tag that names an engine', 'sigs: !!js/function "function () {}"\n', /^f:1 Unresolved tag/],
    ['a tag of its own', 'sigs: !run rm\n', /^f:1 Unresolved tag/],
    ['two documents', 'sigs: []\n---\nsigs: []\n', /^f:\d Source contains multiple documents/],
    ['a bomb', bomb, /^f This is no YAML that can be read safely: Excessive alias count/],
    ['a deep nest', `sigs: ${'['.repeat(50_000)}`, /^f/],
    ['no list of groups', 'people: []\n', /^f:1 This is no sigs.yaml/],
  ])('is refused for %s', (_name, text, expected) => {
    const tally = new ImportTally();
    const file = readYaml('f', bytes(text), tally);
    if (file !== undefined) readSigs(file, 'f', tally);
    expect(tally.isRefused).toBe(true);
    expect(problemsOf(tally)[0]).toMatch(expected);
  });

  it('is refused when it is no UTF-8 or too large', () => {
    const tally = new ImportTally();
    expect(readYaml('f', new Uint8Array([0xff, 0xfe, 0x41]), tally)).toBeUndefined();
    expect(readYaml('f', new Uint8Array(6 * 1024 * 1024), tally)).toBeUndefined();
    expect(tally.isRefused).toBe(true);
  });

  it('takes names like __proto__ as names', () => {
    const tally = new ImportTally();
    const file = readYaml(
      'f',
      bytes('__proto__: {polluted: yes}\nsigs:\n- {dir: __proto__, name: constructor}\n'),
      tally,
    );
    if (file === undefined) throw new Error('Not read.');
    expect(readSigs(file, 'f', tally).groups).toMatchObject([{ dir: '__proto__', name: 'constructor' }]);
    expect(Object.keys({})).toEqual([]);
    expect('polluted' in {}).toBe(false);
  });
});

describe('our organization file', () => {
  it('names what it can not take, by its line, and then ends nothing', () => {
    const tally = new ImportTally();
    const text = `
as_of: 2026-01-01
people:
  - {key: ana, name: Ana Roth, email: nonsense, shoe: 38}
products:
  - name: Harbour
    roles:
      - {role: Chief Product Owner, person: ana, from: 2025-01-01}
      - {role: SCRUM_MASTER, person: ana}
    areas:
      - name: Quay
        teams:
          - {name: Cranes, roles: [{role: Developer, person: ana, share: 140}]}
`;
    const file = readYaml('f', bytes(text), tally);
    if (file === undefined) throw new Error('Not read.');
    const facts = readOrganizationFile(file, '2026-02-02', tally);
    expect(facts).toMatchObject({ asOf: '2026-01-01', completeFor: [], roles: [{ role: 'CHIEF_PRODUCT_OWNER' }] });
    expect(facts.places.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
      'product harbour',
      'area quay',
      'team cranes',
    ]);
    expect(problemsOf(tally).map((problem) => problem.slice(0, 40))).toEqual([
      'f:4 Unknown field shoe: not read. Known:',
      'f:4 The e-mail of ana is none: left out.',
      'f:9 SCRUM_MASTER is not a role of PRODUC',
      'f:13 share must be a whole number of per',
    ]);
  });
});

describe('Jira JSON', () => {
  const issue = (key: string, fields: object = {}): object => ({
    key,
    fields: {
      summary: `About ${key}`,
      created: '2015-01-02T03:04:05.000+0200',
      status: { statusCategory: { key: 'done' } },
      ...fields,
    },
  });
  const page = (...issues: unknown[]): string =>
    JSON.stringify({ names: { issues: 'x' }, text: 'a "quoted [{" \\', issues }, null, 1);

  it('comes in pieces of any size', async () => {
    const text = page(issue('A-1', { description: '} ] " \\ ü' }), issue('A-2'));
    for (const size of [1, 2, 7, 64, 10_000]) {
      const pieces = async function* (): AsyncGenerator<Uint8Array> {
        const all = bytes(text);
        for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size);
      };
      const keys: unknown[] = [];
      for await (const element of jsonElements(pieces(), 'issues')) keys.push(JSON.parse(element.text));
      expect(keys).toEqual((JSON.parse(text) as { issues: unknown[] }).issues);
    }
  });

  it.each([
    ['{"issues":[{"key":"A-1"', /ends too early/],
    ['{"other":[]}', /no list "issues"/],
    ['{"issues":[]}]', /closes what was not open/],
    ['no json', /no list/],
  ])('%s is refused as a whole', async (text, expected) => {
    const tally = new ImportTally();
    await readJira(filesOf([{ name: 'f', content: text }], tally), tally);
    expect(tally.isRefused).toBe(true);
    expect(problemsOf(tally)[0]).toMatch(expected);
    expect(JsonShapeError.name).toBe('JsonShapeError');
  });

  it('keeps what it can read and says what it can not', async () => {
    const tally = new ImportTally();
    const content = page(
      issue('A-1', { reporter: { key: '__proto__', displayName: 'Proto' }, labels: ['x'], resolutiondate: 'soon' }),
      issue('nonsense'),
      issue('A-2', { summary: 'x'.repeat(301), sprint: { id: 5 }, issuelinks: [{ type: { name: 'Blocks' } }] }),
      { key: 'A-3' },
    );
    const { issues, people } = await readJira(filesOf([{ name: 'f', content }], tally), tally);
    expect(issues.map(({ key, created }) => `${key} ${created}`)).toEqual([
      'A-1 2015-01-02T01:04:05.000Z',
      'A-2 2015-01-02T01:04:05.000Z',
    ]);
    expect(people.get('__proto__')).toEqual({ key: '__proto__', name: 'Proto', email: null });
    expect(problemsOf(tally)).toEqual([
      'A-1 Its resolutiondate is no date: left out.',
      'nonsense This issue has no usable key, fields or creation date: it is not taken.',
      'A-2 Its title is longer than 300 characters: it is cut.',
      'A-2 Has a sprint without id, name or known state: left out.',
      'A-2 Has a link without type or without the key of the other issue: left out.',
      'A-3 This issue has no usable key, fields or creation date: it is not taken.',
      'all files Not read yet: labels of 1 issue.',
    ]);
  });

  it('reads a document tree as plain text', async () => {
    const description = {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: '<b>one</b>' }] },
        { type: 'paragraph', content: [{ type: 'text', text: 'two' }] },
      ],
    };
    const files = [{ name: 'f', content: page(issue('A-0'), issue('A-1', { description })) }];
    const tally = new ImportTally();
    const read = filesOf(files, tally);
    const details = await readJiraDetails(read, await readJira(read, tally), ['A-1', 'ELSEWHERE-1']);
    expect(details.get('A-1')?.description).toBe('<b>one</b>\ntwo');
  });
});

describe('the report', () => {
  it.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx'])('leads %j by an apostrophe', (cell) => {
    expect(reportCsv([{ where: cell, what: 'a,"b"' }])).toContain(`'${cell.trim()}`.slice(0, 1));
    expect(
      reportCsv([{ where: cell, what: 'x' }])
        .split('\r\n')[1]
        ?.replace(/^"/, '')
        .startsWith("'"),
    ).toBe(true);
    expect(reportCsv([{ where: 'x', what: 'a,"b"' }])).toBe('\uFEFFwhere,what\r\nx,"a,""b"""\r\n');
  });
});
