import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { always } from '../../../platform/testing/always';
import { OCCURRENCES } from '../cadences.operations';
import { OCCURRENCE } from '../occurrence/occurrence.operations';
import { ANA, occurrence, occurrenceLine } from '../testing/meeting-facts';
import { renderMeetings } from '../testing/render-meetings';

beforeEach(() => {
  jest.useFakeTimers({
    now: new Date('2026-02-11T08:00:00Z'),
    doNotFake: ['setTimeout', 'setInterval', 'queueMicrotask', 'performance'],
  });
});
afterEach(() => {
  jest.useRealTimers();
});

const week = () =>
  always(OCCURRENCES)(() => ({
    occurrences: [
      occurrenceLine('2026-02-11', { facilitator: ANA }),
      occurrenceLine('2026-02-10', { state: 'CANCELLED', reason: 'Everybody is at the fair.' }),
      occurrenceLine('2026-02-12', {
        name: 'Call with New York',
        timeZone: 'America/New_York',
        localStart: '2026-02-12T09:00',
        startsAt: '2026-02-12T14:00:00Z',
        endsAt: '2026-02-12T15:00:00Z',
      }),
    ],
  }));

test('a week, a column a day: when, what, who facilitates, by the clocks of here', async () => {
  const asked = week();
  renderMeetings('/calendar', [asked.answer]);
  const days = await screen.findByRole('list', { name: 'The week' });
  expect(screen.getByRole('heading', { name: '9 – 15 February' })).toBeVisible();
  expect(within(days).getAllByRole('listitem', { name: /February/ })).toHaveLength(7);
  const today = within(days).getByRole('listitem', { name: 'Wednesday, 11 February' });
  expect(within(today).getByRole('link')).toHaveTextContent('09:30–09:45Daily of YardYardyou facilitate');
  const before = within(days).getByRole('listitem', { name: 'Tuesday, 10 February' });
  expect(within(before).getByRole('link')).toHaveTextContent(/Cancelled: Daily of Yard.*cancelled/);
  const call = within(days).getByRole('listitem', { name: 'Thursday, 12 February' });
  expect(within(call).getByRole('link')).toHaveTextContent('14:00–15:00 09:00 in New York');
  expect(asked.variables[0]).toEqual({ from: '2026-02-09', endsBefore: '2026-02-16', filter: { mine: true } });
});

test('where the days stand below each other, today is in sight at first', async () => {
  const scrolled: string[] = [];
  Element.prototype.scrollIntoView = function scrollIntoView() {
    scrolled.push(this.getAttribute('aria-label') ?? '');
  };
  const stacked = jest.spyOn(HTMLElement.prototype, 'offsetTop', 'get').mockImplementation(function offsetTop(
    this: HTMLElement,
  ) {
    return [...(this.parentElement?.children ?? [])].indexOf(this);
  });
  renderMeetings('/calendar', [week().answer]);
  await screen.findByRole('list', { name: 'The week' });
  expect(scrolled).toEqual(['Wednesday, 11 February']);
  stacked.mockRestore();
  Reflect.deleteProperty(Element.prototype, 'scrollIntoView');
});

test('what is chosen goes into the address and to the server; keys step through the weeks', async () => {
  const asked = week();
  const { address } = renderMeetings('/calendar', [asked.answer]);
  await screen.findByRole('list', { name: 'The week' });
  await userEvent.click(screen.getByRole('radio', { name: 'Everybody’s' }));
  await waitFor(() => expect(address()).toBe('/calendar?whose=all'));
  await userEvent.keyboard(']');
  await waitFor(() => expect(address()).toBe('/calendar?from=2026-02-16&whose=all'));
  await waitFor(() =>
    expect(asked.variables.at(-1)).toEqual({ from: '2026-02-16', endsBefore: '2026-02-23', filter: {} }),
  );
  await userEvent.keyboard('t');
  await waitFor(() => expect(address()).toBe('/calendar?whose=all'));
  await userEvent.click(screen.getByRole('radio', { name: 'List' }));
  await waitFor(() => expect(address()).toBe('/calendar?look=list&whose=all'));
  expect(await screen.findByRole('heading', { name: 'Today, Wednesday, 11 February' })).toBeVisible();
  await userEvent.keyboard('f');
  const filter = await screen.findByRole('dialog', { name: 'Filter' });
  await userEvent.type(within(filter).getByRole('combobox', { name: 'Whose meeting' }), 'yard{Enter}');
  await waitFor(() => expect(asked.variables.at(-1)?.filter).toEqual({ scopeKind: 'TEAM', scopeId: 'team-1' }));
  await userEvent.keyboard('{Escape}');
  await userEvent.click(screen.getByRole('button', { name: 'Remove Yard' }));
  await waitFor(() => expect(address()).toBe('/calendar?look=list&whose=all'));
});

test('j walks the meetings, Enter opens one beside them, Escape goes back to it', async () => {
  const one = always(OCCURRENCE)(() => ({ occurrence: occurrence('2026-02-11', { facilitator: ANA }) }));
  const { address } = renderMeetings('/calendar?whose=all', [week().answer, one.answer]);
  await screen.findByRole('list', { name: 'The week' });
  await userEvent.keyboard('jj');
  expect(screen.getByRole('link', { name: /you facilitate/ })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  const panel = await screen.findByRole('dialog', { name: 'Daily of Yard' });
  expect(panel).toBeVisible();
  expect(await within(panel).findByText('You facilitate')).toBeVisible();
  // The app has one banner already.
  expect(within(panel).queryByRole('banner')).not.toBeInTheDocument();
  expect(address()).toBe('/calendar/Occurrence_1_2026-02-11?whose=all');
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(address()).toBe('/calendar?whose=all'));
  await waitFor(() => expect(screen.getByRole('link', { name: /you facilitate/ })).toHaveFocus());
});

test('an empty calendar says what it is for, and the way to everybody’s', async () => {
  const none = always(OCCURRENCES)(() => ({ occurrences: [] }));
  const { address } = renderMeetings('/calendar', [none.answer]);
  await userEvent.click(await screen.findByRole('button', { name: 'Show everybody’s meetings' }));
  await waitFor(() => expect(address()).toBe('/calendar?whose=all'));
  expect(await screen.findByRole('link', { name: 'Plan a meeting' })).toHaveAttribute('href', '/cadences/new');
});
