import { describe, expect, it } from '@jest/globals';
import { ImportTally } from '@chapterhouse/domain/imports/import-outcome';
import { readJiraMapping } from '@chapterhouse/domain/imports/jira-mapping';
import type { ImportFile } from '../import-file.js';
import { JiraCsvFiles } from './jira-csv-files.js';
import { type ReadJira, readJira, readJiraDescriptions, readJiraDetails } from './jira-files.js';

interface Read extends ReadJira {
  problems: string[];
  refused: boolean;
  files: JiraCsvFiles;
}

async function readCsv(content: string | string[] | ImportFile['content'], wanted: object = {}): Promise<Read> {
  const { mapping, problems } = readJiraMapping(wanted);
  expect(problems).toEqual([]);
  const contents = Array.isArray(content) ? content : [content];
  const tally = new ImportTally();
  const given = contents.map((text, place) => ({ name: `f${place}.csv`, content: text }));
  const files = await JiraCsvFiles.open(given, mapping, 'Europe/Berlin', tally);
  const read = await readJira(files, tally);
  const told = tally.outcome().problems.map(({ where, what }) => `${where} ${what}`);
  return { ...read, files, problems: told, refused: tally.isRefused };
}

/** In pieces of three bytes: a cut may go through a letter or a quote. */
function inPieces(text: string): () => AsyncIterable<Uint8Array> {
  const bytes = Buffer.from(text);
  return async function* pieces() {
    for (let at = 0; at < bytes.length; at += 3) yield bytes.subarray(at, at + 3);
  };
}

const EN = 'Summary,Issue key,Issue id,Issue Type,Status,Status Category,Created,Updated,Resolved';

