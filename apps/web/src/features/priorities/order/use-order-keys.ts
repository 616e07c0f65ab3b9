import type { KeyboardEvent } from 'react';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { itemSelection } from '../selection/item-selection';

/** What the keys of the order do, to the row that they are on. */
export type OrderActs = {
  /** To a row by so many; to the first or the last one. */
  walk: (by: number | 'first' | 'last') => void;
  extend: (by: number) => void;
  step: (direction: 'up' | 'down') => void;
  toTopOfArea: () => void;
  toBottomOfArea: () => void;
  toTop: () => void;
  toBottom: () => void;
  askWhere: (asked: 'before' | 'position' | null) => void;
  menu: () => void;
  select: () => void;
  score: () => void;
  past: () => void;
  go: () => void;
};

/** Single keys, listed under `?`. @param movable the row may be moved @param there a row can be acted on */
export function useOrderShortcuts(acts: OrderActs, there: boolean, movable: boolean): void {
  const moves = there && movable;
  useShortcut({ key: 'k', label: 'Previous row (arrows work as well)', when: there, run: () => acts.walk(-1) });
  useShortcut({ key: 'j', label: 'Next row (with Alt and arrows: move it)', when: there, run: () => acts.walk(1) });
  useShortcut({ key: 't', label: 'Move to the top of its area', when: moves, run: acts.toTopOfArea });
  useShortcut({ key: 'b', label: 'Move before …', when: moves, run: () => acts.askWhere('before') });
  useShortcut({ key: 'p', label: 'Move to position …', when: moves, run: () => acts.askWhere('position') });
  useShortcut({ key: 'm', label: 'Move, with the reason …', when: moves, run: () => acts.askWhere(null) });
  useShortcut({
    key: 'x',
    label: 'Select the row (with Shift and arrows: more)',
    when: there,
    run: acts.select,
  });
  useShortcut({ key: 's', label: 'Score it', when: there, run: acts.score });
  useShortcut({ key: 'h', label: 'Who moved it, and why', when: there, run: acts.past });
  useShortcut({ key: 'g', label: 'Go to position …', when: there, run: acts.go });
}

/** Arrows walk, with Shift they select, with Alt they move; Home and End go to the ends. */
export function orderKeyDown(event: KeyboardEvent, acts: OrderActs): void {
  const { key, target, shiftKey, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey) return;
  const onRow = target instanceof HTMLElement && target.dataset['itemId'] !== undefined;
  if (!onRow) return;
  const by = { ArrowUp: -1, ArrowDown: 1 }[key];
  if (by !== undefined) {
    event.preventDefault();
    if (altKey) acts.step(by < 0 ? 'up' : 'down');
    else if (shiftKey) acts.extend(by);
    else acts.walk(by);
    return;
  }
  if (altKey || shiftKey) return;
  if (key === 'Home' || key === 'End') {
    event.preventDefault();
    acts.walk(key === 'Home' ? 'first' : 'last');
  }
  if (key === 'Escape' && itemSelection.ids().size > 0) {
    event.preventDefault();
    itemSelection.clear();
  }
}
