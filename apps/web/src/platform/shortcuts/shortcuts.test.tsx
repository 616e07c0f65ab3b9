import { afterEach, expect, jest, test } from '@jest/globals';
import { TooltipProvider } from '@chapterhouse/ui/tooltip';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { setSingleKeys } from './shortcut-registry';
import { ShortcutsDialog } from './shortcuts-dialog';
import { useShortcut } from './use-shortcut';
import { useShortcutKeys } from './use-shortcut-keys';

afterEach(() => setSingleKeys(true));

function Screen({ run, when = true }: { run: () => void; when?: boolean }) {
  const [open, setOpen] = useState(false);
  useShortcutKeys(() => setOpen(true));
  useShortcut({ key: 'c', label: 'Raise an impediment', when, run });
  return (
    <TooltipProvider>
      <input aria-label="Search" />
      <ShortcutsDialog open={open} onOpenChange={setOpen} />
    </TooltipProvider>
  );
}

test('a key runs; not while typing, not with a modifier, not when its condition fails', async () => {
  const run = jest.fn();
  const { rerender } = render(<Screen run={run} />);
  await userEvent.keyboard('c');
  expect(run).toHaveBeenCalledTimes(1);
  await userEvent.keyboard('{Control>}c{/Control}{Meta>}c{/Meta}{Alt>}c{/Alt}');
  await userEvent.type(screen.getByLabelText('Search'), 'ccc');
  expect(run).toHaveBeenCalledTimes(1);
  await userEvent.tab();
  rerender(<Screen run={run} when={false} />);
  await userEvent.keyboard('c');
  expect(run).toHaveBeenCalledTimes(1);
});

test('? lists the keys of this screen, and no key acts below the open dialog', async () => {
  const run = jest.fn();
  render(<Screen run={run} />);
  await userEvent.keyboard('?');
  const dialog = screen.getByRole('dialog', { name: 'Keys of this screen' });
  expect(dialog).toHaveTextContent('Raise an impediment');
  await userEvent.keyboard('c');
  expect(run).not.toHaveBeenCalled();
});

test('single keys can be turned off and stay off', async () => {
  const run = jest.fn();
  render(<Screen run={run} />);
  await userEvent.keyboard('?');
  await userEvent.click(screen.getByLabelText(/Single keys act/));
  await userEvent.keyboard('{Escape}');
  await userEvent.keyboard('c');
  expect(run).not.toHaveBeenCalled();
  expect(localStorage.getItem('chapterhouse.single-keys')).toBe('off');
});

test('of two with one key the newest runs, and the older again after it is gone', async () => {
  const [older, newer] = [jest.fn(), jest.fn()];
  function Panel() {
    useShortcut({ key: 'c', label: 'Comment', run: newer });
    return null;
  }
  const { rerender } = render(<Screen run={older} />);
  rerender(
    <>
      <Screen run={older} />
      <Panel />
    </>,
  );
  await userEvent.keyboard('c');
  expect(newer).toHaveBeenCalledTimes(1);
  rerender(<Screen run={older} />);
  await userEvent.keyboard('c');
  expect(newer).toHaveBeenCalledTimes(1);
  expect(older).toHaveBeenCalledTimes(1);
});
