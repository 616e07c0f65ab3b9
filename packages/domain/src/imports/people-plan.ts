import type { FieldChange } from '../event-payload.js';
import type { PlanDesk } from './organization-plan.js';
import type { PersonFact } from './organization-file.js';
import { NOBODY_MATCHED, type PersonMatcher } from './jira-people.js';

/**
 * Creates and updates people; answers ids by `source:key`. Joins nobody by e-mail or by name, unless a matcher says who a
 * person of the file is: such a one is taken as they are here, by later imports too, until somebody takes the match back.
 */
export function planPeople(desk: PlanDesk, matcher: PersonMatcher = NOBODY_MATCHED): Map<string, string> {
  const { present, tools, tally, writes } = desk;
  const here = new Map(present.people.map((person) => [person.id, person]));
  const ids = new Map<string, string>();
  for (const fact of desk.file.people) {
    const contentHash = tools.fingerprint({ name: fact.name, email: fact.email });
    const identity = present.identities.find(fact.source, 'person', fact.key);
    const known = identity && here.get(identity.entityId);
    const isMatched = known !== undefined && known.id === matchOf(desk, fact);
    // Whom an import brought stays who they are, until somebody says otherwise by hand.
    const joined = here.get(matcher.byHand(fact) ?? (known ? '' : (matcher.byRule(fact) ?? '')));
    const isTakenBack = joined === undefined && isMatched && matcher.isNew(fact);
    const person = joined ?? (isTakenBack ? undefined : known);
    const id = person?.id ?? tools.newId();
    const note = (effect: 'create' | 'update' | 'unchanged', details: string): void =>
      tally.note({ effect, kind: 'person', key: fact.key, title: fact.name, details });
    if (person === undefined) {
      writes.people.push({ effect: 'create', id, name: fact.name, email: fact.email, version: 0, changes: [] });
      const address = fact.email === null ? '' : `with the e-mail ${fact.email}`;
      note('create', isTakenBack ? [address, `no longer taken for ${known.name}`].filter(Boolean).join('; ') : address);
    } else if (joined !== undefined || isMatched) {
      // Before the identity itself, so that nobody is ever known without it.
      present.identities.put({ source: fact.source, kind: MATCHED, key: fact.key, entityId: id, contentHash });
      note('unchanged', `is ${person.name} here`);
    } else if (identity?.contentHash === contentHash) {
      note('unchanged', '');
    } else {
      const next = { name: fact.name, email: fact.email ?? person.email };
      const changes = changesOf(person, next);
      if (changes.length > 0) writes.people.push({ effect: 'update', id, ...next, version: person.version, changes });
      note(changes.length > 0 ? 'update' : 'unchanged', changes.map(wordsOf).join('; '));
    }
    present.identities.put({ source: fact.source, kind: 'person', key: fact.key, entityId: id, contentHash });
    ids.set(personKey(fact), id);
  }
  return ids;
}

/** The kind of identity that says that a person was here before the file, or was joined with somebody who was. */
export const MATCHED = 'person-matched';

function matchOf({ present }: PlanDesk, { source, key }: PersonFact): string | undefined {
  return present.identities.find(source, MATCHED, key)?.entityId;
}

export function personKey({ source, key }: Pick<PersonFact, 'source' | 'key'>): string {
  return `${source}:${key}`;
}

function changesOf(
  old: { name: string; email: string | null },
  next: { name: string; email: string | null },
): FieldChange[] {
  const changes: FieldChange[] = [];
  if (old.name !== next.name) changes.push({ field: 'name', from: old.name, to: next.name });
  if (old.email !== next.email) changes.push({ field: 'email', from: old.email, to: next.email });
  return changes;
}

export function wordsOf({ field, from, to }: FieldChange): string {
  return `${field}: ${from ?? 'nothing'} → ${to ?? 'nothing'}`;
}
