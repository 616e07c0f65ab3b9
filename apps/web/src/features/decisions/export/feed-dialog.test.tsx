import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DecisionFeedsQuery } from '../../../generated/graphql';
import { always } from '../../../platform/testing/always';
import { viewer } from '../../../platform/testing/answers';
import { renderScreen } from '../../../platform/testing/render-screen';
import { lastingSession, signedIn } from '../../../platform/testing/signed-in';
import { DECISION_SCOPES } from '../scopes/decision-scopes.operations';
import { ExportMenu } from './export-menu';
import { CREATE_DECISION_FEED, DECISION_FEEDS, REVOKE_DECISION_FEED } from './feeds.operations';

const YARD = { __typename: 'Team' as const, id: 'Team_1', name: 'Yard' };
type Feed = DecisionFeedsQuery['decisionFeeds'][number];

function show(params = '', count = 12) {
  let feeds: Feed[] = [];
  const feed = (): Feed => ({
    __typename: 'DecisionFeed',
    id: 'Feed_1',
    createdAt: '2026-03-02T08:00:00Z',
    team: YARD,
  });
  const scopes = always(DECISION_SCOPES)(() => ({
    organization: {
      __typename: 'Organization',
      id: 'organization-1',
      name: 'Harbour',
      products: [
        {
          __typename: 'Product',
          id: 'Product_1',
          name: 'Ferry',
          areas: [{ __typename: 'Area', id: 'Area_1', name: 'Quay', teams: [YARD] }],
        },
      ],
    },
  }));
  const listed = always(DECISION_FEEDS)(() => ({ decisionFeeds: feeds }));
  const made = always(CREATE_DECISION_FEED)(() => {
    feeds = [feed()];
    return {
      createDecisionFeed: { __typename: 'NewDecisionFeed', address: '/feeds/decisions/s3cret/yard.atom', feed: feed() },
    };
  });
  const revoked = always(REVOKE_DECISION_FEED)(() => {
    feeds = [];
    return { revokeDecisionFeed: { __typename: 'Done', done: true } };
  });
  const menu = <ExportMenu params={new URLSearchParams(params)} count={count} scopeId="Team_1" />;
  renderScreen(signedIn([{ index: true, element: menu }]), '/', [
    lastingSession(viewer()),
    scopes.answer,
    listed.answer,
    made.answer,
    revoked.answer,
  ]);
  return { made: made.variables, revoked: revoked.variables };
}

const openMenu = async () => userEvent.click(await screen.findByRole('button', { name: 'Export' }));

test('what is shown can be downloaded; what waits for one is no part of the record', async () => {
  show('waitsForMe=1');
  await openMenu();
  expect(screen.getByRole('menuitem', { name: /^These 12 decisions as a zip/ })).toHaveAttribute('aria-disabled');
});

test('the address of a feed is told once, and revoked', async () => {
  const { made, revoked } = show();
  await openMenu();
  expect(screen.getByRole('menuitem', { name: /^These 12 decisions as a zip/ })).not.toHaveAttribute('aria-disabled');
  await userEvent.click(screen.getByRole('menuitem', { name: /^Feed of a team/ }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Follow a team’s decisions' }));
  expect(await dialog.findByRole('combobox', { name: 'Team' })).toHaveValue('Yard');
  await userEvent.click(dialog.getByRole('button', { name: 'Make an address' }));
  expect(await dialog.findByLabelText('Address')).toHaveValue('http://localhost/feeds/decisions/s3cret/yard.atom');
  expect(made).toEqual([{ teamId: 'Team_1' }]);
  await userEvent.click(await dialog.findByRole('button', { name: 'Revoke' }));
  expect(await dialog.findByRole('button', { name: 'Make an address' })).toBeVisible();
  expect(dialog.queryByLabelText('Address')).not.toBeInTheDocument();
  expect(revoked).toEqual([{ id: 'Feed_1' }]);
});
