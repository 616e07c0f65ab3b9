import { Button } from '@chapterhouse/ui/button';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { Menu, MenuItem } from '@chapterhouse/ui/menu';
import { Box, CalendarClock, Ellipsis, Plus, Pencil, TrendingUp } from 'lucide-react';
import { useNavigate } from 'react-router';
import { OfferedCommand } from '../../../platform/commands/offered-command';
import { useCommand } from '../../../platform/commands/use-command';
import { can } from '../../../platform/session/can';
import { useDialogs } from '../dialogs/use-dialogs';
import type { OverviewOrganization } from './overview-types';

export type OverviewActionsProps = {
  organization: OverviewOrganization;
  archivedShown: boolean;
  /** Undefined: there is nothing archived. */
  onArchived?: (() => void) | undefined;
};

/** At the right of the heading: what can be made, and the settings. */
export function OverviewActions({ organization, archivedShown, onArchived }: OverviewActionsProps) {
  const show = useDialogs();
  const navigate = useNavigate();
  const products = organization.products.filter((product) => can(product, 'area:create'));
  const mayCreate = can(organization, 'product:create') || products.length > 0;
  const mayEdit = can(organization, 'organization:edit');
  useCommand({
    id: 'create:product',
    label: 'New product …',
    group: 'create',
    when: can(organization, 'product:create'),
    run: () => show({ ask: 'create-product' }),
  });
  useCommand({
    id: 'organization:settings',
    label: 'Rename the organization …',
    group: 'settings',
    keywords: 'name settings',
    when: mayEdit,
    run: () => show({ ask: 'settings' }),
  });
  return (
    <>
      {products.map((product) => (
        <OfferedCommand
          key={product.id}
          id={`create:area:${product.id}`}
          label={`New area in ${product.name} …`}
          group="create"
          run={() => show({ ask: 'create-area', product })}
        />
      ))}
      {mayCreate && (
        <Menu align="end" trigger={<Button icon={<Plus aria-hidden />}>New</Button>}>
          {products.map((product) => (
            <MenuItem
              key={product.id}
              icon={<Plus aria-hidden />}
              onSelect={() => show({ ask: 'create-area', product })}
            >
              Area in {product.name}…
            </MenuItem>
          ))}
          {can(organization, 'product:create') && (
            <MenuItem icon={<Box aria-hidden />} onSelect={() => show({ ask: 'create-product' })}>
              Product…
            </MenuItem>
          )}
        </Menu>
      )}
      <Menu align="end" trigger={<IconButton label="More about the organization" icon={<Ellipsis aria-hidden />} />}>
        {onArchived && (
          <MenuItem onSelect={onArchived}>{archivedShown ? 'Hide what is archived' : 'Show what is archived'}</MenuItem>
        )}
        <MenuItem icon={<TrendingUp aria-hidden />} onSelect={() => void navigate('/organization/settings/ladder')}>
          Escalation ladder
        </MenuItem>
        <MenuItem
          icon={<CalendarClock aria-hidden />}
          onSelect={() => void navigate('/organization/settings/calendar')}
        >
          Working calendar
        </MenuItem>
        {mayEdit && (
          <MenuItem icon={<Pencil aria-hidden />} onSelect={() => show({ ask: 'settings' })}>
            Rename…
          </MenuItem>
        )}
      </Menu>
    </>
  );
}
