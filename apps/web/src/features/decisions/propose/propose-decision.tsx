import { lazy, Suspense } from 'react';
import { can } from '../../../platform/session/can';
import { useViewer } from '../../../platform/session/session-provider';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { setProposing, useProposing } from './propose-state';

const QuickDialog = lazy(async () => ({ default: (await import('./quick-dialog')).QuickDialog }));

/** Once, in the shell: `d` proposes a decision from any screen. */
export function ProposeDecision() {
  const viewer = useViewer();
  const allowed = can({ viewerCan: viewer.can }, 'decision:propose');
  const begun = useProposing();
  useShortcut({
    key: 'd',
    label: 'Propose a decision',
    group: 'create',
    when: allowed,
    run: () => setProposing({}),
  });
  if (begun === null || !allowed) return null;
  return (
    <Suspense>
      <QuickDialog begun={begun} onClose={() => setProposing(null)} />
    </Suspense>
  );
}
