import { IconButton } from '@chapterhouse/ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@chapterhouse/ui/menu';
import { Ellipsis, Pencil, UserX } from 'lucide-react';
import type { PersonPageQuery } from '../../../generated/graphql';
import { can } from '../../../platform/session/can';
import { useToday } from '../../../platform/dates/use-today';
import { useDialogs } from '../dialogs/use-dialogs';

/** Editing and deactivating somebody; nothing for those who may neither. */
export function PersonMenu({ person }: { person: PersonPageQuery['person'] }) {
  const show = useDialogs();
  const today = useToday();
  const mayEdit = can(person, 'person:edit');
  const mayDeactivate = can(person, 'person:deactivate');
  if (!mayEdit && !mayDeactivate) return null;
  // Those that deactivating would end.
  const roles = person.assignments.filter(({ endsBefore }) => !endsBefore || endsBefore > today).length;
  return (
    <Menu align="end" trigger={<IconButton label={`${person.name}: actions`} icon={<Ellipsis aria-hidden />} />}>
      {mayEdit && (
        <MenuItem icon={<Pencil aria-hidden />} onSelect={() => show({ ask: 'edit-person', person })}>
          Edit name and e-mail…
        </MenuItem>
      )}
      {mayEdit && mayDeactivate && <MenuSeparator />}
      {mayDeactivate && (
        <MenuItem
          icon={<UserX aria-hidden />}
          tone="danger"
          onSelect={() => show({ ask: 'deactivate-person', person, roles })}
        >
          Deactivate…
        </MenuItem>
      )}
    </Menu>
  );
}
