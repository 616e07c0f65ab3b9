import type { MockLink } from '@apollo/client/testing';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CalendarFactsFragment, EditWorkingCalendarMutationVariables } from '../../../generated/graphql';
import { always } from '../../../platform/testing/always';
import { viewer } from '../../../platform/testing/answers';
import { renderScreen } from '../../../platform/testing/render-screen';
import { lastingSession, signedIn } from '../../../platform/testing/signed-in';
import { organizationRoutes } from '../routes';
import { EDIT_WORKING_CALENDAR, WORKING_CALENDAR } from './calendar.operations';

type Calendar = CalendarFactsFragment['workingCalendar'];
const holiday = (date: string, name: string) => ({ __typename: 'Holiday' as const, date, name });
function organization(calendar: Partial<Calendar> = {}, facts: Partial<CalendarFactsFragment> = {}) {
  return {
    __typename: 'Organization' as const,
    id: 'organization-1',
    version: 5,
    viewerCan: ['organization:edit'],
    timeZone: 'Europe/Lisbon',
    workingDayStarts: 9,
    workingDayEnds: 17,
    workingCalendar: {
      __typename: 'WorkingCalendar' as const,
      timeZone: 'Europe/Lisbon',
      workingDays: [1, 2, 3, 4, 5],
      workingDayStarts: 9,
      workingDayEnds: 17,
      holidays: [holiday('2026-01-01', 'New Year'), holiday('2026-12-25', 'Christmas Day')],
      ...calendar,
    },
    ...facts,
  };
}

function show(
  present: () => CalendarFactsFragment,
  save: (sent: EditWorkingCalendarMutationVariables) => CalendarFactsFragment = present,
  first: MockLink.MockedResponse[] = [],
) {
  const saved = always(EDIT_WORKING_CALENDAR)((sent) => ({
    editWorkingCalendar: { __typename: 'WorkingCalendarEdited', organization: save(sent), movedClocks: 2 },
  }));
  renderScreen(signedIn(organizationRoutes), '/organization/settings/calendar', [
    lastingSession(viewer()),
    ...first,
    always(WORKING_CALENDAR)(() => ({ organization: present() })).answer,
    saved.answer,
  ]);
  return saved.variables;
}

beforeEach(() => {
  jest.useFakeTimers({
    now: new Date('2026-11-21T10:00:00Z'),
    doNotFake: ['setTimeout', 'setInterval', 'queueMicrotask', 'setImmediate', 'nextTick', 'performance'],
  });
});
afterEach(() => {
  jest.useRealTimers();
  localStorage.clear();
});

const weeks = () => screen.findByRole('table', { name: 'This week and the five after it' });
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

test('everybody reads when the organization works; only administrators get fields', async () => {
  show(() => organization({}, { viewerCan: [] }));
  expect(
    await screen.findByText('Monday to Friday, 09:00 to 17:00 in Europe/Lisbon: 8 working hours a day, 40 a week.'),
  ).toBeVisible();
  expect(screen.getByRole('listitem')).toHaveTextContent('Fri 25 DecemberChristmas Day');
  expect(within(await weeks()).getByRole('cell', { name: '25 Christmas Day, holiday' })).toBeVisible();
  expect(screen.queryByRole('textbox')).toBeNull();
  await press('Show 1 past');
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
});

test('a holiday is added, another removed and kept again; the whole calendar is sent', async () => {
  let now = organization();
  const sent = show(
    () => now,
    ({ holidays }) =>
      (now = organization(
        { holidays: [holidays ?? []].flat().map(({ date, name }) => holiday(date, name)) },
        { version: 6 },
      )),
  );
  fireEvent.change(await screen.findByLabelText('Day'), { target: { value: '2026-12-24' } });
  await userEvent.type(screen.getByLabelText('Name'), 'Christmas Eve{Enter}');
  expect(sent).toEqual([]);
  expect(within(await weeks()).getByRole('cell', { name: /Christmas Eve, holiday/ })).toBeVisible();
  await press('Remove Christmas Day');
  expect(screen.getByText('removed, not saved yet')).toBeVisible();
  await press('Keep Christmas Day');
  expect(screen.getByRole('region', { name: 'Unsaved changes' })).toHaveTextContent('One change is not saved.');
  await press('Save the calendar');
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Unsaved changes' })).toBeNull());
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
  expect(sent).toEqual([
    expect.objectContaining({
      version: 5,
      timeZone: 'Europe/Lisbon',
      workingDays: [1, 2, 3, 4, 5],
      holidays: [
        { date: '2026-01-01', name: 'New Year' },
        { date: '2026-12-24', name: 'Christmas Eve' },
        { date: '2026-12-25', name: 'Christmas Day' },
      ],
    }),
  ]);
});

