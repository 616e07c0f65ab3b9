import { lazy, type ReactNode, Suspense, useCallback, useRef, useState } from 'react';
import type { DialogRequest } from './dialog-request';
import { focusReturn } from './focus-return';
import { DialogsContext } from './use-dialogs';

// Needed after a click only; the screen is there sooner without them.
const RequestedDialog = lazy(async () => ({ default: (await import('./requested-dialog')).RequestedDialog }));

/** Lets everything below ask its questions; one dialog at a time. */
export function OrganizationDialogs({ children }: { children: ReactNode }) {
  const [request, setRequest] = useState<DialogRequest | null>(null);
  const giveBack = useRef<(() => void) | null>(null);
  const show = useCallback((next: DialogRequest) => {
    giveBack.current ??= focusReturn();
    setRequest(next);
  }, []);
  const close = useCallback(() => {
    setRequest(null);
    giveBack.current?.();
    giveBack.current = null;
  }, []);
  return (
    <DialogsContext value={show}>
      {children}
      <Suspense>{request && <RequestedDialog request={request} onClose={close} />}</Suspense>
    </DialogsContext>
  );
}
