import { GoalsRepository } from './goals.repository.js';
import { GoalsService } from './goals.service.js';

/** All of Product Goals, for the module. */
export const GOALS = [GoalsRepository, GoalsService];
