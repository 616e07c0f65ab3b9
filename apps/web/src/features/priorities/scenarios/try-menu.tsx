import { Menu, MenuItem, MenuSeparator } from '@chapterhouse/ui/menu';
import {
  ArrowDownToLine,
  ArrowUpToLine,
  ChevronsDown,
  ChevronsUp,
  ListOrdered,
  MoreHorizontal,
  SquareArrowOutUpRight,
} from 'lucide-react';
import { useLocation, useNavigate } from 'react-router';
import type { OrderItemFragment } from '../../../generated/graphql';
import { itemAddress } from '../item/item-link';
import { SelectRow } from '../order/select-row';
import type { OrderActs } from '../order/use-order-keys';

export type TryMenuProps = {
  item: OrderItemFragment;
  acts: OrderActs;
  movable: boolean;
  onClose: () => void;
};

/** Everything that can be tried with a row, for those who do not drag and know no keys. */
export function TryMenu({ item: { id, key, area }, acts, movable, onClose }: TryMenuProps) {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const those = area?.name ?? 'those without an area';
  return (
    <Menu
      open
      align="end"
      onOpenChange={(open) => !open && onClose()}
      trigger={
        <button type="button" className="order__more" aria-label={`What can be tried with ${key}`}>
          <MoreHorizontal aria-hidden />
        </button>
      }
    >
      {movable && (
        <>
          <MenuItem icon={<ArrowUpToLine aria-hidden />} onSelect={acts.toTop}>
            To the top of the order
          </MenuItem>
          <MenuItem icon={<ChevronsUp aria-hidden />} shortcut="t" onSelect={acts.toTopOfArea}>
            To the top of {those}
          </MenuItem>
          <MenuItem icon={<ListOrdered aria-hidden />} shortcut="p" onSelect={() => acts.askWhere(null)}>
            To a place …
          </MenuItem>
          <MenuItem icon={<ChevronsDown aria-hidden />} onSelect={acts.toBottomOfArea}>
            To the bottom of {those}
          </MenuItem>
          <MenuItem icon={<ArrowDownToLine aria-hidden />} onSelect={acts.toBottom}>
            To the bottom of the order
          </MenuItem>
          <MenuSeparator />
          <SelectRow id={id} onSelect={acts.select} />
        </>
      )}
      <MenuItem
        icon={<SquareArrowOutUpRight aria-hidden />}
        onSelect={() => void navigate(itemAddress(key), { state: { from: pathname + search } })}
      >
        Open {key}
      </MenuItem>
    </Menu>
  );
}
