import { Button } from '@chapterhouse/ui/button';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { notify } from '@chapterhouse/ui/toast';
import { Link2, SquarePen } from 'lucide-react';
import { useState } from 'react';
import { can } from '../../../platform/session/can';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { itemAddress } from '../item/item-link';
import { EditItemDialog } from '../item-form/edit-item-dialog';
import type { ShownItem } from './use-item';

/** What can be done to the whole of an item. */
export function ItemActions({ item, small = false }: { item: ShownItem; small?: boolean }) {
  const [editing, setEditing] = useState(false);
  const may = can(item, 'item:edit');
  const edit = () => setEditing(true);
  const copy = () => void copyLink(item);
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

async function copyLink({ key, title }: ShownItem): Promise<void> {
  const address = new URL(itemAddress(key), window.location.href).href;
  try {
    await navigator.clipboard.writeText(address);
    notify({ title: `The link to ${key} is copied.`, detail: title });
  } catch {
    // Without https, or forbidden: the address itself can still be copied by hand.
    notify({ title: 'The browser does not let this page copy.', detail: address });
  }
}
