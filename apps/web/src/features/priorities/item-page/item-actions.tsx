import { Button } from '@chapterhouse/ui/button';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { Link2, SquarePen } from 'lucide-react';
import { useState } from 'react';
import { copyLink } from '../../../platform/page/copy-text';
import { can } from '../../../platform/session/can';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { EditItemDialog } from '../item-form/edit-item-dialog';
import { itemAddress } from '../item/item-link';
import type { ShownItem } from './use-item';

/** What can be done to the whole of an item. */
export function ItemActions({ item, small = false }: { item: ShownItem; small?: boolean }) {
  const [editing, setEditing] = useState(false);
  const may = can(item, 'item:edit');
  const edit = () => setEditing(true);
  const copy = () => void copyLink(itemAddress(item.key), item.key, item.title);
  useShortcut({ key: 'e', label: `Edit ${item.key}`, when: may, run: edit });
  useShortcut({ key: 'y', label: `Copy the link to ${item.key}`, run: copy });
  return (
    <>
      {may && small && (
        <IconButton label="Edit" shortcut="e" size="sm" icon={<SquarePen aria-hidden />} onClick={edit} />
      )}
      {may && !small && (
        <Button icon={<SquarePen aria-hidden />} onClick={edit}>
          Edit
        </Button>
      )}
      <IconButton label="Copy link" shortcut="y" size="sm" icon={<Link2 aria-hidden />} onClick={copy} />
      {editing && <EditItemDialog item={item} onClose={() => setEditing(false)} />}
    </>
  );
}
