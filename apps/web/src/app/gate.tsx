import { Button } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { signInAddress } from '../features/session/return-address';
import { shownRefusal } from '../platform/refusals/shown-refusal';
import { useSession } from '../platform/session/session-provider';
import './gate.css';

/** Lets the signed-in through; sends others to the first screen or to sign-in, with the way back. */
export function Gate({ children }: { children: ReactNode }) {
  const session = useSession();
  const { pathname, search, hash } = useLocation();
  if (session.status === 'loading') {
    return (
      <div className="gate">
        <Skeleton lines={3} label="Loading Chapterhouse" />
      </div>
    );
  }
  if (session.status === 'failed') {
    const { title, next } = shownRefusal(session.error);
    return (
      <main className="gate">
        <ErrorNote title={title} next={next} action={<Button onClick={session.retry}>Try again</Button>} />
      </main>
    );
  }
  if (session.viewer) return children;
  if (session.instance.firstRun) return <Navigate to="/welcome" replace />;
  return <Navigate to={signInAddress(pathname + search + hash)} replace />;
}
