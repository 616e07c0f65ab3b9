import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type AbsenceFact,
  type AccountabilityAnswer,
  type AssignmentFact,
  absentUntil,
  accountableFor,
} from './accountability.js';
import { lastsOn } from './date-range.js';
import { ROLE_KINDS, type RoleKind } from './role.js';

function holds(personId: string, kind: RoleKind, startsOn: string | null, endsBefore: string | null): AssignmentFact {
  const id = `${personId} ${kind} ${startsOn}`;
  return { id, personId, role: 'PRODUCT_OWNER', kind, scopeId: 'team', startsOn, endsBefore, sharePercent: null };
}

function away(personId: string, startsOn: string, endsBefore: string): AbsenceFact {
  return { personId, startsOn, endsBefore };
}

const ana = holds('ana', 'PRIMARY', '2026-01-01', null);
const ben = holds('ben', 'BACKUP', '2026-01-01', null);
const cleo = holds('cleo', 'ACTING', '2026-03-01', '2026-06-01');
const dan = holds('dan', 'ASSOCIATE', '2026-01-01', null);
const anaAway = away('ana', '2026-03-10', '2026-03-20');

type Case = [string, AssignmentFact[], AbsenceFact[], string, AccountabilityAnswer['because'], string | null];

describe('who answers', () => {
  it.each<Case>([
    ['the primary who is there', [ana, ben], [], '2026-02-01', 'PRIMARY', 'ana'],
    ['the backup while the primary is away', [ana, ben], [anaAway], '2026-03-10', 'BACKUP', 'ben'],
    ['the backup on the last day of the absence', [ana, ben], [anaAway], '2026-03-19', 'BACKUP', 'ben'],
    ['the primary on the first day back', [ana, ben], [anaAway], '2026-03-20', 'PRIMARY', 'ana'],
    ['nobody: away and no backup', [ana], [anaAway], '2026-03-15', 'VACANT', null],
    ['nobody: both away', [ana, ben], [anaAway, away('ben', '2026-03-15', '2026-03-16')], '2026-03-15', 'VACANT', null],
    ['nobody: an associate does not stand in', [ana, dan], [anaAway], '2026-03-15', 'VACANT', null],
    ['nobody: no assignment', [], [], '2026-02-01', 'VACANT', null],
    ['nobody: before the first day', [ana], [], '2025-12-31', 'VACANT', null],
    ['the primary on the first day', [ana], [], '2026-01-01', 'PRIMARY', 'ana'],
    ['a backup without a primary', [ben], [], '2026-02-01', 'BACKUP', 'ben'],
    ['who acts, before the primary', [ana, ben, cleo], [], '2026-03-01', 'ACTING', 'cleo'],
    ['who acts, on the last day', [ana, cleo], [], '2026-05-31', 'ACTING', 'cleo'],
    ['the primary again after it', [ana, cleo], [], '2026-06-01', 'PRIMARY', 'ana'],
    [
      'the primary while who acts is away',
      [ana, cleo],
      [away('cleo', '2026-04-01', '2026-04-02')],
      '2026-04-01',
      'PRIMARY',
      'ana',
    ],
    [
      'the backup while who acts and the primary are away',
      [ana, ben, cleo],
      [anaAway, away('cleo', '2026-03-01', '2026-04-01')],
      '2026-03-15',
      'BACKUP',
      'ben',
    ],
    ['not who holds another role', [{ ...ana, role: 'SCRUM_MASTER' }], [], '2026-02-01', 'VACANT', null],
    ['not who holds it elsewhere', [{ ...ana, scopeId: 'other' }], [], '2026-02-01', 'VACANT', null],
  ])('%s', (_what, assignments, absences, at, because, personId) => {
    expect(accountableFor({ assignments, absences }, 'team', 'PRODUCT_OWNER', at)).toMatchObject({ because, personId });
  });

  it('says who the primary is and when they are back, whoever answers', () => {
    expect(
      accountableFor({ assignments: [ana, ben], absences: [anaAway] }, 'team', 'PRODUCT_OWNER', '2026-03-12'),
    ).toEqual({ because: 'BACKUP', personId: 'ben', primaryPersonId: 'ana', primaryAbsentUntil: '2026-03-20' });
    expect(accountableFor({ assignments: [ana, cleo], absences: [] }, 'team', 'PRODUCT_OWNER', '2026-03-12')).toEqual({
      because: 'ACTING',
      personId: 'cleo',
      primaryPersonId: 'ana',
      primaryAbsentUntil: null,
    });
  });

  it('a hand-over leaves no day without and no day with two', () => {
    const before = holds('ana', 'PRIMARY', null, '2026-04-01');
    const after = holds('ben', 'PRIMARY', '2026-04-01', null);
    const answer = (at: string) =>
      accountableFor({ assignments: [after, before], absences: [] }, 'team', 'PRODUCT_OWNER', at).personId;
    expect([answer('2026-03-31'), answer('2026-04-01')]).toEqual(['ana', 'ben']);
  });

  it('among several backups, the one who is there and serves longest', () => {
    const early = holds('zoe', 'BACKUP', null, null);
    const facts = { assignments: [ben, early], absences: [] };
    expect(accountableFor(facts, 'team', 'PRODUCT_OWNER', '2026-02-01').personId).toBe('zoe');
    const zoeAway = { ...facts, absences: [away('zoe', '2026-01-01', '2027-01-01')] };
    expect(accountableFor(zoeAway, 'team', 'PRODUCT_OWNER', '2026-02-01').personId).toBe('ben');
  });
});

