import { CountBadge } from '../../platform/page/count-badge';
import { useInboxCount } from './use-inbox-count';

/** How much is unread, beside the inbox in the navigation. */
export function InboxBadge() {
  return <CountBadge count={useInboxCount()} what="unread" />;
}
