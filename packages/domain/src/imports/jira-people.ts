import type { ImportTally } from './import-outcome.js';
import type { PeopleMatching, PeopleRule } from './jira-mapping.js';
import type { PersonFact } from './organization-file.js';
import type { PresentPerson } from './present-organization.js';

/** Says who of those who are here a person of a file is; undefined: it does not say. */
export interface PersonMatcher {
  /** As somebody chose. */
  byHand(fact: PersonFact): string | undefined;
  byRule(fact: PersonFact): string | undefined;
  /** Somebody said that nobody who is here is this person, whatever was said before. */
  isNew(fact: PersonFact): boolean;
}

export const NOBODY_MATCHED: PersonMatcher = {
  byHand: () => undefined,
  byRule: () => undefined,
  isNew: () => false,
};

/** Leads the key of a person of whom a file says the name and no id. */
const NAME_ONLY = 'name:';

export function nameKey(name: string): string {
  return `${NAME_ONLY}${name.toLowerCase()}`;
}

export function hasNameOnly({ key }: { key: string }): boolean {
  return key.startsWith(NAME_ONLY);
}

/** What is done with people whom the files name without an id. */
export function tellNameOnly(facts: readonly PersonFact[], { namesOnly }: PeopleMatching, tally: ImportTally): void {
  const count = facts.filter(hasNameOnly).length;
  if (count === 0) return;
  const who = count === 1 ? '1 person of the files has' : `${count} people of the files have`;
  const rule =
    namesOnly === 'SAME_NAME'
      ? 'whoever alone has exactly the same name here, else somebody new'
      : 'somebody new, unless an import has brought the name before';
  tally.problem('people', `${who} a name and no id: each is ${rule}. The mapping can say otherwise, under People.`);
}

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
  const byWord = onlyOnes(present, (person) => wordOf(matching.rule, person));
  const byName = onlyOnes(present, (person) => wordOf('SAME_NAME', person));
  const chosen = (fact: PersonFact): string | null | undefined =>
    fact.source === source ? matching.byHand.get(fact.key) : undefined;
  return {
    byHand: (fact) => {
      const id = chosen(fact)?.replace(/^Person_/, '');
      return id !== undefined && here.has(id) ? id : undefined;
    },
    byRule: (fact) => {
      if (chosen(fact) === null) return undefined;
      const named =
        hasNameOnly(fact) && matching.namesOnly === 'SAME_NAME' ? byName.get(wordOf('SAME_NAME', fact)) : null;
      return byWord.get(wordOf(matching.rule, fact)) ?? named ?? undefined;
    },
    isNew: (fact) => chosen(fact) === null,
  };
}

/** By a word that one alone has; null where several have it. */
function onlyOnes(
  present: readonly PresentPerson[],
  wordOfPerson: (person: PresentPerson) => string,
): Map<string, string | null> {
  const ones = new Map<string, string | null>();
  for (const person of present) {
    const word = wordOfPerson(person);
    if (word !== '') ones.set(word, ones.has(word) ? null : person.id);
  }
  return ones;
}

function wordOf(rule: PeopleRule, person: { name: string; email: string | null }): string {
  const word = rule === 'SAME_EMAIL' ? person.email : rule === 'SAME_NAME' ? person.name : null;
  return word?.trim().toLowerCase() ?? '';
}
