import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import type { OrderActs } from '../order/use-order-keys';

/** The same keys as on the screen of the order, as far as they mean something in a trial. @param movable the row may be moved */
export function useTryShortcuts(acts: OrderActs, there: boolean, movable: boolean): void {
  const moves = there && movable;
  useShortcut({ key: 'k', label: 'Previous row (arrows work as well)', when: there, run: () => acts.walk(-1) });
  useShortcut({ key: 'j', label: 'Next row (with Alt and arrows: move it)', when: there, run: () => acts.walk(1) });
  useShortcut({ key: 't', label: 'Move to the top of its area', when: moves, run: acts.toTopOfArea });
  useShortcut({ key: 'b', label: 'Move before …', when: moves, run: () => acts.askWhere('before') });
  useShortcut({ key: 'p', label: 'Move to position …', when: moves, run: () => acts.askWhere('position') });
  useShortcut({ key: 'x', label: 'Select the row (with Shift and arrows: more)', when: moves, run: acts.select });
  useShortcut({ key: 'g', label: 'Go to position …', when: there, run: acts.go });
}
