import { describe, expect, it } from '@jest/globals';
import { DELEGATION_LEVELS } from './delegation-levels.js';
import { delegationSentence, eitherOf, type Party, personParty, roleParty, teamParty } from './delegation-words.js';

const owner = roleParty('PRODUCT_OWNER', { kind: 'TEAM', name: 'Payments' });
const team = teamParty({ kind: 'TEAM', name: 'Payments' });
const teams = teamParty({ kind: 'AREA', name: 'Checkout' });

describe('the sentence of a cell', () => {
  const said = {
    TELL: 'The Product Owner of Payments decides about Tools and tells the team Payments.',
    SELL: 'The Product Owner of Payments decides about Tools, says why, and tells the team Payments.',
    CONSULT:
      'The Product Owner of Payments decides about Tools after asking the team Payments, who has 8 working hours to advise.',
    AGREE:
      'The Product Owner of Payments and the team Payments decide about Tools together: both must consent, within 8 working hours; one person of the team Payments consents for all, others may object until it is accepted.',
    ADVISE:
      'The team Payments decides about Tools after asking the Product Owner of Payments, who has 8 working hours to advise and then may veto for 16 working hours.',
    INQUIRE:
      'The team Payments decides about Tools and tells the Product Owner of Payments, who may veto for 16 working hours.',
    DELEGATE: 'The team Payments decides about Tools; nobody needs to be asked or told.',
  };
  it.each(DELEGATION_LEVELS)('%s', (level) => {
    const parts = { level, accountable: owner, delegate: team, about: 'Tools', vetoHours: 16, answerHours: 8 };
    expect(delegationSentence(parts)).toBe(said[level]);
  });

  it('of one decision; of many teams; without a veto; of one hour', () => {
    const parts = { accountable: owner, delegate: teams, vetoHours: 0, answerHours: 1 };
    expect(delegationSentence({ ...parts, level: 'INQUIRE' })).toBe(
      'The teams of Checkout decide and tell the Product Owner of Payments.',
    );
    expect(delegationSentence({ ...parts, level: 'CONSULT' })).toBe(
      'The Product Owner of Payments decides after asking the teams of Checkout, who have 1 working hour to advise.',
    );
  });

  it('of what several agree on says that one of them consents for all', () => {
    const agreed = (accountable: Party, delegate: Party): string =>
      delegationSentence({ level: 'AGREE', accountable, delegate, vetoHours: 0, answerHours: 16 }).split('; ')[1] ?? '';
    const executives = roleParty('EXECUTIVE_ACTION_TEAM', { kind: 'ORGANIZATION', name: 'Harbour' });
    const rest = 'consents for all, others may object until it is accepted.';
    expect(agreed(owner, teams)).toBe(`one person of the teams of Checkout ${rest}`);
    expect(agreed(executives, teamParty({ kind: 'ORGANIZATION', name: 'Harbour' }))).toBe(`one person of each ${rest}`);
    expect(agreed(executives, personParty('Dora'))).toBe(`one person of the Executive Action Team ${rest}`);
    expect(agreed(owner, personParty('Dora'))).toBe('');
    expect(agreed(owner, roleParty('TECHNICAL_LEAD', { kind: 'AREA', name: 'Checkout' }))).toBe('');
  });

  it('where nobody delegated anything', () => {
    const parts = { level: 'TELL' as const, accountable: owner, delegate: null, vetoHours: 0, answerHours: 0 };
    expect(delegationSentence(parts)).toBe('The Product Owner of Payments decides: nobody delegated it.');
  });
});

it('names who takes part', () => {
  expect(teamParty({ kind: 'ORGANIZATION', name: 'Harbour' }).words).toBe('all teams');
  expect(roleParty('EXECUTIVE_ACTION_TEAM', { kind: 'ORGANIZATION', name: 'Harbour' })).toEqual({
    words: 'the Executive Action Team',
    many: false,
    oneForAll: true,
  });
  expect(roleParty('AGILE_COACH', { kind: 'ORGANIZATION', name: 'Harbour' })).toEqual({
    words: 'the Agile Coaches',
    many: true,
    oneForAll: true,
  });
  expect(roleParty('SCRUM_MASTER', null).words).toBe('the Scrum Master');
  expect(eitherOf([owner, personParty('Dora')])).toBe('the Product Owner of Payments or Dora');
});
