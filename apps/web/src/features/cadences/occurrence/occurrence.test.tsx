import { expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { OccurrenceRecordFragment } from '../../../generated/graphql';
import { always } from '../../../platform/testing/always';
import { ANA, invited, occurrence, occurrenceLine, ROWAN, WREN } from '../testing/meeting-facts';
import { renderMeetings } from '../testing/render-meetings';
import {
  ADD_OUTCOME,
  ANSWER_OCCURRENCE,
  CANCEL_OCCURRENCE,
  MOVE_OCCURRENCE,
  OCCURRENCE,
  RECORD_ATTENDANCE,
  RESTORE_OCCURRENCE,
  SET_OCCURRENCE_FACILITATOR,
  SKIP_OCCURRENCE,
  WRITE_OCCURRENCE_NOTES,
} from './occurrence.operations';

const DAY = '2026-02-11';
const AT = `/calendar/Occurrence_1_${DAY}/page`;
const ARRANGES = ['occurrence:move', 'occurrence:cancel', 'occurrence:skip', 'occurrence:restore'];

const one = (changes: Partial<OccurrenceRecordFragment> = {}) =>
  always(OCCURRENCE)(() => ({ occurrence: occurrence(DAY, changes) })).answer;
const restored = () => always(RESTORE_OCCURRENCE)(() => ({ restoreOccurrence: occurrenceLine(DAY, { version: 3 }) }));

async function choose(name: RegExp) {
  await userEvent.click(await screen.findByRole('button', { name: 'What to do with this date' }));
  await userEvent.click(await screen.findByRole('menuitem', { name }));
  return within(await screen.findByRole('dialog'));
}

test('when, where, who facilitates and why, what the hints are', async () => {
  const turn = {
    __typename: 'RotaTurn' as const,
    id: 'RotaTurn_1',
    on: DAY,
    note: null,
    people: [{ __typename: 'TurnPerson' as const, reason: 'ABSENT_PASSED' as const, person: ROWAN, insteadOf: ANA }],
  };
  const facts = occurrence(DAY);
  const hints = [{ __typename: 'RoleHint' as const, role: 'PRODUCT_OWNER' as const, words: 'Listen, don’t direct.' }];
  renderMeetings(AT, [
    one({ turn, place: 'https://call.harbour.example/daily', cadence: { ...facts.cadence, hints } }),
  ]);
  expect(await screen.findByRole('heading', { level: 1, name: 'Daily of Yard' })).toBeVisible();
  const levels = screen.getAllByRole('heading').map(({ tagName }) => Number(tagName.slice(1)));
  expect(levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
  expect(screen.getByText(/Rowan Squall facilitates/)).toHaveTextContent('for Ana Lindqvist, who is away');
  expect(screen.getByRole('link', { name: 'call.harbour.example/daily' })).toHaveAttribute(
    'href',
    'https://call.harbour.example/daily',
  );
  expect(screen.getByRole('list', { name: 'Hints for who takes part' })).toHaveTextContent('Listen, don’t direct.');
  // Nobody may do anything to it but copy its link.
  await userEvent.click(screen.getByRole('button', { name: 'What to do with this date' }));
  expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual(['Copy link']);
});

test('its neighbours are told by the days of here, as it is itself', async () => {
  const facts = occurrence('2026-02-09');
  const following = { __typename: 'Occurrence' as const, id: 'Occurrence_2', startsAt: '2026-02-17T01:30:00Z' };
  renderMeetings(AT, [
    one({
      timeZone: 'America/New_York',
      originalStart: '2026-02-08T20:30',
      localStart: '2026-02-09T20:30',
      startsAt: '2026-02-10T01:30:00Z',
      endsAt: '2026-02-10T02:00:00Z',
      moved: true,
      following,
      cadence: { ...facts.cadence, sentence: 'Every Monday at 20:30', timeZone: 'America/New_York' },
    }),
  ]);
  const others = await screen.findByRole('navigation', { name: 'Other dates of this meeting' });
  expect(within(others).getByRole('link')).toHaveTextContent(/^17 February/);
  expect(screen.getByText(/Monday 20:30 in New York$/)).toBeVisible();
  expect(screen.getByText(/^Moved from Sunday, 8 February.*, 20:30 in New York\.$/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Every Monday at 20:30 (clocks of New York)' })).toBeVisible();
});

test('an answer is given, and taken back by pressing it again', async () => {
  const sent = always(ANSWER_OCCURRENCE)(({ answer }) => ({
    answerOccurrence: {
      __typename: 'Occurrence',
      id: `Occurrence_1_${DAY}`,
      invited: [invited(ANA, { answer: answer ?? null }), invited(ROWAN)],
    },
  }));
  const asked = always(OCCURRENCE)(() => ({
    occurrence: occurrence(DAY, {
      viewerCan: ['occurrence:answer'],
      endsAt: '2199-01-01T00:00:00Z',
      invited: [invited(ANA, { answer: sent.variables.at(-1)?.answer ?? null }), invited(ROWAN)],
    }),
  }));
  renderMeetings(AT, [asked.answer, sent.answer]);
  const coming = await screen.findByRole('button', { name: 'Coming' });
  await userEvent.click(coming);
  await waitFor(() => expect(coming).toHaveAttribute('aria-pressed', 'true'));
  await userEvent.click(coming);
  await waitFor(() => expect(coming).toHaveAttribute('aria-pressed', 'false'));
  expect(sent.variables.map((one) => one.answer)).toEqual(['COMING', null]);
});

test('cancelling needs a reason, tells everybody, and can be taken back', async () => {
  const sent = always(CANCEL_OCCURRENCE)(() => ({
    cancelOccurrence: occurrenceLine(DAY, { state: 'CANCELLED', version: 2 }),
  }));
  const back = restored();
  renderMeetings(AT, [one({ viewerCan: ARRANGES, version: 1 }), sent.answer, back.answer]);
  const dialog = await choose(/^Cancel this date/);
  await userEvent.click(dialog.getByRole('button', { name: 'Cancel this date' }));
  expect(await dialog.findByText('Say why, so that nobody has to ask.')).toBeVisible();
  expect(sent.variables).toEqual([]);
  await userEvent.type(dialog.getByRole('textbox', { name: 'Why' }), 'The quay is closed.');
  await userEvent.click(dialog.getByRole('button', { name: 'Cancel this date' }));
  await waitFor(() => expect(sent.variables[0]).toMatchObject({ version: 1, reason: 'The quay is closed.' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(back.variables[0]).toMatchObject({ id: `Occurrence_1_${DAY}`, version: 2 }));
});

test('moving keeps the wall clock of the series; the undo puts it back', async () => {
  const sent = always(MOVE_OCCURRENCE)(() => ({ moveOccurrence: occurrenceLine(DAY, { moved: true, version: 2 }) }));
  const back = restored();
  renderMeetings(AT, [one({ viewerCan: ARRANGES, version: 1 }), sent.answer, back.answer]);
  const dialog = await choose(/^Move this date/);
  await userEvent.click(dialog.getByRole('button', { name: 'Move' }));
  expect(await dialog.findByText('That is when it is now.')).toBeVisible();
  await userEvent.clear(dialog.getByLabelText('Time'));
  await userEvent.type(dialog.getByLabelText('Time'), '14:00');
  await userEvent.click(dialog.getByRole('button', { name: 'Move' }));
  await waitFor(() => expect(sent.variables[0]).toMatchObject({ to: `${DAY}T14:00`, version: 1, reason: null }));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(back.variables[0]).toMatchObject({ version: 2 }));
});

test('a skipped date is gone, and comes back by the undo', async () => {
  const sent = always(SKIP_OCCURRENCE)(() => ({
    skipOccurrence: { __typename: 'Cadence', id: 'Cadence_1', version: 3 },
  }));
  const back = restored();
  renderMeetings(AT, [one({ viewerCan: ARRANGES, version: 4 }), sent.answer, back.answer]);
  const dialog = await choose(/^Skip this date/);
  expect(dialog.getByText(/Whose turn it was facilitates the next one/)).toBeVisible();
  await userEvent.click(dialog.getByRole('button', { name: 'Skip' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(back.variables[0]).toMatchObject({ id: `Occurrence_1_${DAY}`, version: 5 }));
});

test('somebody else facilitates for once; the undo gives it back to whose turn it is', async () => {
  const sent = always(SET_OCCURRENCE_FACILITATOR)(({ version }) => ({
    setOccurrenceFacilitator: occurrenceLine(DAY, { version: Number(version) + 1, facilitator: WREN }),
  }));
  const turn = {
    __typename: 'RotaTurn' as const,
    id: 'RotaTurn_1',
    on: DAY,
    note: null,
    people: [{ __typename: 'TurnPerson' as const, reason: 'TURN' as const, person: ROWAN, insteadOf: null }],
  };
  renderMeetings(AT, [one({ viewerCan: ['occurrence:set-facilitator'], version: 1, turn }), sent.answer]);
  const dialog = await choose(/^Who facilitates/);
  await userEvent.clear(dialog.getByRole('combobox', { name: /^Facilitates/ }));
  await userEvent.type(dialog.getByRole('combobox', { name: /^Facilitates/ }), 'Wren{Enter}');
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() =>
    expect(sent.variables.map(({ personId, version }) => [personId, version])).toEqual([
      [WREN.id, 1],
      [null, 2],
    ]),
  );
});

test('attendance is recorded one by one, or of all that are left', async () => {
  const sent = always(RECORD_ATTENDANCE)(() => ({
    recordAttendance: { __typename: 'Occurrence', id: `Occurrence_1_${DAY}`, invited: [invited(ANA), invited(ROWAN)] },
  }));
  renderMeetings(AT, [one({ viewerCan: ['occurrence:record-attendance'] }), sent.answer]);
  await userEvent.click(await screen.findByRole('button', { name: 'Rowan Squall was not there' }));
  await waitFor(() => expect(sent.variables[0]).toMatchObject({ attendedIds: [], missedIds: [ROWAN.id] }));
  await userEvent.click(await screen.findByRole('button', { name: 'All were there' }));
  await waitFor(() => expect(sent.variables[1]).toMatchObject({ attendedIds: [ANA.id, ROWAN.id], missedIds: [] }));
});

test('an action of a meeting has an owner and a day; a decision has a key', async () => {
  const sent = always(ADD_OUTCOME)(() => ({ addOutcome: occurrence(DAY) }));
  renderMeetings(AT, [one({ viewerCan: ['occurrence:add-outcome'] }), sent.answer]);
  await screen.findByRole('heading', { name: 'Outcomes' });
  await userEvent.keyboard('o');
  let dialog = within(await screen.findByRole('dialog', { name: 'What came of it?' }));
  await userEvent.type(dialog.getByRole('textbox', { name: 'What is promised?' }), 'Ask the harbour master');
  await userEvent.click(dialog.getByRole('button', { name: 'Add' }));
  await waitFor(() =>
    expect(sent.variables[0]).toMatchObject({ kind: 'ACTION', text: 'Ask the harbour master', ownerId: ANA.id }),
  );
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  await userEvent.keyboard('o');
  dialog = within(await screen.findByRole('dialog', { name: 'What came of it?' }));
  await userEvent.click(dialog.getByRole('radio', { name: 'Decision' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Add' }));
  expect(await dialog.findByText('Give its key, like D-12.')).toBeVisible();
  await userEvent.type(dialog.getByRole('textbox', { name: 'Key of the decision' }), 'd-7');
  await userEvent.click(dialog.getByRole('button', { name: 'Add' }));
  await waitFor(() => expect(sent.variables[1]).toMatchObject({ kind: 'DECISION', decisionKey: 'D-7', text: null }));
});

test('notes that were begun come back; who saved first is shown', async () => {
  localStorage.clear();
  const sent = always(WRITE_OCCURRENCE_NOTES)(() => ({
    writeOccurrenceNotes: { ...occurrenceLine(DAY, { version: 2 }), notes: 'All is well.' },
  }));
  renderMeetings(AT, [one({ viewerCan: ['occurrence:write-notes'], version: 1 }), sent.answer]);
  await userEvent.click(await screen.findByRole('button', { name: 'Write notes' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Notes' }), 'All is well.');
  document.body.replaceChildren();
  renderMeetings(AT, [one({ viewerCan: ['occurrence:write-notes'], version: 1 }), sent.answer]);
  expect(await screen.findByRole('textbox', { name: 'Notes' })).toHaveValue('All is well.');
  await userEvent.click(screen.getByRole('button', { name: /^Save/ }));
  await waitFor(() => expect(sent.variables[0]).toMatchObject({ notes: 'All is well.', version: 1 }));
  localStorage.clear();
});

test('a cancelled date says why, and can take place after all', async () => {
  const back = restored();
  renderMeetings(AT, [
    one({ state: 'CANCELLED', reason: 'The quay is closed.', viewerCan: ARRANGES, version: 2 }),
    back.answer,
  ]);
  expect(await screen.findByText('The quay is closed.')).toBeVisible();
  expect(screen.getByText('Cancelled')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'What to do with this date' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Let it take place after all' }));
  await waitFor(() => expect(back.variables[0]).toMatchObject({ version: 2 }));
});

test('what came of it: an action with its owner, a decision by its key; after its end nobody answers any more', async () => {
  const by = {
    by: ROWAN,
    at: '2026-02-11T09:40:00Z',
    __typename: 'Outcome' as const,
    decision: null,
    impediment: null,
  };
  const action = { __typename: 'ActionItem' as const, id: 'ActionItem_1', title: 'Ask the master', owner: WREN };
  const decision = { __typename: 'Decision' as const, id: 'Decision_1', key: 'D-7', title: 'One order' };
  const outcomes = [
    { ...by, id: 'Outcome_1', kind: 'ACTION' as const, text: '', action },
    { ...by, id: 'Outcome_2', kind: 'DECISION' as const, text: 'from March on', action: null, decision },
  ];
  renderMeetings(AT, [
    one({ outcomes, viewerCan: ['occurrence:answer'], invited: [invited(ANA, { attended: true })] }),
  ]);
  const region = within(await screen.findByRole('region', { name: /^Outcomes/ }));
  expect(region.getAllByRole('listitem').map((line) => line.textContent)).toEqual([
    'ActionAsk the master · Wren Gale',
    'DecisionD-7 One order · from March on',
  ]);
  expect(region.getByRole('link', { name: 'D-7 One order' })).toHaveAttribute('href', '/decisions/D-7');
  expect(screen.queryByRole('button', { name: 'Coming' })).not.toBeInTheDocument();
  expect(screen.getByRole('heading', { name: '1 of 1 were there' })).toBeVisible();
});
