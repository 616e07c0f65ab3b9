import { expect, jest, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import '../testing/measured-ranges';
import './choice-editor';
import { ConflictView } from './conflict-view';

const BASE = 'one\nbetween\ntwo';
const MINE = 'one, mine\nbetween\ntwo, mine';
const THEIRS = 'one, theirs\nbetween\ntwo, theirs';

async function open() {
  const onChosen = jest.fn<(text: string) => void>();
  render(<ConflictView base={BASE} mine={MINE} theirs={THEIRS} onChosen={onChosen} />);
  await screen.findAllByRole('button', { name: 'Take theirs' });
  return onChosen;
}
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
/** In the first place that is still open. */
async function choose(name: 'Keep mine' | 'Take theirs') {
  const [button] = screen.getAllByRole('button', { name });
  // As the keyboard does: the editor takes a press of the mouse before it is a click.
  button?.focus();
  await userEvent.keyboard('{Enter}');
}

test('nothing is saved while nothing is chosen in a place; it is said in how many, and they are shown', async () => {
  const onChosen = await open();
  await userEvent.click(screen.getByRole('radio', { name: 'Theirs' }));
  await press('Save what is chosen');
  expect(onChosen).not.toHaveBeenCalled();
  expect(screen.getByRole('alert')).toHaveTextContent('In 2 places nothing is chosen yet.');
  expect(screen.getByRole('radio', { name: 'Both together' })).toBeChecked();
  await choose('Keep mine');
  expect(screen.getByRole('alert')).toHaveTextContent('In one place nothing is chosen yet.');
  await press('Save what is chosen');
  expect(onChosen).not.toHaveBeenCalled();
  await choose('Take theirs');
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  await press('Save what is chosen');
  expect(onChosen).toHaveBeenCalledWith('one, mine\nbetween\ntwo, theirs');
});

test('what is chosen stays while one side alone is looked at', async () => {
  const onChosen = await open();
  await choose('Take theirs');
  await userEvent.click(screen.getByRole('radio', { name: 'Yours' }));
  await userEvent.click(screen.getByRole('radio', { name: 'Both together' }));
  await choose('Keep mine');
  await press('Save what is chosen');
  expect(onChosen).toHaveBeenCalledWith('one, theirs\nbetween\ntwo, mine');
});

test('all of one side is saved at once', async () => {
  const onChosen = await open();
  await press('Save mine in every place');
  expect(onChosen).toHaveBeenLastCalledWith(MINE);
  await press('Leave theirs in every place');
  expect(onChosen).toHaveBeenLastCalledWith(THEIRS);
});
