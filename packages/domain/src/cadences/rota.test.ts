import { describe, expect, it } from '@jest/globals';
import { planTurns, type RotaFacts, type Turn, type TurnSlot } from './rota.js';
import { sharesOf } from './rota-shares.js';

const JANUARY = (day: number): string => `2026-01-${String(day).padStart(2, '0')}`;
const slots = (count: number, chosen: Record<number, string> = {}): TurnSlot[] =>
  Array.from({ length: count }, (_, index) => {
    const on = JANUARY(index + 1);
    return { on, day: on, chosenId: chosen[index + 1] ?? null };
  });
const rota = (names: string[], more: Partial<RotaFacts> = {}): RotaFacts => ({
  purpose: 'FACILITATION',
  size: 1,
  members: names.map((personId) => ({ personId, since: JANUARY(1) })),
  absences: [],
  changes: [],
  ...more,
});
/** `ana`, `ben (SKIPPED_TO cem)`. */
const told = (turns: readonly Turn[]): string[] =>
  turns.map(({ people }) =>
    people
      .map(({ personId, reason, insteadOf }) =>
        reason === 'TURN' ? personId : `${personId} (${reason}${insteadOf === null ? '' : ` ${insteadOf}`})`,
      )
      .join('+'),
  );
const away = (personId: string, startsOn: number, endsBefore: number): RotaFacts['absences'][number] => ({
  personId,
  startsOn: JANUARY(startsOn),
  endsBefore: JANUARY(endsBefore),
});

describe('turns', () => {
  it('go round in the order of the members', () => {
    expect(told(planTurns(rota(['ana', 'ben', 'cem']), [], slots(5)))).toEqual(['ana', 'ben', 'cem', 'ana', 'ben']);
    expect(planTurns(rota([]), [], slots(1))[0]).toMatchObject({ people: [], present: [] });
  });

  it('pass over who is away, who owes nothing for it afterwards', () => {
    const facts = rota(['ana', 'ben', 'cem'], { absences: [away('ben', 2, 6)] });
    expect(told(planTurns(facts, [], slots(9)))).toEqual([
      'ana',
      'cem (ABSENT_PASSED ben)',
      'ana',
      'cem',
      'ana (ABSENT_PASSED ben)',
      'ben',
      'cem',
      'ana',
      'ben',
    ]);
  });

  it('passed on are taken by the next in line, and come back soon', () => {
    const facts = rota(['ana', 'ben', 'cem'], { changes: [{ kind: 'SKIP', on: JANUARY(1), personId: 'ana' }] });
    expect(told(planTurns(facts, [], slots(4)))).toEqual(['ben (SKIPPED_TO ana)', 'ana', 'cem', 'ben']);
    const [share] = sharesOf(['ana'], planTurns(facts, [], slots(3)), JANUARY(3));
    expect(share).toEqual({
      personId: 'ana',
      taken: 1,
      planned: 0,
      fair: 1,
      skipped: 1,
      lastOn: JANUARY(2),
      nextOn: null,
    });
  });

  it('that everybody passes on are nobody’s', () => {
    const changes = ['ana', 'ben'].map((personId) => ({ kind: 'SKIP' as const, on: JANUARY(1), personId }));
    expect(told(planTurns(rota(['ana', 'ben'], { changes }), [], slots(3)))).toEqual(['', 'ana', 'ben']);
  });

  const swap = { kind: 'SWAP' as const, on: JANUARY(1), personId: 'ana', withOn: JANUARY(3), withPersonId: 'cem' };

  it('swapped change places, and nothing after them does', () => {
    expect(told(planTurns(rota(['ana', 'ben', 'cem'], { changes: [swap] }), [], slots(5)))).toEqual([
      'cem (SWAPPED ana)',
      'ben',
      'ana (SWAPPED cem)',
      'ana',
      'ben',
    ]);
  });

  it('are as before when one of the two cannot do their part', () => {
    const facts = rota(['ana', 'ben', 'cem'], { changes: [swap], absences: [away('ana', 3, 4)] });
    expect(told(planTurns(facts, [], slots(3)))).toEqual(['ana', 'ben', 'cem']);
  });

  it('of half a swap count for who did them', () => {
    const facts = rota(['ana', 'ben', 'cem'], { changes: [swap] });
    const kept = planTurns(facts, [], slots(3)).slice(0, 2);
    const later = { ...facts, absences: [away('ana', 3, 4)] };
    // Cem did Ana's, so hers is still to come.
    expect(told(planTurns(later, kept, slots(6).slice(2)))).toEqual(['cem (ABSENT_PASSED ana)', 'ana', 'ben', 'ana']);
  });

  it('that somebody was named for count for them; a guest takes nobody’s', () => {
    expect(told(planTurns(rota(['ana', 'ben', 'cem']), [], slots(4, { 1: 'cem' })))).toEqual([
      'cem (CHOSEN ana)',
      'ana',
      'ben',
      'cem',
    ]);
    expect(told(planTurns(rota(['ana', 'ben']), [], slots(3, { 1: 'guest' })))).toEqual([
      'guest (CHOSEN ana)',
      'ana',
      'ben',
    ]);
  });

  it('of newcomers begin in the middle of the line', () => {
    const facts = rota(['ana', 'ben', 'cem', 'new']);
    facts.members = facts.members.map((member) =>
      member.personId === 'new' ? { ...member, since: JANUARY(4) } : member,
    );
    const turns = told(planTurns(facts, [], slots(8)));
    expect(turns.slice(0, 3)).toEqual(['ana', 'ben', 'cem']);
    expect(turns.slice(3).filter((name) => name === 'new').length).toBeLessThanOrEqual(2);
    expect(turns.slice(3, 7)).toContain('new');
  });

  it('of several are several', () => {
    expect(told(planTurns(rota(['ana', 'ben', 'cem'], { purpose: 'CODE_REVIEW', size: 2 }), [], slots(3)))).toEqual([
      'ana+ben',
      'cem+ana',
      'ben+cem',
    ]);
  });

  it('of a mob are everybody’s, each in turn at the keyboard', () => {
    const turns = planTurns(rota(['ana', 'ben', 'cem'], { purpose: 'MOB', size: 3 }), [], slots(4));
    expect(told(turns)).toEqual(['ana+ben+cem', 'ben+ana+cem', 'cem+ana+ben', 'ana+ben+cem']);
    expect(sharesOf(['ana'], turns, JANUARY(4))[0]).toMatchObject({ taken: 1, planned: 1, fair: 1.33 });
  });
});

