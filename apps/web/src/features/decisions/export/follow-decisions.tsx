import { Button } from '@chapterhouse/ui/button';
import { Rss } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';

const FeedDialog = lazy(async () => ({ default: (await import('./feed-dialog')).FeedDialog }));

/** On the page of a team: the way to a feed of what it decides. */
export function FollowDecisions({ teamId }: { teamId: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="ghost" size="sm" icon={<Rss aria-hidden />} onClick={() => setOpen(true)}>
        Follow by a feed
      </Button>
      {open && (
        <Suspense fallback={null}>
          <FeedDialog scopeId={teamId} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
