import { VisuallyHidden } from '@chapterhouse/ui/visually-hidden';
import { useInboxCount } from './use-inbox-count';
import './inbox-badge.css';

/** More than this is just many. */
const MOST = 99;

/** How much is unread, beside the inbox in the navigation. */
export function InboxBadge() {
  const count = useInboxCount();
  if (count === 0) return null;
  return (
    <span className="inbox-badge">
      {count > MOST ? `${MOST}+` : count}
      <VisuallyHidden> unread</VisuallyHidden>
    </span>
  );
}
