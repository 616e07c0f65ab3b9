import { ROLE_TITLES } from '@chapterhouse/domain/organization/role';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { Menu, MenuItem } from '@chapterhouse/ui/menu';
import { ArrowRightLeft, CalendarX, Ellipsis } from 'lucide-react';
import type { HeldAssignmentFragment } from '../../../generated/graphql';
import { can } from '../../../platform/session/can';
import { useDialogs } from '../dialogs/use-dialogs';

/** What the viewer may do with somebody's role; nothing when nothing. */
export function AssignmentMenu({ assignment }: { assignment: HeldAssignmentFragment }) {
  const show = useDialogs();
  const mayHandOver = can(assignment, 'role:hand-over');
  const mayEnd = can(assignment, 'role:end');
  if (!mayHandOver && !mayEnd) return null;
  const label = `${assignment.person.name}, ${ROLE_TITLES[assignment.role]}: hand over or end`;
  return (
    <Menu align="end" trigger={<IconButton size="sm" label={label} icon={<Ellipsis aria-hidden />} />}>
      {mayHandOver && (
        <MenuItem icon={<ArrowRightLeft aria-hidden />} onSelect={() => show({ ask: 'hand-over', assignment })}>
          Hand over…
        </MenuItem>
      )}
      {mayEnd && (
        <MenuItem icon={<CalendarX aria-hidden />} onSelect={() => show({ ask: 'end-role', assignment })}>
          End this role…
        </MenuItem>
      )}
    </Menu>
  );
}
