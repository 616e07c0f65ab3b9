import { Button } from '@chapterhouse/ui/button';
import { Menu, MenuItem } from '@chapterhouse/ui/menu';
import { FileArchive, Rss, Share } from 'lucide-react';
import { useState } from 'react';
import { useCommand } from '../../../platform/commands/use-command';
import { FeedDialog } from './feed-dialog';

export type ExportMenuProps = {
  /** What narrows the log, as its address says it. */
  params: URLSearchParams;
  /** How many decisions that are; undefined while it is not known. */
  count: number | undefined;
  /** The place that the log is narrowed to, if any. */
  scopeId: string;
};

/** The log as files: what is shown as MADR in a zip that comes in again without loss, or a feed that readers follow. */
export function ExportMenu({ params, count, scopeId }: ExportMenuProps) {
  const [feed, setFeed] = useState(false);
  // What waits for somebody is no part of the record.
  const exportable = count !== undefined && count > 0 && params.get('waitsForMe') === null;
  const download = () => window.location.assign(`/files/decisions.zip?${params.toString()}`);
  useCommand({
    id: 'here:decisions-zip',
    label: 'Download these decisions as MADR files',
    group: 'here',
    keywords: 'export zip ADR markdown',
    when: exportable,
    run: download,
  });
  useCommand({
    id: 'here:decision-feed',
    label: 'Follow a team’s decisions by a feed',
    group: 'here',
    keywords: 'atom rss subscribe export',
    run: () => setFeed(true),
  });
  return (
    <>
      <Menu align="end" trigger={<Button icon={<Share aria-hidden />}>Export</Button>}>
        <MenuItem
          icon={<FileArchive aria-hidden />}
          hint={
            params.get('waitsForMe') !== null
              ? 'Not of what waits for you: show other decisions first.'
              : 'Markdown as MADR 4 writes it; it can be imported again without loss.'
          }
          disabled={!exportable}
          onSelect={download}
        >
          {count === 1 ? 'This decision as a zip' : `These ${(count ?? 0).toLocaleString('en')} decisions as a zip`}
        </MenuItem>
        <MenuItem
          icon={<Rss aria-hidden />}
          hint="A secret address for feed readers and chat."
          onSelect={() => setFeed(true)}
        >
          Feed of a team …
        </MenuItem>
      </Menu>
      {feed && <FeedDialog scopeId={scopeId} onClose={() => setFeed(false)} />}
    </>
  );
}
