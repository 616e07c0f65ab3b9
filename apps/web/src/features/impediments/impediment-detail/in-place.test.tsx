import { afterEach, expect, test } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { draftKey } from '../../../platform/drafts/draft-store';
import { IMPEDIMENT_BY_KEY } from '../impediments.operations';
import { IMPEDIMENT_BOARD } from '../live-board/live-board.operations';
import { boardOf, card, detail } from '../testing/impediment-facts';
import { on, onItsWay, renderImpediments } from '../testing/render-impediments';
import { EDIT_IMPEDIMENT, IMPEDIMENT_DETAIL } from './detail.operations';

const board = on(IMPEDIMENT_BOARD, () => boardOf(card(1)));
const panel = () => screen.findByRole('dialog', { name: 'IMP-1' });

afterEach(() => localStorage.clear());

async function editTitle(words: string) {
  const shown = await panel();
  await userEvent.click(await within(shown).findByRole('button', { name: 'Edit title' }));
  const field = within(shown).getByRole('textbox', { name: 'title' });
  await userEvent.clear(field);
  await userEvent.type(field, `${words}{Enter}`);
  return field;
}

test('an edit goes on top of somebody else’s change of another field', async () => {
  let calls = 0;
  const { asked } = renderImpediments('/impediments/IMP-1', [
    board,
    on(IMPEDIMENT_DETAIL, () => ({
      impediment: calls < 2 ? detail(1) : detail(1, { title: 'Better words', version: 7 }),
    })),
    on(IMPEDIMENT_BY_KEY, () => ({ impediment: detail(1, { version: 6, severity: 'HIGH' }) })),
    on(EDIT_IMPEDIMENT, ({ input }) => {
      if (calls++ === 0) return { code: 'CONFLICT', details: { currentVersion: 6, current: {} } };
      return { impediment: detail(1, { title: input.title ?? '', version: 7 }) };
    }),
  ]);
  await editTitle('Better words');
  await waitFor(() => expect(asked(EDIT_IMPEDIMENT).map(({ version }) => version)).toEqual([1, 6]));
  expect(await screen.findByRole('heading', { name: 'Better words' })).toBeVisible();
});

test('a conflict in the same field shows theirs, keeps mine, and saving again replaces theirs', async () => {
  let calls = 0;
  const { asked } = renderImpediments('/impediments/IMP-1', [
    board,
    on(IMPEDIMENT_DETAIL, () => ({ impediment: detail(1) })),
    on(IMPEDIMENT_BY_KEY, () => ({ impediment: detail(1, { version: 6, title: 'Their words' }) })),
    on(EDIT_IMPEDIMENT, ({ input }) => {
      if (calls++ === 0) return { code: 'CONFLICT', details: { currentVersion: 6, current: {} } };
      return { impediment: detail(1, { title: input.title ?? '', version: 7 }) };
    }),
  ]);
  const field = await editTitle('My words');
  expect(await screen.findByText(/It says now: “Their words”/)).toBeVisible();
  expect(field).toHaveValue('My words');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(asked(EDIT_IMPEDIMENT).map(({ version }) => version)).toEqual([1, 6]));
});

test('words from before come back, with what others wrote meanwhile beside them', async () => {
  localStorage.setItem(
    draftKey('organization-1', 'person-1', 'title:IMP-1'),
    JSON.stringify({ text: 'My half sentence', at: Date.now(), from: 'Impediment 1' }),
  );
  const { asked } = renderImpediments('/impediments/IMP-1', [
    on(IMPEDIMENT_BOARD, () => boardOf(card(1, { title: 'Renamed', version: 4 }))),
    on(IMPEDIMENT_DETAIL, () => ({ impediment: detail(1, { title: 'Renamed', version: 4 }) })),
    on(EDIT_IMPEDIMENT, ({ input }) => ({ impediment: detail(1, { title: input.title ?? '', version: 5 }) })),
  ]);
  const shown = await panel();
  expect(await within(shown).findByText(/It says now: “Renamed”/)).toBeVisible();
  expect(within(shown).getByRole('textbox', { name: 'title' })).toHaveValue('My half sentence');
  await userEvent.click(within(shown).getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(asked(EDIT_IMPEDIMENT)).toEqual([
      expect.objectContaining({ version: 4, input: { title: 'My half sentence' } }),
    ]),
  );
});

/** An impediment whose description somebody else rewrites before the first save. */
function openContested() {
  const theirs = { version: 6, description: 'Theirs.\n\nTwo paragraphs of it.' };
  let calls = 0;
  return renderImpediments('/impediments/IMP-1', [
    board,
    on(IMPEDIMENT_DETAIL, () => ({ impediment: detail(1, calls === 0 ? { description: 'Before' } : theirs) })),
    on(IMPEDIMENT_BY_KEY, () => ({ impediment: detail(1, theirs) })),
    on(EDIT_IMPEDIMENT, ({ input }) => {
      if (calls++ === 0) return { code: 'CONFLICT', details: { currentVersion: 6, current: {} } };
      return { impediment: detail(1, { description: input.description ?? '', version: 7 }) };
    }),
  ]);
}

async function editDescription(words: string) {
  const shown = await panel();
  await userEvent.click(await within(shown).findByRole('button', { name: 'Edit description' }));
  const area = within(shown).getByRole('textbox', { name: 'description' });
  await userEvent.type(area, words);
  return area;
}

