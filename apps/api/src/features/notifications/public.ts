// All that others may import.
export { InboxHistory } from './inbox-history.js';
export { NotificationsModule } from './notifications.module.js';
export { InboxEntry } from './inbox.graphql.js';