describe('pairs', () => {
  const pairsOf = (names: string[], count: number, more: Partial<RotaFacts> = {}): string[][] =>
    planTurns(rota(names, { purpose: 'PAIRING', size: 2, ...more }), [], slots(count)).map(({ people }) =>
      people.flatMap(({ personId }, place) =>
        place % 2 === 0 ? [[personId, people[place + 1]?.personId ?? '?'].sort().join('-')] : [],
      ),
    );

  it.each([2, 4, 6, 8])('of %i meet everybody before anybody again', (size) => {
    const names = [...'abcdefgh'].slice(0, size);
    const met = pairsOf(names, size - 1).flat();
    expect(met).toHaveLength((size * (size - 1)) / 2);
    expect(new Set(met).size).toBe(met.length);
  });

  it.each([3, 5, 7])('of %i leave out everybody once', (size) => {
    const names = [...'abcdefg'].slice(0, size);
    const turns = planTurns(rota(names, { purpose: 'PAIRING', size: 2 }), [], slots(size));
    const left = turns.map(({ people }) => names.filter((name) => !people.some(({ personId }) => personId === name)));
    expect(left.flat().sort()).toEqual(names);
    expect(new Set(pairsOf(names, size).flat()).size).toBe((size * (size - 1)) / 2);
  });

  it('are made of those who are there', () => {
    const pairs = pairsOf(['ana', 'ben', 'cem', 'dia'], 2, { absences: [away('ben', 1, 2)] });
    expect(pairs[0]).toHaveLength(1);
    expect(pairs[0]?.join()).not.toContain('ben');
    expect(pairs[1]).toHaveLength(2);
  });
});
