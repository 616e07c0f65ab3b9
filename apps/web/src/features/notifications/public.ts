export { DependencyLines } from './dependency-lines';
export { InboxBadge } from './inbox-badge';