test('a holiday that was never saved goes with its button; the focus goes to where the next one is written', async () => {
  show(() => organization());
  fireEvent.change(await screen.findByLabelText('Day'), { target: { value: '2026-12-24' } });
  await userEvent.type(screen.getByLabelText('Name'), 'Eve');
  await press('Add');
  await press('Remove Eve');
  expect(screen.queryByText('Eve')).toBeNull();
  expect(screen.getByLabelText('Day')).toHaveFocus();
});

test('a pasted list says what it understands before anything is added', async () => {
  show(() => organization());
  await userEvent.click(await screen.findByRole('button', { name: 'Paste a list …' }));
  const dialog = await screen.findByRole('dialog', { name: 'Paste holidays' });
  await userEvent.click(within(dialog).getByLabelText('Holidays'));
  await userEvent.paste('2026-12-25 Christmas Day\n2026-12-26;Boxing Day\nnever');
  expect(dialog).toHaveTextContent('1 to add, 1 there already.');
  expect(dialog).toHaveTextContent('Line 3 has no date such as 2026-12-25 or 25.12.2026');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Add them' }));
  expect(await screen.findByText('Boxing Day')).toBeVisible();
  expect(screen.getByText('nobody works then anyway, not saved yet')).toBeVisible();
});

test('without a working day there is nothing to measure in: the sentence says so, and the server’s word stands at the field', async () => {
  const problem = { field: 'workingDays', problem: 'Choose at least one working day.' };
  show(() => organization(), undefined, [
    {
      request: { query: EDIT_WORKING_CALENDAR, variables: () => true },
      result: {
        errors: [{ message: 'x', extensions: { code: 'INVALID_INPUT', details: { fields: [problem] } } }],
      },
    },
  ]);
  await screen.findByLabelText('Day');
  for (const day of ['Mon', 'Tue', 'Wed', 'Thu', 'Fri']) await userEvent.click(screen.getByLabelText(day));
  expect(screen.getByText('Nobody works on any day: choose at least one.')).toBeVisible();
  await press('Save the calendar');
  expect(await screen.findByText('Choose at least one working day.')).toBeVisible();
});

test('two administrators who add different holidays are in nobody’s way: both are kept', async () => {
  let now = organization();
  const conflict = { code: 'CONFLICT', details: { currentVersion: 6 } };
  const sent = show(() => now, undefined, [
    {
      request: { query: EDIT_WORKING_CALENDAR, variables: () => true },
      result: { errors: [{ message: 'x', extensions: conflict }] },
    },
  ]);
  fireEvent.change(await screen.findByLabelText('Day'), { target: { value: '2026-12-24' } });
  await userEvent.type(screen.getByLabelText('Name'), 'Eve{Enter}');
  const theirs = [holiday('2026-12-25', 'Christmas Day'), holiday('2026-12-31', 'Inventory')];
  now = organization({ holidays: theirs }, { version: 6 });
  await press('Save the calendar');
  expect(await screen.findByText('Inventory')).toBeVisible();
  expect(screen.getByRole('note')).toHaveTextContent('Somebody saved another change a moment before you.');
  now = organization({ holidays: [...theirs, holiday('2026-12-24', 'Eve')] }, { version: 7 });
  await press('Save the calendar');
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({
    version: 6,
    holidays: [{ name: 'Eve' }, { name: 'Christmas Day' }, { name: 'Inventory' }],
  });
});
