import { describe, expect, it } from '@jest/globals';
import type { AdrDocument } from '@chapterhouse/domain/decisions/adr-document';
import { readAdr } from './adr-reader.js';

const TODAY = '2026-01-01';

function read(text: string, path = '0007-x.md'): AdrDocument {
  const { document, problems } = readAdr(path, text, TODAY);
  if (document === null) throw new Error(JSON.stringify(problems));
  return document;
}

const MADR_4 = `---
status: "accepted"
date: 2025-03-04
decision-makers: Ana Roth, Ben Ito
consulted: [Cai Lund]
informed:
---

# Use PostgreSQL

## Context and Problem Statement

Where do rows live?

## Decision Drivers

* one thing to run
* known by everybody,
  and liked

## Considered Options

* PostgreSQL
* [SQLite](https://example.org/sqlite)

## Decision Outcome

Chosen option: "PostgreSQL", because it is known
  and does all we need.

### Consequences

* Good, because one backup
* Bad, because one more process

### Confirmation

A test starts it.

## Pros and Cons of the Options

### PostgreSQL

As in production.

* Good, because rows
* Neutral, because SQL

### SQLite

* Bad, because one writer

## More Information

See [ADR-1](0001-y.md).
`;

describe('MADR 4', () => {
  it('is read whole', () => {
    expect(read(MADR_4)).toMatchObject({
      title: 'Use PostgreSQL',
      status: 'accepted',
      proposedAt: '2025-03-04',
      people: [
        { part: 'DECISION_MAKER', name: 'Ana Roth' },
        { part: 'DECISION_MAKER', name: 'Ben Ito' },
        { part: 'CONSULTED', name: 'Cai Lund' },
      ],
      targets: ['https://example.org/sqlite', '0001-y.md'],
      words: {
        context: 'Where do rows live?',
        drivers: ['one thing to run', 'known by everybody,\nand liked'],
        options: [
          {
            title: 'PostgreSQL',
            description: 'As in production.',
            arguments: [
              { tone: 'GOOD', text: 'rows' },
              { tone: 'NEUTRAL', text: 'SQL' },
            ],
          },
          {
            title: 'SQLite',
            description: '[SQLite](https://example.org/sqlite)',
            arguments: [{ tone: 'BAD', text: 'one writer' }],
          },
        ],
        chosenOption: 0,
        outcome: 'PostgreSQL',
        rationale: 'it is known\n  and does all we need.',
        consequences: [
          { tone: 'GOOD', text: 'one backup' },
          { tone: 'BAD', text: 'one more process' },
        ],
        confirmation: 'A test starts it.',
        moreInformation: 'See [ADR-1](0001-y.md).',
      },
    });
  });
});

describe('MADR 2 and 3', () => {
  it('have their status and people in a list, and consequences under two headings', () => {
    const text = `# Use dashes

* Status: superseded by [ADR-9](0009-z.md) <!-- optional -->
* Deciders: @ana, @ben
* Date: 2019-5-6

Technical Story: a ticket

## Context and Problem Statement

Names of files.

## Considered Options

* dashes
* spaces

## Decision Outcome

Chosen option: "dashes"

### Positive Consequences

* easy to type

### Negative Consequences

* ugly
`;
    const { document, problems } = readAdr('a.md', text, TODAY);
    expect(document).toMatchObject({
      status: 'superseded',
      supersededBy: ['0009-z.md'],
      proposedAt: '2019-05-06',
      people: [{ name: 'ana' }, { name: 'ben' }],
      words: {
        chosenOption: 0,
        rationale: '',
        consequences: [
          { tone: 'GOOD', text: 'easy to type' },
          { tone: 'BAD', text: 'ugly' },
        ],
        moreInformation: 'Technical Story: a ticket',
      },
    });
    expect(problems).toEqual([{ line: 1, what: 'The date “2019-5-6” is read as 2019-05-06.' }]);
  });
});

