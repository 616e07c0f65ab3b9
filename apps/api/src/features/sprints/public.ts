// All that other features may import.
export { SprintsRepository, type SprintItem, type SprintRow } from './sprints.repository.js';
