import { Button } from '@chapterhouse/ui/button';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@chapterhouse/ui/menu';
import { StateBadge } from '@chapterhouse/ui/state-badge';
import { notify } from '@chapterhouse/ui/toast';
import {
  Archive,
  ArchiveRestore,
  Download,
  Ellipsis,
  Eye,
  EyeOff,
  FileText,
  Globe,
  Printer,
  SquarePen,
} from 'lucide-react';
import { useState } from 'react';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { UNARCHIVE_ARTIFACT, WATCH_ARTIFACT } from './artifact.operations';
import { STATE_PROGRESS, STATE_WORDS } from './artifact-words';
import { ArchiveDialog } from './archive-dialog';
import { EditArtifactDialog } from './edit-artifact-dialog';
import { can } from '../../../platform/session/can';
import type { ShownArtifact } from './shown-artifact';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { useBeginDraft } from './use-begin-draft';

/** What can be done with the whole of an artifact. */
export function ArtifactActions({ artifact }: { artifact: ShownArtifact }) {
  const { id, version, state, current, watchedByViewer } = artifact;
  const [dialog, setDialog] = useState<'edit' | 'archive' | null>(null);
  const watch = useShownAct(WATCH_ARTIFACT);
  const unarchive = useShownAct(UNARCHIVE_ARTIFACT);
  const { begin, pending, refusal } = useBeginDraft(artifact);
  const begins = can(artifact, 'draft:begin');
  const label = artifact.draft ? 'Open the draft' : 'Begin a draft';
  useShortcut({ key: 'e', label, when: begins || artifact.draft !== null, run: () => void begin() });

  const setWatch = async () => {
    const done = await watch.act({ id, watch: !watchedByViewer, idempotencyKey: watch.key() });
    if (done) notify({ title: watchedByViewer ? 'You hear of it no more.' : 'You will hear when it changes.' });
  };
  const takeOut = async () => {
    if (await unarchive.act({ id, version, idempotencyKey: unarchive.key() }))
      notify({ title: 'It is out of the archive.' });
  };
  const refused = refusal ?? watch.refusal ?? unarchive.refusal;
  return (
    <>
      <StateBadge label={STATE_WORDS[state]} progress={STATE_PROGRESS[state]} />
      {refused && <span role="alert">{refused.title}</span>}
      {begins && (
        <Button icon={<SquarePen aria-hidden />} pending={pending} onClick={() => void begin()}>
          {label}
        </Button>
      )}
      <Menu align="end" trigger={<IconButton label="More" icon={<Ellipsis aria-hidden />} />}>
        <MenuItem
          icon={watchedByViewer ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
          onSelect={() => void setWatch()}
        >
          {watchedByViewer ? 'Stop watching' : 'Watch'}
        </MenuItem>
        {current && (
          <>
            <MenuItem icon={<Printer aria-hidden />} onSelect={() => open(current.printUrl)}>
              Print as one document
            </MenuItem>
            <MenuItem icon={<FileText aria-hidden />} onSelect={() => open(current.pdfUrl)}>
              Download as PDF
            </MenuItem>
            <MenuItem icon={<Download aria-hidden />} onSelect={() => open(current.archiveUrl)}>
              Download as files
            </MenuItem>
            <MenuItem icon={<Globe aria-hidden />} onSelect={() => open(current.siteUrl)}>
              Download as a site
            </MenuItem>
          </>
        )}
        {can(artifact, 'artifact:edit') && (
          <>
            <MenuSeparator />
            <MenuItem icon={<SquarePen aria-hidden />} onSelect={() => setDialog('edit')}>
              Title, review date, approvals
            </MenuItem>
          </>
        )}
        {can(artifact, 'artifact:archive') && state !== 'ARCHIVED' && (
          <MenuItem icon={<Archive aria-hidden />} tone="danger" onSelect={() => setDialog('archive')}>
            Archive
          </MenuItem>
        )}
        {state === 'ARCHIVED' && can(artifact, 'artifact:unarchive') && (
          <MenuItem icon={<ArchiveRestore aria-hidden />} onSelect={() => void takeOut()}>
            Take out of the archive
          </MenuItem>
        )}
      </Menu>
      {dialog === 'edit' && <EditArtifactDialog artifact={artifact} onClose={() => setDialog(null)} />}
      {dialog === 'archive' && <ArchiveDialog artifact={artifact} onClose={() => setDialog(null)} />}
    </>
  );
}

const open = (url: string) => void window.open(url, '_blank', 'noopener');
