import { LiveRegion } from '@chapterhouse/ui/live-region';
import { Toaster } from '@chapterhouse/ui/toast';
import { TooltipProvider } from '@chapterhouse/ui/tooltip';
import { Outlet } from 'react-router';
import { SessionProvider } from '../platform/session/session-provider';

/** What every screen needs around it, in front of the door and behind it. */
export function Root() {
  return (
    <TooltipProvider>
      <SessionProvider>
        <Outlet />
      </SessionProvider>
      <Toaster />
      <LiveRegion />
    </TooltipProvider>
  );
}
