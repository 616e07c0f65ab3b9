// All that other features may import.
export { BacklogItemsRepository, type BacklogItemRow } from './backlog-items.repository.js';
