import { EmptyState } from '@chapterhouse/ui/empty-state';
import { SquareKanban } from 'lucide-react';
import { Page } from '../../platform/page/page';

/** Holds the place of the board until it is built. */
export function ImpedimentsPlaceholder() {
  return (
    <Page title="Impediments">
      <EmptyState icon={<SquareKanban />} title="Not built yet">
        The board of everything that stands in the teams’ way will be here.
      </EmptyState>
    </Page>
  );
}
