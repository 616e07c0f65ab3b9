import { expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { always } from '../../../platform/testing/always';
import { refused } from '../../../platform/testing/answers';
import { OCCURRENCE } from '../occurrence/occurrence.operations';
import { CADENCE, CREATE_CADENCE, EDIT_CADENCE } from '../series/series.operations';
import { cadence, cadenceLine, occurrence, occurrenceLine } from '../testing/meeting-facts';
import { renderMeetings } from '../testing/render-meetings';

const made = () => always(CREATE_CADENCE)(() => ({ createCadence: cadenceLine({ id: 'Cadence_2' }) }));
const page = () => always(CADENCE)(({ id }) => ({ cadence: cadence({ id: String(id) }) })).answer;

test('a template first; its form is filled, the rule in words and its dates follow what is typed', async () => {
  const sent = made();
  const { address } = renderMeetings('/cadences/new?scopeKind=TEAM&scopeId=team-1', [sent.answer, page()]);
  const templates = await screen.findByRole('list', { name: 'Templates' });
  // A chapter's triage is no meeting of a team.
  expect(
    within(templates)
      .getAllByRole('link')
      .map((link) => link.textContent),
  ).toEqual(['Daily Scrum']);
  await userEvent.click(within(templates).getByRole('link', { name: 'Daily Scrum' }));
  const name = await screen.findByRole('textbox', { name: 'Name' });
  expect(name).toHaveValue('Daily Scrum');
  expect(screen.getByRole('list', { name: 'Hints for who takes part' })).toHaveTextContent('Product Owner: Listen');
  expect(screen.getByRole('combobox', { name: 'Whose meeting' })).toHaveValue('Yard');
  await userEvent.clear(screen.getByLabelText('First day'));
  await userEvent.type(screen.getByLabelText('First day'), '2027-03-01');
  await userEvent.clear(screen.getByLabelText('Begins'));
  await userEvent.type(screen.getByLabelText('Begins'), '09:15');
  const dates = screen.getByRole('region', { name: 'Next dates' });
  expect(dates).toHaveTextContent('Every day from Monday to Friday at 09:15');
  expect(
    within(dates)
      .getAllByRole('listitem')
      .map((one) => one.textContent),
  ).toEqual([
    'Monday, 1 March 2027, 09:15',
    'Tuesday, 2 March 2027, 09:15',
    'Wednesday, 3 March 2027, 09:15',
    'Thursday, 4 March 2027, 09:15',
    'Friday, 5 March 2027, 09:15',
  ]);
  await userEvent.click(screen.getByRole('button', { name: 'Friday' }));
  expect(within(dates).getAllByRole('listitem')[4]).toHaveTextContent('Monday, 8 March 2027');
  await userEvent.type(screen.getByRole('combobox', { name: 'Who takes turns' }), 'Rowan{Enter}');
  await userEvent.click(await screen.findByRole('button', { name: 'Everybody with these roles' }));
  await userEvent.click(screen.getByRole('button', { name: /^Plan it/ }));
  await waitFor(() => expect(address()).toBe('/cadences/Cadence_2'));
  expect(sent.variables[0]?.input).toEqual({
    kind: 'DAILY_SCRUM',
    name: 'Daily Scrum',
    scopeKind: 'TEAM',
    scopeId: 'team-1',
    rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH',
    startsAt: '2027-03-01T09:15',
    timeZone: 'Europe/Lisbon',
    minutes: 15,
    place: '',
    agenda: '- What brings us nearer?',
    facilitation: 'ROTA',
    rotaPersonIds: ['person-2', 'person-1'],
    audience: { roles: ['DEVELOPER'], personIds: [] },
  });
});

test('what is missing is said at its field, what was begun comes back', async () => {
  localStorage.clear();
  const first = renderMeetings('/cadences/new?kind=DAILY_SCRUM', [made().answer]);
  const name = await screen.findByRole('textbox', { name: 'Name' });
  await userEvent.clear(name);
  await userEvent.type(screen.getByRole('textbox', { name: /^Place/ }), 'Room 4');
  await userEvent.click(screen.getByRole('button', { name: /^Plan it/ }));
  await waitFor(() => expect(name).toHaveAttribute('aria-invalid', 'true'));
  expect(first.address()).toContain('/cadences/new');
  document.body.replaceChildren();
  renderMeetings('/cadences/new?kind=DAILY_SCRUM', [made().answer]);
  expect(await screen.findByRole('textbox', { name: /^Place/ })).toHaveValue('Room 4');
  expect(screen.getByText(/^What you wrote at .* is back\.$/)).toBeVisible();
  localStorage.clear();
});

test('a rule that nobody could keep is refused before it is sent', async () => {
  localStorage.clear();
  const sent = made();
  renderMeetings('/cadences/new?kind=DAILY_SCRUM', [sent.answer]);
  await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'How often' }), 'By a rule of its own');
  const rule = screen.getByRole('textbox', { name: 'Rule (RFC 5545)' });
  expect(rule).toHaveValue('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR');
  await userEvent.clear(rule);
  await userEvent.type(rule, 'FREQ=HOURLY');
  await userEvent.click(screen.getByRole('button', { name: /^Plan it/ }));
  await waitFor(() => expect(rule).toHaveAttribute('aria-invalid', 'true'));
  expect(rule).toHaveAccessibleDescription(/meetings take place at most once a day/);
  expect(sent.variables).toEqual([]);
  localStorage.clear();
});

