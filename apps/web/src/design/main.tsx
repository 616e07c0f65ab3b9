import '@chapterhouse/ui/base.css';
import { LiveRegion } from '@chapterhouse/ui/live-region';
import { Toaster } from '@chapterhouse/ui/toast';
import { TooltipProvider } from '@chapterhouse/ui/tooltip';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { DesignPage } from './design-page';

const root = document.getElementById('root');
if (root === null) throw new Error('design.html has no #root.');
createRoot(root).render(
  <StrictMode>
    <TooltipProvider>
      <DesignPage />
      <Toaster />
      <LiveRegion />
    </TooltipProvider>
  </StrictMode>,
);