test('two descriptions at once: theirs is shown whole beside mine, and both can become one', async () => {
  const { asked } = openContested();
  const area = await editDescription(', and mine{Control>}{Enter}{/Control}');
  const note = await screen.findByText(/Somebody changed this meanwhile/);
  expect(note.closest('[role="alert"]')).toHaveTextContent('Theirs. Two paragraphs of it.');
  expect(area).toHaveValue('Before, and mine');
  await userEvent.click(screen.getByRole('button', { name: 'Add theirs below mine' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save Ctrl ↵' }));
  await waitFor(() =>
    expect(asked(EDIT_IMPEDIMENT).at(-1)).toMatchObject({
      version: 6,
      input: { description: 'Before, and mine\n\nTheirs.\n\nTwo paragraphs of it.' },
    }),
  );
});

test('who went on elsewhere while it was saved keeps the focus there', async () => {
  const way = onItsWay();
  renderImpediments('/impediments/IMP-1', [
    board,
    on(IMPEDIMENT_DETAIL, () => ({ impediment: detail(1, { description: 'Before' }) })),
    on(EDIT_IMPEDIMENT, async ({ input }) => {
      await way.arrived;
      return { impediment: detail(1, { description: input.description ?? '', version: 7 }) };
    }),
  ]);
  await editDescription(', and mine{Control>}{Enter}{/Control}');
  const comment = screen.getByRole('textbox', { name: 'Comment' });
  await userEvent.type(comment, '@');
  way.arrive();
  await within(await panel()).findByRole('button', { name: 'Edit description' });
  await new Promise(requestAnimationFrame);
  expect(comment).toHaveFocus();
});

test('who waited until it was saved is back where they began', async () => {
  renderImpediments('/impediments/IMP-1', [
    board,
    on(IMPEDIMENT_DETAIL, () => ({ impediment: detail(1, { description: 'Before' }) })),
    on(EDIT_IMPEDIMENT, ({ input }) => ({
      impediment: detail(1, { description: input.description ?? '', version: 7 }),
    })),
  ]);
  await editDescription(', and mine{Control>}{Enter}{/Control}');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Edit description' })).toHaveFocus());
});

test('taking theirs lets mine go, with a way back', async () => {
  openContested();
  await editDescription(', and mine{Control>}{Enter}{/Control}');
  await userEvent.click(await screen.findByRole('button', { name: 'Take theirs' }));
  expect(await within(await panel()).findByText('Two paragraphs of it.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Put them back' }));
  expect(screen.getByRole('textbox', { name: 'description' })).toHaveValue('Before, and mine');
});

test('a half description outlives a closed tab and a session that ends; what was saved does not come back', async () => {
  let saved = 'Before';
  let signedIn = false;
  const open = () =>
    renderImpediments('/impediments/IMP-1', [
      board,
      on(IMPEDIMENT_DETAIL, () => ({ impediment: detail(1, { description: saved }) })),
      on(EDIT_IMPEDIMENT, ({ input }) => {
        if (!signedIn) return { code: 'UNAUTHENTICATED' };
        saved = input.description ?? '';
        return { impediment: detail(1, { description: saved, version: 2 }) };
      }),
    ]);
  open();
  const area = await editDescription(' and after{Control>}{Enter}{/Control}');
  expect(await screen.findByText('You are signed out.')).toBeVisible();
  expect(area).toHaveValue('Before and after');
  cleanup();
  signedIn = true;
  open();
  const again = await within(await panel()).findByRole('textbox', { name: 'description' });
  expect(again).toHaveValue('Before and after');
  // Somebody may have come to read: the focus stays where a panel puts it.
  expect(again).not.toHaveFocus();
  await userEvent.type(again, '{Control>}{Enter}{/Control}');
  expect(await within(await panel()).findByText('Before and after')).toBeVisible();
  cleanup();
  open();
  expect(await within(await panel()).findByRole('button', { name: 'Edit description' })).toBeInTheDocument();
  expect(localStorage).toHaveLength(0);
});

test('a day that is over is warned of, aloud too, and taken all the same; the one that is there is not', async () => {
  const { asked } = renderImpediments('/impediments/IMP-1', [
    board,
    on(IMPEDIMENT_DETAIL, () => ({ impediment: detail(1, { dueOn: '2021-03-01' }) })),
    on(EDIT_IMPEDIMENT, () => ({ impediment: detail(1, { dueOn: '2020-01-01', version: 2 }) })),
  ]);
  const shown = await panel();
  await userEvent.click(await within(shown).findByRole('button', { name: 'Edit due date' }));
  const field = within(shown).getByLabelText('due date');
  expect(within(shown).queryByText(/^This day is over/)).not.toBeInTheDocument();
  fireEvent.change(field, { target: { value: '2020-01-01' } });
  expect(field).toHaveAccessibleDescription('This day is over: it would be overdue at once.');
  expect(screen.getAllByText(/^This day is over/)).toHaveLength(2);
  fireEvent.change(field, { target: { value: '2999-01-01' } });
  expect(field).not.toHaveAccessibleDescription();
  fireEvent.change(field, { target: { value: '2020-01-01' } });
  await userEvent.click(within(shown).getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(asked(EDIT_IMPEDIMENT)).toMatchObject([{ input: { dueOn: '2020-01-01' } }]));
});
