import { afterEach, expect, jest, test } from '@jest/globals';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useShortcut } from '../shortcuts/use-shortcut';
import { useShortcutKeys } from '../shortcuts/use-shortcut-keys';
import { isPaletteOpen, setPalette } from './palette-state';
import { takeEnteredAhead, takeTypedAhead, TypedAhead } from './typed-ahead';

const raise = jest.fn();

function Screen({ waiting }: { waiting: boolean }) {
  useShortcutKeys(() => {});
  useShortcut({ key: 'c', label: 'Raise an impediment', run: raise });
  return waiting ? <TypedAhead /> : null;
}

afterEach(() => setPalette(false));

test('letters typed while the palette is on its way are for its field, not keys of the screen', async () => {
  const { rerender } = render(<Screen waiting />);
  await userEvent.keyboard('crab{Backspace}ne');
  expect(raise).not.toHaveBeenCalled();

  rerender(<Screen waiting={false} />);
  await userEvent.keyboard('c');
  expect(raise).toHaveBeenCalledTimes(1);
  expect(takeTypedAhead()).toBe('crane');
  expect(takeTypedAhead()).toBe('');
});

test('Enter behind the words is kept, once; without words it is nothing', async () => {
  const { rerender } = render(<Screen waiting />);
  await userEvent.keyboard('{Enter}');
  expect(takeEnteredAhead()).toBe(false);
  await userEvent.keyboard('crane{Enter}');
  rerender(<Screen waiting={false} />);
  expect([takeTypedAhead(), takeEnteredAhead(), takeEnteredAhead()]).toEqual(['crane', true, false]);
});

test('Escape gives it up', async () => {
  setPalette(true);
  render(<Screen waiting />);
  await userEvent.keyboard('{Escape}');
  expect(isPaletteOpen()).toBe(false);
});