const changed = () => always(EDIT_CADENCE)(({ id }) => ({ editCadence: cadenceLine({ id: String(id) }) }));
const series = () =>
  always(CADENCE)(({ id }) => ({
    cadence: cadence({
      id: String(id),
      viewerCan: ['cadence:edit'],
      next: [
        occurrenceLine('2027-03-01'),
        occurrenceLine('2027-03-02'),
        occurrenceLine('2027-03-03', { moved: true, localStart: '2027-03-03T14:00' }),
      ],
    }),
  })).answer;
const date = () =>
  always(OCCURRENCE)(() => ({ occurrence: occurrence('2027-03-02', { id: 'Occurrence_1_x' }) })).answer;
const EDIT_ONE = '/cadences/Cadence_1/edit?at=2027-03-02T09:30&of=Occurrence_1_x';

async function moveTo(time: string, name = 'Which dates?') {
  const begins = await screen.findByLabelText('Begins');
  await userEvent.clear(begins);
  await userEvent.type(begins, time);
  await userEvent.click(screen.getByRole('button', { name: /^Save/ }));
  return within(await screen.findByRole('dialog', { name }));
}

test('a change from one date on asks which dates it is of, and says what is lost', async () => {
  localStorage.clear();
  const sent = changed();
  renderMeetings(EDIT_ONE, [series(), date(), sent.answer]);
  const dialog = await moveTo('10:00');
  expect(dialog.getByRole('radio', { name: /^This date only/ })).toBeChecked();
  await userEvent.click(dialog.getByRole('radio', { name: /^This date and all after it/ }));
  expect(dialog.getByText(/^1 date was arranged by hand, .* again: 3 March 2027 \(moved\)\.$/)).toBeVisible();
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(sent.variables[0]).toMatchObject({
      span: 'THIS_AND_FOLLOWING',
      at: '2027-03-02T09:30',
      version: 3,
      changes: { startsAt: '2027-03-02T10:00' },
    }),
  );
});

test('of the whole series another time is one from its first date on; only what was changed is sent', async () => {
  localStorage.clear();
  const sent = changed();
  renderMeetings(EDIT_ONE, [series(), date(), sent.answer]);
  const dialog = await moveTo('10:00');
  await userEvent.click(dialog.getByRole('radio', { name: /^The whole series/ }));
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(sent.variables[0]).toMatchObject({ span: 'ALL', at: null, changes: { startsAt: '2026-01-05T10:00' } }),
  );
  expect(Object.keys(sent.variables[0]?.changes ?? {})).toEqual(['startsAt']);
});

test('what changes no date loses none, and is not said to', async () => {
  localStorage.clear();
  renderMeetings(EDIT_ONE, [series(), date(), changed().answer]);
  await userEvent.type(await screen.findByRole('textbox', { name: 'Name' }), ' of all');
  await userEvent.click(screen.getByRole('button', { name: /^Save/ }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Which dates?' }));
  await userEvent.click(dialog.getByRole('radio', { name: /^The whole series/ }));
  expect(dialog.queryByText(/arranged by hand/)).not.toBeInTheDocument();
});

test('the whole series, too, asks before dates lose what was arranged for them', async () => {
  localStorage.clear();
  const sent = changed();
  renderMeetings('/cadences/Cadence_1/edit', [series(), sent.answer]);
  const dialog = await moveTo('10:00', 'Change the whole series?');
  expect(dialog.getByText(/3 March 2027 \(moved\)/)).toBeVisible();
  expect(sent.variables).toEqual([]);
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(sent.variables[0]).toMatchObject({ span: 'ALL', at: null }));
});

test('who is invited is of a series: the one date alone is not offered', async () => {
  localStorage.clear();
  renderMeetings(EDIT_ONE, [series(), date(), changed().answer]);
  await userEvent.type(await screen.findByRole('combobox', { name: /^And these people/ }), 'Wren{Enter}');
  await userEvent.click(screen.getByRole('button', { name: /^Save/ }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Which dates?' }));
  expect(dialog.queryByRole('radio', { name: /^This date only/ })).not.toBeInTheDocument();
  expect(dialog.getByRole('radio', { name: /^This date and all after it/ })).toBeChecked();
});

test('a meeting that is not there says so', async () => {
  const none = refused(CADENCE, { id: 'Cadence_9', count: 20 }, 'NOT_FOUND');
  renderMeetings('/cadences/Cadence_9/edit', [none]);
  expect(await screen.findByText('There is no such meeting.')).toBeVisible();
});

test('who may not change a meeting is told who can, before they type anything', async () => {
  const asked = always(CADENCE)(() => ({ cadence: cadence() }));
  renderMeetings('/cadences/Cadence_1/edit', [asked.answer]);
  expect(await screen.findByText('You cannot change this meeting.')).toBeVisible();
  expect(screen.queryByRole('textbox', { name: 'Name' })).not.toBeInTheDocument();
});
