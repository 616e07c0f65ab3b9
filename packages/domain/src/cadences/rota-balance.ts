import type { RotaMember, Turn } from './rota.js';

interface Standing {
  /** Turns taken less the share of those in which the person was there: below 0 the rota owes them a turn, in a way. */
  ahead: number;
  /** The day of the last turn. */
  last: string | null;
  /** The number of the turn in which they were passed over for being away. */
  passed: number | null;
  since: string | null;
}

/** Finer differences are of counting in fractions. */
const GRAIN = 1e6;

/** How far each is ahead of an even share. All together that is nothing, so nobody's start tilts it for the others. */
export class RotaBalance {
  private readonly standings = new Map<string, Standing>();
  private readonly since: Map<string, string>;
  private turns = 0;

  constructor(private readonly members: readonly RotaMember[]) {
    this.since = new Map(members.map(({ personId, since }) => [personId, since]));
  }

  /** Whoever is there for the first time, or again after having left, starts level with the others. */
  begin(present: readonly string[], on: string): void {
    const begun = present.filter((id) => !this.begins(id, on));
    const level = begun.reduce((sum, id) => sum + this.ahead(id), 0) / Math.max(1, begun.length);
    for (const id of present)
      if (this.begins(id, on))
        this.standings.set(id, { ahead: level, last: null, passed: null, since: this.sinceBy(id, on) });
  }

  record({ on, present, people }: Turn): void {
    this.begin(present, on);
    this.turns += 1;
    const counted = people.flatMap(({ countsFor }) => (countsFor === null ? [] : [countsFor]));
    for (const id of present) this.add(id, -counted.length / present.length);
    for (const id of counted) this.add(id, 1);
    for (const { insteadOf, reason, countsFor } of people) {
      // Of a swap whose turn it was: nothing after it moves.
      const standing = countsFor === null ? undefined : this.standings.get(countsFor);
      if (standing) standing.last = on;
      const missed = reason === 'ABSENT_PASSED' && insteadOf !== null ? this.standings.get(insteadOf) : undefined;
      if (missed) missed.passed = this.turns;
    }
  }

  /** One did another's turn and never gets it back: it counts as theirs after all. */
  settle(from: string, to: string): void {
    this.add(from, -1);
    this.add(to, 1);
  }

  /** The next one first: the lowest share, then who has waited longest, then the members' order. */
  inOrder(personIds: readonly string[]): string[] {
    const place = new Map(this.members.map(({ personId }, index) => [personId, index]));
    const lastOf = (id: string): string => this.standings.get(id)?.last ?? '';
    return [...personIds].sort(
      (a, b) =>
        Math.round(this.ahead(a) * GRAIN) - Math.round(this.ahead(b) * GRAIN) ||
        (lastOf(a) < lastOf(b) ? -1 : Number(lastOf(a) > lastOf(b))) ||
        (place.get(a) ?? 0) - (place.get(b) ?? 0),
    );
  }

  /** Whether it is worth saying of somebody who is away that it would be their turn: not at each one of a long absence. */
  isDue(personId: string, members: number): boolean {
    const standing = this.standings.get(personId);
    if (!standing) return false;
    return standing.passed === null || this.turns - standing.passed >= members - 1;
  }

  ahead(personId: string): number {
    return this.standings.get(personId)?.ahead ?? 0;
  }

  private add(personId: string, turns: number): void {
    const standing = this.standings.get(personId);
    if (standing) standing.ahead += turns;
  }

  private begins(personId: string, on: string): boolean {
    const standing = this.standings.get(personId);
    return !standing || standing.since !== this.sinceBy(personId, on);
  }

  /** Null: had left by then, or comes only later. */
  private sinceBy(personId: string, on: string): string | null {
    const since = this.since.get(personId);
    return since !== undefined && since <= on ? since : null;
  }
}
