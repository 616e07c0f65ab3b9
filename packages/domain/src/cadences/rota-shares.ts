import type { Turn } from './rota.js';

/** What one has done and will do, beside what being there asks of everybody alike. */
export interface RotaShare {
  personId: string;
  taken: number;
  planned: number;
  /** Turns: of each in which they were there, one part of those who were. */
  fair: number;
  skipped: number;
  lastOn: string | null;
  nextOn: string | null;
}

/**
 * @param turns of the time that is looked at, in order
 * @param today YYYY-MM-DD; turns of today are to come
 */
export function sharesOf(memberIds: readonly string[], turns: readonly Turn[], today: string): RotaShare[] {
  return memberIds.map((personId) => {
    const own = turns.filter(({ people }) => people.some((one) => one.personId === personId && one.countsFor !== null));
    const past = own.filter(({ day }) => day < today);
    const coming = own.filter(({ day }) => day >= today);
    const fair = turns.reduce((sum, turn) => sum + (turn.present.includes(personId) ? shareOf(turn) : 0), 0);
    return {
      personId,
      taken: past.length,
      planned: coming.length,
      fair: Math.round(fair * 100) / 100,
      skipped: turns.filter(({ skipped }) => skipped.includes(personId)).length,
      lastOn: past.at(-1)?.day ?? null,
      nextOn: coming[0]?.day ?? null,
    };
  });
}

function shareOf({ people, present }: Turn): number {
  return people.filter(({ countsFor }) => countsFor !== null).length / present.length;
}
