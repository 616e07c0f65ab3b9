import type { RotaPurpose, RotaTurnFactsFragment } from '../../../generated/graphql';

type People = RotaTurnFactsFragment['people'];

/** Who takes a turn together: pairs as pairs, of a mob who is at the keyboard. */
export function turnNames(purpose: RotaPurpose, people: People): string {
  const names = people.map(({ person }) => person.name);
  if (purpose === 'PAIRING')
    return pairsOf(names)
      .map((pair) => pair.join(' and '))
      .join(' · ');
  if (purpose === 'MOB') return names[0] === undefined ? 'nobody' : `${names[0]} at the keyboard`;
  return names.length === 0 ? 'nobody' : new Intl.ListFormat('en').format(names);
}

/** Each two are one; an odd one out stands alone. */
export function pairsOf<T>(people: readonly T[]): T[][] {
  return people.flatMap((_, index) => (index % 2 === 0 ? [people.slice(index, index + 2)] : []));
}
