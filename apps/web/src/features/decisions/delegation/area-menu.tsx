import { Button } from '@chapterhouse/ui/button';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@chapterhouse/ui/menu';
import { VisuallyHidden } from '@chapterhouse/ui/visually-hidden';
import { Archive, Ellipsis, Pencil, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { AreaDialog, ArchiveAreaDialog } from './area-dialog';
import type { ShownRow } from './board-row';

export type AreaMenuProps = {
  area: ShownRow['area'];
  /** There is a note to open. */
  delegated: boolean;
  opened: boolean;
  mayEdit: boolean;
  onOpen: () => void;
  onTakeAway: (() => void) | undefined;
  onEdited: () => Promise<void>;
};

/** What can be done to one row. */
export function AreaMenu({ area, delegated, opened, mayEdit, onOpen, onTakeAway, onEdited }: AreaMenuProps) {
  const [dialog, setDialog] = useState<'edit' | 'archive' | null>(null);
  return (
    <span className="delegation__menu">
      <Button size="sm" variant="ghost" aria-expanded={opened} onClick={onOpen}>
        {delegated ? 'Details' : 'Delegate'}
        <VisuallyHidden> {area.name}</VisuallyHidden>
      </Button>
      {(onTakeAway || mayEdit) && (
        <Menu
          align="end"
          trigger={<IconButton size="sm" label={`More about ${area.name}`} icon={<Ellipsis aria-hidden />} />}
        >
          {onTakeAway && (
            <MenuItem
              icon={<Undo2 aria-hidden />}
              hint="What a board above says counts then, else who is accountable decides."
              onSelect={onTakeAway}
            >
              Take it off this board
            </MenuItem>
          )}
          {onTakeAway && mayEdit && <MenuSeparator />}
          {mayEdit && (
            <MenuItem
              icon={<Pencil aria-hidden />}
              hint="On all boards, for it is one name for everybody."
              onSelect={() => setDialog('edit')}
            >
              Rename or describe …
            </MenuItem>
          )}
          {mayEdit && (
            <MenuItem icon={<Archive aria-hidden />} onSelect={() => setDialog('archive')}>
              Archive the decision area …
            </MenuItem>
          )}
        </Menu>
      )}
      {dialog === 'edit' && <AreaDialog area={area} onDone={onEdited} onClose={() => setDialog(null)} />}
      {dialog === 'archive' && <ArchiveAreaDialog area={area} onDone={onEdited} onClose={() => setDialog(null)} />}
    </span>
  );
}