describe('when somebody is back', () => {
  it.each([
    [
      'absences that touch are one',
      [away('ana', '2026-03-01', '2026-03-05'), away('ana', '2026-03-05', '2026-03-09')],
      '2026-03-09',
    ],
    [
      'absences that overlap are one',
      [away('ana', '2026-03-04', '2026-03-09'), away('ana', '2026-03-01', '2026-03-06')],
      '2026-03-09',
    ],
    [
      'a day between is a day back',
      [away('ana', '2026-03-01', '2026-03-05'), away('ana', '2026-03-06', '2026-03-09')],
      '2026-03-05',
    ],
    ['the absence of others does not count', [away('ben', '2026-03-01', '2026-03-05')], null],
  ])('%s', (_what, absences, until) => {
    expect(absentUntil(absences, 'ana', '2026-03-04')).toBe(until);
  });
});

describe('any organization, any day', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-02-${String(number).padStart(2, '0')}`);
  const range = fc.tuple(day, day).filter(([from, until]) => from < until);
  const person = fc.constantFrom('ana', 'ben', 'cleo', 'dan');
  const assignment = fc
    .tuple(person, fc.constantFrom(...ROLE_KINDS), range)
    .map(([who, kind, [from, until]]) => holds(who, kind, from, until));
  const assignments = fc.uniqueArray(assignment, { maxLength: 8, selector: ({ id }) => id });
  const absences = fc.array(
    fc.tuple(person, range).map(([who, [from, until]]) => away(who, from, until)),
    { maxLength: 6 },
  );
  const world = fc.record({ assignments, absences });

  it('gives one answer, whatever the order of the rows', () => {
    fc.assert(
      fc.property(world, day, (facts, at) => {
        const reversed = { assignments: facts.assignments.toReversed(), absences: facts.absences.toReversed() };
        expect(accountableFor(reversed, 'team', 'PRODUCT_OWNER', at)).toEqual(
          accountableFor(facts, 'team', 'PRODUCT_OWNER', at),
        );
      }),
    );
  });

  it('names only somebody who holds the role that day and is there, and nobody only when there is no such person', () => {
    fc.assert(
      fc.property(world, day, (facts, at) => {
        const there = facts.assignments.filter(
          (held) =>
            lastsOn(held, at) && held.kind !== 'ASSOCIATE' && absentUntil(facts.absences, held.personId, at) === null,
        );
        const answer = accountableFor(facts, 'team', 'PRODUCT_OWNER', at);
        const fits = there.some((held) => held.personId === answer.personId && held.kind === answer.because);
        expect(answer.because === 'VACANT' ? there.length === 0 && answer.personId === null : fits).toBe(true);
        if (there.some((held) => held.kind === 'ACTING')) expect(answer.because).toBe('ACTING');
        else if (there.some((held) => held.kind === 'PRIMARY')) expect(answer.because).toBe('PRIMARY');
      }),
    );
  });
});
