import { LiveRegion } from '@chapterhouse/ui/live-region';
import { EditorView } from '@codemirror/view';
import { expect, jest, test } from '@jest/globals';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import '../testing/measured-ranges';
import { CodeEditor } from './code-editor';
import type { Offers } from './offers';

const ANA = { label: 'Ana Lindqvist', detail: 'Developer, Harbour', markdown: '[@Ana Lindqvist](person:Person_1)' };
const ANI = { label: 'Ani Reef', markdown: '[@Ani Reef](person:Person_2)' };
const DECISION = { label: 'D-7 Ship daily', detail: 'Decision', markdown: 'D-7' };

function open(text = '') {
  const offers = {
    people: jest.fn<Offers['people']>(() => Promise.resolve([ANA, ANI])),
    things: jest.fn<Offers['things']>(() => Promise.resolve([DECISION])),
  };
  const onChange = jest.fn<(text: string) => void>();
  render(
    <>
      <CodeEditor label="Text" text={text} cameIn={0} onChange={onChange} offers={offers} />
      <LiveRegion />
    </>,
  );
  const area = screen.getByRole('textbox', { name: 'Text' });
  const view = EditorView.findFromDOM(area);
  act(() => view?.focus());
  view?.dispatch({ selection: { anchor: text.length } });
  const type = (words: string) =>
    act(() => view?.dispatch(view.state.replaceSelection(words), { userEvent: 'input.type' }));
  return { offers, onChange, area, type };
}
/** In the moment in which it opens it takes no key. */
async function listed() {
  const all = await screen.findAllByRole('option');
  const opened = performance.now();
  await waitFor(() => expect(performance.now() - opened).toBeGreaterThan(100));
  return all;
}

test('an @ offers people, said to those who do not see it; arrows choose, Enter puts the person in', async () => {
  const { area, type, onChange, offers } = open();
  type('Ask @an');
  const [ana, ani] = await listed();
  expect(offers.people).toHaveBeenLastCalledWith('an');
  expect(screen.getByRole('listbox', { name: 'People and things to name' })).toBeVisible();
  expect(ana).toHaveTextContent('Ana LindqvistDeveloper, Harbour');
  expect(area).toHaveAttribute('aria-activedescendant', ana?.id);
  expect(screen.getByText('2 are offered. Arrow keys choose, Enter puts it in.')).toBeInTheDocument();
  await userEvent.keyboard('{ArrowDown}');
  expect(area).toHaveAttribute('aria-activedescendant', ani?.id);
  await userEvent.keyboard('{Enter}');
  expect(onChange).toHaveBeenLastCalledWith('Ask [@Ani Reef](person:Person_2) ');
  expect(screen.queryByRole('option')).not.toBeInTheDocument();
});

test('a # and a word offer things by their key; Escape closes the list and nothing else', async () => {
  const { type, onChange, offers } = open();
  const escaped = jest.fn<(event: Event) => void>();
  document.addEventListener('keydown', escaped);
  type('#');
  type('sh');
  await listed();
  expect(offers.things.mock.calls).toEqual([['sh']]);
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('option')).not.toBeInTheDocument();
  expect(escaped).not.toHaveBeenCalled();
  document.removeEventListener('keydown', escaped);
  type('i');
  await listed();
  await userEvent.keyboard('{Tab}');
  expect(onChange).toHaveBeenLastCalledWith('D-7 ');
});

test('nobody is offered in code, for an address, or without a connection, and Enter is a new line', async () => {
  const { type, offers, onChange } = open('```\nuse @an\n');
  type('@an');
  type('\n```\nana@example ');
  offers.people.mockRejectedValue(new TypeError('Failed to fetch'));
  type('@be');
  await waitFor(() => expect(offers.people.mock.calls).toEqual([['be']]));
  await userEvent.keyboard('{Enter}');
  expect(onChange.mock.lastCall?.[0]).toMatch(/@be\n$/);
});
