import { afterEach, expect, test } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { presentCommands } from '../../../platform/commands/command-registry';
import { matchingCommands } from '../../../platform/commands/matching-commands';
import type { Viewer } from '../../../platform/session/session-provider';
import { LABELS_TO_CHOOSE } from '../impediment-selection/labels.operations';
import { IMPEDIMENT_BOARD } from '../live-board/live-board.operations';
import { ALL, boardOf, card, CHECKOUT, detail, QUAY, ROWAN } from '../testing/impediment-facts';
import { on, renderImpediments } from '../testing/render-impediments';
import { ADD_AFFECTED_TEAM, IMPEDIMENT_DETAIL, VOTE_FOR_IMPEDIMENT } from './detail.operations';

afterEach(() => localStorage.clear());

const labels = () =>
  presentCommands()
    .filter(({ label }) => label.includes('IMP-1'))
    .map(({ label }) => label);

function show(viewerCan: string[], more: Partial<ImpedimentCardFragment> = {}, who: Partial<Viewer> = {}) {
  const facts = { state: 'TRIAGED' as const, severity: 'LOW' as const, owner: ROWAN, viewerCan, ...more };
  return renderImpediments(
    '/impediments/IMP-1',
    [
      on(IMPEDIMENT_BOARD, () => boardOf(card(1, facts))),
      on(IMPEDIMENT_DETAIL, () => ({ impediment: detail(1, facts) })),
      on(VOTE_FOR_IMPEDIMENT, () => ({ impediment: card(1, { ...facts, viewerVotes: true, voteCount: 1 }) })),
      on(ADD_AFFECTED_TEAM, () => ({ impediment: card(1, facts) })),
      on(LABELS_TO_CHOOSE, () => ({ labels: [] })),
    ],
    who,
  );
}

const found = (typed: string) => matchingCommands(presentCommands(), typed)[0];

test('what the server permits on the open impediment is a command: the moves of its state, the votes, the level', async () => {
  show(ALL);
  await waitFor(() => expect(labels()).toContain('Start: IMP-1'));
  expect(labels()).toEqual(
    expect.arrayContaining(['Decline: IMP-1 …', 'Vote for IMP-1', 'Owner, severity of IMP-1 …']),
  );
  expect(labels()).not.toContain('Close: IMP-1');
  act(() =>
    presentCommands()
      .find(({ label }) => label === 'Decline: IMP-1 …')
      ?.run(),
  );
  expect(await screen.findByRole('dialog', { name: /Decline/ })).toBeVisible();
});

test('who may only look is offered to copy the link and to read on the page', async () => {
  show(['impediment:view']);
  await screen.findByRole('dialog', { name: 'IMP-1' });
  await waitFor(() => expect(labels().toSorted()).toEqual(['Copy the link to IMP-1', 'Open IMP-1 as a page']));
});

test('a key votes', async () => {
  const { asked } = show(ALL);
  await waitFor(() => expect(labels()).toContain('Vote for IMP-1'));
  await userEvent.keyboard('v');
  expect(asked(VOTE_FOR_IMPEDIMENT)).toEqual([expect.objectContaining({ id: 'impediment-1', vote: true })]);
});

test('the moves come first, before the keys of the panel and of the screen behind it', async () => {
  show(ALL);
  await waitFor(() => expect(labels()).toContain('Start: IMP-1'));
  const moves = presentCommands().findIndex(({ id }) => !id.startsWith('move:'));
  expect(moves).toBeGreaterThan(1);
  expect(presentCommands().findLastIndex(({ id }) => id.startsWith('move:'))).toBe(moves - 1);
});

test.each([
  ['label', 'Add a label to IMP-1 …'],
  ['comment', 'Comment on IMP-1 …'],
  ['edit', 'Edit the title of IMP-1 …'],
  ['next step', 'Edit the next step of IMP-1 …'],
  ['category', 'Change the category of IMP-1 …'],
  ['due', 'Edit the due date of IMP-1 …'],
  ['assign', 'Change the owner of IMP-1 …'],
  ['owner', 'Owner, severity of IMP-1 …'],
  ['waits', 'Change what IMP-1 waits for …'],
  ['blocked', 'Edit the blocked items of IMP-1 …'],
  ['link some', 'Link something to IMP-1 …'],
  ['affects', 'Affects us too: add Quay to IMP-1'],
  ['remove team', 'Take Quay out of IMP-1'],
  ['as a page', 'Open IMP-1 as a page'],
  ['mine', 'Filter: only mine'],
  ['overdue', 'Filter: only overdue'],
  ['watching', 'Filter: only watching'],
])('“%s” finds what is legal', async (typed, label) => {
  const affectedTeams = typed === 'remove team' ? [CHECKOUT, QUAY] : [CHECKOUT];
  show(ALL, { affectedTeams }, { teams: [QUAY] });
  await waitFor(() => expect(labels()).toContain('Start: IMP-1'));
  expect(found(typed)?.label).toBe(label);
});

test('a command opens what is edited where it stands, moves to a field, or does it', async () => {
  const { asked, address } = show(ALL, {}, { teams: [QUAY] });
  const dialog = await screen.findByRole('dialog', { name: 'IMP-1' });
  await waitFor(() => expect(labels()).toContain('Start: IMP-1'));
  act(() => found('comment')?.run());
  expect(within(dialog).getByRole('textbox', { name: 'Comment' })).toHaveFocus();
  act(() => found('category')?.run());
  expect(within(dialog).getByRole('combobox', { name: 'Category' })).toHaveFocus();
  act(() => found('due')?.run());
  expect(within(dialog).getByLabelText(/^due date/i)).toBeVisible();
  act(() => found('affects')?.run());
  expect(asked(ADD_AFFECTED_TEAM)).toEqual([expect.objectContaining({ teamId: QUAY.id })]);
  act(() => found('label')?.run());
  expect(await screen.findByRole('combobox', { name: 'Label' })).toHaveFocus();
  act(() => found('only overdue')?.run());
  await waitFor(() => expect(address()).toContain('overdue'));
  expect(found('only mine')?.label).toBe('Filter: only mine');
  expect(found('no longer')?.label).toBe('Filter: no longer only overdue');
});
