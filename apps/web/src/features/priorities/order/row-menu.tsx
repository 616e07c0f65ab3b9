import { Menu, MenuItem, MenuSeparator } from '@chapterhouse/ui/menu';
import {
  ArrowDownToLine,
  ArrowUpToLine,
  ChartNoAxesColumn,
  ChevronsDown,
  ChevronsUp,
  History,
  ListOrdered,
  MoreHorizontal,
} from 'lucide-react';
import type { OrderItemFragment } from '../../../generated/graphql';
import { can } from '../../../platform/session/can';
import { SelectRow } from './select-row';
import type { OrderActs } from './use-order-keys';

export type RowMenuProps = {
  item: OrderItemFragment;
  acts: OrderActs;
  movable: boolean;
  /** May move it past others' items. */
  anywhere: boolean;
  onClose: () => void;
};

/** Everything that can be done with a row, for those who do not drag and know no keys. */
export function RowMenu({ item, acts, movable, anywhere, onClose }: RowMenuProps) {
  const { key, area } = item;
  return (
    <Menu
      open
      align="end"
      onOpenChange={(open) => !open && onClose()}
      trigger={
        <button type="button" className="order__more" aria-label={`What can be done with ${key}`}>
          <MoreHorizontal aria-hidden />
        </button>
      }
    >
      {movable && (
        <>
          <MenuItem icon={<ChevronsUp aria-hidden />} shortcut="t" onSelect={acts.toTopOfArea}>
            To the top of {area?.name ?? 'those without an area'}
          </MenuItem>
          <MenuItem icon={<ChevronsDown aria-hidden />} onSelect={acts.toBottomOfArea}>
            To the bottom of {area?.name ?? 'those without an area'}
          </MenuItem>
          {anywhere && (
            <>
              <MenuItem icon={<ArrowUpToLine aria-hidden />} onSelect={acts.toTop}>
                To the top of the order
              </MenuItem>
              <MenuItem icon={<ArrowDownToLine aria-hidden />} onSelect={acts.toBottom}>
                To the bottom of the order
              </MenuItem>
            </>
          )}
          <MenuItem icon={<ListOrdered aria-hidden />} shortcut="m" onSelect={() => acts.askWhere(null)}>
            Move, with the reason …
          </MenuItem>
          <MenuSeparator />
        </>
      )}
      <SelectRow id={item.id} onSelect={acts.select} />
      {can(item, 'item:score') && (
        <MenuItem icon={<ChartNoAxesColumn aria-hidden />} shortcut="s" onSelect={acts.score}>
          Score it
        </MenuItem>
      )}
      <MenuItem icon={<History aria-hidden />} shortcut="h" onSelect={acts.past}>
        Who moved it, and why
      </MenuItem>
    </Menu>
  );
}
