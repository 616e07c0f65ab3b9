import { MenuItem } from '@chapterhouse/ui/menu';
import { SquareCheck, SquareX } from 'lucide-react';
import { itemSelection } from '../selection/item-selection';

/** In the menu of a row: where there is no room for boxes, they come once one row is selected. */
export function SelectRow({ id, onSelect }: { id: string; onSelect: () => void }) {
  const selected = itemSelection.useIsSelected(id);
  return (
    <MenuItem icon={selected ? <SquareX aria-hidden /> : <SquareCheck aria-hidden />} shortcut="x" onSelect={onSelect}>
      {selected ? 'Select it no more' : 'Select it'}
    </MenuItem>
  );
}
