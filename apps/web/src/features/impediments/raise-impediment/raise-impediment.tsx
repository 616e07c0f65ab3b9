import { useApolloClient } from '@apollo/client/react';
import { lazy, Suspense, useEffect } from 'react';
import { can } from '../../../platform/session/can';
import { useViewer } from '../../../platform/session/session-provider';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { IMPEDIMENT_TEAMS } from '../impediments.operations';
import { setRaising, useRaising } from './raise-dialog-state';

const loadDialog = async () => ({ default: (await import('./raise-dialog')).RaiseDialog });
const RaiseDialog = lazy(loadDialog);

/** Milliseconds after the screen: nothing that it needs itself waits for this. */
const LOADED_AFTER = 3_000;

/** Once, in the shell: `c` raises an impediment from any screen. */
export function RaiseImpediment() {
  const viewer = useViewer();
  const client = useApolloClient();
  const allowed = can({ viewerCan: viewer.can }, 'impediment:raise');
  const { open, words } = useRaising();
  useShortcut({ key: 'c', label: 'Raise an impediment', group: 'create', when: allowed, run: () => setRaising(true) });
  // What is typed right behind the `c` must find its field.
  useEffect(() => {
    if (!allowed) return undefined;
    const load = () => {
      void loadDialog().catch(() => undefined);
      // Kept in this browser, so that one can be raised without a connection as well.
      void client.query({ query: IMPEDIMENT_TEAMS }).catch(() => undefined);
    };
    const timer = setTimeout(load, LOADED_AFTER);
    return () => clearTimeout(timer);
  }, [allowed, client]);
  if (!open || !allowed) return null;
  return (
    <Suspense>
      <RaiseDialog words={words} onClose={() => setRaising(false)} />
    </Suspense>
  );
}
