import { ActionPartsResolver } from './action-parts.resolver.js';
import { ActionReminders } from './action-reminders.js';
import { ActionStandingsRead } from './action-standings.read.js';
import { ActionTransaction } from './action-transaction.js';
import { ActionWrites } from './action-writes.js';
import { ActionJobs } from './action.jobs.js';
import { ActionsRepository } from './actions.repository.js';
import { ActionsResolver } from './actions.resolver.js';
import { ActionsService } from './actions.service.js';
import { CarriedRead } from './carried.read.js';
import { ChangeAction } from './change-action.js';
import { PromiseAction } from './promise-action.js';

/** What people promised, for the module. */
export const ACTIONS = [
  ActionJobs,
  ActionPartsResolver,
  ActionReminders,
  ActionStandingsRead,
  ActionTransaction,
  ActionWrites,
  ActionsRepository,
  ActionsResolver,
  ActionsService,
  CarriedRead,
  ChangeAction,
  PromiseAction,
];
