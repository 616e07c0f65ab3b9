import { lazy, Suspense } from 'react';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { setProposing, useProposing } from './propose-state';

const QuickDialog = lazy(async () => ({ default: (await import('./quick-dialog')).QuickDialog }));

/** Once, in the shell: `d` proposes a decision from any screen. Everybody of the organization may. */
export function ProposeDecision() {
  const begun = useProposing();
  useShortcut({
    key: 'd',
    label: 'Propose a decision',
    group: 'create',
    run: () => setProposing({}),
  });
  if (begun === null) return null;
  return (
    <Suspense>
      <QuickDialog begun={begun} onClose={() => setProposing(null)} />
    </Suspense>
  );
}
