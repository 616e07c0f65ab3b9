import { describe, expect, it } from '@jest/globals';
import { type PeopleMatching, readJiraMapping } from './jira-mapping.js';
import { personMatcher } from './jira-people.js';

const ANA = '0a0a0a0a-0a0a-0a0a-0a0a-0a0a0a0a0a0a';
const BEN = '0b0b0b0b-0b0b-0b0b-0b0b-0b0b0b0b0b0b';
const person = (id: string, name: string, email: string | null) => ({
  id,
  name,
  email,
  isDeactivated: false,
  version: 1,
});
const HERE = [person(ANA, 'Ana Roth', 'ana@quay.example'), person(BEN, 'Ben Ito', null)];
const fact = (key: string, name: string, email: string | null = null) => ({
  source: 'jira:user',
  key,
  name,
  email,
  where: key,
});

function matcher(people: object, present = HERE) {
  const { mapping, problems } = readJiraMapping({ people });
  expect(problems).toEqual([]);
  const matching: PeopleMatching = mapping.people;
  return personMatcher(matching, 'jira:user', present);
}

describe('people of files and people who are here', () => {
  it('are strangers unless somebody says otherwise', () => {
    const { byHand, byRule } = matcher({});
    expect([byHand(fact('ana', 'Ana Roth')), byRule(fact('ana', 'Ana Roth', 'ana@quay.example'))]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('are the same by e-mail or by name, where only one fits', () => {
    expect(matcher({ rule: 'SAME_EMAIL' }).byRule(fact('a', 'A. R.', 'ANA@quay.example'))).toBe(ANA);
    expect(matcher({ rule: 'SAME_EMAIL' }).byRule(fact('a', 'Ana Roth'))).toBeUndefined();
    expect(matcher({ rule: 'SAME_NAME' }).byRule(fact('b', 'ben ito'))).toBe(BEN);
    const two = [...HERE, person('0c0c0c0c-0c0c-0c0c-0c0c-0c0c0c0c0c0c', 'Ben Ito', null)];
    expect(matcher({ rule: 'SAME_NAME' }, two).byRule(fact('b', 'Ben Ito'))).toBeUndefined();
  });

  it('are whom somebody chose, or new, whatever the rule', () => {
    const { byHand, byRule } = matcher({ rule: 'SAME_NAME', byHand: { x: `Person_${ANA}`, b: null } });
    expect(byHand(fact('x', 'Somebody'))).toBe(ANA);
    expect(byRule(fact('b', 'Ben Ito'))).toBeUndefined();
    expect(byHand({ ...fact('x', 'Somebody'), source: 'github' })).toBeUndefined();
  });

  it('refuses what is no person', () => {
    expect(readJiraMapping({ people: { byHand: { x: 'Ana' } } }).problems).toEqual([
      { field: 'mapping.people.byHand.x', problem: 'This must be the id of a person.' },
    ]);
  });
});
