import { EmptyState } from '@chapterhouse/ui/empty-state';
import { FileInput } from 'lucide-react';
import { Page } from '../../platform/page/page';

/** Holds the place of imports until they are built. */
export function ImportsPlaceholder() {
  return (
    <Page title="Imports">
      <EmptyState icon={<FileInput />} title="Not built yet">
        Organization files and Jira exports will be read here, with a preview first.
      </EmptyState>
    </Page>
  );
}
