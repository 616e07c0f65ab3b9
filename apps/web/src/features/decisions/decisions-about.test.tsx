import { afterEach, expect, test } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { always } from '../../platform/testing/always';
import { refused, viewer } from '../../platform/testing/answers';
import { renderScreen } from '../../platform/testing/render-screen';
import { lastingSession, signedIn } from '../../platform/testing/signed-in';
import { DECISIONS } from './decisions.operations';
import { DecisionsAbout } from './decisions-about';
import { DECISION_FEEDS } from './export/feeds.operations';
import { ItemKey } from './item-key';
import { setProposing, useProposing } from './propose/propose-state';
import { DECISION_SCOPES } from './scopes/decision-scopes.operations';
import { found, line } from './testing/decision-facts';

afterEach(() => act(() => setProposing(null)));

const SCOPE = { kind: 'TEAM' as const, id: 'team-1', name: 'Checkout' };

function Begun() {
  return <output>{JSON.stringify(useProposing())}</output>;
}

function show(of: { touchesId: string } | { personId: string }, ...answers: Parameters<typeof renderScreen>[2]) {
  const part = (
    <>
      <DecisionsAbout
        of={of}
        none="Nothing was decided."
        begun={{ scope: SCOPE }}
        {...('touchesId' in of && { feedOf: of.touchesId })}
      />
      <Begun />
      <ItemKey itemKey="PAY-12" />
    </>
  );
  return renderScreen(signedIn([{ path: '/', element: part }]), '/', [lastingSession(viewer()), ...answers]);
}

test('the latest about something, the way to all of them, and the next one begun there', async () => {
  const asked = always(DECISIONS)(() => found([{ decision: line(9) }, { decision: line(4) }], { totalCount: 12 }));
  show({ touchesId: 'team-1' }, asked.answer);
  expect(await screen.findByRole('link', { name: /D-9.*Decision 9/ })).toHaveAttribute('href', '/decisions/D-9');
  expect(asked.variables).toEqual([{ first: 5, filter: { touchesId: 'team-1' }, order: 'NEWEST' }]);
  expect(screen.getByRole('link', { name: 'All 12 decisions' })).toHaveAttribute('href', '/decisions?touchesId=team-1');
  await userEvent.click(screen.getByRole('button', { name: 'Propose a decision' }));
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(JSON.stringify({ scope: SCOPE })));
  expect(screen.getByRole('link', { name: 'PAY-12' })).toHaveAttribute('href', '/decisions?touchesKey=PAY-12');
});

test('a team’s decisions are followed from there, by a feed of that team', async () => {
  const scopes = always(DECISION_SCOPES)(() => ({
    organization: {
      __typename: 'Organization',
      id: 'organization-1',
      name: 'Harbour',
      products: [
        {
          __typename: 'Product',
          id: 'product-1',
          name: 'Ferry',
          areas: [
            {
              __typename: 'Area',
              id: 'area-1',
              name: 'Quay',
              teams: [
                { __typename: 'Team', id: 'team-0', name: 'Anchors' },
                { __typename: 'Team', id: 'team-1', name: 'Checkout' },
              ],
            },
          ],
        },
      ],
    },
  }));
  const feeds = always(DECISION_FEEDS)(() => ({ decisionFeeds: [] }));
  show({ touchesId: 'team-1' }, always(DECISIONS)(() => found([])).answer, scopes.answer, feeds.answer);
  await userEvent.click(await screen.findByRole('button', { name: 'Follow by a feed' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Follow a team’s decisions' }));
  expect(await dialog.findByRole('combobox', { name: 'Team' })).toHaveValue('Checkout');
  expect(await dialog.findByRole('button', { name: 'Make an address' })).toBeVisible();
});

test('where there is none it is said; where they are all there, nothing leads further', async () => {
  show({ personId: 'person-2' }, always(DECISIONS)(() => found([])).answer);
  expect(await screen.findByText('Nothing was decided.')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Follow by a feed' })).not.toBeInTheDocument();
  expect(screen.queryByRole('link', { name: /^All/ })).not.toBeInTheDocument();
});

test('a refusal is told in its place', async () => {
  const variables = { first: 5, filter: { personId: 'person-2' }, order: 'NEWEST' as const };
  show({ personId: 'person-2' }, refused(DECISIONS, variables, 'RATE_LIMITED', { retryAfterSeconds: 5 }));
  expect(await screen.findByText('Too many attempts.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
});
