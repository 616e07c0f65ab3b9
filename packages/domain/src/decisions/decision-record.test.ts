import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NO_DECISION_WORDS } from './decision-fields.js';
import {
  type DecisionRecordContent,
  type FrozenDecision,
  type PresentDecision,
  type Recorded,
  departures,
  recordText,
} from './decision-record.js';

const FROZEN: FrozenDecision = {
  number: 7,
  title: 'One queue',
  kind: 'PROCESS',
  scope: { kind: 'TEAM', id: 'team' },
  decisionAreaId: 'area',
  words: {
    ...NO_DECISION_WORDS,
    options: [{ title: 'One', description: '', arguments: [{ tone: 'GOOD', text: 'Fair' }] }],
  },
  people: [{ part: 'CONSULTED', personId: null, name: 'Otto' }],
  supersedes: ['older'],
  delegation: null,
  proposedBy: 'dora',
  proposedAt: '2026-03-01T00:00:00.000Z',
  decidedBy: 'pia',
  decidedAt: '2026-03-02T00:00:00.000Z',
  vetoEndsAt: '2026-03-04T00:00:00.000Z',
  closeReason: '',
  importIdentity: null,
};
const ACCEPTED: PresentDecision = {
  state: 'ACCEPTED',
  frozen: FROZEN,
  veto: { by: null, for: null, at: null, reason: '' },
  supersededBy: null,
  revertReason: '',
  amendments: [],
};
const DECIDED: Recorded = { record: 'ACCEPTED', ...FROZEN };

/** As they come back from where they are kept. */
const kept = (...records: Recorded[]): DecisionRecordContent[] =>
  records.map((recorded) => JSON.parse(recordText('decision', recorded)) as DecisionRecordContent);

