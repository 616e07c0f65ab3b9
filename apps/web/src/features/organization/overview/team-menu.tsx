import { IconButton } from '@chapterhouse/ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@chapterhouse/ui/menu';
import { Archive, ArchiveRestore, ArrowRightLeft, Ellipsis, Pencil, UserPlus } from 'lucide-react';
import { can } from '../../../platform/session/can';
import type { EditablePlace, Named } from '../dialogs/dialog-request';
import { useDialogs } from '../dialogs/use-dialogs';

export type TeamMenuProps = {
  team: Omit<EditablePlace, 'archivedOn'> & { archivedOn?: string | null; viewerCan: readonly string[] };
  area: Named;
};

/** What the viewer may do with a team; nothing when nothing. */
export function TeamMenu({ team, area }: TeamMenuProps) {
  const show = useDialogs();
  const place = { ...team, archivedOn: team.archivedOn ?? null };
  const mayEdit = can(team, 'team:edit');
  const mayMove = can(team, 'team:move');
  const mayAssign = can(team, 'role:assign');
  if (!mayEdit && !mayMove && !mayAssign) return null;
  const scope = { kind: 'TEAM', id: team.id, name: team.name } as const;
  return (
    <Menu
      align="end"
      trigger={<IconButton size="sm" label={`${team.name}: actions`} icon={<Ellipsis aria-hidden />} />}
    >
      {mayAssign && (
        <MenuItem icon={<UserPlus aria-hidden />} onSelect={() => show({ ask: 'assign-role', scope })}>
          Add somebody…
        </MenuItem>
      )}
      {mayEdit && (
        <MenuItem icon={<Pencil aria-hidden />} onSelect={() => show({ ask: 'edit-place', kind: 'TEAM', place })}>
          Edit name and purpose…
        </MenuItem>
      )}
      {mayMove && (
        <MenuItem icon={<ArrowRightLeft aria-hidden />} onSelect={() => show({ ask: 'move-team', team, area })}>
          Move to another area…
        </MenuItem>
      )}
      {mayEdit && <MenuSeparator />}
      {mayEdit && (
        <MenuItem
          icon={place.archivedOn ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
          onSelect={() => show({ ask: 'archive', kind: 'TEAM', place })}
        >
          {place.archivedOn ? 'Open again…' : 'Archive…'}
        </MenuItem>
      )}
    </Menu>
  );
}
