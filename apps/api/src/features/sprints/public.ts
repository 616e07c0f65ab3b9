// All that other features may import.
export { ImportSprints } from './import-sprints.js';
export type { ImportedSprint } from './imported-sprints.repository.js';
export { SprintHistory } from './sprint-history.js';
export { PlannedSprintsRead } from './planned-sprints.read.js';
export { SprintPacesRead } from './sprint-paces.read.js';
export { Sprint } from './sprints.graphql.js';
export { SprintsModule } from './sprints.module.js';
export { SprintsRepository, type SprintItem, type SprintWrite } from './sprints.repository.js';
