import { expect, jest, test } from '@jest/globals';
import { Dialog } from '@chapterhouse/ui/dialog';
import { SidePanel } from '@chapterhouse/ui/side-panel';
import { TooltipProvider } from '@chapterhouse/ui/tooltip';
import { act, render, screen } from '@testing-library/react';
import { useState } from 'react';

const press = (target: EventTarget) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));

/** Escape as somebody quick presses it: in the moment in which the focus comes. */
function pressWithTheFocus(isMeant: (target: Element) => boolean): void {
  const hear = ({ target }: FocusEvent) => {
    if (!(target instanceof Element) || !isMeant(target)) return;
    document.removeEventListener('focusin', hear);
    press(target);
  };
  document.addEventListener('focusin', hear);
}

const closePanel = jest.fn();

function Beside({ mustAnswer = false }: { mustAnswer?: boolean }) {
  const [asked, setAsked] = useState(false);
  return (
    <SidePanel open onClose={closePanel} title="IMP-7">
      <button type="button" onClick={() => setAsked(true)}>
        Ask
      </button>
      <Dialog open={asked} onOpenChange={setAsked} title="Sure?" mustAnswer={mustAnswer}>
        <input aria-label="Why" />
      </Dialog>
    </SidePanel>
  );
}

test('Escape that comes with the focus closes the question, and not the panel below it', async () => {
  closePanel.mockReset();
  render(<Beside />, { wrapper: TooltipProvider });
  pressWithTheFocus((target) => target.getAttribute('aria-label') === 'Why');
  act(() => screen.getByRole('button', { name: 'Ask' }).click());
  expect(screen.queryByRole('textbox', { name: 'Why' })).toBeNull();
  expect(closePanel).not.toHaveBeenCalled();
});

test('where there is no way around the question it closes neither', async () => {
  closePanel.mockReset();
  render(<Beside mustAnswer />, { wrapper: TooltipProvider });
  pressWithTheFocus((target) => target.getAttribute('aria-label') === 'Why');
  act(() => screen.getByRole('button', { name: 'Ask' }).click());
  expect(await screen.findByRole('textbox', { name: 'Why' })).toBeTruthy();
  expect(closePanel).not.toHaveBeenCalled();
});
