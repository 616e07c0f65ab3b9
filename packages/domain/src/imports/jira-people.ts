import type { PeopleMatching } from './jira-mapping.js';
import type { PersonFact } from './organization-file.js';
import type { PresentPerson } from './present-organization.js';

/** Says who of those who are here a person of a file is; undefined: it does not say. */
export interface PersonMatcher {
  /** As somebody chose. */
  byHand(fact: PersonFact): string | undefined;
  byRule(fact: PersonFact): string | undefined;
}

export const NOBODY_MATCHED: PersonMatcher = { byHand: () => undefined, byRule: () => undefined };

/**
 * Never between two: a name or an address that several people have here decides nothing.
 * @param source whose keys were chosen by hand
 */
export function personMatcher(
  matching: PeopleMatching,
  source: string,
  present: readonly PresentPerson[],
): PersonMatcher {
  const here = new Set(present.map(({ id }) => id));
  const byWord = new Map<string, string | null>();
  for (const person of present) {
    const word = wordOf(matching, person);
    if (word !== '') byWord.set(word, byWord.has(word) ? null : person.id);
  }
  const chosen = (fact: PersonFact): string | null | undefined =>
    fact.source === source ? matching.byHand.get(fact.key) : undefined;
  return {
    byHand: (fact) => {
      const id = chosen(fact)?.replace(/^Person_/, '');
      return id !== undefined && here.has(id) ? id : undefined;
    },
    byRule: (fact) => {
      const word = wordOf(matching, fact);
      return chosen(fact) === null || word === '' ? undefined : (byWord.get(word) ?? undefined);
    },
  };
}

function wordOf({ rule }: PeopleMatching, person: { name: string; email: string | null }): string {
  const word = rule === 'SAME_EMAIL' ? person.email : rule === 'SAME_NAME' ? person.name : null;
  return word?.trim().toLowerCase() ?? '';
}
