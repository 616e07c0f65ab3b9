import { expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CalendarFeedsQuery } from '../../../generated/graphql';
import { always } from '../../../platform/testing/always';
import { OCCURRENCES } from '../cadences.operations';
import { renderMeetings } from '../testing/render-meetings';
import { CALENDAR_FEEDS, CREATE_CALENDAR_FEED, REVOKE_CALENDAR_FEED } from './calendar-feeds.operations';

type Feed = CalendarFeedsQuery['calendarFeeds'][number];

test('an address is made, told once, and revoked', async () => {
  let feeds: Feed[] = [];
  const listed = always(CALENDAR_FEEDS)(() => ({ calendarFeeds: feeds }));
  const made = always(CREATE_CALENDAR_FEED)(({ scope }) => {
    const feed: Feed = {
      __typename: 'CalendarFeed',
      id: 'Feed_1',
      scope,
      label: 'Team Yard',
      createdAt: '2026-02-11T08:00:00Z',
      lastReadAt: null,
    };
    feeds = [feed];
    return {
      createCalendarFeed: { __typename: 'NewCalendarFeed', address: '/feeds/calendar/s3cret/yard.ics', feed },
    };
  });
  const revoked = always(REVOKE_CALENDAR_FEED)(() => {
    feeds = [];
    return { revokeCalendarFeed: { __typename: 'Done', done: true } };
  });
  const none = always(OCCURRENCES)(() => ({ occurrences: [] }));
  renderMeetings('/calendar', [none.answer, listed.answer, made.answer, revoked.answer]);
  await userEvent.click(await screen.findByRole('button', { name: 'Follow by a calendar' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Follow by a calendar' }));
  const which = dialog.getByRole('combobox', { name: 'Which meetings' });
  await waitFor(() => expect(within(which).getAllByRole('option')).toHaveLength(4));
  expect(within(which).getByRole('option', { name: 'Community Testing' })).toBeInTheDocument();
  await userEvent.selectOptions(which, 'Team Yard');
  await userEvent.click(dialog.getByRole('button', { name: 'Make an address' }));
  expect(await dialog.findByLabelText('Address')).toHaveValue('http://localhost/feeds/calendar/s3cret/yard.ics');
  expect(made.variables).toEqual([{ scope: 'TEAM', scopeId: 'team-1' }]);
  expect(await dialog.findByText(/never read yet/)).toBeVisible();
  await userEvent.click(dialog.getByRole('button', { name: 'Revoke the address of Team Yard' }));
  expect(await dialog.findByRole('button', { name: 'Make an address' })).toBeVisible();
  expect(dialog.queryByLabelText('Address')).not.toBeInTheDocument();
  expect(revoked.variables).toEqual([{ id: 'Feed_1' }]);
});
