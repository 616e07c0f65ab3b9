import { useQuery } from '@apollo/client/react';
import { Dialog } from '@chapterhouse/ui/dialog';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { ORGANIZATION_SETTINGS } from '../organization.operations';
import { SettingsForm } from './settings-form';

/** Loads the settings, then asks; the form keeps the version that it was opened with. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const { data, error } = useQuery(ORGANIZATION_SETTINGS, { fetchPolicy: 'cache-and-network' });
  if (data) return <SettingsForm organization={data.organization} onClose={onClose} />;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Rename the organization">
      {error ? <RefusalNote refusal={shownRefusal(error)} /> : <Skeleton shape="card" lines={4} />}
    </Dialog>
  );
}