/** The same with the fields of all objects turned round: some columns keep no order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, of]) => [key, turned(of)]),
  );
}

describe('links', () => {
  const LINK = { kind: 'ITEM', thingId: null, key: 'PAY-7', url: null, title: '', by: 'dora' } as const;
  const then = { ...LINK, id: 'link-1', at: '2026-03-01T09:00:00.000Z' };
  const departed = (first: Recorded, ...links: (typeof then)[]): string[] =>
    departures({ ...ACCEPTED, frozen: { ...FROZEN, links } }, kept(first));
  const decided: Recorded = { ...DECIDED, links: [then] };
  const wrong = ['Its list of what it touches is not what was decided.'];

  it('that were there when it was decided are on the record; later ones come and go', () => {
    expect(departed(decided, then)).toEqual([]);
    expect(departed(decided, then, { ...LINK, id: 'link-2', at: '2026-03-02T00:00:00.000Z' })).toEqual([]);
  });

  it('are not what was recorded when one was taken away, changed or put before the decision', () => {
    expect(departed(decided)).toEqual(wrong);
    expect(departed(decided, { ...then, at: '2026-02-01T09:00:00.000Z' })).toEqual(wrong);
    expect(departed(decided, then, { ...then, id: 'link-2' })).toEqual(wrong);
  });

  it('of earlier records are not compared: they have none', () => {
    expect(departed(DECIDED, then)).toEqual([]);
  });
});

describe('consents, objections and advice', () => {
  const ANSWER = { kind: 'CONSENT', side: 'DELEGATE', words: 'Gladly.', by: 'dora', for: null } as const;
  const answers = [{ ...ANSWER, answer: 'CONSENTED' as const, at: '2026-03-01T09:00:00.000Z' }];
  const withAnswers = { ...ACCEPTED, frozen: { ...FROZEN, answers } };
  const decided: Recorded = { ...DECIDED, answers };

  it('are on the record since its format 2', () => {
    expect(kept(decided, { record: 'REVERTED', reason: 'No' }).map(({ format }) => format)).toEqual([2, 1]);
    expect(departures(withAnswers, kept(decided))).toEqual([]);
  });

  it.each([
    ['changed', [{ ...ANSWER, answer: 'OBJECTED' as const, at: '2026-03-01T09:00:00.000Z' }]],
    ['taken away', []],
    ['added', [...answers, ...answers]],
  ])('are not what was recorded when one was %s', (_, now) => {
    const present = { ...ACCEPTED, frozen: { ...FROZEN, answers: now } };
    expect(departures(present, kept(decided))).toEqual(['Its list of consents and advice is not what was decided.']);
  });

  it('stay on the record together with the links of then, format 3', () => {
    const both: Recorded = { ...decided, links: [] };
    expect(kept(both).map(({ format }) => format)).toEqual([3]);
    expect(departures({ ...ACCEPTED, frozen: { ...FROZEN, answers: [], links: [] } }, kept(both))).toEqual([
      'Its list of consents and advice is not what was decided.',
    ]);
  });

  it('of earlier records are not compared: they have none', () => {
    expect(departures(withAnswers, kept(DECIDED))).toEqual([]);
  });
});

describe('a decision that says what was recorded', () => {
  const VETO = { by: 'pia', for: null, at: '2026-03-03T00:00:00.000Z', reason: 'No' };
  const AMENDMENT = { number: 1, text: 'Added', by: 'dora', at: '2026-03-05T00:00:00.000Z' };
  it.each<[string, PresentDecision, Recorded[]]>([
    ['proposed: nothing is on the record', { ...ACCEPTED, state: 'PROPOSED' }, []],
    ['accepted', ACCEPTED, [DECIDED]],
    ['rejected', { ...ACCEPTED, state: 'REJECTED' }, [{ ...DECIDED, record: 'REJECTED' }]],
    ['vetoed', { ...ACCEPTED, state: 'VETOED', veto: VETO }, [DECIDED, { record: 'VETOED', ...VETO }]],
    [
      'superseded',
      { ...ACCEPTED, state: 'SUPERSEDED', supersededBy: 'next' },
      [DECIDED, { record: 'SUPERSEDED', by: 'next' }],
    ],
    [
      'back in force, since what had replaced it was vetoed',
      { ...ACCEPTED, amendments: [AMENDMENT] },
      [
        DECIDED,
        { record: 'SUPERSEDED', by: 'next' },
        { record: 'AMENDED', ...AMENDMENT },
        { record: 'REINSTATED', after: 'next' },
      ],
    ],
    [
      'back in force, and replaced by another one',
      { ...ACCEPTED, state: 'SUPERSEDED', supersededBy: 'third' },
      [
        DECIDED,
        { record: 'SUPERSEDED', by: 'next' },
        { record: 'REINSTATED', after: 'next' },
        { record: 'SUPERSEDED', by: 'third' },
      ],
    ],
    [
      'superseded by what only a later import brought',
      { ...ACCEPTED, state: 'SUPERSEDED', supersededBy: 'next' },
      [DECIDED, { record: 'SUPERSEDED', by: null }, { record: 'SUPERSEDED', by: 'next' }],
    ],
    [
      'reverted',
      { ...ACCEPTED, state: 'REVERTED', revertReason: 'Wrong' },
      [DECIDED, { record: 'REVERTED', reason: 'Wrong' }],
    ],
    ['amended', { ...ACCEPTED, amendments: [AMENDMENT] }, [DECIDED, { record: 'AMENDED', ...AMENDMENT }]],
    [
      'amended after it was reverted',
      { ...ACCEPTED, state: 'REVERTED', revertReason: 'Wrong', amendments: [AMENDMENT] },
      [DECIDED, { record: 'REVERTED', reason: 'Wrong' }, { record: 'AMENDED', ...AMENDMENT }],
    ],
  ])('%s', (_what, present, records) => {
    expect(departures(present, kept(...records))).toEqual([]);
    expect(departures(turned(present) as PresentDecision, kept(...records))).toEqual([]);
  });
});

describe('a decision that says something else', () => {
  it('whatever field of it changed, that field is named', () => {
    const paths = leaves(FROZEN);
    expect(paths.length).toBeGreaterThan(20);
    fc.assert(
      fc.property(fc.constantFrom(...paths), (path) => {
        const changed = structuredClone(FROZEN);
        change(changed, path);
        const found = departures({ ...ACCEPTED, frozen: changed }, kept(DECIDED));
        expect(found).toEqual([expect.stringMatching(/^Its .+ is not what was decided\.$/u)]);
      }),
      { numRuns: 200 },
    );
  });

  it.each<[string, PresentDecision, Recorded[], string]>([
    ['decided without a record', ACCEPTED, [], 'It is ACCEPTED and nothing of it is on the record.'],
    ['proposed again', { ...ACCEPTED, state: 'PROPOSED' }, [DECIDED], 'It is PROPOSED; its records say ACCEPTED.'],
    [
      'in force again',
      ACCEPTED,
      [DECIDED, { record: 'REVERTED', reason: '' }],
      'It is ACCEPTED; its records say REVERTED.',
    ],
    [
      'ended twice',
      ACCEPTED,
      [DECIDED, { record: 'REVERTED', reason: '' }, { record: 'SUPERSEDED', by: null }],
      'It is ACCEPTED; its records say ACCEPTED, then REVERTED, then SUPERSEDED.',
    ],
    [
      'replaced by another one than before',
      { ...ACCEPTED, state: 'SUPERSEDED', supersededBy: 'third' },
      [DECIDED, { record: 'SUPERSEDED', by: 'next' }, { record: 'SUPERSEDED', by: 'third' }],
      'It is SUPERSEDED; its records say ACCEPTED, then SUPERSEDED, then SUPERSEDED.',
    ],
    [
      'in force again after something else',
      ACCEPTED,
      [DECIDED, { record: 'SUPERSEDED', by: 'next' }, { record: 'REINSTATED', after: 'other' }],
      'It is ACCEPTED; its records say ACCEPTED, then SUPERSEDED, then REINSTATED.',
    ],
    [
      'in force again after nothing',
      ACCEPTED,
      [DECIDED, { record: 'REINSTATED', after: 'next' }],
      'It is ACCEPTED; its records say REINSTATED.',
    ],
    [
      'a record before what was decided',
      ACCEPTED,
      [{ record: 'REVERTED', reason: '' }],
      'Its first record does not say what was decided.',
    ],
    [
      'an amendment of nobody',
      { ...ACCEPTED, amendments: [{ number: 1, text: 'x', by: null, at: '' }] },
      [DECIDED],
      'Its amendment 1 is not on the record.',
    ],
    [
      'an amendment that is gone',
      ACCEPTED,
      [DECIDED, { record: 'AMENDED', number: 1, text: 'x', by: null, at: '' }],
      'Its amendment 1 is not what was recorded.',
    ],
    [
      'another successor',
      { ...ACCEPTED, state: 'SUPERSEDED', supersededBy: 'x' },
      [DECIDED, { record: 'SUPERSEDED', by: 'y' }],
      'What superseded it is not what was recorded.',
    ],
    [
      'another veto',
      { ...ACCEPTED, state: 'VETOED' },
      [DECIDED, { record: 'VETOED', by: null, for: null, at: null, reason: 'No' }],
      'Its veto is not what was recorded.',
    ],
  ])('%s', (_what, present, records, sentence) => {
    expect(departures(present, kept(...records))).toContain(sentence);
  });
});

/** Paths to everything in a value that is no object. */
function leaves(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const below = Object.entries(value).flatMap(([key, of]) => leaves(of, [...path, key]));
  // An empty list can get something.
  return below.length > 0 ? below : [path];
}

function change(of: object, path: readonly string[]): void {
  let holder = of;
  for (const step of path.slice(0, -1)) {
    const below: unknown = Reflect.get(holder, step);
    if (typeof below !== 'object' || below === null) throw new Error('A path leads through objects.');
    holder = below;
  }
  const last = path.at(-1) ?? '';
  Reflect.set(holder, last, another(Reflect.get(holder, last)));
}

function another(value: unknown): unknown {
  if (Array.isArray(value)) return ['more'];
  if (typeof value === 'string') return `${value}!`;
  return value === null ? 'something' : 99;
}
