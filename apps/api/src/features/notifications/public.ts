// All that others may import.
export { InboxHistory } from './inbox-history.js';
export { NotificationsModule } from './notifications.module.js';
