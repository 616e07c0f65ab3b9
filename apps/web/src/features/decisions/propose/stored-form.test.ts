import { expect, test } from '@jest/globals';
import { EMPTY_FORM, linesOf, NEW_OPTION } from './decision-form';
import { changedByBoth, changedFields, readStoredForm, rebased, storedForm } from './stored-form';
import { proposalInput } from './use-propose';

const SCOPE = { kind: 'TEAM' as const, id: 'team-1', name: 'Checkout' };

test('a draft comes back as it was; what another release wrote is left out, never an error', () => {
  const form = {
    ...EMPTY_FORM,
    title: 'Weekly',
    scope: SCOPE,
    options: [{ ...NEW_OPTION, title: 'A' }],
    chosenOption: 0,
  };
  expect(readStoredForm(storedForm(form))).toEqual(form);
  expect(readStoredForm('no form')).toEqual(EMPTY_FORM);
  expect(
    readStoredForm('{"title":7,"options":"many","people":null,"scope":"here","mood":"good","outcome":"Yes"}'),
  ).toEqual({
    ...EMPTY_FORM,
    outcome: 'Yes',
  });
});

test('what others change meanwhile is followed, but for fields that were changed here; of these both are told', () => {
  const from = { ...EMPTY_FORM, title: 'One', outcome: 'a', rationale: 'r' };
  const mine = { ...from, outcome: 'mine', rationale: 'mine too' };
  const now = { ...from, title: 'Renamed', outcome: 'theirs' };
  expect(rebased(mine, from, now)).toEqual({ ...now, outcome: 'mine', rationale: 'mine too' });
  expect(changedByBoth(mine, from, now)).toEqual(['outcome']);
  expect(changedByBoth({ ...mine, outcome: 'theirs' }, from, now)).toEqual([]);
  expect(changedFields(from, mine)).toEqual(['outcome', 'rationale']);
});

test('lists are one entry a line, with or without the marks of a list', () => {
  expect(linesOf('- one\n\n  * two \n• three\nfour - five')).toEqual(['one', 'two', 'three', 'four - five']);
});

test('empty options are left out, and the chosen one is still the one that was chosen', () => {
  const options = [NEW_OPTION, { ...NEW_OPTION, title: 'Every week', good: '- quick\nsmall', bad: 'busy' }];
  const sent = proposalInput({ ...EMPTY_FORM, title: ' Weekly ', scope: SCOPE, options, chosenOption: 1 });
  expect(sent).toMatchObject({
    title: 'Weekly',
    scopeKind: 'TEAM',
    scopeId: 'team-1',
    options: [
      {
        title: 'Every week',
        description: '',
        arguments: [
          { tone: 'GOOD', text: 'quick' },
          { tone: 'GOOD', text: 'small' },
          { tone: 'BAD', text: 'busy' },
        ],
      },
    ],
    chosenOption: 0,
  });
  expect(proposalInput({ ...EMPTY_FORM, scope: null })).toBeNull();
});
