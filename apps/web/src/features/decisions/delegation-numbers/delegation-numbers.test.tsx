import { beforeAll, expect, test } from '@jest/globals';
import { DELEGATION_LEVELS } from '@chapterhouse/domain/decisions/delegation-levels';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DelegationNumberFactsFragment } from '../../../generated/graphql';
import { always } from '../../../platform/testing/always';
import { viewer } from '../../../platform/testing/answers';
import { renderScreen } from '../../../platform/testing/render-screen';
import { lastingSession, signedIn } from '../../../platform/testing/signed-in';
import { delegationRoutes } from '../delegation-routes';
import { DECISION_SCOPES } from '../scopes/decision-scopes.operations';
import { scopes, YARD } from '../testing/delegation-facts';
import { delegationFigures } from './delegation-figures';
import { DELEGATION_NUMBERS } from './delegation-numbers.operations';
import { windowOf } from './delegation-numbers-view';

// A screen's code comes when it is opened; here it is there at once.
beforeAll(async () => void (await import('./delegation-numbers-page')));

const numbers = (facts: Partial<DelegationNumberFactsFragment> = {}): DelegationNumberFactsFragment => ({
  __typename: 'DelegationNumbers',
  decided: 10,
  delegated: 6,
  shareDelegated: 0.6,
  vetoes: 1,
  overdueConsents: 2,
  consents: 4,
  byLevel: DELEGATION_LEVELS.map((level) => ({
    __typename: 'DelegationLevelNumbers',
    level,
    decided: level === 'INQUIRE' ? 6 : level === 'TELL' ? 4 : 0,
    medianHours: level === 'INQUIRE' ? 6.25 : level === 'TELL' ? 1 : null,
    vetoed: level === 'INQUIRE' ? 1 : 0,
  })),
  ...facts,
});
const NOTHING = numbers({ decided: 0, delegated: 0, shareDelegated: null, vetoes: 0, overdueConsents: 0, consents: 0 });

function show(now = numbers()) {
  const asked = always(DELEGATION_NUMBERS)(() => ({ now, before: NOTHING }));
  const { address } = renderScreen(signedIn(delegationRoutes), '/decisions/delegation/numbers', [
    lastingSession(viewer()),
    always(DECISION_SCOPES)(() => scopes).answer,
    asked.answer,
  ]);
  return { address, asked: asked.variables };
}

test('levels are told one by one; a veto only where a level has one', async () => {
  show();
  const row = async (name: RegExp) => {
    const cells = within(await screen.findByRole('row', { name })).getAllByRole('cell');
    return cells.map(({ textContent }) => textContent);
  };
  expect(await row(/^6 Inquire/)).toEqual(['6', '6.3\u00A0h', '1']);
  expect(await row(/^1 Tell/)).toEqual(['4', '1\u00A0h', '–']);
  expect(await row(/^4 Agree/)).toEqual(['0', '–', '–']);
  // Where the columns stand below each other on a phone each cell says what it is.
  const cells = within(screen.getByRole('row', { name: /^4 Agree/ })).getAllByRole('cell');
  const columns = screen.getAllByRole('columnheader').slice(1);
  expect(cells.map((cell) => cell.dataset['label'])).toEqual(columns.map(({ textContent }) => textContent));
});

test('a place is in the address, and its decisions are asked for', async () => {
  const { address, asked } = show();
  await userEvent.click(await screen.findByRole('combobox', { name: 'Decisions of' }));
  await userEvent.click(screen.getByRole('option', { name: /^Yard/ }));
  expect(address()).toBe(`/decisions/delegation/numbers?of=${YARD.id}`);
  expect(asked.at(-1)).toMatchObject({ scopeId: YARD.id });
});

test('where nothing was decided it says what would be here', async () => {
  show(NOTHING);
  expect(await screen.findByText('Nothing was decided in this time')).toBeVisible();
});

test('a share is compared with enough of before only; one is not many', () => {
  const [few] = delegationFigures(numbers(), numbers({ decided: 4 }), 6);
  expect(few).toMatchObject({ figure: '60\u00A0%', of: '6 of 10 decisions' });
  expect(few?.compared).toBe('Not enough decisions in the 6 months before to compare with.');
  const [delegated, vetoes, consents] = delegationFigures(
    numbers({ delegated: 1, consents: 1 }),
    numbers({ shareDelegated: 0.59, vetoes: 3 }),
    6,
  );
  expect(delegated?.compared).toBe('1 percentage point more than in the 6 months before: 59\u00A0%.');
  expect([vetoes?.of, vetoes?.compared]).toEqual([
    'given in this time, whenever it was decided',
    '2 fewer than in the 6 months before.',
  ]);
  expect([consents?.of, consents?.compared]).toEqual(['of 1 consent asked for', 'As many as in the 6 months before.']);
});

test('the window is whole months, and as many before', () => {
  expect(windowOf('2026-02-28', 3)).toEqual({ from: '2025-12-01', endsBefore: '2026-03-01', beforeFrom: '2025-09-01' });
});
