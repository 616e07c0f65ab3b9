import type { RotaBalance } from './rota-balance.js';
import type { RotaMember, Turn, TurnPerson } from './rota.js';

/**
 * Who pairs with whom: in rounds in which everybody meets everybody once, as in a tournament. The round is taken in which
 * those who are there have met least; whoever lacks their partner is paired with another who does. Who is left over had
 * the most pairs so far.
 *
 * @returns people, each two of them a pair
 */
export function pairsOf(
  members: readonly RotaMember[],
  present: readonly string[],
  skipped: readonly string[],
  before: readonly Turn[],
  balance: RotaBalance,
): TurnPerson[] {
  const able = present.filter((id) => !skipped.includes(id));
  const met = meetings(before);
  const rounds = roundsOf(members.map(({ personId }) => personId)).map((round) => fill(round, able, met, balance));
  const best = rounds.reduce<Filled | undefined>(
    (found, round) => (found && found.cost <= round.cost ? found : round),
    undefined,
  );
  return (best?.pairs ?? [])
    .flat()
    .map((personId) => ({ personId, reason: 'TURN', insteadOf: null, countsFor: personId }));
}

type Pair = readonly [string, string];

interface Filled {
  pairs: Pair[];
  cost: number;
}

/** By the circle method: one stays, the others go round. With an odd number one in turn has no partner. */
function roundsOf(ids: readonly string[]): Pair[][] {
  const seats: (string | null)[] = ids.length % 2 === 0 ? [...ids] : [...ids, null];
  const [first, ...others] = seats;
  if (first === undefined) return [];
  return others.map((_, turn) => {
    const round = [first, ...others.slice(others.length - turn), ...others.slice(0, others.length - turn)];
    return round.slice(0, round.length / 2).flatMap((one, place): Pair[] => {
      const other = round[round.length - 1 - place];
      return typeof one === 'string' && typeof other === 'string' ? [[one, other]] : [];
    });
  });
}

function fill(
  round: readonly Pair[],
  able: readonly string[],
  met: ReadonlyMap<string, number>,
  balance: RotaBalance,
): Filled {
  const pairs = round.filter(([one, other]) => able.includes(one) && able.includes(other));
  const paired = new Set(pairs.flat());
  // Whoever had the most pairs comes last, and is left over where their number is odd.
  const waiting = balance.inOrder(able.filter((id) => !paired.has(id)));
  while (waiting.length > 1) {
    const one = waiting.shift() ?? '';
    const open = waiting.length % 2 === 0 ? waiting.slice(0, -1) : waiting;
    const other = open.reduce((best, id) => (count(met, one, id) < count(met, one, best) ? id : best), open[0] ?? '');
    waiting.splice(waiting.indexOf(other), 1);
    pairs.push([one, other]);
  }
  const meetingsSoFar = pairs.reduce((sum, [one, other]) => sum + count(met, one, other), 0);
  // Among rounds alike, the one that leaves out who is furthest ahead.
  const left = waiting[0];
  return { pairs, cost: meetingsSoFar - (left === undefined ? 0 : Math.tanh(balance.ahead(left)) / 4) };
}

function meetings(turns: readonly Turn[]): Map<string, number> {
  const met = new Map<string, number>();
  for (const { people } of turns)
    for (let place = 0; place + 1 < people.length; place += 2) {
      const key = keyOf(people[place]?.personId ?? '', people[place + 1]?.personId ?? '');
      met.set(key, (met.get(key) ?? 0) + 1);
    }
  return met;
}

const count = (met: ReadonlyMap<string, number>, one: string, other: string): number => met.get(keyOf(one, other)) ?? 0;
const keyOf = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`);
