import { Button } from '@chapterhouse/ui/button';
import { Dialog, DialogActions } from '@chapterhouse/ui/dialog';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';

export type UnsavedGuardProps = {
  unsaved: boolean;
};

/** While there is something unsaved, nobody leaves the screen without having been asked. */
export function UnsavedGuard({ unsaved }: UnsavedGuardProps) {
  const blocker = useBlocker(
    ({ currentLocation: here, nextLocation: next }) => unsaved && here.pathname !== next.pathname,
  );
  useEffect(() => {
    if (!unsaved) return;
    // The browser asks in its own words when the tab is closed.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
  if (blocker.state !== 'blocked') return null;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && blocker.reset()}
      title="Leave without saving?"
      description="What you changed here is not saved yet."
      size="sm"
    >
      <DialogActions>
        <Button variant="danger" onClick={() => blocker.proceed()}>
          Leave without saving
        </Button>
        <Button variant="primary" onClick={() => blocker.reset()}>
          Stay here
        </Button>
      </DialogActions>
    </Dialog>
  );
}
