import { describe, expect, it } from '@jest/globals';
import type { DecisionWords } from '@chapterhouse/domain/decisions/decision-fields';
import { NO_DECISION_WORDS } from '@chapterhouse/domain/decisions/decision-fields';
import fc from 'fast-check';
import { readAdr } from './adr-reader.js';
import { type OwnDocument, writeMadr } from './madr-writer.js';

const TODAY = '2026-01-01';
const ID = '0190a1b2-0000-7000-8000-000000000001';

function own(title: string, words: Partial<DecisionWords>, people: OwnDocument['people'] = []): OwnDocument {
  return {
    path: 'decisions/0007-x.md',
    title,
    status: 'accepted',
    words: { ...NO_DECISION_WORDS, ...words },
    people,
    proposedAt: '2025-03-04T08:00:00.000Z',
    decidedAt: '2025-03-05T08:00:00.000Z',
    supersededBy: [],
    supersedes: [],
    owner: null,
    numbers: ['7'],
    targets: [],
    kept: {
      id: ID,
      number: 7,
      state: 'ACCEPTED',
      kind: 'PROCESS',
      scope: { kind: 'TEAM', path: ['Harbour', 'Quay', 'Cranes'] },
      decisionArea: 'How we work',
      revisitOn: '2026-06-01',
      vetoReason: '',
      vetoedAt: null,
      vetoEndsAt: null,
      revertReason: '',
      closeReason: '',
      importedFrom: '',
      amendments: [{ text: 'One more thing.\n---\nAnd another.', at: '2025-04-01T08:00:00.000Z' }],
      links: [{ kind: 'ITEM', key: 'ABC-1', url: null, title: '', path: null }],
    },
  };
}

const TEXTS = [
  '## Considered Options\n\n* none',
  '---\nstatus: rejected\n---',
  '    indented code',
  '<!-- a comment -->',
  '* a\n* b',
  'Chosen option: "x", because y',
  'Good, because good',
  '```\n## not a heading',
  '# Title',
  'line\r\nline',
  ' spaces ',
  '[x]: y',
  '1. one',
  '> quote',
  'a\n\n\n\nb',
  '…',
  'We gain: x',
  '\u2028',
  '&amp; <b>',
  'Größe 😀 المسار',
];
const text = fc
  .oneof(
    fc.constantFrom(...TEXTS),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.array(fc.constantFrom(...TEXTS), { maxLength: 3 }).map((parts) => parts.join('\n\n')),
  )
  .map((one) => one.replaceAll('\u0000', ''));
const line = text.map((one) => one.replaceAll(/\s+/gu, ' ').trim()).filter((one) => one !== '');
const arguing = fc.record({ tone: fc.constantFrom('GOOD' as const, 'NEUTRAL' as const, 'BAD' as const), text });
const words: fc.Arbitrary<DecisionWords> = fc
  .record({
    context: text,
    drivers: fc.array(text, { maxLength: 3 }),
    options: fc.array(fc.record({ title: line, description: text, arguments: fc.array(arguing, { maxLength: 3 }) }), {
      maxLength: 3,
    }),
    chosen: fc.option(fc.nat(2)),
    outcome: text,
    rationale: text,
    gains: fc.array(text, { maxLength: 2 }),
    givesUp: fc.array(text, { maxLength: 2 }),
    consequences: fc.array(arguing, { maxLength: 2 }),
    confirmation: text,
    moreInformation: text,
  })
  .map(({ chosen, ...rest }) => ({
    ...rest,
    chosenOption: chosen !== null && chosen < rest.options.length ? chosen : null,
  }));
const people = fc.array(
  fc.record({
    part: fc.constantFrom('DECISION_MAKER' as const, 'CONSULTED' as const, 'INFORMED' as const),
    name: line,
  }),
  { maxLength: 3 },
);

describe('MADR 4 as it is written', () => {
  it('comes back whole, whatever the words are', () => {
    fc.assert(
      fc.property(line, words, people, (title, said, named) => {
        const document = own(title, said, named);
        const { document: back, problems } = readAdr(document.path, writeMadr(document, '2025-03-05', null), TODAY);
        expect(problems.filter(({ what }) => what.includes('chapterhouse'))).toEqual([]);
        expect(back).toEqual({ ...document, numbers: ['0007'], status: 'accepted', targets: back?.targets });
      }),
      { numRuns: 150 },
    );
  });

  it('comes back whole where its text is more than a parser should see', () => {
    const document = own('Traps', { context: '**a_'.repeat(5000), outcome: 'Fine.' });
    const { document: back } = readAdr(document.path, writeMadr(document, '2025-03-05', null), TODAY);
    expect(back).toMatchObject({ title: 'Traps', words: document.words, kept: document.kept });
  });

  it('says ordinary words once, as everybody reads them', () => {
    const written = writeMadr(
      own('Use PostgreSQL', {
        context: 'Where do rows live?',
        drivers: ['one thing to run'],
        options: [
          { title: 'PostgreSQL', description: 'As in production.', arguments: [{ tone: 'GOOD', text: 'rows' }] },
          { title: 'SQLite', description: '', arguments: [] },
        ],
        chosenOption: 0,
        outcome: 'PostgreSQL',
        rationale: 'it is known',
        gains: ['rest'],
        givesUp: ['freedom'],
        consequences: [{ tone: 'BAD', text: 'one more process' }],
        confirmation: 'A test.',
        moreInformation: 'More.',
      }),
      '2025-03-05',
      { key: 'D-9', file: '0009-y.md' },
    );
    expect(written).not.toContain('exactly');
    expect(written.slice(written.indexOf('# Use'))).toBe(`# Use PostgreSQL

## Context and Problem Statement

Where do rows live?

## Decision Drivers

* one thing to run

## Considered Options

* PostgreSQL
* SQLite

## Decision Outcome

Chosen option: "PostgreSQL", because it is known

### Consequences

* Bad, because one more process

### Trade-offs

* We gain: rest
* We give up: freedom

### Confirmation

A test.

## Pros and Cons of the Options

### PostgreSQL

As in production.

* Good, because rows

## More Information

More.
`);
  });

  it('goes on after "because" in small letters, or as a sentence of its own; both come back as they were', () => {
    const words = {
      options: [
        { title: 'A', description: '', arguments: [{ tone: 'GOOD' as const, text: 'It halves the waiting' }] },
        { title: 'B', description: '', arguments: [{ tone: 'BAD' as const, text: 'SQL is spoken by few' }] },
      ],
      chosenOption: 0,
      outcome: 'A',
      rationale: 'A team asked for it',
      consequences: [{ tone: 'NEUTRAL' as const, text: 'nobody minds' }],
    };
    const written = writeMadr(own('Wait less', words), '2025-03-05', null);
    for (const line of [
      'Chosen option: "A", because: A team asked for it',
      '* Good, because: It halves the waiting',
      '* Bad, because SQL is spoken by few',
      '* Neutral, because nobody minds',
    ])
      expect(written).toContain(`${line}\n`);
    expect(written).not.toContain('exactly');
    expect(readAdr('x.md', written, TODAY).document?.words).toMatchObject(words);
  });
});
