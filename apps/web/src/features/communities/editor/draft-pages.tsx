import { Button } from '@chapterhouse/ui/button';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@chapterhouse/ui/menu';
import { Ellipsis, FilePlus } from 'lucide-react';
import { useState } from 'react';
import type { DraftPartsFragment, PageLinePartsFragment } from '../../../generated/graphql';
import { CHANGE_WORDS } from '../artifacts/artifact-words';
import { draftAddress } from '../artifacts/artifact-addresses';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import type { ShownArtifact } from '../artifacts/shown-artifact';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { isWide, TreeNav } from '../reading/tree-nav';
import { MOVE_PAGE } from './draft.operations';
import { MovePageDialog } from './move-page-dialog';
import { neighbourMove } from './page-moves';
import { RemovePageDialog } from './remove-page-dialog';
import { TitleDialog } from './title-dialog';

export type DraftPagesProps = { artifact: ShownArtifact; draft: DraftPartsFragment; path: string; writes: boolean };

type Asked = { kind: 'add' | 'rename' | 'move' | 'remove'; page: PageLinePartsFragment | null };

/** So many pages push nothing off a phone's screen. */
const FEW = 6;

/** The tree of a draft: pages are added, named, moved and taken away. */
export function DraftPages({ artifact, draft, path, writes }: DraftPagesProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const move = useShownAct(MOVE_PAGE);
  const changes = new Map(draft.changedPages.map((change) => [change.path, change.kind]));
  const close = () => setAsked(null);
  const step = (page: PageLinePartsFragment, by: -1 | 1) => {
    const to = neighbourMove(draft.pages, page, by);
    if (to) void move.act({ artifactId: artifact.id, path: page.path, ...to, idempotencyKey: move.key() });
  };
  const beside = (page: PageLinePartsFragment) => {
    const kind = changes.get(page.path);
    return (
      <>
        {kind && <span className="draft__mark">{CHANGE_WORDS[kind]}</span>}
        {writes && (
          <Menu
            align="end"
            trigger={<IconButton label={`Change ${page.title}`} size="sm" icon={<Ellipsis aria-hidden />} />}
          >
            <MenuItem onSelect={() => setAsked({ kind: 'add', page })}>Add a page below</MenuItem>
            <MenuItem onSelect={() => setAsked({ kind: 'rename', page })}>Rename</MenuItem>
            <MenuSeparator />
            <MenuItem disabled={neighbourMove(draft.pages, page, -1) === null} onSelect={() => step(page, -1)}>
              Move up
            </MenuItem>
            <MenuItem disabled={neighbourMove(draft.pages, page, 1) === null} onSelect={() => step(page, 1)}>
              Move down
            </MenuItem>
            <MenuItem onSelect={() => setAsked({ kind: 'move', page })}>Move to…</MenuItem>
            <MenuSeparator />
            <MenuItem tone="danger" onSelect={() => setAsked({ kind: 'remove', page })}>
              Remove
            </MenuItem>
          </Menu>
        )}
      </>
    );
  };
  const of = { artifact, pages: draft.pages, openPath: path, onClose: close };
  return (
    <aside className="draft__pages">
      <details className="draft__tree" open={draft.pages.length < FEW || isWide()}>
        <summary>{draft.pages.length === 1 ? 'One page' : `All ${draft.pages.length} pages`}</summary>
        <TreeNav
          label="Pages of the draft"
          pages={draft.pages}
          path={path}
          to={(target) => draftAddress(artifact.key, target)}
          beside={beside}
        />
      </details>
      <RefusalNote refusal={move.refusal} />
      {writes && (
        <Button size="sm" icon={<FilePlus aria-hidden />} onClick={() => setAsked({ kind: 'add', page: null })}>
          Add a page
        </Button>
      )}
      {asked?.kind === 'add' && <TitleDialog {...of} below={asked.page} renamed={null} />}
      {asked?.kind === 'rename' && asked.page && <TitleDialog {...of} below={null} renamed={asked.page} />}
      {asked?.kind === 'move' && asked.page && <MovePageDialog {...of} page={asked.page} />}
      {asked?.kind === 'remove' && asked.page && <RemovePageDialog {...of} page={asked.page} />}
    </aside>
  );
}
