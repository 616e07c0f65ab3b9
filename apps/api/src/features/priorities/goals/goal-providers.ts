import { ChangeGoal } from './change-goal.js';
import { GoalWrites } from './goal-writes.js';
import { GoalsRepository } from './goals.repository.js';
import { GoalsResolver } from './goals.resolver.js';
import { GoalsService } from './goals.service.js';
import { PlanningGoalsRead } from './planning-goals.read.js';
import { PlanningGoalsResolver, TeamSprintGoalResolver } from './planning-goals.resolver.js';

/** All of Product Goals, for the module. */
export const GOALS = [
  ChangeGoal,
  GoalWrites,
  GoalsRepository,
  GoalsResolver,
  GoalsService,
  PlanningGoalsRead,
  PlanningGoalsResolver,
  TeamSprintGoalResolver,
];
