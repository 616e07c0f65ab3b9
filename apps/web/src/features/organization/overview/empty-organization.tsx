import { Button, buttonLook } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { Network } from 'lucide-react';
import { Link } from 'react-router';
import { can } from '../../../platform/session/can';
import { useDialogs } from '../dialogs/use-dialogs';
import type { OverviewOrganization } from './overview-types';

/** Before the first product: what this screen will show, and the two ways to begin. */
export function EmptyOrganization({ organization }: { organization: OverviewOrganization }) {
  const show = useDialogs();
  const mayCreate = can(organization, 'product:create');
  const mayImport = can(organization, 'import:run');
  return (
    <EmptyState
      icon={<Network />}
      title="No areas and teams yet"
      action={
        <>
          {mayImport && (
            <Link className={buttonLook({ variant: 'primary' })} to="/imports">
              Import an organization
            </Link>
          )}
          {mayCreate && <Button onClick={() => show({ ask: 'create-product' })}>Create a product</Button>}
        </>
      }
    >
      {mayCreate
        ? 'Here everybody sees who answers for what. Bring it in from a file or from Jira, or begin with a product.'
        : 'Here everybody will see who answers for what, once an administrator has set it up.'}
    </EmptyState>
  );
}
