import { lazy, Suspense } from 'react';
import { can } from '../../../platform/session/can';
import { useViewer } from '../../../platform/session/session-provider';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { setRaising, useRaising } from './raise-dialog-state';

const loadDialog = async () => ({ default: (await import('./raise-dialog')).RaiseDialog });
const RaiseDialog = lazy(loadDialog);

/** Once, in the shell: `c` raises an impediment from any screen. */
export function RaiseImpediment() {
  const viewer = useViewer();
  const allowed = can({ viewerCan: viewer.can }, 'impediment:raise');
  const open = useRaising();
  useShortcut({ key: 'c', label: 'Raise an impediment', group: 'create', when: allowed, run: () => setRaising(true) });
  if (!open || !allowed) return null;
  return (
    <Suspense>
      <RaiseDialog onClose={() => setRaising(false)} />
    </Suspense>
  );
}
