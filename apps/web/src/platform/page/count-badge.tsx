import { VisuallyHidden } from '@chapterhouse/ui/visually-hidden';
import './count-badge.css';

/** More than this is just many. */
const MOST = 99;

/** How much of something there is, beside its place in the navigation; nothing where there is none. */
export function CountBadge({ count, what }: { count: number; /** "unread" */ what: string }) {
  if (count === 0) return null;
  return (
    <span className="count-badge">
      {count > MOST ? `${MOST}+` : count}
      <VisuallyHidden> {what}</VisuallyHidden>
    </span>
  );
}
