import { IconButton } from '@chapterhouse/ui/icon-button';
import { Link2 } from 'lucide-react';
import { copyLink } from '../../../platform/page/copy-text';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';

/** Its address, for a chat or a mail; with the title, where the clipboard takes rich text. */
export function CopyLink({ of, title }: { of: string; title: string | undefined }) {
  const copy = () => void copyLink(`/impediments/${of}`, of, title);
  useShortcut({ key: 'y', label: `Copy the link to ${of}`, run: copy });
  return <IconButton label="Copy link" shortcut="y" size="sm" icon={<Link2 aria-hidden />} onClick={copy} />;
}