describe("Jira's CSV", () => {
  it('is read whatever its marks, line ends, delimiters and cuts', async () => {
    const rows = ['"A, ""quoted""\r\nand é long",A-1,7,Story,Done,Done,21/Dec/22 3:31 PM,,'];
    const text = [EN, ...rows].join('\r\n');
    const expected = { key: 'A-1', title: 'A, "quoted" and é long', created: '2022-12-21T14:31:00.000Z' };
    for (const content of [text, `\uFEFF${text}`, inPieces(`\uFEFF${text}\r\n\r\n`)])
      expect((await readCsv(content)).issues).toMatchObject([expected]);
    const semicolons = `Summary;Issue key;Created\n"A; B";A-1;2022-12-21 15:31\n`;
    expect((await readCsv(semicolons)).issues).toMatchObject([{ key: 'A-1', title: 'A; B' }]);
  });

  it('takes repeated columns by their places: several sprints, links and components, the first points', async () => {
    const { issues } = await readCsv(
      `Issue key,Sprint,Sprint,Sprint,Custom field (Story Points),Custom field (Story point estimate),Outward issue link (Blocks),Outward issue link (Blocks),Inward issue link (Blocks),Components,Components\n` +
        `A-1,One,,Three,,"5,5",B-1,B-2,C-1,core,more\nA-2,Three,,,3,8,,,,,\n`,
    );
    expect(issues[0]).toMatchObject({
      sprints: [
        { id: '', name: 'One', state: 'CLOSED' },
        { id: '', name: 'Three', state: 'FUTURE' },
      ],
      points: 5.5,
      component: 'core',
      links: [
        { from: 'C-1', to: 'A-1', outward: 'blocks', inward: 'is blocked by' },
        { from: 'A-1', to: 'B-1' },
        { from: 'A-1', to: 'B-2' },
      ],
    });
    expect(issues[1]).toMatchObject({ points: 3 });
  });

  it('finds parents by key, by number in another file, or by the epic', async () => {
    const head = 'Issue key,Issue id,Parent,Parent key,Custom field (Epic Link)';
    const { issues, problems } = await readCsv([
      `${head}\nA-1,7,,,\nA-2,8,7,,\nA-3,9,70,,\nA-4,10,,,B-9\nA-5,11,99,,`,
      'Clé de ticket,ID de ticket,Clé parent\nB-1,70,B-9\n',
    ]);
    expect(issues.map(({ key, parentKey }) => [key, parentKey])).toEqual([
      ['A-1', null],
      ['A-2', 'A-1'],
      ['A-3', 'B-1'],
      ['A-4', 'B-9'],
      ['A-5', null],
      ['B-1', 'B-9'],
    ]);
    expect(problems).toContain('A-5 Is part of the issue with the number 99, which is not in the files: left out.');
  });

  it('knows people by their ids, else by the names that it gives them', async () => {
    const { issues, people } = await readCsv(
      'Issue key,Assignee,Assignee Id,Reporter\nA-1,Ana Roth,712020:1,Ben Ito\nA-2,Ana R.,712020:1,ben ito\n',
    );
    expect(issues.map(({ assignee, reporter }) => [assignee, reporter])).toEqual([
      ['712020:1', 'name:ben ito'],
      ['712020:1', 'name:ben ito'],
    ]);
    expect([...people.values()].map(({ name }) => name)).toEqual(['Ana Roth', 'Ben Ito']);
  });

  it('knows statuses without a category by their names, and says which it does not know', async () => {
    const { issues, problems } = await readCsv(
      'Issue key,Status,Resolved\nA-1,Terminé(e),\nA-2,À faire,\nA-3,En curso,\nA-4,Zebra,\nA-5,Zebra,2022-12-21\n',
    );
    expect(issues.map(({ statusCategory }) => statusCategory)).toEqual(['done', 'new', 'indeterminate', 'new', 'done']);
    expect(problems.filter((problem) => problem.startsWith('Zebra'))).toHaveLength(1);
  });

  it('reads comments as date, author and text, and descriptions when asked for', async () => {
    const read = await readCsv(
      `Issue key,Description,Comment,Comment\nA-1,"h2. Why\n*Bold* and {{code}}\n# one\n# two","21/Dec/22 3:31 PM;ana;First; and more",no comment\n`,
    );
    const details = await readJiraDetails(read.files, read, ['A-1']);
    expect(details.get('A-1')).toMatchObject({
      comments: [{ at: '2022-12-21T14:31:00.000Z', author: { key: 'ana' }, body: 'First; and more' }],
    });
    const texts: string[] = [];
    for await (const { description } of readJiraDescriptions(read.files, read, ['A-1'])) texts.push(description);
    expect(texts).toEqual(['## Why\n**Bold** and `code`\n1. one\n1. two']);
  });

  it('is read in UTF-8, in UTF-16 where it is marked, else as Excel saves it, which is said', async () => {
    const text = `Issue key,Summary\r\nA-1,"Grün, für 5 €"\r\n`;
    const expected = [{ key: 'A-1', title: 'Grün, für 5 €' }];
    const little = Buffer.from(`\uFEFF${text}`, 'utf16le');
    for (const content of [little, Buffer.from(little).swap16(), Buffer.from(text)]) {
      const { issues, problems } = await readCsv(content);
      expect(issues).toMatchObject(expected);
      expect(problems.join()).not.toContain('UTF-8');
    }
    const excel = Buffer.from(text.replaceAll('€', '\x80'), 'latin1');
    const pieces = async function* pieces(): AsyncGenerator<Uint8Array> {
      for (const byte of excel) yield Uint8Array.of(byte);
    };
    for (const content of [excel, () => pieces()]) {
      const { issues, problems, files } = await readCsv(content);
      expect(issues).toMatchObject(expected);
      expect(problems[0]).toMatch(/^f0\.csv Is not written in UTF-8: read as Windows-1252, as Excel saves it\./);
      const again = [];
      for await (const raw of files.issues()) again.push(raw.facts()?.title);
      expect(again).toEqual(['Grün, für 5 €']);
    }
  });

  it('leaves out a row with a quote in the wrong place, names its line, and reads the others', async () => {
    const rows = [
      'A-1,"Two\r\nlines"',
      'A-2,=HYPERLINK("http://x","y")',
      'A-3,fine',
      'A-4,"he said "no" then"',
      'A-5,"so""so"',
      'A-6,"open"ed',
      'A-7,not swallowed',
      'A-8,"whole"',
      'A-9,fine',
      'A-10,"two\r\nlines, the "last"',
    ];
    for (const end of ['', '\r\n']) {
      const read = await readCsv(['Issue key,Summary', ...rows].join('\r\n') + end);
      expect(read.refused).toBe(false);
      expect(read.issues.map(({ key, title }) => [key, title])).toEqual([
        ['A-1', 'Two lines'],
        ['A-3', 'fine'],
        ['A-5', 'so"so'],
        ['A-7', 'not swallowed'],
        ['A-8', 'whole'],
        ['A-9', 'fine'],
      ]);
      expect(
        read.problems.filter((problem) => problem.includes('quote')).map((words) => words.split(': ', 1)[0]),
      ).toEqual([
        'f0.csv:4 This row is not taken',
        'f0.csv:6 This row is not taken',
        'f0.csv:8 This row is not taken',
        'f0.csv:12 This row, to line 13, is not taken',
      ]);
      const texts: string[] = [];
      for await (const { key } of readJiraDescriptions(read.files, read, ['A-9'])) texts.push(key);
      expect(texts).toEqual(['A-9']);
    }
  });

  it.each([
    [
      'no key',
      'Summary,Hours\nA,3\n',
      /None of its columns is the key .*: this is no export of issues\. Not known: Hours\.$/,
    ],
    [
      'headers only, without a key',
      'Schlüssel,Titel\n',
      /this is no export of issues\. Not known: Schlüssel, Titel\.$/,
    ],
    ['an open quote', 'Issue key,Summary\nA-1,"never closed\n', /a quote is opened and never closed/],
    ['nothing', '\n\n', /has no rows/],
    ['headers without rows', 'Issue key,Summary\n', /^all files No issue stands in them/],
    ['JSON', '{"issues":[]}', /Its headers cannot be read: a quote in line 1/],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /This is no text: perhaps a picture/],
  ])('is refused for %s', async (_name, content, expected) => {
    const { refused, problems } = await readCsv(content);
    expect(refused).toBe(true);
    expect(problems.filter((problem) => expected.test(problem))).toHaveLength(1);
  });

  it('leaves out what it cannot read, and says so', async () => {
    const { issues, problems } = await readCsv(
      'Issue key,Summary,Created,Story Points,Outward issue link (Blocks),Department\n' +
        'A-1,One,21/Dec/22,many,nobody,Quay\nnonsense,None,21/Dec/22,,,\nA-2,Two,yesterday,1,,\n',
    );
    expect(issues.map(({ key, created, points, links }) => [key, created, points, links])).toEqual([
      ['A-1', '2022-12-20T23:00:00.000Z', null, []],
      ['A-2', null, 1, []],
    ]);
    expect(problems).toEqual([
      'all files Rows without a status are taken as new, or as done where they have a resolution date.',
      'A-1 Its points are no number: many. Left out.',
      'A-1 Has a link (Blocks) to what is no key: nobody. Left out.',
      'nonsense This row has no usable key: it is not taken.',
      'A-2 Its creation is no date of this format: yesterday. It is left out.',
      'all files Not read: the column Department (1 cell).',
    ]);
  });

  it('of a language that nobody knows says what it does not know, and is read once that is chosen', async () => {
    const rows = ['A-1,Kran,A-2,21/Dez/22,B-1', '"A-2 ",Bagger,,,'];
    const text = ['Vorgangsschlüssel,Zusammenfassung,Übergeordnet,Erstellt,Ausgehende Verknüpfung (Blocks)', ...rows];
    const { refused, problems, facts, issues } = await readCsv(text.join('\n'));
    expect([refused, issues]).toEqual([true, []]);
    expect(problems).toEqual([
      'f0.csv None of its columns is the key of the issues (Issue key, Clé de ticket, Clave de incidencia). Vorgangsschlüssel looks like it: say that it is KEY, under columns of the mapping. Not known either: Zusammenfassung, Übergeordnet, Erstellt, Ausgehende Verknüpfung (Blocks).',
    ]);
    expect(facts.keyColumns).toEqual(['Vorgangsschlüssel']);
    expect(facts.columns[1]).toMatchObject({ header: 'Zusammenfassung', field: null, filled: 2, sample: 'Kran' });
    const read = await readCsv(text.join('\n'), {
      columns: {
        Vorgangsschlüssel: 'KEY',
        Zusammenfassung: 'SUMMARY',
        Übergeordnet: 'PARENT_KEY',
        Erstellt: 'CREATED',
        'Ausgehende Verknüpfung (Blocks)': 'LINK_OUT',
      },
    });
    expect(read.facts.keyColumns).toEqual([]);
    expect(read.issues).toMatchObject([
      {
        key: 'A-1',
        title: 'Kran',
        parentKey: 'A-2',
        created: '2022-12-20T23:00:00.000Z',
        links: [{ name: 'Blocks', outward: 'blocks', from: 'A-1', to: 'B-1' }],
      },
      { key: 'A-2', title: 'Bagger' },
    ]);
    // Beside one that is known, nothing of either is taken until it is.
    const both = await readCsv([`Issue key\nC-1`, text.join('\n')]);
    expect(both.refused).toBe(true);
  });

  it('takes columns and formats as somebody chose them', async () => {
    const { issues, facts } = await readCsv('Ref,Squad,Made,Issue key\nx,Quay,03/04/22,A-1\n', {
      columns: { Squad: 'TEAM', Made: 'CREATED' },
      dates: { format: 'MDY', timeZone: 'UTC' },
    });
    expect(issues).toMatchObject([{ team: 'Quay', created: '2022-03-04T00:00:00.000Z' }]);
    expect(facts.dates).toMatchObject({ format: 'MDY', alsoFits: ['DMY'], timeZone: 'UTC' });
  });
});
