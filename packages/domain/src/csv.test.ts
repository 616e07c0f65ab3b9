import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CsvValue, csvLine, csvOf } from './csv.js';

/** A reader by the letter of RFC 4180, written for this test. */
function read(text: string): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at += 1; !(text[at] === '"' && text[at + 1] !== '"'); at += 1) {
        if (at >= text.length) throw new Error('A quote without its end.');
        if (text[at] === '"') at += 1;
        cell += text[at];
      }
      at += 1;
    } else {
      while (!/[,\r\n]/u.test(text[at] ?? ',')) cell += text[at++];
    }
    cells.push(cell);
    if (text[at] === ',') at += 1;
    else if (text.startsWith('\r\n', at)) {
      at += 2;
      lines.push(cells);
      cells = [];
    } else throw new Error(`Neither a comma nor the end of a line at ${at}.`);
  }
  return lines;
}

describe('a table as text', () => {
  it('has its titles first, and every row', () => {
    const rows = [
      { key: 'IMP-1', title: 'Keys, "lost"', days: 3.5, open: true, owner: null },
      { key: 'IMP-2', title: 'Two\nlines', days: -2, open: false, owner: 'Ana Roth' },
    ];
    const text = csvOf(rows, [
      { title: 'Key', value: ({ key }) => key },
      { title: 'Title', value: ({ title }) => title },
      { title: 'Blocked team-days', value: ({ days }) => days },
      { title: 'Open', value: ({ open }) => open },
      { title: 'Owner', value: ({ owner }) => owner },
    ]);
    expect(text).toBe(
      'Key,Title,Blocked team-days,Open,Owner\r\n' +
        'IMP-1,"Keys, ""lost""",3.5,yes,\r\n' +
        'IMP-2,"Two\nlines",-2,no,Ana Roth\r\n',
    );
  });

  it('is only its titles without rows', () => {
    expect(csvOf([], [{ title: 'Key', value: () => '' }])).toBe('Key\r\n');
  });

  it('reads back as it was written', () => {
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('a"b', 'a,b', 'a\r\nb', 'a;b', '', ' a '));
    const rows = fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), { maxLength: 5 });
    fc.assert(
      fc.property(rows, (given) => {
        const text = csvOf(
          given,
          [0, 1, 2].map((index) => ({ title: `c${index}`, value: (row: string[]) => row[index] ?? null })),
        );
        const back = read(text).slice(1);
        // An apostrophe is all that may have been added.
        expect(back.map((row, y) => row.map((cell, x) => (cell === given[y]?.[x] ? cell : cell.slice(1))))).toEqual(
          given,
        );
        for (const cell of back.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/u);
      }),
    );
  });

  it('one empty cell is a line of its own', () => {
    expect(read(csvLine(['']) + csvLine([null]) + csvLine(['x']))).toEqual([[''], [''], ['x']]);
  });
});

describe('what a spreadsheet would take for a formula', () => {
  it.each([
    '=1+1',
    '=HYPERLINK("https://example.org","here")',
    '+49 30 1234',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '\u00a0=1',
    '＝1',
    '＋1',
    '－1',
    '＠SUM',
    '-',
  ])('%j is only text', (text) => {
    expect(read(csvLine([text, 'next']))).toEqual([[`'${text}`, 'next']]);
  });

  it.each<[CsvValue, string]>([
    [-2, '-2'],
    [1e21, '1e+21'],
    [Number.NaN, ''],
    [Number.NEGATIVE_INFINITY, ''],
    ['a=b', 'a=b'],
    ["'=1", "'=1"],
    ['IMP-1', 'IMP-1'],
  ])('%j stays', (value, cell) => expect(read(csvLine([value, 'next']))).toEqual([[cell, 'next']]));

  it('titles neither', () => {
    expect(csvOf([], [{ title: '=1', value: () => null }])).toBe("'=1\r\n");
  });
});
