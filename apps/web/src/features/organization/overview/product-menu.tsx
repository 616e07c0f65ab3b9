import { IconButton } from '@chapterhouse/ui/icon-button';
import { Menu, MenuItem } from '@chapterhouse/ui/menu';
import { Ellipsis, Pencil, Plus, UserCog } from 'lucide-react';
import { can } from '../../../platform/session/can';
import { useDialogs } from '../dialogs/use-dialogs';
import type { OverviewProduct } from './overview-types';

/** What can be done with a product; its roles can be read by everybody. */
export function ProductMenu({ product }: { product: OverviewProduct }) {
  const show = useDialogs();
  const { id, name, viewerCan } = product;
  return (
    <Menu align="end" trigger={<IconButton size="sm" label={`${name}: actions`} icon={<Ellipsis aria-hidden />} />}>
      {can(product, 'area:create') && (
        <MenuItem icon={<Plus aria-hidden />} onSelect={() => show({ ask: 'create-area', product })}>
          New area…
        </MenuItem>
      )}
      <MenuItem
        icon={<UserCog aria-hidden />}
        onSelect={() => show({ ask: 'scope-roles', scope: { kind: 'PRODUCT', id, name }, viewerCan })}
      >
        Roles in this product…
      </MenuItem>
      {can(product, 'product:edit') && (
        <MenuItem icon={<Pencil aria-hidden />} onSelect={() => show({ ask: 'edit-product', product })}>
          Rename…
        </MenuItem>
      )}
    </Menu>
  );
}
