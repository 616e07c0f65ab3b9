import { Menu, MenuItem } from '@chapterhouse/ui/menu';
import { type ReactNode, useRef, useState } from 'react';
import type { ItemLineFragment } from '../../../generated/graphql';
import { ItemStateBadge } from '../item/item-state-badge';
import { DropDialog } from './drop-dialog';
import { offeredStates } from './offered-states';
import { openCell } from './open-cell';
import { tellNotSaved, useLineEdit } from './use-line-edit';

const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** Where an item can go from where it is; dropping asks why. */
export function StateCell({ item, trigger }: { item: ItemLineFragment; trigger: ReactNode }) {
  const { setState } = useLineEdit();
  const [dropping, setDropping] = useState(false);
  // The menu closes as soon as something was chosen, before anything is drawn anew.
  const asks = useRef(false);
  if (dropping) {
    return (
      <>
        {trigger}
        <DropDialog item={item} onClose={() => openCell.close()} />
      </>
    );
  }
  return (
    <Menu open onOpenChange={(open) => !open && !asks.current && openCell.close()} trigger={trigger}>
      {offeredStates(item).map(({ state, label, missing }) => (
        <MenuItem
          key={state}
          icon={<ItemStateBadge state={state} labelHidden />}
          disabled={missing.length > 0}
          hint={missing.length > 0 ? `Needs ${list.format(missing)}` : undefined}
          onSelect={() => {
            if (state === 'DROPPED') {
              asks.current = true;
              return setDropping(true);
            }
            openCell.close();
            void setState(item, state).then((outcome) => !outcome.done && tellNotSaved(item.key, outcome.refusal));
          }}
        >
          {label}
        </MenuItem>
      ))}
    </Menu>
  );
}
