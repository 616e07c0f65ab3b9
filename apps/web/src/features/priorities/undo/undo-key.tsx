import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { useOpenUndo } from './offer-undo';

/** `z` takes back what was just done, while it is offered. Once on every planning screen. */
export function UndoKey() {
  const open = useOpenUndo();
  useShortcut({ key: 'z', label: 'Take back what was just done', when: open !== null, run: () => open?.undo() });
  return null;
}
