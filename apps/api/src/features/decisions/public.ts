// All that other features may import.
export { Decision, DecisionConnection } from './decisions.graphql.js';
export { DecisionsModule } from './decisions.module.js';
export { DecisionsService } from './decisions.service.js';
