import { EmptyState } from '@chapterhouse/ui/empty-state';
import { Network } from 'lucide-react';
import { Page } from '../../platform/page/page';

/** Holds the place of the organization's screens until they are built. */
export function OrganizationPlaceholder() {
  return (
    <Page title="Organization">
      <EmptyState icon={<Network />} title="Not built yet">
        Areas and teams, and who answers for what, will be here.
      </EmptyState>
    </Page>
  );
}
