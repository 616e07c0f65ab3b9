import { afterEach, expect, test } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { presentCommands } from '../../../platform/commands/command-registry';
import { IMPEDIMENT_BOARD } from '../live-board/live-board.operations';
import { ALL, boardOf, card, detail, ROWAN } from '../testing/impediment-facts';
import { on, renderImpediments } from '../testing/render-impediments';
import { IMPEDIMENT_DETAIL, VOTE_FOR_IMPEDIMENT } from './detail.operations';

afterEach(() => localStorage.clear());

const labels = () =>
  presentCommands()
    .filter(({ label }) => label.includes('IMP-1'))
    .map(({ label }) => label);

function show(viewerCan: string[]) {
  const facts = { state: 'TRIAGED' as const, severity: 'LOW' as const, owner: ROWAN, viewerCan };
  return renderImpediments('/impediments/IMP-1', [
    on(IMPEDIMENT_BOARD, () => boardOf(card(1, facts))),
    on(IMPEDIMENT_DETAIL, () => ({ impediment: detail(1, facts) })),
    on(VOTE_FOR_IMPEDIMENT, () => ({ impediment: card(1, { ...facts, viewerVotes: true, voteCount: 1 }) })),
  ]);
}

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

test('who may only look is offered to copy the link', async () => {
  show(['impediment:view']);
  await screen.findByRole('dialog', { name: 'IMP-1' });
  await waitFor(() => expect(labels()).toEqual(['Copy the link to IMP-1']));
});

test('a key votes', async () => {
  const { asked } = show(ALL);
  await waitFor(() => expect(labels()).toContain('Vote for IMP-1'));
  await userEvent.keyboard('v');
  expect(asked(VOTE_FOR_IMPEDIMENT)).toEqual([expect.objectContaining({ id: 'impediment-1', vote: true })]);
});
