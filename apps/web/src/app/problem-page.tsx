import { Button, buttonLook } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { Compass, TriangleAlert } from 'lucide-react';
import { isRouteErrorResponse, Link, useRouteError } from 'react-router';
import { PageTitle } from '../platform/page/page-title';

/** An address that leads nowhere. */
export function NotFoundPage() {
  return (
    <EmptyState
      level={1}
      icon={<Compass />}
      title="There is nothing at this address"
      action={
        <Link className={buttonLook({ variant: 'primary' })} to="/">
          Go to the board
        </Link>
      }
    >
      <PageTitle title="Not found" isProblem />
      It may have been removed, or the address has a typing mistake.
    </EmptyState>
  );
}

/** A chunk of an older release is gone after an update: the newest page has the newest names. */
function isStaleRelease(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported module|module script failed/i.test(error.message);
}

/** The last resort when a screen breaks: what happened and what to do. */
export function BrokenPage() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;
  const stale = isStaleRelease(error);
  return (
    <EmptyState
      level={1}
      icon={<TriangleAlert />}
      title={stale ? 'There is a newer version' : 'This screen broke'}
      action={
        <>
          <Button variant="primary" onClick={() => window.location.reload()}>
            Reload the page
          </Button>
          <a className={buttonLook()} href="/">
            Go to the board
          </a>
        </>
      }
    >
      <PageTitle title={stale ? 'Newer version' : 'Broken'} isProblem />
      {stale
        ? 'Chapterhouse was updated while this page was open. Reload it to go on.'
        : 'Nothing that you saved is lost. Reload the page; if it breaks again, tell your administrator what you did just before.'}
    </EmptyState>
  );
}
