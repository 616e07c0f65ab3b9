import { IconButton } from '@chapterhouse/ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@chapterhouse/ui/menu';
import { Archive, ArchiveRestore, CalendarDays, Ellipsis, ListTree, Pencil, Plus, UserCog } from 'lucide-react';
import { useNavigate } from 'react-router';
import { can } from '../../../platform/session/can';
import { useDialogs } from '../dialogs/use-dialogs';
import type { OverviewArea } from './overview-types';

/** What can be done with an area; its roles can be read by everybody. */
export function AreaMenu({ area }: { area: OverviewArea }) {
  const show = useDialogs();
  const navigate = useNavigate();
  const { id, name, viewerCan } = area;
  const place = { ...area, archivedOn: area.archivedOn ?? null };
  const mayEdit = can(area, 'area:edit');
  return (
    <Menu align="end" trigger={<IconButton size="sm" label={`${name}: actions`} icon={<Ellipsis aria-hidden />} />}>
      {can(area, 'team:create') && (
        <MenuItem icon={<Plus aria-hidden />} onSelect={() => show({ ask: 'create-team', area })}>
          New team…
        </MenuItem>
      )}
      <MenuItem
        icon={<ListTree aria-hidden />}
        onSelect={() => void navigate(`/backlog?${new URLSearchParams({ areas: id })}`)}
      >
        Backlog of this area
      </MenuItem>
      <MenuItem
        icon={<CalendarDays aria-hidden />}
        onSelect={() => void navigate(`/calendar?${new URLSearchParams({ scopeKind: 'AREA', scopeId: id })}`)}
      >
        Meetings of this area
      </MenuItem>
      <MenuItem
        icon={<UserCog aria-hidden />}
        onSelect={() => show({ ask: 'scope-roles', scope: { kind: 'AREA', id, name }, viewerCan })}
      >
        Roles in this area…
      </MenuItem>
      {mayEdit && (
        <>
          <MenuItem icon={<Pencil aria-hidden />} onSelect={() => show({ ask: 'edit-place', kind: 'AREA', place })}>
            Edit name and purpose…
          </MenuItem>
          <MenuSeparator />
          <MenuItem
            icon={place.archivedOn ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
            onSelect={() => show({ ask: 'archive', kind: 'AREA', place })}
          >
            {place.archivedOn ? 'Open again…' : 'Archive…'}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
