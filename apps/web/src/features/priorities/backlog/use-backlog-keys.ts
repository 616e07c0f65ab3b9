import { type EditedField, openCell } from '../item-acts/open-cell';
import { itemSelection } from '../selection/item-selection';
import { useCommand } from '../../../platform/commands/use-command';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { focusedItem, shownItemIds, shownItemKeys, stepItem } from './shown-items';

/** Keys that act on the item under the keyboard; an open panel has its own. */
export function useBacklogKeys(alone: boolean): void {
  const edit = (field: EditedField) => {
    const key = focusedItem();
    if (key !== null) openCell.choose(key, field);
  };
  const idOf = (key: string | null) => shownItemIds()[shownItemKeys().indexOf(key ?? '')];
  useShortcut({ key: 'k', label: 'Previous item (arrows work as well)', when: alone, run: () => stepItem(-1) });
  useShortcut({ key: 'j', label: 'Next item', when: alone, run: () => stepItem(1) });
  useShortcut({
    key: 'x',
    label: 'Select the item (with Shift and arrows: more)',
    when: alone,
    run: () => {
      const id = idOf(focusedItem());
      if (id !== undefined) itemSelection.toggle(id);
    },
  });
  useShortcut({ key: 'e', label: 'Change the title', when: alone, run: () => edit('title') });
  useShortcut({ key: 'm', label: 'Change the state', when: alone, run: () => edit('state') });
  useShortcut({ key: 's', label: 'Change the size', when: alone, run: () => edit('points') });
  useShortcut({ key: 'a', label: 'Change the assignee', when: alone, run: () => edit('assignee') });
  useShortcut({ key: 'g', label: 'Change the goal', when: alone, run: () => edit('goal') });
  useCommand({
    id: 'item:place',
    label: 'Change the team or area',
    group: 'here',
    when: alone,
    run: () => edit('place'),
  });
  useCommand({ id: 'item:kind', label: 'Change the kind', group: 'here', when: alone, run: () => edit('kind') });
}