describe('Nygard', () => {
  it('is read whole', () => {
    const text = `# 9. Record decisions

Date: 2016-02-12

## Status

Accepted

Superceded by [12. Other](0012-other.md)

## Context

We forget.

## Decision

We will write it down.

## Consequences

See the tools.

* more files

## Notes

Kept.
`;
    expect(read(text, 'doc/adr/0009-record.md')).toMatchObject({
      title: 'Record decisions',
      status: 'superseded',
      supersededBy: ['0012-other.md'],
      decidedAt: '2016-02-12',
      numbers: ['0009'],
      words: {
        context: 'We forget.',
        outcome: 'We will write it down.',
        consequences: [
          { tone: 'NEUTRAL', text: 'See the tools.' },
          { tone: 'NEUTRAL', text: 'more files' },
        ],
        moreInformation: '### Notes\n\nKept.',
      },
    });
  });
});

describe('What is odd', () => {
  it('tells of names with something in brackets, which are taken whole', () => {
    const text = '---\nconsulted: "Ana Roth (for the network), Ben"\n---\n# T\n\n## Context\n\nC\n';
    expect(readAdr('a.md', text, TODAY)).toMatchObject({
      document: { people: [{ name: 'Ana Roth (for the network)' }, { name: 'Ben' }] },
      problems: [{ line: 2, what: '“Ana Roth (for the network)” is taken as the name of a person, all of it.' }],
    });
  });

  it('names no engine, tag or anchor that would be run', () => {
    for (const matter of ['---js\n{ title: process.exit(1) }\n---\n', '---\nstatus: !!js/function "x"\n---\n'])
      expect(readAdr('a.md', `${matter}# T\n\n## Context\n\nC\n`, TODAY)).toMatchObject({
        document: { title: 'T', status: '' },
        problems: [{ what: expect.stringContaining('read') }],
      });
  });

  it('refuses keys that stand twice and bombs of anchors, and reads the rest', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'.replaceAll(
      /./gu,
      (key) =>
        `${key}: &${key} [${Array(9)
          .fill(`*${String.fromCharCode(key.charCodeAt(0) - 1)}`)
          .join(',')}]\n`,
    )}`;
    for (const yaml of ['status: accepted\nstatus: rejected\n', bomb]) {
      const { document, problems } = readAdr('a.md', `---\n${yaml}---\n# T\n\n## Context\n\nC\n`, TODAY);
      expect(document).toMatchObject({ title: 'T', status: '', words: { context: 'C' } });
      expect(problems).toHaveLength(1);
    }
  });

  it('is no decision without a section of one, and no decision as a template', () => {
    const why = (text: string): unknown => readAdr('a.md', text, TODAY);
    expect(why('# Readme\n\n## Usage\n\nx')).toMatchObject({
      document: null,
      problems: [{ what: expect.stringContaining('no decision record') }],
    });
    expect(why('# {short title}\n\n## Context\n\nx')).toMatchObject({
      document: null,
      problems: [{ what: expect.stringContaining('template') }],
    });
    expect(why('## Context\n\nx\n\n## Decision\n\ny')).toMatchObject({
      document: null,
      problems: [{ what: expect.stringContaining('no title') }],
    });
  });

  it('keeps what it does not know, and tells of an option that was not considered', () => {
    const text =
      '# T\n\n## Context\n\n### Inner\n\nC\n\n## Considered Options\n\n* a\n\n## Decision Outcome\n\nChosen option: "c", because so\n\n### Story\n\nS\n\n## Pros and Cons of the Options\n\n### b\n\n* good, fine\n* plain';
    const { document, problems } = readAdr('a.md', text, TODAY);
    expect(document?.words).toMatchObject({
      context: '### Inner\n\nC',
      chosenOption: null,
      outcome: 'c',
      rationale: 'so',
      options: [
        { title: 'a' },
        {
          title: 'b',
          arguments: [
            { tone: 'GOOD', text: 'fine' },
            { tone: 'NEUTRAL', text: 'plain' },
          ],
        },
      ],
      moreInformation: '### Story\n\nS',
    });
    expect(problems.map(({ line }) => line)).toEqual([13, 23]);
  });

  it('has no day that has not come, and nobody who is to be decided', () => {
    const { document, problems } = readAdr(
      'a.md',
      '---\ndate: 9999-9-9\ndeciders: TBD, @ana (lead)\n---\n# T\n\n## Context\n\nC',
      TODAY,
    );
    expect(document).toMatchObject({ proposedAt: null, people: [{ name: 'ana' }] });
    expect(problems).toMatchObject([
      { line: 3, what: expect.stringContaining('TBD') },
      { line: 3, what: expect.stringContaining('(lead)') },
      { line: 2, what: expect.stringContaining('has not come yet') },
    ]);
  });
});
