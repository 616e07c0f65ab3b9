import { IconButton } from '@chapterhouse/ui/icon-button';
import { notify } from '@chapterhouse/ui/toast';
import { Link2 } from 'lucide-react';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';

/** Its address, for a chat or a mail; with the title, where the clipboard takes rich text. */
export function CopyLink({ of, title }: { of: string; title: string | undefined }) {
  const copy = () => void copyLink(of, title);
  useShortcut({ key: 'y', label: `Copy the link to ${of}`, run: copy });
  return <IconButton label="Copy link" shortcut="y" size="sm" icon={<Link2 aria-hidden />} onClick={copy} />;
}

async function copyLink(key: string, title: string | undefined): Promise<void> {
  const address = new URL(`/impediments/${key}`, window.location.href).href;
  try {
    await navigator.clipboard.writeText(address);
    notify({ title: `The link to ${key} is copied.`, ...(title !== undefined && { detail: title }) });
  } catch {
    // Without https, or forbidden: the address itself can still be copied by hand.
    notify({ title: 'The browser does not let this page copy.', detail: address });
  }
}
