// All that others may import.
export { NotificationsModule } from './notifications.module.js';
